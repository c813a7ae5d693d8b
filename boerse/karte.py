"""How does the region look as a map? Inline SVG from the outlines of the Gemeinden, shaded by numbers of hits.

Up to 60 Gemeinden are drawn one by one; in larger regions the Kreise, then the Länder, each joined from its Gemeinden,
as long as there are at least two of them.
"""

import math
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.safestring import mark_safe

from organisationen.models import Flaeche, Gemeinde
from organisationen.regionen import in_regionen

from .beschriftung import Beschriftung, beschriften
from .umriss import Ring, beschriftungspunkt, flaeche, pfad, vereinen

BREITE = 1000.0
FLAECHEN_HOECHSTENS = 60
HALTBAR = 600  # seconds; reference data changes once a year
STUFEN = 4
NAMEN_HOECHSTENS = 24  # more of them would lie on one another; the list beside the map has them all


@dataclass(frozen=True)
class Gebietsflaeche:
    """An area of the map: AGS or the beginning of one, name, path, where its label stands, and what of it."""

    ags: str
    name: str
    pfad: str
    x: float
    y: float
    schrift: Beschriftung


@dataclass(frozen=True)
class Regionskarte:
    """The drawing without numbers. `stellen`: how much of the AGS names an area (8, 5 or 2)."""

    flaechen: list[Gebietsflaeche]
    namen: dict[str, str]
    stellen: int
    hoehe: float
    _abbildung: Callable[[float, float], tuple[float, float]] | None
    einheiten_je_km: float

    @property
    def zeichenbar(self) -> bool:
        """A single town is no map; it is found by the list."""
        return len(self.flaechen) > 1

    def punkt(self, lat: float, lon: float) -> dict[str, float]:
        x, y = self._abbildung(lon, lat)
        return {"x": round(x, 1), "y": round(y, 1)}


_gemerkt: dict[tuple[str, ...], tuple[float, Regionskarte]] = {}


def region() -> Regionskarte:
    """The drawing of the served region, kept in the process."""
    schluessel = tuple(settings.PORTAL_REGIONEN)
    bis, karte = _gemerkt.get(schluessel, (0.0, None))
    if karte is None or bis < time.monotonic():
        karte = _zeichnen()
        if karte.namen:  # before the reference data is loaded there is nothing to keep
            _gemerkt[schluessel] = (time.monotonic() + HALTBAR, karte)
    return karte


def vergessen() -> None:
    """After reference data was loaded."""
    _gemerkt.clear()


def karte(zahlen: dict[str, int], adresse: Callable[[str], str], gewaehlt: set[str], kreise: list = ()) -> dict | None:
    """What the template draws: areas with link and shade, circles of a radius [(lat, lon, km)]; None for one town."""
    grund = region()
    if not grund.zeichenbar:
        return None
    hoechste = max([zahlen.get(f.ags, 0) for f in grund.flaechen], default=0)
    flaechen = [
        {
            "ags": f.ags,
            "name": f.name,
            "pfad": f.pfad,
            "x": f.x,
            "y": f.y,
            "schrift": f.schrift,
            "anzahl": zahlen.get(f.ags, 0),
            "stufe": _stufe(zahlen.get(f.ags, 0), hoechste),
            "url": adresse(f.ags),
            "gewaehlt": f.ags in gewaehlt,
        }
        for f in grund.flaechen
    ]
    ringe = [grund.punkt(lat, lon) | {"r": round(km * grund.einheiten_je_km, 1)} for lat, lon, km in kreise]
    return {
        "viewbox": _ausschnitt(grund, ringe),
        "flaechen": flaechen,
        "kreise": ringe,
        "mit_namen": len(flaechen) <= NAMEN_HOECHSTENS,
    }


def lage(orte: list) -> dict[str, Any] | None:
    """Where a listing is: its areas marked, its places (never more exact than they may be known) as dots."""
    grund = region()
    if not grund.zeichenbar or not any(ort.gemeinde_id[: grund.stellen] in grund.namen for ort in orte):
        return None
    gewaehlt = {ort.gemeinde_id[: grund.stellen] for ort in orte}
    flaechen = [{"pfad": f.pfad, "gewaehlt": f.ags in gewaehlt} for f in grund.flaechen]
    punkte = [grund.punkt(ort.lat, ort.lon) for ort in orte if ort.gemeinde_id[: grund.stellen] in grund.namen]
    return {"viewbox": f"0 0 {BREITE:.0f} {grund.hoehe:.0f}", "flaechen": flaechen, "punkte": punkte}


