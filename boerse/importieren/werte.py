"""How is a loose value of a row meant? "ja", "1,5", "31.3.2027", labels instead of codes."""

import re
from datetime import date, time
from functools import cache, lru_cache
from typing import Any

from django.utils.translation import override

from ehrenamt.sortierung import slug

from ..inhalt import Feld

_JA_NEIN = {wort: True for wort in ("ja", "true", "wahr", "yes")} | {
    wort: False for wort in ("nein", "false", "falsch", "no")
}
# What a yes or no means where codes or texts are expected. Elsewhere it stays what it is.
_GEMEINT = {
    "fuehrungszeugnis": ("erweitert", "keins"),
    "digital": ("moeglich", "nein"),
    "barrierefrei": (["stufenlos"], None),
    "aufwandsentschaedigung": ("ja", None),
    "versicherung": ("ja", None),
    "einarbeitung": ("ja", None),
}
_DATUM = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_UHRZEIT = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?(?:\s?uhr)?", re.IGNORECASE)


def wert(name: str, feld: Feld, roh: Any) -> Any:
    """The value as the document keeps it. What cannot be understood is passed on: the check says what is wrong."""
    if isinstance(roh, str):
        roh = roh.replace("\r\n", "\n").strip()
    if name in _GEMEINT:
        ja_nein = _JA_NEIN.get(roh.lower()) if isinstance(roh, str) else roh
        if isinstance(ja_nein, bool):
            roh = _GEMEINT[name][not ja_nein]
    return None if roh in (None, "", [], {}) else _LESEN[feld.art](feld, roh)


def liste(roh: Any) -> list:
    """A list; in CSV its entries are separated by ";" or "|"."""
    sauber = _eintraege(roh)
    return [eintrag for i, eintrag in enumerate(sauber) if eintrag not in (None, "") and eintrag not in sauber[:i]]


def antworten(roh: Any) -> list | None:
    """A list in which each place has its question: what is left out in between stays empty."""
    eintraege = ["" if eintrag is None else eintrag for eintrag in _eintraege(roh)]
    while eintraege and eintraege[-1] == "":
        eintraege.pop()
    return eintraege or None


def _eintraege(roh: Any) -> list:
    eintraege = roh if isinstance(roh, list) else re.split(r"[;|\n]", roh) if isinstance(roh, str) else [roh]
    return [eintrag.strip() if isinstance(eintrag, str) else eintrag for eintrag in eintraege]


@lru_cache(4096)
def kennwort(text: str) -> str:
    """What labels and codes are compared by."""
    return slug(text, "").replace("-", "_")


def _text(_feld: Feld, roh: Any) -> Any:
    if isinstance(roh, int | float) and not isinstance(roh, bool):
        return str(roh)
    return " ".join(roh.split()) if isinstance(roh, str) else roh


def _absatz(_feld: Feld, roh: Any) -> Any:
    return re.sub(r"[ \t]+\n", "\n", roh) if isinstance(roh, str) else roh


def _adresse(_feld: Feld, roh: Any) -> Any:
    return f"https://{roh}" if isinstance(roh, str) and roh.startswith("www.") else roh


def _zahl(_feld: Feld, roh: Any) -> Any:
    if isinstance(roh, str) and re.fullmatch(r"\d{1,6}(?:[.,]0+)?", roh):
        return int(re.split(r"[.,]", roh)[0])
    return int(roh) if isinstance(roh, float) and roh.is_integer() else roh


def _dezimal(_feld: Feld, roh: Any) -> Any:
    if isinstance(roh, str) and re.fullmatch(r"\d{1,6}(?:[.,]\d+)?", roh):
        return float(roh.replace(",", "."))
    return roh


def _datum(_feld: Feld, roh: Any) -> Any:
    if isinstance(roh, date):
        return roh.isoformat()[:10]
    if isinstance(roh, str) and (teile := _DATUM.fullmatch(roh)):
        return f"{teile[3]}-{int(teile[2]):02}-{int(teile[1]):02}"
    return roh[:10] if isinstance(roh, str) and re.match(r"\d{4}-\d{2}-\d{2}T", roh) else roh


def _uhrzeit(_feld: Feld, roh: Any) -> Any:
    if isinstance(roh, time):
        return f"{roh:%H:%M}"
    if isinstance(roh, str) and (teile := _UHRZEIT.fullmatch(roh)):
        return f"{int(teile[1]):02}:{teile[2] or '00'}"
    return roh


def _wahl(feld: Feld, roh: Any) -> Any:
    return _codes(feld.auswahl).get(kennwort(roh), roh) if isinstance(roh, str) else roh


def _mehrfach(feld: Feld, roh: Any) -> Any:
    return liste([_wahl(feld, eintrag) for eintrag in liste(roh)])


@cache
def _codes(auswahl) -> dict[str, str]:
    with override(None):  # labels as they stand in the source, in German
        return {kennwort(str(label)): code for code, label in auswahl.choices} | {
            kennwort(code): code for code in auswahl.values
        }


_LESEN = {
    "text": _text,
    "absatz": _absatz,
    "adresse": _adresse,
    "zahl": _zahl,
    "dezimal": _dezimal,
    "datum": _datum,
    "uhrzeit": _uhrzeit,
    "wahl": _wahl,
    "mehrfach": _mehrfach,
    "liste": lambda _feld, roh: liste(roh),
    "antworten": lambda _feld, roh: antworten(roh),
}
