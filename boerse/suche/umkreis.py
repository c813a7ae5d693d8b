"""What lies within how many kilometres? Great-circle distance, computed in the database."""

import math
from collections.abc import Iterable

from django.db.models import Case, F, FloatField, Func, Min, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import ASin, Cos, Least, Power, Radians, Sin, Sqrt

from ..auswahl import AngebotStatus, Digital
from ..models import Angebot, Einsatzort

ERDRADIUS = 6371.0  # km, mean radius
GRAD_BREITE = math.radians(1) * ERDRADIUS  # km per degree of latitude

Punkt = tuple[float, float]


def im_umkreis(punkte: list[Punkt], km: float, *, auch_daheim: bool = True) -> Q:
    """Listings with a place within `km` of one of the points, and those done from home, which need no way."""
    # As one list of numbers: with an OR the database would look at every listing.
    teile = [_nahe(punkt, km) for punkt in punkte]
    if auch_daheim:
        daheim = Angebot.objects.filter(status=AngebotStatus.VEROEFFENTLICHT, digital=Digital.NUR)
        teile.append(daheim.order_by().values("pk"))
    return Q(pk__in=teile[0].union(*teile[1:], all=True) if len(teile) > 1 else teile[0])


def _nahe(punkt: Punkt, km: float) -> QuerySet:
    nahe = Einsatzort.objects.alias(km=abstand_von(punkt)).filter(im_rechteck(punkt, km), km__lte=km)
    return nahe.order_by().values("angebot_id")


def mit_entfernung(angebote: QuerySet, punkte: list[Punkt]) -> QuerySet:
    """Adds `entfernung` in km: of the nearest place to the nearest point; None for what is done from home."""
    abstand = abstand_von(punkte[0]) if len(punkte) == 1 else Least(*map(abstand_von, punkte))
    naechster = (
        Einsatzort.objects.filter(angebot=OuterRef("pk"))
        .order_by()
        .values("angebot")
        .annotate(km=Min(abstand))
        .values("km")
    )
    vor_ort = When(~Q(digital=Digital.NUR), then=Subquery(naechster, output_field=FloatField()))
    return angebote.annotate(entfernung=Case(vor_ort, default=None, output_field=FloatField()))


def entfernung(angebot: Angebot, punkte: list[Punkt]) -> float | None:
    """The same for a listing that is there already."""
    orte = [] if angebot.digital == Digital.NUR else angebot.einsatzorte.all()
    return min((kilometer((ort.lat, ort.lon), punkt) for ort in orte for punkt in punkte), default=None)


def naechster_ort(orte: Iterable[Einsatzort], punkte: list[Punkt]) -> Einsatzort | None:
    """The place that a distance belongs to."""
    return min(orte, key=lambda ort: min(kilometer((ort.lat, ort.lon), punkt) for punkt in punkte), default=None)


def kilometer(von: Punkt, bis: Punkt) -> float:
    """The same distance outside the database."""
    (breite1, laenge1), (breite2, laenge2) = (map(math.radians, punkt) for punkt in (von, bis))
    h = (
        math.sin((breite2 - breite1) / 2) ** 2
        + math.cos(breite1) * math.cos(breite2) * math.sin((laenge2 - laenge1) / 2) ** 2
    )
    return 2 * ERDRADIUS * math.asin(min(1.0, math.sqrt(h)))


def im_rechteck(punkt: Punkt, km: float) -> Q:
    """The bounding box of the circle; the index on (lat, lon) leaves little to compute."""
    lat, lon = punkt
    hoch = km / GRAD_BREITE
    breit = hoch / max(0.01, math.cos(math.radians(lat)))
    return Q(lat__range=(lat - hoch, lat + hoch), lon__range=(lon - breit, lon + breit))


def abstand_von(punkt: Punkt) -> Func:
    """The distance of a row with `lat` and `lon` in km."""
    lat, lon = punkt
    zahl = lambda wert: Value(wert, output_field=FloatField())  # noqa: E731
    h = Power(Sin(Radians(F("lat") - zahl(lat)) / 2), 2) + (
        zahl(math.cos(math.radians(lat))) * Cos(Radians(F("lat"))) * Power(Sin(Radians(F("lon") - zahl(lon)) / 2), 2)
    )
    return zahl(2 * ERDRADIUS) * ASin(Sqrt(Least(h, zahl(1.0))), output_field=FloatField())
