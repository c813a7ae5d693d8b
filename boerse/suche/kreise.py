"""Which Kreis does somebody mean? "Kreis Soest", "Landkreis München", "im Märkischen Kreis"."""

import re

from django.db.models.functions import Left

from ehrenamt.gemerkt import gemerkt
from organisationen.models import Gemeinde

from .orte import Suchort, gemeinden_finden, schluessel

_KREIS = re.compile(r"\b(?:(?:land)?kreis(?:es|gebiet)?|lkr?|kr)\b\.?")
_GEBEUGT = re.compile(r"ischen (?=kreis\b)")
_VIELLEICHT = re.compile(r"kreis|region|\blkr?\b|\bkr\b", re.IGNORECASE)


def genannter_kreis(folgen: list[str]) -> tuple[str, Suchort] | None:
    """The longest of these words or sequences of words that names a Kreis, and the Kreis with all that lies in it."""
    namen = {key: folge for folge in folgen if _VIELLEICHT.search(folge) for key in _kreisschluessel(folge)}
    bekannte = _kreise() if namen else {}
    laengster = max((key for key in namen if key in bekannte), key=len, default=None)
    if laengster is None:
        return None
    region = bekannte[laengster]
    return namen[laengster], gemeinden_finden([region])[region]


@gemerkt(600)
def _kreise() -> dict[str, str]:
    """Name → the five digits that the AGS of all its Gemeinden begin with. A town that is its own Kreis is a town."""
    zeilen = Gemeinde.objects.order_by().annotate(region=Left("ags", 5)).values_list("region", "kreis_name").distinct()
    kreise = {key: region for region, name in zeilen if _VIELLEICHT.search(name) for key in _kreisschluessel(name)}
    return kreise | {key.removeprefix("kreis "): region for key, region in kreise.items() if "region" in key}


def _kreisschluessel(name: str) -> set[str]:
    """Landkreis, Kreisgebiet and LK are all Kreis; hyphens and endings do not matter."""
    return {_GEBEUGT.sub("ischer ", _KREIS.sub("kreis", key.replace("-", " "))) for key in schluessel(name)}
