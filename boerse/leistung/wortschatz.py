"""Which words do made-up listings consist of? The portal's own German, as frequent as words are (Zipf)."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from random import Random

from ..demo.angebote import DATEI as BEISPIELE
from ..suche.sprache import FUELLWOERTER
from ..vokabular import DATEI as VOKABULAR
from ..wortgruppen import DATEI as WORTGRUPPEN
from ..wortgruppen import lesen

# Texts name about so many different words once there are 100,000 of them.
UMFANG = 40_000
# The most frequent word then stands in about four of ten texts of seventy words, as in real ones.
VERSATZ = 15
_WORT = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
_NOMEN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,9}")


def vorhandene() -> list[str]:
    """The words of example listings, terms and Wortgruppen, the commonest first."""
    haeufig: Counter[str] = Counter()
    for angebot in json.loads(BEISPIELE.read_text("utf-8")):
        for feld in ("titel", "kurzbeschreibung", "beschreibung"):
            haeufig.update(_WORT.findall(angebot.get(feld, "")))
    with VOKABULAR.open(encoding="utf-8", newline="") as datei:
        haeufig.update(w for zeile in csv.DictReader(datei) for w in _WORT.findall(zeile["label"]))
    for gleich, verwandt in lesen(WORTGRUPPEN.read_text("utf-8")):
        haeufig.update(w for eintrag in [*gleich, *verwandt] for w in _WORT.findall(eintrag))
    einmal = {wort.lower(): wort for wort, _n in reversed(haeufig.most_common()) if wort.lower() not in FUELLWOERTER}
    return list(reversed(einmal.values()))


class Wortschatz:
    """Draws words, each as often as its place in the list says."""

    def __init__(self, zufall: Random, umfang: int = UMFANG) -> None:
        self._zufall = zufall
        self.woerter = vorhandene()
        self._zusammensetzen(umfang)
        self._gewichte = list(accumulate(1 / (platz + VERSATZ) for platz in range(len(self.woerter))))

    def _zusammensetzen(self, umfang: int) -> None:
        """Rare German words are compounds of others."""
        nomen = [wort for wort in self.woerter if _NOMEN.fullmatch(wort)]
        bekannt = dict.fromkeys(self.woerter)
        while len(bekannt) < umfang:
            vorn, hinten = self._zufall.choices(nomen, k=2)
            bekannt[vorn + hinten.lower()] = None
        self.woerter = list(bekannt)

    def ziehen(self, anzahl: int) -> list[str]:
        return self._zufall.choices(self.woerter, cum_weights=self._gewichte, k=anzahl)

    def saetze(self, anzahl: int) -> str:
        """Prose of so many words that carry meaning."""
        worte = self.ziehen(anzahl)
        return " ".join(_satz(worte[i : i + 8]) for i in range(0, anzahl, 8))


def _satz(worte: Iterable[str]) -> str:
    satz = " ".join(worte)
    return f"{satz[:1].upper()}{satz[1:]}."
