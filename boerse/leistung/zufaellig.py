"""What does a made-up listing say beside its words? Its facets, as often as real ones say so."""

from datetime import date, timedelta
from random import Random
from typing import Any

from .. import auswahl, zeitmaske

Fenster = list[tuple[str, str]]


def angaben(zufall: Random, begriffe: dict[str, list[str]], heute: date, fenster: Fenster) -> dict[str, Any]:
    ende = heute + timedelta(days=zufall.randint(-20, 400)) if zufall.random() < 0.15 else None
    return {
        "themen": _einige(zufall, begriffe["thema"], 3),
        "zielgruppen": _einige(zufall, begriffe["zielgruppe"], 4),
        "taetigkeiten": _einige(zufall, begriffe["taetigkeit"], 3),
        "art": _eins(zufall, auswahl.Art, leer=0.05),
        "haeufigkeit": _eins(zufall, auswahl.Haeufigkeit, leer=0.3),
        "stunden": zufall.choice([None, 0.5, 1, 1.5, 2, 2, 3, 4, 8]),
        "zeitaufwand": "2 Stunden in der Woche",
        "beginn": heute + timedelta(days=zufall.randint(-60, 90)) if zufall.random() < 0.2 else None,
        "ende": ende,
        "zeitmaske": zeitmaske.aus_fenstern(fenster),
        "digital": zufall.choices(auswahl.Digital.values, [80, 12, 8])[0],
        "mindestalter": zufall.choice([None, None, 14, 16, 18, 18]),
        "hoechstalter": zufall.choices([None, 26, 70], [94, 3, 3])[0],
        "fuehrungszeugnis": _eins(zufall, auswahl.Fuehrungszeugnis, leer=0.5),
        "nachweise": _einige(zufall, auswahl.Nachweis.values, 1, leer=0.7),
        "deutsch": _eins(zufall, auswahl.Deutsch, leer=0.4),
        "sprachen": _einige(zufall, auswahl.Sprache.values, 2, leer=0.8),
        "allein_gruppe": _eins(zufall, auswahl.AlleinGruppe, leer=0.2),
        "geeignet": _einige(zufall, auswahl.Geeignet.values, 5),
        "barrierefrei": _einige(zufall, auswahl.Barrierefrei.values, 3, leer=0.5),
        "erreichbarkeit": _einige(zufall, auswahl.Erreichbarkeit.values, 3, leer=0.3),
        "leistungen": _einige(zufall, auswahl.Leistung.values, 6, leer=0.2),
        "kurz_und_einfach": ["Das ist leicht zu verstehen."] if zufall.random() < 0.3 else [],
    }


def zeitfenster(zufall: Random) -> Fenster:
    anzahl = zufall.choices([0, 1, 2, 3, 5], [15, 45, 20, 15, 5])[0]
    return [(zufall.choice(auswahl.Wochentag.values), zufall.choice(auswahl.Tageszeit.values)) for _ in range(anzahl)]


def _eins(zufall: Random, wahl, *, leer: float) -> str:
    return "" if zufall.random() < leer else zufall.choice(wahl.values)


def _einige(zufall: Random, vorrat: list[str], hoechstens: int, *, leer: float = 0.0) -> list[str]:
    """The first of a stock are chosen more often than the last."""
    if zufall.random() < leer:
        return []
    gewichte = [1 / (platz + 3) for platz in range(len(vorrat))]
    return list(dict.fromkeys(zufall.choices(vorrat, gewichte, k=zufall.randint(1, hoechstens))))
