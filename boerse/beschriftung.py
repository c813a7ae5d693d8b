"""Which labels of a map have room? Decided once for each drawing, the largest area first; the list names them all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Sizes in units of the drawing, of which its width has 1,000; they follow static/css/landkarte.css.
NAME, ZAHL_UNTER_NAME, ZAHL, ZAHL_IN_DER_LISTE = 25.5, 30.0, 46.0, 66.0
# Of letters and digits, in parts of the type's size; numbers are taken to have two digits.
BUCHSTABE, ZIFFER, HOCH = 0.52, 0.58, 0.75
# A longer name stands in two lines.
EINZEILIG = 10

Kasten = tuple[float, float, float, float]


@dataclass(frozen=True)
class Beschriftung:
    """The lines of the name, and the classes that say what is shown where."""

    zeilen: list[str]
    klassen: str


def beschriften(orte: Iterable[tuple[str, float, float]]) -> list[Beschriftung]:
    """For names with their points, the most important first."""
    orte = [(zeilen(name), x, y) for name, x, y in orte]
    mit_zahl = _frei([_zahl(x, y, ZAHL) for _zeilen, x, y in orte])
    in_der_liste = _frei([_zahl(x, y, ZAHL_IN_DER_LISTE) for _zeilen, x, y in orte])
    unten = [_zahl(x, y + 0.6 * ZAHL_UNTER_NAME, ZAHL_UNTER_NAME) for _zeilen, x, y in orte]
    mit_name = _frei([_name(*ort) for ort in orte], {n: unten[n] for n in mit_zahl})
    klassen = {"mit-name": mit_name & mit_zahl, "mit-zahl": mit_zahl, "mit-zahl-in-der-liste": in_der_liste}
    return [
        Beschriftung(ort[0], " ".join(k for k, nummern in klassen.items() if n in nummern))
        for n, ort in enumerate(orte)
    ]


def zeilen(name: str) -> list[str]:
    """Without what only tells it from others of its name: "Wickede (Ruhr)" is Wickede on the map of its Kreis."""
    name = re.sub(r"\s*[(,].*", "", name) or name
    return re.split(r" |(?<=-)", name, maxsplit=1) if len(name) > EINZEILIG else [name]


def _frei(kaesten: list[Kasten], fremde: dict[int, Kasten] | None = None) -> set[int]:
    """The numbers of the boxes that overlap neither one placed before nor a foreign one of another number."""
    frei: dict[int, Kasten] = {}
    for nummer, kasten in enumerate(kaesten):
        andere = [*frei.values(), *(k for n, k in (fremde or {}).items() if n != nummer)]
        if not any(_ueberdeckt(kasten, anderer) for anderer in andere):
            frei[nummer] = kasten
    return set(frei)


def _ueberdeckt(a: Kasten, b: Kasten) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _zahl(x: float, y: float, groesse: float) -> Kasten:
    breite, hoehe = 2 * ZIFFER * groesse, HOCH * groesse
    return x - breite / 2, y - hoehe / 2, x + breite / 2, y + hoehe / 2


def _name(worte: list[str], x: float, y: float) -> Kasten:
    """The name above its point, the number below."""
    breite = max(map(len, worte)) * BUCHSTABE * NAME
    oben = y - (0.15 + HOCH + 1.1 * (len(worte) - 1)) * NAME
    return x - breite / 2, oben, x + breite / 2, y + ZAHL_UNTER_NAME
