"""How far does a listing fit one answer? Per question an expression for the database: wholly, open, or not.

What a listing does not say counts half: it may fit, and nobody is punished for a short text.
"""

from functools import reduce
from operator import add
from typing import Any

from django.db.models import Case, ExpressionWrapper, F, FloatField, IntegerField, Q, Value, When
from django.db.models.lookups import GreaterThan

from .auswahl import Art, Digital, Erreichbarkeit, Fuehrungszeugnis, Haeufigkeit, WieOft
from .bedingungen import DEUTSCH_REICHT
from .vorlieben import Vorlieben

# In halves: whole numbers are what the database adds up fastest, a hundred thousand times.
GANZ, OFFEN, NICHT = 2, 1, 0
OHNE_AUTO = [Erreichbarkeit.BUS_BAHN.value, Erreichbarkeit.FAHRRAD.value, Erreichbarkeit.FAHRDIENST.value]

OFT = {
    WieOft.EINMALIG: Q(art=Art.EINMALIG) | Q(haeufigkeit=Haeufigkeit.SELTENER),
    WieOft.MONATLICH: Q(haeufigkeit__in=[Haeufigkeit.MONATLICH, Haeufigkeit.SELTENER]),
    WieOft.VIERZEHNTAEGIG: Q(haeufigkeit__in=[Haeufigkeit.VIERZEHNTAEGIG, Haeufigkeit.MONATLICH]),
    WieOft.WOECHENTLICH: Q(
        haeufigkeit__in=[Haeufigkeit.WOECHENTLICH, Haeufigkeit.WOECHENTLICH_MEHRMALS, Haeufigkeit.VIERZEHNTAEGIG]
    ),
}
# What is arranged together may be arranged to suit.
OFT_OFFEN = Q(haeufigkeit__in=["", Haeufigkeit.ABSPRACHE]) & ~Q(art=Art.EINMALIG)
OHNE_NACHWEISE = Q(fuehrungszeugnis=Fuehrungszeugnis.KEINS, nachweise=[])
ALLES = ~Q(pk__in=[])
NACHWEIS_OFFEN = Q(fuehrungszeugnis="", nachweise=[])


def anteile(wunsch: Vorlieben) -> dict[str, Any]:
    """One expression per answered question; the way is weighed apart, where the kilometres are known."""
    listen = {name: getattr(wunsch, name) for name in ("taetigkeiten", "zielgruppen", "themen")}
    ergebnis = {name: stufen(Q(**{f"{name}__overlap": w}), Q(**{name: []})) for name, w in listen.items() if w}
    if wunsch.zeiten:
        gemeinsam = GreaterThan(F("zeitmaske").bitand(wunsch.zeiten), 0)
        ergebnis["zeit"] = stufen(gemeinsam, Q(zeitmaske=0))
    if wunsch.wie_oft:
        ergebnis["wie_oft"] = stufen(OFT[wunsch.wie_oft], OFT_OFFEN)
    if wunsch.stunden:
        ergebnis["stunden"] = stufen(Q(stunden__lte=wunsch.stunden), Q(stunden=None))
    if wunsch.allein_gruppe:
        ergebnis["allein_gruppe"] = stufen(Q(allein_gruppe__in=wunsch.allein_gruppe), Q(allein_gruppe=""))
    if wunsch.alter is not None:
        ergebnis["alter"] = stufen(Q(mindestalter__isnull=False) | Q(hoechstalter__isnull=False), Q(mindestalter=None))
    if wunsch.ohne_auto:
        ergebnis["weg"] = stufen(Q(erreichbarkeit__overlap=OHNE_AUTO), Q(erreichbarkeit=[]))
    if teile := hilfen(wunsch):
        summe = ExpressionWrapper(reduce(add, teile.values()), FloatField())
        ergebnis["hilfen"] = summe * Value(1 / len(teile), FloatField())
    return ergebnis


def hilfen(wunsch: Vorlieben) -> dict[str, Case]:
    """What would help to take part, one by one."""
    teile = {}
    if wunsch.deutsch:
        reicht = [stufe for stufe in DEUTSCH_REICHT[wunsch.deutsch] if stufe]
        teile["deutsch"] = stufen(Q(deutsch__in=reicht), Q(deutsch=""))
    if wunsch.ohne_nachweise:
        teile["ohne_nachweise"] = stufen(OHNE_NACHWEISE, NACHWEIS_OFFEN)
    for name in ("barrierefrei", "leistungen"):
        for code in getattr(wunsch, name):
            # What a list does not name may be there all the same.
            teile[code] = stufen(Q(**{f"{name}__contains": [code]}), ALLES)
    return teile


def stufen(ganz: Any, offen: Any) -> Case:
    return Case(
        When(ganz, then=Value(GANZ)),
        When(offen, then=Value(OFFEN)),
        default=Value(NICHT),
        output_field=IntegerField(),
    )


def unmoeglich(wunsch: Vorlieben) -> Q:
    """What nobody can wish away: the wrong age, no car, no place to go to where somebody wants to get out."""
    q = Q(pk__in=[])
    if wunsch.alter is not None:
        q |= Q(mindestalter__gt=wunsch.alter) | Q(hoechstalter__lt=wunsch.alter)
    if wunsch.ohne_auto:
        q |= Q(erreichbarkeit__contains=[Erreichbarkeit.AUTO_NOETIG]) & ~Q(digital=Digital.NUR)
    if wunsch.digital in FALSCHER_ORT:
        q |= Q(digital=FALSCHER_ORT[wunsch.digital])
    return q


FALSCHER_ORT = {Digital.NEIN: Digital.NUR, Digital.NUR: Digital.NEIN}
