"""Which parts of the day does a time of day mean? "ab 16 Uhr", "von 9 bis 12 Uhr", "montags ab 17"."""

import re
from datetime import date

from ..auswahl import Tageszeit as T

# What people call so, in hours.
TEILE = {T.VORMITTAGS: (5, 12), T.NACHMITTAGS: (12, 18), T.ABENDS: (18, 24)}
# Who has time for so long in a part of the day, or for half of the time named, has time for what takes place then.
STUNDEN, ANTEIL = 2, 0.5
_MINUTEN = r"(?:[:.][0-5]\d)?"
_BIS = r"(?:\s*uhr)?\s*(?:bis|und|-|–)\s*"
VON_BIS = rf"(?:von\s+|zwischen\s+)?(?P<von>\d{{1,2}}){_MINUTEN}{_BIS}(?P<bis>\d{{1,2}}){_MINUTEN}"
AB = rf"(?:erst\s+)?(?:ab|nach|seit)\s+(?P<von>\d{{1,2}}){_MINUTEN}"
VOR = rf"(?:bis|vor)\s+(?P<bis>\d{{1,2}}){_MINUTEN}"
UM = rf"(?:um\s+|gegen\s+)?(?P<um>\d{{1,2}}){_MINUTEN}"


def tageszeiten(treffer: re.Match, _heute: date) -> list[str] | None:
    zahlen = {name: int(zahl) for name, zahl in treffer.groupdict().items() if zahl and zahl.isdigit()}
    von = zahlen.get("um", zahlen.get("von", 0))
    bis = von + 1 if "um" in zahlen else zahlen.get("bis", 24)
    if not von < bis <= 24:
        return None
    gemeinsam = {teil: min(bis, ende) - max(von, anfang) for teil, (anfang, ende) in TEILE.items()}
    return [teil for teil, stunden in gemeinsam.items() if stunden >= min(STUNDEN, ANTEIL * (bis - von))] or None
