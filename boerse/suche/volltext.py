"""Which listings answer a question, and how well? Conditions and ranks for the index of the search."""

import math
from functools import reduce
from operator import add

from django.db.models import Case, F, FilteredRelation, FloatField, Max, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, Greatest, Least

from ..models.suchwort import Fundstelle
from .frage import Frage, Konzept

# A weight of a word times what its way counts; what is below is an aside, of which every listing has hundreds.
DEUTLICH = 12
# Where the words asked for stand in fewer listings than these, asides are better than next to nothing.
WENIGE, ANGEDEUTET = 10, 8
# How much further ways to say a thing count beside the best: who writes of chor, singing and music means music.
WEITERE = 0.4
# What words count that were read as wishes, beside those that were not.
NEBENBEI = 0.3


def bedingung(frage: Frage) -> Q:
    """Listings with at least one of the things asked for, said clearly enough."""
    grenze = DEUTLICH if frage.anzahl_hoechstens >= WENIGE else ANGEDEUTET
    schwellen: dict[int, list[int]] = {}
    for wert, nummern in frage.nach_wert.items():
        schwellen.setdefault(math.ceil(grenze / wert), []).extend(nummern)
    if not schwellen:
        return Q(pk__in=Fundstelle.objects.filter(wort_id=0).values("angebot_id"))  # nobody knows an answer
    # In one walk over the key of the index, which knows the weight, too; alternatives would each read the rows.
    schwelle = Case(*[When(wort_id__in=nummern, then=Value(ab)) for ab, nummern in schwellen.items()])
    gefragte = Fundstelle.objects.filter(wort_id__in=[n for nummern in schwellen.values() for n in nummern])
    return Q(pk__in=gefragte.filter(gewicht__gte=schwelle).values("angebot_id"))


def mit_fundstellen(angebote: QuerySet, frage: Frage) -> QuerySet:
    """Joined with where the words of the question stand in them, for rang()."""
    gefragt = Q(fundstellen__wort_id__in=frage.nummern)
    return angebote.alias(funde=FilteredRelation("fundstellen", condition=gefragt))


def rang(frage: Frage):
    """How well a listing answers, 0 to 1: how much of the question it covers, by what tells most, and where it stands.

    For listings with `mit_fundstellen`.
    """
    gewichte = [(k, k.gewicht) for k in frage.konzepte] + [(k, k.gewicht * NEBENBEI) for k in frage.nebensachen]
    gesamt = sum(gewicht for _konzept, gewicht in gewichte) or 1.0
    werte = [wert for konzept, gewicht in gewichte if (wert := _wert(konzept, gewicht / gesamt)) is not None]
    return reduce(add, werte) if werte else Value(0.0, output_field=FloatField())


def _wert(konzept: Konzept, anteil: float):
    """The best way of a concept, or what its parts say together."""
    wege = _beste(konzept)
    teile = [wert for teil in konzept.teile if (wert := _beste(teil))]
    if teile:
        je_teil = Value(konzept.teile_zusammen / len(konzept.teile))
        wege.append(reduce(add, [_groesster(wert) * je_teil for wert in teile]))
    return _groesster(wege) * Value(anteil) if wege else None


def _beste(konzept: Konzept) -> list:
    einzeln: dict[float, list[int]] = {}
    folgen = []
    for nummern, wert in konzept.gueltige:
        if len(nummern) == 1:
            einzeln.setdefault(wert, []).extend(nummern)
        else:
            # Only where all of them stand: the weakest counts, nothing where one is missing.
            folgen.append(Least(*[_staerke([(wert, [n])]) for n in nummern]))
    return ([_staerke(list(einzeln.items()))] if einzeln else []) + folgen


def _groesster(werte: list):
    return Greatest(*werte) if len(werte) > 1 else werte[0]


def _staerke(wege: list[tuple[float, list[int]]]):
    faelle = [When(funde__wort_id__in=n, then=F("funde__gewicht") * Value(w / 100)) for w, n in wege]
    fall = Case(*faelle, default=Value(0.0), output_field=FloatField())
    if sum(len(n) for _w, n in wege) == 1:
        return Coalesce(Max(fall), Value(0.0))
    return Coalesce(Max(fall) * Value(1 - WEITERE) + Sum(fall) * Value(WEITERE), Value(0.0))
