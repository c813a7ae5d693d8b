"""Which place stands in a question? "Schach Geseke", "59597", "Garten in Bad Sassendorf"."""

import re

from .orte import Suchort, genannte, ort_finden
from .sprache import FUELLWOERTER, ist_grundwort

WOERTER_HOECHSTENS = 3
_WORT = re.compile(r"[^\W_]+(?:[-.'][^\W_]+)*\.?")
_PLZ = re.compile(r"(?<!\d)\d{5}(?!\d)")
_WO = {"in", "bei", "um", "aus", "nahe", "rund", "raum"}


def ort_lesen(text: str) -> tuple[str, str, Suchort | None]:
    """The question without its place, the words of the place as typed, and the place; the last one named counts.

    A name that is also an ordinary word (Essen, Berge) needs a word like "in" before it, unless the question
    consists of it alone.
    """
    if plz := _PLZ.search(text):
        ort = ort_finden(plz.group())
        return (_ohne(text, plz.start(), plz.end()), plz.group(), ort) if ort else (text, "", None)
    woerter = list(_WORT.finditer(text))
    folgen = {
        text[woerter[i].start() : woerter[i + n - 1].end()]: (i, n)
        for n in range(1, WOERTER_HOECHSTENS + 1)
        for i in range(len(woerter) - n + 1)
        if woerter[i].group().lower() not in FUELLWOERTER
    }
    bekannte = genannte(list(folgen))
    for folge in sorted(bekannte, key=lambda f: (-folgen[f][1], -folgen[f][0])):
        i, n = folgen[folge]
        davor = woerter[i - 1].group().lower() if i else ""
        ort = bekannte[folge]
        if davor in _WO or (ort.bedient and not ist_grundwort(folge.lower())) or len(woerter) == n:
            anfang = woerter[i - 1].start() if davor in _WO else woerter[i].start()
            return _ohne(text, anfang, woerter[i + n - 1].end()), text[anfang : woerter[i + n - 1].end()], ort
    return text, "", None


def _ohne(text: str, anfang: int, ende: int) -> str:
    return " ".join(f"{text[:anfang]} {text[ende:]}".split())
