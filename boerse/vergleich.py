"""What changed between two texts of a listing? Field by field, old beside new, changed words marked."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from .feldnamen import FELDNAMEN, Lesbar

_WOERTER = re.compile(r"\S+\s*|\s+")

Stuecke = list[tuple[str, bool]]  # text, and whether it is only on this side


@dataclass(frozen=True)
class Zeile:
    """One field: how it was and how it would be."""

    name: str
    feld: str
    alt: Stuecke
    neu: Stuecke
    geaendert: bool


def vergleichen(alt: dict, neu: dict) -> list[Zeile]:
    """Every field that says something on either side, in the order of the form."""
    lesbar = Lesbar(alt, neu)
    zeilen = []
    for name, feld in FELDNAMEN.items():
        vorher, nachher = (lesbar.feld(name, dokument.get(name)) for dokument in (alt, neu))
        if vorher or nachher:
            zeilen.append(Zeile(name, str(feld), *_gegenueber(vorher, nachher), vorher != nachher))
    return zeilen


def _gegenueber(vorher: str, nachher: str) -> tuple[Stuecke, Stuecke]:
    """Both texts in pieces; a piece that the other side lacks is marked."""
    alt, neu = _WOERTER.findall(vorher), _WOERTER.findall(nachher)
    links: Stuecke = []
    rechts: Stuecke = []
    for art, a1, a2, b1, b2 in SequenceMatcher(None, alt, neu, autojunk=False).get_opcodes():
        for seite, stueck in ((links, "".join(alt[a1:a2])), (rechts, "".join(neu[b1:b2]))):
            if stueck:
                seite.append((stueck, art != "equal" and bool(stueck.strip())))
    return links, rechts
