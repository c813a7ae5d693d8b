"""When does a row say it takes place? "Di", "Mo-Fr vormittags", "Sa 9:30-12:00" or objects become slots."""

import re
from typing import Any

from ..auswahl import Tageszeit, Wochentag
from ..inhalt import ZEIT, codes
from .werte import liste, wert

_TAGE = Wochentag.values[:7]
_TAG = re.compile(r"\b(mo|di|mi|do|fr|sa|so)(?:n?tags?|enstags?|ttwochs?|nnerstags?|eitags?|mstags?|nntags?)?\b\.?")
_SPANNE = re.compile(_TAG.pattern + r"\s*(?:-|–|bis)\s*" + _TAG.pattern)
_TAGESZEIT = re.compile(r"\b(morgen|vormittag|mittag|nachmittag|abend)s?\b")
_UHRZEITEN = re.compile(r"\b(\d{1,2}(?:[:.]\d{2})?)\s*(?:uhr)?\s*(?:-|–|bis)\s*(\d{1,2}(?:[:.]\d{2})?)")
_GEMEINT = {"morgen": Tageszeit.VORMITTAGS, "mittag": Tageszeit.NACHMITTAGS}


def zeitfenster(wochentage: Any, zeiten: Any) -> list:
    """The slots of a row: `zeiten`, and those of `wochentage` that no slot names yet."""
    fenster = [f for eintrag in liste(zeiten) for f in _fenster(eintrag)]
    genannt = {f.get("wochentag") for f in fenster if isinstance(f, dict)}
    weitere = [f for eintrag in liste(wochentage) for f in _fenster(eintrag)]
    return fenster + [f for f in weitere if not isinstance(f, dict) or f.get("wochentag") not in genannt]


def _fenster(eintrag: Any) -> list:
    if isinstance(eintrag, str):
        return _aus_text(eintrag)
    if not isinstance(eintrag, dict):
        return [eintrag]
    werte = {name: wert(name, feld, eintrag.get(name)) for name, feld in ZEIT.items()}
    for name, lesen in (("wochentag", _tage), ("tageszeit", _tageszeit)):
        if isinstance(werte[name], str) and werte[name] not in codes(ZEIT[name].auswahl):
            werte[name] = next(iter(lesen(werte[name].lower())), werte[name])
    return [_mit_tageszeit(werte)]


def _aus_text(text: str) -> list:
    klein = text.lower()
    tage = _tage(klein)
    if not tage:
        return [{"wochentag": text}]
    uhr = _UHRZEITEN.search(klein)
    werte = {
        "tageszeit": next(iter(_tageszeit(klein)), None),
        "von": wert("von", ZEIT["von"], uhr[1]) if uhr else None,
        "bis": wert("bis", ZEIT["bis"], uhr[2]) if uhr else None,
    }
    return [_mit_tageszeit({"wochentag": tag} | werte) for tag in tage]


def _tage(text: str) -> list[str]:
    if spanne := _SPANNE.search(text):
        erster, letzter = _TAGE.index(spanne[1]), _TAGE.index(spanne[2])
        return _TAGE[erster : letzter + 1] or [spanne[1], spanne[2]]
    return [treffer[1] for treffer in _TAG.finditer(text)] or (["flexibel"] if "flexibel" in text else [])


def _tageszeit(text: str) -> list[str]:
    return [_GEMEINT.get(treffer[1], f"{treffer[1]}s") for treffer in _TAGESZEIT.finditer(text)]


def _mit_tageszeit(werte: dict) -> dict:
    """Who names a time of day names the part of the day."""
    von = werte.get("von")
    if not werte.get("tageszeit") and isinstance(von, str) and re.fullmatch(r"\d{2}:\d{2}", von):
        werte["tageszeit"] = (
            Tageszeit.VORMITTAGS if von < "12:00" else Tageszeit.NACHMITTAGS if von < "17:00" else Tageszeit.ABENDS
        )
    return {name: str(inhalt) if isinstance(inhalt, Tageszeit) else inhalt for name, inhalt in werte.items()}
