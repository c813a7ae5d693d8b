"""What do the best hits have in common? Others that share it are more likely meant, too, and come forward.

Somebody who asks for dogs and finds people who walk them means animals rather than the bank beside a dog's meadow.
"""

from collections import defaultdict

# So many of the first hits are put into order again: what a page or three show.
FENSTER = 60
# The hits that tell what is meant, if they answer nearly as well as the first one.
BESTE, FAST_SO_GUT = 4, 0.5
# What it counts at most to share all that they share, as a part of the first one's rank.
ZUSCHLAG = 0.3
# How much a term says about what a listing is.
TAETIGKEIT, THEMA, ZIELGRUPPE = 1.0, 0.5, 0.3
# As the rows bring them.
SPALTEN = ["pk", "rang", "taetigkeiten", "themen", "zielgruppen"]
_GEWICHTE = (TAETIGKEIT, THEMA, ZIELGRUPPE)

Zeile = tuple[int, float, list[str], list[str], list[str]]


def vorziehen(zeilen: list[Zeile]) -> list[int]:
    """The numbers of these hits (the best first), with those before others that are of the kind of the best."""
    if not zeilen or zeilen[0][1] <= 0:
        return [zeile[0] for zeile in zeilen]
    erster = zeilen[0][1]
    beste = [zeile for zeile in zeilen[:BESTE] if zeile[1] >= erster * FAST_SO_GUT]
    kennzeichen = _kennzeichen(beste, zeilen)
    # One hit alone is hardly a kind.
    hoechstens = ZUSCHLAG * erster * min(1.0, len(beste) / 3)
    neu = {zeile[0]: zeile[1] + hoechstens * _anteil(zeile, kennzeichen) for zeile in zeilen}
    return sorted(neu, key=lambda nummer: -neu[nummer])


def _kennzeichen(beste: list[Zeile], alle: list[Zeile]) -> dict[tuple[int, str], float]:
    """The terms that the best have more often than the rest, and how clearly; together at most about 1."""
    summe, anteil = sum(zeile[1] for zeile in beste), defaultdict(float)
    for zeile in beste:
        for begriff in _begriffe(zeile):
            anteil[begriff] += zeile[1] / summe
    ueblich = defaultdict(float)
    for zeile in alle:
        for begriff in _begriffe(zeile):
            ueblich[begriff] += 1 / len(alle)
    mehr = {b: (wert - ueblich[b]) * _GEWICHTE[b[0]] for b, wert in anteil.items() if wert > ueblich[b]}
    groesste = max(1.0, sum(sorted(mehr.values(), reverse=True)[:3]))
    return {begriff: wert / groesste for begriff, wert in mehr.items()}


def _begriffe(zeile: Zeile) -> list[tuple[int, str]]:
    return [(art, slug) for art, slugs in enumerate(zeile[2:]) for slug in slugs]


def _anteil(zeile: Zeile, kennzeichen: dict[tuple[int, str], float]) -> float:
    return min(1.0, sum(kennzeichen.get(begriff, 0.0) for begriff in _begriffe(zeile)))
