"""How much time does a listing take? Hours per occasion and how often, read from what people write."""

import re

from .auswahl import Haeufigkeit

_WORTZAHL = {
    **{"halbe": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5},
    **{"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10},
    **{"elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14},
}
_ORDNUNG = {"zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "andere": 2}
_TAGE = {"tag": 1, "woche": 7, "monat": 30, "quartal": 91, "halbjahr": 182, "jahr": 365}
_ADVERB = {
    r"14-?\s?täg": 14,
    r"vierzehntäg": 14,
    r"zweiwöch": 14,
    r"zweimonat": 60,
    r"\btäglich": 1,
    r"montags bis freitags": 1,
    r"\bwöchentlich": 7,
    r"\bmonatlich": 30,
    r"vierteljährlich": 91,
    r"halbjährlich": 182,
    r"\bjährlich": 365,
    r"\b(?:mon|diens|donners|frei|sams|sonn)tag(?:vormittag|nachmittag|abend|morgen)?s\b|\bmittwochs\b": 7,
}

_WOERTER = "|".join(sorted(_WORTZAHL, key=len, reverse=True))
_ZAHL = rf"(?<![\d:.,/])(\d+(?:[.,]\d+)?½?|½|1/2|{_WOERTER})(?:e?[nrms]?)"
_BEREICH = rf"{_ZAHL}(?:\s?-?\s?(?:-|–|bis zu|bis|oder)\s?{_ZAHL})?"
_EINHEIT = r"(tag|woche|monat|quartal|halbjahr|jahr)(?:e?[ns]?)\b"
_STUNDEN = re.compile(
    rf"(insgesamt\D{{0,10}})?{_BEREICH}[\s-]?(stunden?|std|h|minuten?|min|stündig|minütig)\w{{0,2}}\b"
)
_ALLE = re.compile(rf"\balle {_BEREICH}\s{_EINHEIT}")
_JEDE = re.compile(
    r"\bjede[nrms]? (?:(zweite|dritte|vierte|fünfte|sechste|andere)[nrms]? )?"
    r"(tag|woche|monat|quartal|halbjahr|jahr|wochenende|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)"
)
_JE = re.compile(rf"(?:\bpro|\bje|\bim|\bin der|\bdie|\bper|/)\s?{_EINHEIT}")
_ANLAESSE = re.compile(
    rf"{_BEREICH}[\s-]?(?:mal\b|x\b|\w*(?:termin|schicht|dienst|führung|eins[aä]tz|abend|mittag|tag|wochenende)\w*)"
    r"(?=[^;.]{0,25}$)"
)
_ABSPRACHE = re.compile(
    r"absprache|vereinbarung|bedarf|flexibel|ab und zu|gelegentlich|unregelmässig|freie? ein|so oft sie|hin und wieder"
)
# Longer than a day is no occasion but a sum.
_LAENGSTENS = 12


def lesen(text: str) -> dict:
    """Hours per occasion (of a span the upper end) as "stunden", a code as "haeufigkeit"; no guesses."""
    klein = " ".join(text[:200].lower().replace("ß", "ss").split())
    angaben = {"stunden": _stunden(klein), "haeufigkeit": _haeufigkeit(klein)}
    return {name: wert for name, wert in angaben.items() if wert}


def _stunden(text: str) -> float | None:
    if "dreiviertelstunde" in text:
        return 0.75
    if not (treffer := _STUNDEN.search(text)) or treffer[1]:
        return None
    wert = _zahl(treffer[3] or treffer[2])
    if treffer[4].startswith("min"):
        wert /= 60
    return round(wert, 2) if 0 < wert <= _LAENGSTENS else None


def _haeufigkeit(text: str) -> str:
    """Whatever says a rhythm first counts; "2 Std./Woche, auch jede zweite Woche" is weekly."""
    abstaende = [*_nach_alle(text), *_nach_jede(text), *_nach_adverb(text), *_nach_je(text)]
    if abstaende:
        return _code(min(abstaende)[1])
    return Haeufigkeit.ABSPRACHE.value if _ABSPRACHE.search(text) else ""


def _nach_alle(text: str):
    for treffer in _ALLE.finditer(text):
        yield treffer.start(), _zahl(treffer[1]) * _TAGE[treffer[3]]


def _nach_jede(text: str):
    for treffer in _JEDE.finditer(text):
        yield treffer.start(), _ORDNUNG.get(treffer[1], 1) * _TAGE.get(treffer[2], 7)


def _nach_adverb(text: str):
    for muster, tage in _ADVERB.items():
        if treffer := re.search(muster, text):
            yield treffer.start(), tage / (_anlaesse(text[: treffer.start()]) if tage > 1 else 1)


def _nach_je(text: str):
    for treffer in _JE.finditer(text):
        if treffer[1] == "tag":
            continue
        yield treffer.start(), _TAGE[treffer[1]] / _anlaesse(text[: treffer.start()])


def _anlaesse(davor: str) -> float:
    """How often within the period: "zweimal" im Monat, "zwei Schichten" im Monat; of a span the lower end."""
    treffer = _ANLAESSE.search(davor)
    return max(_zahl(treffer[1]), 1) if treffer else 1


def _code(tage: float) -> str:
    """From days between two occasions."""
    grenzen = [
        (5, Haeufigkeit.WOECHENTLICH_MEHRMALS),
        (9, Haeufigkeit.WOECHENTLICH),
        (18, Haeufigkeit.VIERZEHNTAEGIG),
        (45, Haeufigkeit.MONATLICH),
    ]
    return next((code.value for grenze, code in grenzen if tage <= grenze), Haeufigkeit.SELTENER.value)


def _zahl(text: str) -> float:
    if text in ("½", "1/2"):
        return 0.5
    if text.endswith("½"):
        return float(text[:-1]) + 0.5
    return float(_WORTZAHL.get(text) or text.replace(",", "."))
