"""Does the title say what one does, in a normal voice?"""

import re
from collections.abc import Iterator

from .regel import Schwere, regel
from .text import Stelle, Text

_KLAMMER = re.compile(r"\([^)]*\)")
_WORT = re.compile(r"[^\W\d_]+")
# Words that say nothing about what one does.
_NICHTSSAGEND = frozenset(
    """aktiv bei beim bitte das dem den der dich die dringend du ehrenamt ehrenamtler ehrenamtlich ehrenamtliche
    ehrenamtlicher ehrenamtliches ein eine einen engagement freiwillige freiwilliger für gebraucht gesucht helfer
    helferin helferinnen helfende hilfe hände ihr im in mit mitarbeit mitarbeiter mitarbeiterin mitarbeiterinnen
    mitmachen sie sofort suche suchen sucht und uns unser unsere unterstützung von wir zu zum zur""".split()  # noqa: SIM905
)
_RUF = re.compile(
    r"[!?]{2,}|[+*#=~]{2,}|\b(?:DRINGEND|SOFORT|ACHTUNG|WICHTIG|EILT|JETZT|GESUCHT|HILFE)\b"
    r"|[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\u2764]"
)
_GROSS = re.compile(r"\b[A-ZÄÖÜ]{4,}\b")


@regel(
    Schwere.WARNUNG,
    "Der Titel sagt noch zu wenig",
    "In der Liste lesen Menschen zuerst nur den Titel. Sagen Sie in drei bis sechs Wörtern, was man tut und für wen.",
    "Statt „Helfer gesucht“: „Beim Sommerfest Waffeln backen“. Statt „Vorlesepate“: „Kindern dienstags vorlesen“.",
)
def titel_kurz(text: Text) -> Iterator[Stelle]:
    woerter = _WORT.findall(_KLAMMER.sub("", text.titel))
    sprechende = [wort for wort in woerter if wort.lower() not in _NICHTSSAGEND]
    if text.titel and (not sprechende or (len(sprechende) == 1 and len(woerter) < 3)):
        yield "titel", text.titel


@regel(
    Schwere.WARNUNG,
    "Der Titel ruft",
    "Großbuchstaben, viele Ausrufezeichen und Bildzeichen wirken wie Werbung, und Vorleseprogramme buchstabieren sie. "
    "Schreiben Sie den Titel wie einen gewöhnlichen Satz.",
    "Statt „DRINGEND FAHRER GESUCHT!!!“: „Ältere Menschen zum Arzt fahren“.",
)
def titel_laut(text: Text) -> Iterator[Stelle]:
    if ruf := _RUF.search(text.titel):
        yield "titel", ruf[0]
    elif len(gross := _GROSS.findall(text.titel)) > 1:
        yield "titel", " ".join(gross)
