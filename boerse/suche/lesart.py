"""What in a question is really a filter? "abends unter der Woche", "ab 12", "im Homeoffice", "nur im Dezember".

Places are read by platz.py. What stands in quotation marks is meant as plain words.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..auswahl import AlleinGruppe, Art, Deutsch, Digital, Haeufigkeit, Tageszeit, Wochentag
from ..vorlieben import WEGE
from .uhrzeit import AB, UM, VON_BIS, VOR, tageszeiten


@dataclass(frozen=True)
class Lesung:
    """One part of a question that is read as a wish: the words as typed, the parameter, its value."""

    worte: str
    name: str
    wert: Any


W, T = Wochentag, Tageszeit
_TAGE = {
    "montag": W.MO,
    "dienstag": W.DI,
    "mittwoch": W.MI,
    "donnerstag": W.DO,
    "freitag": W.FR,
    "samstag": W.SA,
    "sonnabend": W.SA,
    "sonntag": W.SO,
}
_WOCHE = [tag for tag in W if tag != W.FLEXIBEL]
_KURZ = {str(tag): tag for tag in _WOCHE}
_MONATE = [
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember",
]  # fmt: skip
_ZAHLEN = {
    "ein": 1,
    "eine": 1,
    "einer": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "acht": 8,
    "zehn": 10,
}
_ALTERSWORTE = {
    wort: jahre
    for jahre, wort in enumerate(
        [
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwölf",
            "dreizehn",
            "vierzehn",
            "fünfzehn",
            "sechzehn",
            "siebzehn",
            "achtzehn",
        ],
        8,
    )
}
MINDERJAEHRIG = 17
_ZAHL = r"(?P<zahl>\d{1,3}(?:[.,]\d)?|" + "|".join(_ZAHLEN) + ")"
# Who is so old, in whose family somebody is.
_WER = (
    r"(?:(?:für|mit|als|bin|ich|mein|unser)\w{0,2}\s+){0,2}"
    r"(?:sohn|tochter|enkel(?:in|kind|tochter|sohn)?|kind|junge|mädchen|schüler(?:in)?|neffe|nichte|bruder|schwester|"
    r"jugendlicher?|teenager|mann|frau|oma|opa|mutter|vater|rentner(?:in)?)"
)
_JETZT = r"(?:(?:schon|erst|bald|jetzt|gerade|nun|fast|knapp|grade|inzwischen|demnächst)\s+)*"
_KEIN_ALTER = (
    r"(?!\s*(?:uhr|[.:]\d|euro|€|stunden?|std|km|mal|tage|wochen|monate|minuten|personen|leute|kinder|bis|"
    r"-\s*\d|und\s+\d))"
)
_JAHRE = r"(?:\s+jahren?)?(?:\s+(?:alt|geworden))?"
NAH = 10  # km
_NUR = r"(?:nur\s+)?"

Regel = tuple[re.Pattern, str, Callable[[re.Match, date], Any]]


def _regel(muster: str, name: str, wert: Any) -> Regel:
    lesen = wert if callable(wert) else lambda treffer, heute: wert
    return re.compile(rf"(?<!\w){_NUR}(?:{muster})(?!\w)", re.IGNORECASE), name, lesen


def _zahl(treffer: re.Match, _heute: date) -> float:
    zahl = treffer["zahl"].lower().replace(",", ".")
    return float(_ZAHLEN.get(zahl, 0) or zahl)


def _alter(treffer: re.Match, _heute: date) -> int | None:
    jahre = int(treffer["zahl"])
    return jahre if 5 <= jahre <= 99 else None


def _alter_in_worten(treffer: re.Match, _heute: date) -> int:
    return _ALTERSWORTE[treffer["wort"].lower()]


def _tag(treffer: re.Match, _heute: date) -> list[str]:
    return [_TAGE[treffer["tag"].lower()]]


def _tage(treffer: re.Match, _heute: date) -> list[str]:
    """From the first day named to the last, over the weekend where it has to be."""
    von, bis = (_WOCHE.index((_TAGE | _KURZ)[treffer[name].lower()]) for name in ("tag", "letzter"))
    return _WOCHE[von : bis + 1] if von <= bis else [*_WOCHE[von:], *_WOCHE[: bis + 1]]


def _km(treffer: re.Match, _heute: date) -> int | None:
    km = int(treffer["zahl"])
    return km if 1 <= km <= 300 else None


def _monat(treffer: re.Match, heute: date) -> dict[str, date]:
    """The whole of the month named, of this year or the next."""
    monat = _MONATE.index(treffer["monat"].lower().replace("maerz", "märz")) + 1
    jahr = heute.year + (monat < heute.month)
    return {"von": max(heute, date(jahr, monat, 1)), "bis": date(jahr, monat, monthrange(jahr, monat)[1])}


_TAGNAMEN, _MONATSNAMEN = "|".join(_TAGE), "|".join([*_MONATE, "maerz"])
_TAGKURZ = "|".join(_KURZ)
_WERKTAGE = [W.MO, W.DI, W.MI, W.DO, W.FR]
# Of a pattern with a part called so, only that is taken; the rest says that it is meant so.
TEIL = "teil"
# After the name of a day or a part of it a number is a time, also without "Uhr".
_DANN = rf"(?:(?:{_TAGNAMEN})\w{{0,12}}|vormittags?|frühmorgens|morgens|nachmittags?|abends?),?\s+(?P<{TEIL}>"
# In this order; what one of them took, no later one sees.
REGELN: list[Regel] = [
    *(_regel(rf"{muster}\s*uhr", "tageszeit", tageszeiten) for muster in (VON_BIS, AB, VOR, UM)),
    _regel(rf"{AB}\s*h", "tageszeit", tageszeiten),
    *(_regel(rf"{_DANN}{muster})(?!\s*(?:jahre|stunde|std|euro|km))", "tageszeit", tageszeiten)
      for muster in (VON_BIS, AB)),
    _regel(rf"{_WER},?\s+(?:ist|wird|bin|werde)?\s*{_JETZT}\(?(?P<zahl>\d{{1,2}}){_JAHRE}\)?{_KEIN_ALTER}", "alter",
           _alter),
    _regel(rf"(?:für\s+)?(?:jugendliche|teenager|teenies|junge\s+(?:leute|menschen)|schüler)\s+"
           rf"(?:ab|von|mit|über)\s+(?P<zahl>\d{{1,2}}){_JAHRE}{_KEIN_ALTER}", "alter", _alter),
    _regel(rf"(?P<wort>{'|'.join(_ALTERSWORTE)})\s*-?\s*jährige[nrs]?", "alter", _alter_in_worten),
    _regel(rf"(?:bin|werde|ist|wird)\s+{_JETZT}(?P<wort>{'|'.join(_ALTERSWORTE)}){_JAHRE}{_KEIN_ALTER}", "alter",
           _alter_in_worten),
    _regel(r"(?:von|ab|mit|für)\s+(?P<zahl>\d{1,2})\s*-?\s*(?:jahren?|jährige[nr]?|j\.)(?:\s+alt)?", "alter", _alter),
    _regel(r"(?P<zahl>\d{1,2})\s*(?:-\s*jährige[nr]?|jährige[nr]?|jahre\s+alt)", "alter", _alter),
    _regel(rf"(?:(?:ich\s+)?bin|werde|ist|wird)\s+{_JETZT}(?P<zahl>\d{{1,2}}){_JAHRE}{_KEIN_ALTER}", "alter", _alter),
    _regel(r"minderjährig(?:e[nrs]?)?|noch\s+(?:nicht|keine)\s+18", "alter", MINDERJAEHRIG),
    _regel(r"(?:über|ü)\s*(?P<zahl>[4-9]\d)(?:\s+jahren?)?(?!\s*(?:km|euro|stunden?|std))", "alter", _alter),
    # A number of years is an age, unless somebody tells how long something lasted.
    _regel(r"(?<!seit )(?<!vor )(?<!nach )(?<!über )(?P<zahl>\d{1,2})\s+jahre"
           r"(?!\s+(?:lang|im|in|bei|als|auf|erfahrung|\w+\s+gearbeitet))",
           "alter", _alter),
    # What number of things should follow, follows here not: "mit 16", "schon mit 14 helfen".
    _regel(r"(?:schon\s+|erst\s+)?mit\s+(?P<zahl>\d{1,2})(?=\s*(?:$|[?!.,;|]|(?:\w*machen|\w*helfen|schon|kann|darf|was|wo|und|im|in|am|bei|beim|an|zum|zur|als|gern|"
           r"anfangen|arbeiten|etwas|ein|ehrenamt\w*|engagieren|noch)\b))", "alter", _alter),
    _regel(r"unter\s+(?P<zahl>\d{1,2})(?:\s+jahren?)?", "alter", lambda t, h: int(t["zahl"]) - 1),
    _regel(r"\((?P<zahl>\d{1,2})(?:\s+jahre)?\)", "alter", _alter),
    _regel(r"(?<=,)\s*(?P<zahl>\d{2})\s*(?=$|[,!|])", "alter", _alter),
    # With children of that age somebody wants to do something.
    _regel(r"(?<!kindern )ab\s+(?P<zahl>\d{1,2})(?!\s*(?:uhr|\.|:|euro|stunden?|std))", "alter", _alter),
    _regel(r"(?:unter\s+der\s+woche|(?:an\s+)?werktagen|werktags|in\s+der\s+woche|wochentags)", "wochentag", _WERKTAGE),
    _regel(r"(?:an?m?\s+|übers\s+)?(?:den\s+)?wochenenden?s?", "wochentag", [W.SA, W.SO]),
    _regel(rf"(?:von\s+)?(?P<tag>{_TAGNAMEN})s?\s*(?:bis|-|–)\s*(?P<letzter>{_TAGNAMEN})s?", "wochentag", _tage),
    _regel(rf"(?P<tag>{_TAGKURZ})\.?\s*(?:bis|-|–)\s*(?P<letzter>{_TAGKURZ})\.?", "wochentag", _tage),
    _regel(rf"(?:jeden\s+|am\s+|immer\s+)?(?P<tag>{_TAGNAMEN})s?abends?", "tag_abend", _tag),
    _regel(rf"(?:jeden\s+|am\s+|immer\s+)?(?P<tag>{_TAGNAMEN})(?:nachmittags?)", "tag_nachmittag", _tag),
    _regel(rf"(?:jeden\s+|am\s+|immer\s+)?(?P<tag>{_TAGNAMEN})(?:vormittags?|morgens?)", "tag_vormittag", _tag),
    _regel(rf"(?:jeden\s+|am\s+|immer\s+)?(?P<tag>{_TAGNAMEN})s?", "wochentag", _tag),
    _regel(r"(?:am\s+)?(?:vormittags?|frühmorgens|morgens)|in\s+der\s+früh|vor\s+der\s+arbeit", "tageszeit",
           [T.VORMITTAGS]),
    _regel(r"(?:am\s+)?nachmittags?|nach\s+(?:der\s+schule|schulschluss|dem\s+unterricht)", "tageszeit",
           [T.NACHMITTAGS]),
    _regel(r"(?:am\s+)?(?:(?:späten?|frühen?)\s+)?(?:abends?|feierabend)|"
           r"nach\s+(?:der\s+arbeit|(?:dem\s+)?(?:feierabend|job|büro)|(?:arbeits|büro|dienst|laden)schluss)",
           "tageszeit", [T.ABENDS]),
    _regel(r"(?:in|während)\s+(?:der|meiner)\s+mittagspause|über\s+mittag|mittags|tagsüber", "tageszeit",
           [T.VORMITTAGS, T.NACHMITTAGS]),
    _regel(rf"im\s+(?P<monat>{_MONATSNAMEN})", "zeitraum", _monat),
    _regel(r"(?:im\s+)?home\s*-?\s*office|von\s+(?:zu\s*hause|daheim)(?:\s+aus)?|online|am\s+(?:pc|computer)\s+von\s+zuhause",
           "digital", Digital.MOEGLICH),
    _regel(r"einmal\s+(?:pro|in\s+der|die)\s+woche|jede\s+woche|wöchentlich", "haeufigkeit",
           [Haeufigkeit.WOECHENTLICH]),
    _regel(r"einmal\s+(?:pro|im)\s+monat|jeden\s+monat|monatlich", "haeufigkeit", [Haeufigkeit.MONATLICH]),
    _regel(r"alle\s+(?:zwei|2|14)\s+(?:wochen|tage)|vierzehntägig", "haeufigkeit", [Haeufigkeit.VIERZEHNTAEGIG]),
    _regel(r"einmalige?[rns]?|für\s+einen\s+tag|nur\s+einmal", "art", [Art.EINMALIG]),
    _regel(r"regelmäßige?[rns]?", "art", [Art.REGELMAESSIG]),
    _regel(rf"(?:höchstens\s+|maximal\s+|ca\.?\s+)?{_ZAHL}\s*(?:stunden?|std\.?)", "stunden", _zahl),
    _regel(r"ohne\s+(?:erweitertes\s+)?(?:führungszeugnis|nachweise?|papierkram)", "ohne_nachweise", True),
    _regel(r"(?:ohne|kein|wenig)\s+deutsch(?:kenntnisse)?", "deutsch", Deutsch.GRUNDKENNTNISSE),
    _regel(r"(?:im\s+)?umkreis\s+(?:von\s+)?(?P<zahl>\d{1,3})(?:\s*(?:km|kilometern?))?", "umkreis", _km),
    _regel(r"(?:bis(?:\s+zu)?\s+|höchstens\s+|maximal\s+|max\.?\s+|innerhalb\s+von\s+|\+\s*)?"
           r"(?P<zahl>\d{1,3})\s*(?:km|kilometern?)(?:\s+(?:umkreis|weit|entfernt|entfernung))?", "umkreis", _km),
    _regel(r"ohne\s+(?:eigenes\s+)?auto", "umkreis", WEGE["ohne_auto"]),
    _regel(r"zu\s+fu(?:ß|ss)", "umkreis", WEGE["fuss"]),
    _regel(r"(?:hier\s+)?in\s+(?:der|meiner)\s+nähe", "umkreis", NAH),
    _regel(r"zu\s+zweit", "allein_gruppe", [AlleinGruppe.ZU_ZWEIT]),
]  # fmt: skip
_ANFUEHRUNG = re.compile(r"[\"„“”»«]([^\"„“”»«]+)[\"„“”»«]")
_TAG_MIT_ZEIT = {"tag_abend": T.ABENDS, "tag_nachmittag": T.NACHMITTAGS, "tag_vormittag": T.VORMITTAGS}


def lesen(text: str, heute: date) -> tuple[str, list[Lesung]]:
    """The plain words of a question, and what else it asks for."""
    woertlich = " ".join(_ANFUEHRUNG.findall(text))
    rest, lesungen = _ANFUEHRUNG.sub(" ", text), []
    for muster, name, wert_aus in REGELN:
        while treffer := muster.search(rest):
            wert = wert_aus(treffer, heute)
            if wert is None:
                break
            anfang, ende = treffer.span(TEIL if TEIL in muster.groupindex else 0)
            lesungen += _lesungen(rest[anfang:ende].strip(), name, wert)
            rest = f"{rest[:anfang]} | {rest[ende:]}"
    return " ".join([*rest.replace("|", " ").split(), *woertlich.split()]), lesungen


def _lesungen(worte: str, name: str, wert: Any) -> list[Lesung]:
    if name in _TAG_MIT_ZEIT:
        return [Lesung(worte, "wochentag", wert), Lesung(worte, "tageszeit", [_TAG_MIT_ZEIT[name]])]
    if name == "zeitraum":
        return [Lesung(worte, grenze, tag) for grenze, tag in wert.items()]
    return [Lesung(worte, name, wert)]
