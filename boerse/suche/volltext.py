"""Which listings answer a question, and how well? Conditions and ranks for the index of the search."""

import math
from functools import reduce
from operator import add, or_

from django.db.models import (
    Case,
    Count,
    F,
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
# What is enough to count in the rank, and to come near where hardly anything answers; where the words stand in so many
# places, there is enough that says them clearly.
NEBENBEI_GESAGT, VIELE_STELLEN = 5, 10_000
# How much further ways to say a thing count beside the best: who writes of chor, singing and music means music.
WEITERE = 0.4
# What words count that were read as wishes, beside those that were not.
NEBENBEI = 0.3
# Of several things asked for, one that is said so clearly is covered; and how much that counts beside how clearly.
ABGEDECKT, DECKUNG = 0.4, 0.6


def bedingung(frage: Frage, grenze: float = 0) -> Q:
    """Listings with at least one of the things asked for, said clearly enough."""
    return Q(pk__in=_stellen(_schwellen(frage.werte_der_treffer, grenze or _grenze(frage)), "angebot_id"))


def _grenze(frage: Frage) -> float:
    return DEUTLICH if frage.anzahl_hoechstens >= WENIGE else ANGEDEUTET


def _schwellen(werte: dict[int, float], grenze: float) -> dict[int, list[int]]:
    """From which weight on the words say enough: the words by weight."""
    schwellen: dict[int, list[int]] = {}
    for nummer, wert in werte.items():
        schwellen.setdefault(math.ceil(grenze / wert), []).append(nummer)
    return schwellen


def _stellen(schwellen: dict[int, list[int]], *spalten: str) -> QuerySet:
    """Where these words stand with at least these weights: one walk over the key of the index for each weight, past
    everything that says less. Alternatives (OR) would read the rows."""
    alle = [
        Fundstelle.objects.filter(wort_id__in=sorted(nummern), gewicht__gte=ab).order_by().values_list(*spalten)
        for ab, nummern in sorted(schwellen.items() or {(0, (0,))})  # nobody knows an answer
    ]
    return alle[0].union(*alle[1:], all=True) if len(alle) > 1 else alle[0]


def _mindestens(schwellen: dict[int, list[int]]) -> Q:
    """The same as a condition on a row."""
    return reduce(or_, (Q(wort_id__in=nummern, gewicht__gte=ab) for ab, nummern in schwellen.items()))


def genug_fuer_den_rang(frage: Frage) -> float:
    return NEBENBEI_GESAGT if frage.stellen < VIELE_STELLEN else DEUTLICH


def _im_rang(frage: Frage) -> dict[int, list[int]]:
    return _schwellen(frage.werte_im_rang, genug_fuer_den_rang(frage))


def mit_den_gefragten(frage: Frage) -> tuple[str, tuple] | None:
    """What a statement that ranks begins with: it takes the places of these words, read by the key of the index alone,
    for all there are."""
    if not frage.nummern:
        return None
    sql, parameter = _stellen(_im_rang(frage), "wort_id", "angebot_id", "gewicht").query.sql_with_params()
    return f"WITH {Fundstelle._meta.db_table} AS MATERIALIZED ({sql})", parameter


# Finds them by the key of the index alone, without reading a listing.
_BESTE = """
WITH funde (angebot_id, rang) AS MATERIALIZED ({funde})
SELECT angebot_id FROM funde
WHERE rang >= coalesce((SELECT rang FROM funde ORDER BY rang DESC OFFSET {platz} LIMIT 1), 0) - {zuschlag}
"""


def unter_den_besten(frage: Frage, platz: int, zuschlag: float) -> Q:
    """Of the listings that meet the condition those that can come before the one in this place, were all of them public
    and what counts beside the words at most `zuschlag`."""
    treffer = _mindestens(_schwellen(frage.werte_der_treffer, _grenze(frage)))
    je_angebot = Fundstelle.objects.order_by().values("angebot_id")
    deutliche = je_angebot.alias(deutliche=Count("wort_id", filter=treffer)).filter(deutliche__gt=0)
    sql, parameter = deutliche.annotate(rang=rang(frage, "")).query.sql_with_params()
    return Q(pk__in=RawSQL(_BESTE.format(funde=sql, platz=int(platz), zuschlag=float(zuschlag)), parameter))


def rang(frage: Frage, funde: str = "fundstellen__"):
    """How well a listing answers, 0 to 1: how much of the question it covers, by what tells most, and where it stands.

    Of listings, or of Fundstellen by listing (`funde` empty).
    """
    gewichte = [(k, k.gewicht) for k in frage.konzepte] + [(k, k.gewicht * NEBENBEI) for k in frage.nebensachen]
    gesamt = sum(gewicht for _konzept, gewicht in gewichte) or 1.0
    mehrere = len(frage.konzepte) > 1
    werte = [
        (_gedeckt(wert) if mehrere and konzept in frage.konzepte else wert) * Value(gewicht / gesamt)
        for konzept, gewicht in gewichte
        if (wert := _wert(konzept, funde)) is not None
    ]
    return reduce(add, werte) if werte else Value(0.0, output_field=FloatField())


def _gedeckt(wert):
    """Who says a bit of everything comes before who has a single one of the words in the title."""
    return wert * Value(1 - DECKUNG) + Least(wert * Value(1 / ABGEDECKT), Value(1.0)) * Value(DECKUNG)


def _wert(konzept: Konzept, funde: str):
    """The best way of a concept, or what its parts say together."""
    wege = _beste(konzept, funde)
    teile = [wert for teil in konzept.teile if (wert := _beste(teil, funde))]
    if teile:
        je_teil = Value(konzept.teile_zusammen / len(konzept.teile))
        wege.append(reduce(add, [_groesster(wert) * je_teil for wert in teile]))
    return _groesster(wege) if wege else None


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
