"""Which listings suit somebody best? One measure for the questionnaire, the desk and similar listings.

    score = sum(GEWICHT[q] * anteil[q]) / sum(GEWICHT[q])      over the answered questions q

`anteil` is 1 where the listing fits the answer, 0 where it does not, 1/2 where it does not say (anteile.py). The way
weighs 1 / (1 + (km / reichweite)²): full next door, half at the edge of what is no trouble, never suddenly nothing.
What can be done from home weighs full for whoever likes that, half for whoever did not say, whatever the distance.
What is impossible (anteile.unmoeglich, or more than AUSSER_REICHWEITE times too far) is not ranked at all. Of two with
the same score the one confirmed last comes first. A match reaches SCHWELLE.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Case, FloatField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from .anteile import anteile, unmoeglich
from .auswahl import Digital
from .darstellung import karten
from .darstellung.gruende import passung
from .models import Angebot
from .naehe import nahe
from .vokabular import begriffe
from .vorlieben import Vorlieben

GEWICHT = {
    "taetigkeiten": 4,
    "themen": 3,
    "zeit": 3,
    "wo": 3,
    "zielgruppen": 2,
    "hilfen": 2,
    "wie_oft": 1,
    "stunden": 1,
    "weg": 1,
    "allein_gruppe": 1,
    "alter": 1,
}
AUSSER_REICHWEITE = 2.0
SCHWELLE = 0.5
# More are not counted: nobody reads on for so long.
HOECHSTENS = 1001
ANZAHL = 10


@dataclass(frozen=True)
class Platz:
    """A place in the ranking: `wert` between 0 and 1, `km` None where no way was weighed."""

    pk: int
    wert: float
    km: float | None


def rangliste(
    wunsch: Vorlieben,
    anzahl: int = HOECHSTENS,
    *,
    schwelle: float = SCHWELLE,
    weite: float = AUSSER_REICHWEITE,
    nur: Collection[int] | None = None,
    heute: date | None = None,
) -> list[Platz]:
    """The best public listings of which everything is possible, in one query. `nur`: of these numbers alone."""
    angebote = Angebot.objects.oeffentlich(heute).filter(~unmoeglich(wunsch)).order_by()
    if nur is not None:
        if not nur:
            return []
        angebote = angebote.filter(pk__in=nur)
    teile = anteile(wunsch)
    gewichte = {name: GEWICHT[name] for name in [*teile, *(["wo"] if _wo_zaehlt(wunsch) else [])]}
    punkte = sum((teil * Value(GEWICHT[name]) for name, teil in teile.items()), Value(0))
    sql, parameter = _zeilen(wunsch, angebote.annotate(punkte=punkte, zu_hause=_zu_hause(wunsch)), weite, nur)
    werte = {"wo": gewichte.get("wo", 0), "summe": sum(gewichte.values()) or 1}
    werte |= {"reichweite": wunsch.reichweite, "schwelle": schwelle, "anzahl": anzahl}
    with connection.cursor() as cursor:
        cursor.execute(sql + _RANG.format(**{name: float(wert) for name, wert in werte.items()}), parameter)
        return [Platz(*zeile) for zeile in cursor.fetchall()]


# Numbers only, and our own. The fence (OFFSET 0) lets each score be computed once.
_RANG = """
SELECT id, wert, km FROM (
  SELECT id, bestaetigt, km, (
    punkte * 0.5 + {wo} * coalesce(zu_hause, 1.0 / (1.0 + (km / {reichweite}) * (km / {reichweite})), 0.5)
  ) / {summe} AS wert
  FROM basis OFFSET 0
) bewertet
WHERE wert >= {schwelle} ORDER BY wert DESC, bestaetigt DESC, id DESC LIMIT {anzahl:.0f}
"""
_SPALTEN = "(id, punkte, zu_hause, bestaetigt, km)"


def _wo_zaehlt(wunsch: Vorlieben) -> bool:
    return bool(wunsch.punkte or wunsch.digital)


def _zu_hause(wunsch: Vorlieben) -> Any:
    """The share of the way where there is none to go; None where it depends on the kilometres."""
    gern = wunsch.digital in (Digital.MOEGLICH, Digital.NUR)
    wert = Value(1.0 if gern else 0.5, FloatField())
    if gern:
        return Case(When(~Q(digital=Digital.NEIN), then=wert), default=_ohne_ort(wunsch), output_field=FloatField())
    return Case(When(digital=Digital.NUR, then=wert), default=_ohne_ort(wunsch), output_field=FloatField())


def _ohne_ort(wunsch: Vorlieben) -> Value:
    """Who named no place, only that there should be one, gets all of them alike."""
    return Value(None if wunsch.punkte else 1.0, FloatField())


def _zeilen(wunsch: Vorlieben, angebote: QuerySet, weite: float, nur: Collection[int] | None) -> tuple[str, list]:
    """The rows to weigh, as `basis`. With a place they are those near it, found by the index, and what is done
    from home."""
    spalten = ("pk", "punkte", "zu_hause", "zuletzt_bestaetigt_am")
    if not wunsch.punkte or wunsch.digital == Digital.NUR:
        sql, parameter = angebote.values_list(*spalten).query.sql_with_params()
        return f"WITH basis {_SPALTEN} AS (SELECT a.*, NULL::float8 FROM ({sql}) a)", parameter
    orte = nahe(wunsch.punkte, wunsch.reichweite * weite)
    if nur is not None:
        orte = orte.filter(angebot__in=nur)
    ort_sql, ort_parameter = orte.query.sql_with_params()
    ohne_weg = ~Q(digital=Digital.NEIN) if wunsch.digital == Digital.MOEGLICH else Q(digital=Digital.NUR)
    zweige = [angebote.filter(~ohne_weg, pk__in=RawSQL("SELECT angebot_id FROM nah", []))]
    if wunsch.digital != Digital.NEIN:
        zweige.append(angebote.filter(ohne_weg))
    sqls, parameter = [], list(ort_parameter)
    for zweig in zweige:
        sql, weitere = zweig.values_list(*spalten).query.sql_with_params()
        sqls.append(sql)
        parameter += weitere
    return (
        f"WITH nah (angebot_id, km) AS MATERIALIZED ({ort_sql}), basis {_SPALTEN} AS "
        f"(SELECT a.*, nah.km FROM ({' UNION ALL '.join(f'({s})' for s in sqls)}) a (id, punkte, zu_hause, bestaetigt) "
        "LEFT JOIN nah ON nah.angebot_id = a.id)",
        parameter,
    )


def angebote_zu(plaetze: Iterable[Platz], wunsch: Vorlieben) -> list[Angebot]:
    """The listings of a ranking in its order, with `platz`, `entfernung` and `anteile` by question; for cards."""
    plaetze = {platz.pk: platz for platz in plaetze}
    teile = anteile(wunsch)
    zeilen = Angebot.objects.filter(pk__in=plaetze).fuer_liste()
    zeilen = zeilen.annotate(**{f"anteil_{name}": teil for name, teil in teile.items()}).in_bulk()
    ergebnis = [zeilen[pk] for pk in plaetze if pk in zeilen]
    for angebot in ergebnis:
        angebot.platz = plaetze[angebot.pk]
        angebot.anteile = {name: getattr(angebot, f"anteil_{name}") for name in teile}
        angebot.entfernung = None if angebot.digital == Digital.NUR else angebot.platz.km
    return ergebnis


def passende(wunsch: Vorlieben, anzahl: int = ANZAHL, heute: date | None = None) -> list[Angebot]:
    return angebote_zu(rangliste(wunsch, anzahl, heute=heute), wunsch)


def treffer(wunsch: Vorlieben, anzahl: int = ANZAHL, heute: date | None = None) -> list[Angebot]:
    """The same as cards, each with its `passung` in words; five queries whatever the number."""
    return als_karten(passende(wunsch, anzahl, heute), wunsch, begriffe())


def als_karten(angebote: list[Angebot], wunsch: Vorlieben, vokabular: dict) -> list[Angebot]:
    for angebot in karten(angebote, vokabular, list(wunsch.punkte)):
        angebot.passung = passung(angebot, wunsch, vokabular)
    return angebote
