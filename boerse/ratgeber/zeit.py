"""Is it still to come?"""

import re
from collections.abc import Iterator
from datetime import date

from ..auswahl import Art
from .regel import Schwere, regel
from .text import Stelle, Text

_MONATE = [
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
]
_DATUM = re.compile(
    rf"\b(?:(?P<tag>\d{{1,2}})\. ?)?(?P<name>{'|'.join(_MONATE)}) (?P<jahr>20\d\d)\b"
    r"|\b(?P<t>\d{1,2})\. ?(?P<m>\d{1,2})\. ?(?P<j>20\d\d|\d\d)\b",
    re.IGNORECASE,
)
# Sentences that tell of what was.
_DAMALS = re.compile(
    r"\b(?:seit|wurden?|war|waren|hatten?|haben|hat|gegründet|entstand|eröffnete?|bisher\w*|letzte[nsr]?|vergangene[nsr]?"
    r"|damals|ist\b.{0,60}\b(?:ge\w+t|entstanden))\b",
    re.IGNORECASE,
)


@regel(
    Schwere.SPERRE,
    "Der Termin ist schon vorbei",
    "Mit diesem Datum wäre Ihr Angebot am selben Tag wieder verschwunden. Tragen Sie den nächsten Termin ein, oder "
    "lassen Sie Beginn und Ende frei, wenn es immer weitergeht.",
    "Beginn: der Tag, an dem es losgeht. Ende: nur, wenn es ein letztes Mal gibt.",
)
def termin_vorbei(text: Text) -> Iterator[Stelle]:
    beginn, ende = text.tag("beginn"), text.tag("ende")
    if ende and ende < text.heute:
        yield "ende", f"{ende:%d.%m.%Y}"
    elif beginn and not ende and beginn < text.heute and text.inhalt.get("art") == Art.EINMALIG:
        yield "beginn", f"{beginn:%d.%m.%Y}"


@regel(
    Schwere.WARNUNG,
    "Dieses Datum liegt in der Vergangenheit",
    "Alte Termine im Text lassen das ganze Angebot veraltet aussehen. Nennen Sie den nächsten, oder schreiben Sie, wie "
    "oft es stattfindet.",
    "Statt „am 14. Oktober“: „jedes Jahr im Oktober“.",
)
def datum_vergangen(text: Text) -> Iterator[Stelle]:
    if not _DATUM.search(text.alles):
        return
    for feld, satz in text.saetze:
        if not _DAMALS.search(satz):
            treffer = [t for t in _DATUM.finditer(satz) if (tag := _letzter_tag(t)) and tag < text.heute]
            yield from ((feld, t[0]) for t in treffer)


def _letzter_tag(treffer: re.Match) -> date | None:
    """The day that is written there; of a month its 28th, which is late enough to be sure."""
    monat = _MONATE.index(treffer["name"].lower()) + 1 if treffer["name"] else int(treffer["m"])
    jahr = int(treffer["jahr"] or treffer["j"])
    try:
        return date(jahr if jahr > 99 else 2000 + jahr, monat, int(treffer["tag"] or treffer["t"] or 28))
    except ValueError:
        return None