def _ausschnitt(grund: Regionskarte, ringe: list[dict[str, float]]) -> str:
    """What of the map is shown: a single circle with its surroundings where its middle lies on the map, else all."""
    if len(ringe) == 1 and 0 < ringe[0]["x"] < BREITE and 0 < ringe[0]["y"] < grund.hoehe:
        weite = max(ringe[0]["r"] * 1.12, BREITE / 5)
        links, oben = max(0.0, ringe[0]["x"] - weite), max(0.0, ringe[0]["y"] - weite)
        rechts, unten = min(BREITE, ringe[0]["x"] + weite), min(grund.hoehe, ringe[0]["y"] + weite)
        return f"{links:.0f} {oben:.0f} {rechts - links:.0f} {unten - oben:.0f}"
    return f"0 0 {BREITE:.0f} {grund.hoehe:.0f}"


def _stufe(anzahl: int, hoechste: int) -> int:
    """0 without hits, else 1 to 4; the root keeps one big town from paling all others."""
    return math.ceil(STUFEN * (anzahl / hoechste) ** 0.75) if anzahl else 0


def _zeichnen() -> Regionskarte:
    gemeinden = list(
        Gemeinde.objects.filter(in_regionen("ags", settings.PORTAL_REGIONEN)).only(
            "ags", "name", "kreis_name", "land", "sortiername"
        )
    )
    stellen = _stellen([g.ags for g in gemeinden])
    feld = {8: "name", 5: "kreis_name", 2: "land"}[stellen]
    namen = {g.ags[:stellen]: getattr(g, feld) for g in gemeinden}
    ringe: dict[str, list[Ring]] = defaultdict(list)
    umrisse = Flaeche.objects.filter(in_regionen("ags", settings.PORTAL_REGIONEN)).values_list("ags", "ringe")
    for ags, umriss in umrisse.order_by("ags"):
        ringe[ags[:stellen]].extend(umriss)
    return _zusammensetzen(namen, {s: vereinen(r) if stellen < 8 else r for s, r in ringe.items()}, stellen)


def _stellen(ags: list[str]) -> int:
    """The finest division with few enough areas, else the coarsest that still divides: a Kreis of 200 Gemeinden and a
    Land of 96 Kreise are drawn all the same."""
    anzahl = {n: len({a[:n] for a in ags}) for n in (8, 5, 2)}
    teilend = [n for n in anzahl if anzahl[n] > 1]
    return next((n for n in teilend if anzahl[n] <= FLAECHEN_HOECHSTENS), teilend[-1] if teilend else 8)


def _zusammensetzen(namen: dict[str, str], ringe: dict[str, list[Ring]], stellen: int) -> Regionskarte:
    punkte = [punkt for umriss in ringe.values() for ring in umriss for punkt in ring]
    if not punkte:
        return Regionskarte([], namen, stellen, 0, None, 0)
    west, ost = min(p[0] for p in punkte), max(p[0] for p in punkte)
    sued, nord = min(p[1] for p in punkte), max(p[1] for p in punkte)
    stauchung = math.cos(math.radians((sued + nord) / 2))
    massstab = BREITE / ((ost - west) * stauchung)

    def abbildung(lon: float, lat: float) -> tuple[float, float]:
        return (lon - west) * stauchung * massstab, (nord - lat) * massstab

    gezeichnet = {
        schluessel: [[abbildung(lon, lat) for lon, lat, *_hoehe in ring] for ring in umriss]
        for schluessel, umriss in ringe.items()
        if schluessel in namen
    }
    flaechen = sorted(_flaechen(namen, gezeichnet), key=lambda f: f.name)
    je_km = massstab / (math.radians(1) * 6371.0)
    return Regionskarte(flaechen, namen, stellen, (nord - sued) * massstab, abbildung, je_km)


def _flaechen(namen: dict[str, str], gezeichnet: dict[str, list[Ring]]) -> list[Gebietsflaeche]:
    groesse = {schluessel: sum(abs(flaeche(ring)) for ring in ringe) for schluessel, ringe in gezeichnet.items()}
    reihe = sorted(gezeichnet, key=groesse.__getitem__, reverse=True)
    punkte = [beschriftungspunkt(gezeichnet[schluessel]) for schluessel in reihe]
    schriften = beschriften((namen[schluessel], *punkt) for schluessel, punkt in zip(reihe, punkte, strict=True))
    return [
        Gebietsflaeche(schluessel, namen[schluessel], mark_safe(pfad(gezeichnet[schluessel])), *punkt, schrift)
        for schluessel, punkt, schrift in zip(reihe, punkte, schriften, strict=True)
    ]
