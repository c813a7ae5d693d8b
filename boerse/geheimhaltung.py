"""Which counts about people may be published? None below 5, and none that could be worked out from the others.

The rules are those of official statistics: primary suppression of small counts, and complementary suppression of
further ones, so that the total less all that is shown says nothing about a single one.
"""

from collections.abc import Hashable, Iterable

MINDESTENS = 5


def zeigbar(anzahl: int) -> int | None:
    """One count alone."""
    return anzahl if anzahl >= MINDESTENS else None


def schuetzen[K: Hashable](werte: dict[K, int], verborgen: Iterable[K] = ()) -> dict[K, int | None]:
    """Parts of a published total: None for those that stay hidden.

    What is hidden are at least two parts, and together they are at least 5. Zeros are hidden like all small counts.
    Further ones are hidden in the order given, which must not depend on these counts: that always the smallest goes
    would tell how big it can be at most.
    `verborgen`: hidden for another reason, as where the whole of which these are a part is hidden.
    """
    verdeckt = {name for name, wert in werte.items() if wert < MINDESTENS} | {*verborgen}
    offen = [name for name in werte if name not in verdeckt]
    summe = sum(werte[name] for name in verdeckt)
    while verdeckt and offen and (len(verdeckt) < 2 or summe < MINDESTENS):
        naechster = offen.pop(0)
        verdeckt.add(naechster)
        summe += werte[naechster]
    return {name: None if name in verdeckt else wert for name, wert in werte.items()}
