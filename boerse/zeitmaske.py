"""Which slots of the week? Weekday × daypart as the bits of one number, so that two weeks compare in one step."""

from collections.abc import Iterable

from .auswahl import Tageszeit, Wochentag

TAGE = [tag for tag in Wochentag.values if tag != Wochentag.FLEXIBEL]
ZEITEN = [zeit for zeit in Tageszeit.values if zeit != Tageszeit.FLEXIBEL]
ALLE = (1 << len(TAGE) * len(ZEITEN)) - 1
TAG = {tag: 0b111 << 3 * nummer for nummer, tag in enumerate(TAGE)} | {Wochentag.FLEXIBEL.value: ALLE}
ZEIT = {zeit: sum(1 << 3 * t + nummer for t in range(len(TAGE))) for nummer, zeit in enumerate(ZEITEN)}
ZEIT |= {Tageszeit.FLEXIBEL.value: ALLE}


def maske(wochentage: Iterable[str], tageszeiten: Iterable[str]) -> int:
    """Every weekday with every daypart; of which nothing is named, all are meant."""
    tage, zeiten = 0, 0
    for tag in wochentage:
        tage |= TAG[tag]
    for zeit in tageszeiten:
        zeiten |= ZEIT[zeit]
    return (tage or ALLE) & (zeiten or ALLE)


def aus_fenstern(fenster: Iterable[tuple[str, str]]) -> int:
    """Of slots (weekday, daypart); 0 where nothing is said."""
    ergebnis = 0
    for wochentag, tageszeit in fenster:
        ergebnis |= TAG[wochentag] & ZEIT[tageszeit]
    return ergebnis
