"""What can be done with an outline? Join neighbours, find a place for a label, write an SVG path."""

from collections import defaultdict
from itertools import groupby, pairwise

Punkt = tuple[float, float]
Ring = list[Punkt]


def vereinen(ringe: list[Ring]) -> list[Ring]:
    """The outline of several areas together. Neighbours share points exactly, so an edge that two areas have lies
    inside and goes; what remains is chained into rings again."""
    kanten: set[tuple[Punkt, Punkt]] = set()
    for ring in ringe:
        for von, nach in pairwise([(lon, lat) for lon, lat, *_hoehe in ring]):
            if von != nach:
                kanten ^= {(min(von, nach), max(von, nach))}
    nachbarn: dict[Punkt, set[Punkt]] = defaultdict(set)
    for von, nach in kanten:
        nachbarn[von].add(nach)
        nachbarn[nach].add(von)
    ergebnis = []
    for anfang in list(nachbarn):
        ring = [anfang]
        while nachbarn[ring[-1]]:
            naechster = nachbarn[ring[-1]].pop()
            nachbarn[naechster].discard(ring[-1])
            ring.append(naechster)
        if len(ring) > 3:
            ergebnis.append(ring)
    return ergebnis


def flaeche(ring: Ring) -> float:
    """Its sign tells the direction of the ring."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])) / 2


def beschriftungspunkt(ringe: list[Ring]) -> Punkt:
    """A point inside, where a label has most room: in the middle of the widest strip of the largest part."""
    groesster = max(ringe, key=lambda ring: abs(flaeche(ring)))
    oben, unten = min(y for _x, y in groesster), max(y for _x, y in groesster)
    zeilen, hoch = 24, (unten - oben) / 24
    bester, platz = (groesster[0][0], groesster[0][1]), -1.0
    for nummer in range(2, zeilen - 1):
        y = oben + nummer * hoch
        for links, rechts in _strecken(ringe, y):
            mitte = (links + rechts) / 2
            breite = min(_breite_um(ringe, y + abstand * hoch, mitte) for abstand in (-2, 0, 2))
            # Nearer to the middle of the height is better where strips are alike.
            breite *= 1 - abs(nummer / zeilen - 0.5) * 0.6
            if breite > platz:
                bester, platz = (mitte, y), breite
    return round(bester[0], 1), round(bester[1], 1)


def _strecken(ringe: list[Ring], y: float) -> list[tuple[float, float]]:
    """Where the horizontal line at `y` runs inside; not through holes."""
    schnitte = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for ring in ringe
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
        if (y1 <= y) != (y2 <= y)
    )
    return list(zip(schnitte[::2], schnitte[1::2], strict=False))


def _breite_um(ringe: list[Ring], y: float, x: float) -> float:
    """How far one gets to both sides of `x` alike without leaving; 0 outside."""
    return max(
        (2 * min(x - links, rechts - x) for links, rechts in _strecken(ringe, y) if links < x < rechts), default=0.0
    )


def pfad(ringe: list[Ring]) -> str:
    """An SVG path in whole units, each point told from the one before: all the outlines are sent with every page.
    Holes are rings of their own (fill-rule evenodd or opposite direction)."""
    return "".join(filter(None, map(_zug, ringe)))


def _zug(ring: Ring) -> str:
    """Neighbours round the points they share alike, so that no gap opens between them."""
    punkte = [punkt for punkt, _gleiche in groupby((round(x), round(y)) for x, y in ring)]
    if len(punkte) < 3:
        return ""
    schritte = " ".join(f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(punkte))
    return "M{} {}l".format(*punkte[0]) + schritte.replace(" -", "-") + "Z"
