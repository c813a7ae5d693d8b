"""Which places are near? In one statement, each place weighed once, for joining with listings."""

import math
from functools import reduce
from operator import or_

from django.db.models import F, FloatField, Min, Q, QuerySet, Value
from django.db.models.functions import Least, Sqrt

from .models import Einsatzort
from .suche.umkreis import GRAD_BREITE
from .vorlieben import Punkt


def nahe(punkte: tuple[Punkt, ...], km: float) -> QuerySet:
    """(number of the listing, km of its nearest place), of places within about `km` of one of the points."""
    wege = [_kilometer(punkt) for punkt in punkte]
    weg = wege[0] if len(wege) == 1 else Least(*wege)
    kasten = reduce(or_, [_kasten(punkt, km) for punkt in punkte])
    orte = Einsatzort.objects.order_by().filter(kasten).values("angebot_id").annotate(km=Min(weg)).filter(km__lte=km)
    return orte.values_list("angebot_id", "km")


def _kilometer(punkt: Punkt) -> Sqrt:
    """On a flat map, which is off by less than one per cent within a day's travel, and a third of the great circle's
    work."""
    zahl = lambda wert: Value(wert, FloatField())  # noqa: E731
    hoch = (F("lat") - zahl(punkt[0])) * zahl(GRAD_BREITE)
    breit = (F("lon") - zahl(punkt[1])) * zahl(GRAD_BREITE * _schmaler(punkt))
    return Sqrt(hoch * hoch + breit * breit, output_field=FloatField())


def _kasten(punkt: Punkt, km: float) -> Q:
    lat, lon = punkt
    hoch = km / GRAD_BREITE
    breit = hoch / _schmaler(punkt)
    return Q(lat__range=(lat - hoch, lat + hoch), lon__range=(lon - breit, lon + breit))


def _schmaler(punkt: Punkt) -> float:
    return max(0.01, math.cos(math.radians(punkt[0])))
