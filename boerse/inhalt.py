"""What does a listing say? The one description of a Fassung's document, used by form, importer, preview and release.

The document is JSON: text fields as strings, dates as ISO strings, lists of codes. Places and time slots are
lists of objects. A field that says nothing is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from . import auswahl

VERSION = 1


@dataclass(frozen=True)
class Feld:
    """A field of the document. `art`: text, absatz, zahl, dezimal, datum, uhrzeit, wahl, mehrfach, liste,
    antworten (a list with a fixed question for each place), adresse."""

    art: str
    grenze: int = 200  # characters of a text, the highest number, or the most entries of a list
    auswahl: Any = None
    pflicht: bool = False


FELDER: dict[str, Feld] = {
    "titel": Feld("text", 100, pflicht=True),
    "kurzbeschreibung": Feld("text", 160),
    "beschreibung": Feld("absatz", 5000, pflicht=True),
    "themen": Feld("liste", 3),
    "zielgruppen": Feld("liste", 6),
    "taetigkeiten": Feld("liste", 5),
    "schlagwoerter": Feld("liste", 15),
    "art": Feld("wahl", auswahl=auswahl.Art),
    "zeitaufwand": Feld("text", 120),
    "stunden": Feld("dezimal", 100),
    "haeufigkeit": Feld("wahl", auswahl=auswahl.Haeufigkeit),
    "beginn": Feld("datum"),
    "ende": Feld("datum"),
    "digital": Feld("wahl", auswahl=auswahl.Digital),
    "mindestalter": Feld("zahl", 99),
    "hoechstalter": Feld("zahl", 120),
    "plaetze": Feld("zahl", 1000),
    "voraussetzungen": Feld("absatz", 1000),
    "fuehrungszeugnis": Feld("wahl", auswahl=auswahl.Fuehrungszeugnis),
    "nachweise": Feld("mehrfach", auswahl=auswahl.Nachweis),
    "deutsch": Feld("wahl", auswahl=auswahl.Deutsch),
    "sprachen": Feld("mehrfach", auswahl=auswahl.Sprache),
    "allein_gruppe": Feld("wahl", auswahl=auswahl.AlleinGruppe),
    "geeignet": Feld("mehrfach", auswahl=auswahl.Geeignet),
    "barrierefrei": Feld("mehrfach", auswahl=auswahl.Barrierefrei),
    "erreichbarkeit": Feld("mehrfach", auswahl=auswahl.Erreichbarkeit),
    "haltestelle": Feld("text", 120),
    "leistungen": Feld("mehrfach", auswahl=auswahl.Leistung),
    "aufwandsentschaedigung": Feld("text", 200),
    "versicherung": Feld("text", 200),
    "einarbeitung": Feld("text", 300),
    "amtszeit": Feld("text", 100),
    "uebergabe": Feld("text", 300),
    "kontakt_name": Feld("text", 100),
    "kontakt_telefon": Feld("text", 40),
    "kurz_und_einfach": Feld("antworten", 5),
    "quelle_url": Feld("adresse", 500),
}
ORT: dict[str, Feld] = {
    "gemeinde": Feld("text", 8, pflicht=True),  # AGS
    "ortsteil": Feld("text", 100),
    "plz": Feld("text", 5),
    "strasse": Feld("text", 120),
    "name": Feld("text", 120),
    "anzeige": Feld("wahl", auswahl=auswahl.Ortsanzeige),
}
ZEIT: dict[str, Feld] = {
    "wochentag": Feld("wahl", auswahl=auswahl.Wochentag),
    "tageszeit": Feld("wahl", auswahl=auswahl.Tageszeit),
    "von": Feld("uhrzeit"),
    "bis": Feld("uhrzeit"),
}
ORTE_HOECHSTENS, ZEITEN_HOECHSTENS = 10, 28
LISTENEINTRAG_HOECHSTENS = 200

Fehler = dict[str, list[str]]


def pruefen(inhalt: dict, *, vollstaendig: bool = True) -> Fehler:
    """Everything wrong with the document, by field name, in words for people; empty where nothing is.

    With `vollstaendig=False` (a draft) nothing is required, but what is there must be of its kind.
    """
    fehler = felder_pruefen(FELDER, inhalt, vollstaendig)
    for name, felder, hoechstens in (("orte", ORT, ORTE_HOECHSTENS), ("zeiten", ZEIT, ZEITEN_HOECHSTENS)):
        eintraege = inhalt.get(name, [])
        if not isinstance(eintraege, list) or not all(isinstance(e, dict) for e in eintraege):
            fehler[name] = [_("Hier wird eine Liste erwartet.")]
        elif len(eintraege) > hoechstens:
            fehler[name] = [_("Höchstens %(n)s Einträge.") % {"n": hoechstens}]
        else:
            for eintrag in eintraege:
                for saetze in felder_pruefen(felder, eintrag, vollstaendig).values():
                    fehler.setdefault(name, []).extend(saetze)
    if vollstaendig and not inhalt.get("orte") and "orte" not in fehler:
        fehler["orte"] = [_("Bitte nennen Sie mindestens eine Stadt oder Gemeinde.")]
    return fehler or _zusammen_pruefen(inhalt)


def felder_pruefen(felder: dict[str, Feld], werte: dict, vollstaendig: bool) -> Fehler:
    fehler: Fehler = {}
    for name, feld in felder.items():
        wert = werte.get(name)
        if wert in (None, "", []):
            if feld.pflicht and vollstaendig:
                fehler[name] = [_("Diese Angabe fehlt noch.")]
        elif satz := _PRUEFUNGEN[feld.art](feld, wert):
            fehler[name] = [satz]
    return fehler


def _zusammen_pruefen(inhalt: dict) -> Fehler:
    fehler: Fehler = {}
    if inhalt.get("beginn") and inhalt.get("ende") and inhalt["ende"] < inhalt["beginn"]:
        fehler["ende"] = [_("Das Ende liegt vor dem Beginn.")]
    jung, alt = inhalt.get("mindestalter"), inhalt.get("hoechstalter")
    if jung is not None and alt is not None and alt < jung:
        fehler["hoechstalter"] = [_("Das Höchstalter liegt unter dem Mindestalter.")]
    for zeit in inhalt.get("zeiten", []):
        if zeit.get("von") and zeit.get("bis") and zeit["bis"] <= zeit["von"]:
            fehler["zeiten"] = [_("Eine Uhrzeit endet, bevor sie beginnt.")]
    return fehler


def _text(feld: Feld, wert: Any) -> str:
    if not isinstance(wert, str) or "\x00" in wert:
        return _("Hier wird ein Text erwartet.")
    if len(wert) > feld.grenze:
        return _("Bitte kürzen Sie auf %(n)s Zeichen; es sind %(ist)s.") % {
            "n": feld.grenze,
            "ist": len(wert),
        }
    return ""


def _adresse(feld: Feld, wert: Any) -> str:
    if satz := _text(feld, wert):
        return satz
    return "" if wert.startswith(("https://", "http://")) else _("Eine Adresse beginnt mit https://.")


def _zahl(feld: Feld, wert: Any) -> str:
    if isinstance(wert, bool) or not isinstance(wert, int) or not 0 <= wert <= feld.grenze:
        return _("Hier wird eine ganze Zahl von 0 bis %(n)s erwartet.") % {"n": feld.grenze}
    return ""


def _dezimal(feld: Feld, wert: Any) -> str:
    if isinstance(wert, bool) or not isinstance(wert, int | float) or not 0 <= wert <= feld.grenze:
        return _("Hier wird eine Zahl von 0 bis %(n)s erwartet.") % {"n": feld.grenze}
    return ""


def _datum(_feld: Feld, wert: Any) -> str:
    try:
        return "" if date.fromisoformat(wert).year < 2200 else _("Das Datum liegt zu weit in der Zukunft.")
    except (TypeError, ValueError):
        return _("Hier wird ein Datum erwartet, zum Beispiel 2027-03-31.")


def _uhrzeit(_feld: Feld, wert: Any) -> str:
    try:
        time.fromisoformat(wert)
    except (TypeError, ValueError):
        return _("Hier wird eine Uhrzeit erwartet, zum Beispiel 14:30.")
    return ""


def _wahl(feld: Feld, wert: Any) -> str:
    if isinstance(wert, str) and wert in codes(feld.auswahl):
        return ""
    return _("„%(wert)s“ steht nicht zur Auswahl.") % {"wert": str(wert)[:40]}


@cache
def codes(auswahl) -> frozenset[str]:
    return frozenset(auswahl.values)


def _mehrfach(feld: Feld, wert: Any) -> str:
    if not isinstance(wert, list):
        return _("Hier wird eine Liste erwartet.")
    return next((satz for eintrag in wert if (satz := _wahl(feld, eintrag))), "")


def _liste(feld: Feld, wert: Any) -> str:
    if not isinstance(wert, list) or not all(isinstance(e, str) and "\x00" not in e for e in wert):
        return _("Hier wird eine Liste erwartet.")
    if len(wert) > feld.grenze:
        return _("Höchstens %(n)s Einträge.") % {"n": feld.grenze}
    return _("Ein Eintrag ist zu lang.") if any(len(e) > LISTENEINTRAG_HOECHSTENS for e in wert) else ""


_PRUEFUNGEN = {
    "text": _text,
    "absatz": _text,
    "adresse": _adresse,
    "zahl": _zahl,
    "dezimal": _dezimal,
    "datum": _datum,
    "uhrzeit": _uhrzeit,
    "wahl": _wahl,
    "mehrfach": _mehrfach,
    "liste": _liste,
    "antworten": _liste,
}


def ohne_leere(werte: dict, felder: Iterable[str]) -> dict:
    """Only the named fields, and only those that say something: the form a document is stored in."""
    return {name: werte[name] for name in felder if werte.get(name) not in (None, "", [])}


def dokument(werte: dict) -> dict:
    """A document from loose values: known fields only, nothing empty, with the version of the format."""
    orte = [ohne_leere(ort, ORT) for ort in werte.get("orte", [])]
    zeiten = [ohne_leere(zeit, ZEIT) for zeit in werte.get("zeiten", [])]
    ergebnis = {"version": VERSION} | ohne_leere(werte, FELDER)
    return ergebnis | ohne_leere(
        {"orte": [o for o in orte if o], "zeiten": [z for z in zeiten if z]}, ["orte", "zeiten"]
    )
