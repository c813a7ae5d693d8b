"""Which listings answer a question, and how well? Conditions and ranks for the index of the search."""

import math
from functools import reduce
from operator import add

from django.db.models import (
    Case,
    Count,
    F,
    FilteredRelation,
    FloatField,
    IntegerField,
    Max,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Greatest, Least

from ..models.suchwort import Fundstelle
from .frage import Frage
from .konzept import WENIGE, Konzept

# A weight of a word times what its way counts; what is below is an aside, of which every listing has hundreds.
DEUTLICH = 12
# Where the words asked for stand in few listings, asides are better than next to nothing.
ANGEDEUTET = 8
# What is enough to come near where hardly anything answers.
NEBENBEI_GESAGT = 5
# How much further ways to say a thing count beside the best: who writes of chor, singing and music means music.
WEITERE = 0.4
# What words count that were read as wishes, beside those that were not.
NEBENBEI = 0.3


def bedingung(frage: Frage, grenze: float = 0) -> Q:
    """Listings with at least one of the things asked for, said clearly enough."""
    # In one walk over the key of the index, which knows the weight, too; alternatives would each read the rows.
    nummern = [n for gleiche in frage.nach_wert.values() for n in gleiche] or [0]  # nobody knows an answer
    return Q(pk__in=Fundstelle.objects.filter(_deutlich(frage, grenze), wort_id__in=nummern).values("angebot_id"))


def _deutlich(frage: Frage, grenze: float = 0) -> Q:
    grenze = grenze or (DEUTLICH if frage.anzahl_hoechstens >= WENIGE else ANGEDEUTET)
    schwellen: dict[int, list[int]] = {}
    for wert, nummern in frage.nach_wert.items():
        schwellen.setdefault(math.ceil(grenze / wert), []).extend(nummern)
    faelle = [When(wort_id__in=nummern, then=Value(ab)) for ab, nummern in schwellen.items()]
    return Q(gewicht__gte=Case(*faelle)) if faelle else Q()


# Finds them by the key of the index alone, without reading a listing.
_BESTE = """
WITH funde (angebot_id, rang) AS MATERIALIZED ({funde})
SELECT angebot_id FROM funde
WHERE rang >= coalesce((SELECT rang FROM funde ORDER BY rang DESC OFFSET {platz} LIMIT 1), 0) - {zuschlag}
"""


def unter_den_besten(frage: Frage, platz: int, zuschlag: float) -> Q:
    """Of the listings that meet the condition those that can come before the one in this place, were all of them public
    and what counts beside the words at most `zuschlag`."""
    je_angebot = Fundstelle.objects.filter(wort_id__in=frage.nummern).order_by().values("angebot_id")
    deutliche = je_angebot.alias(deutliche=Count("wort_id", filter=_deutlich(frage))).filter(deutliche__gt=0)
    sql, parameter = deutliche.annotate(rang=rang(frage, "")).query.sql_with_params()
    return Q(pk__in=RawSQL(_BESTE.format(funde=sql, platz=int(platz), zuschlag=float(zuschlag)), parameter))


def mit_fundstellen(angebote: QuerySet, frage: Frage) -> QuerySet:
    """Joined with where the words of the question stand in them, for rang()."""
    gefragt = Q(fundstellen__wort_id__in=frage.nummern)
    return angebote.alias(funde=FilteredRelation("fundstellen", condition=gefragt))


def rang(frage: Frage, funde: str = "funde__"):
    """How well a listing answers, 0 to 1: how much of the question it covers, by what tells most, and where it stands.

    For listings with `mit_fundstellen`, or of Fundstellen by listing (`funde` empty).
    """
    gewichte = [(k, k.gewicht) for k in frage.konzepte] + [(k, k.gewicht * NEBENBEI) for k in frage.nebensachen]
    gesamt = sum(gewicht for _konzept, gewicht in gewichte) or 1.0
    werte = [wert for konzept, gewicht in gewichte if (wert := _wert(konzept, gewicht / gesamt, funde)) is not None]
    return reduce(add, werte) if werte else Value(0.0, output_field=FloatField())


def _wert(konzept: Konzept, anteil: float, funde: str):
    """The best way of a concept, or what its parts say together."""
    wege = _beste(konzept, funde)
    teile = [wert for teil in konzept.teile if (wert := _beste(teil, funde))]
    if teile:
        je_teil = Value(konzept.teile_zusammen / len(konzept.teile))
        wege.append(reduce(add, [_groesster(wert) * je_teil for wert in teile]))
    return _groesster(wege) * Value(anteil) if wege else None


def _beste(konzept: Konzept, funde: str) -> list:
    einzeln: dict[float, list[int]] = {}
    folgen = []
    for nummern, wert in konzept.gueltige:
        if len(nummern) == 1:
            einzeln.setdefault(wert, []).extend(nummern)
        else:
            # Only where all of them stand: the weakest counts, nothing where one is missing.
            folgen.append(Least(*[_staerke([(wert, [n])], funde) for n in nummern]))
    return ([_staerke(list(einzeln.items()), funde)] if einzeln else []) + folgen


def _groesster(werte: list):
    return Greatest(*werte) if len(werte) > 1 else werte[0]


def _staerke(wege: list[tuple[float, list[int]]], funde: str):
    # Whole numbers as long as there are many, then floating ones: the database's decimals take ten times as long.
    faelle = [When(**{f"{funde}wort_id__in": n}, then=F(f"{funde}gewicht") * Value(round(w * 1000))) for w, n in wege]
    fall = Case(*faelle, default=Value(0), output_field=IntegerField())
    bester = Cast(Coalesce(Max(fall), Value(0)), FloatField()) * Value(1 / 100_000)
    if sum(len(n) for _w, n in wege) == 1:
        return bester
    return bester * Value(1 - WEITERE) + Cast(Coalesce(Sum(fall), Value(0)), FloatField()) * Value(WEITERE / 100_000)
