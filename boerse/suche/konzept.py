"""What is one thing that is asked for, which ways lead to it, and how much does it tell?"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..models.wortgruppe import Wortgruppe
from .sprache import ist_grundwort, stamm, teile, teile_zur_not, woerter

# How much more rare words count than common ones.
SELTEN = 1.5
# How much of a hit counts that was found by another word than the one typed.
GLEICHBEDEUTEND, VERWANDT, VERTIPPT, ANFANG, ENTFERNT = 0.85, 0.35, 0.8, 0.7, 0.2
# The parts of a compound together; where the whole is a term of its own (Buchführung), its parts say little.
ALLE_TEILE, TEILE_EINES_BEGRIFFS = 0.8, 0.3
# Fewer listings than these are few.
WENIGE = 10

Wortfolge = tuple[str, ...]


@dataclass
class Konzept:
    """One thing that is asked for: the word as typed, and each way to find it with how much that counts.

    A way is one stem, or several that a listing must all have. A compound can also be found by its parts, which
    are concepts themselves.
    """

    wort: str
    wege: dict[Wortfolge, float] = field(default_factory=dict)
    nummern: dict[str, int] = field(default_factory=dict)
    gewicht: float = 1.0
    teile: list["Konzept"] = field(default_factory=list)
    teile_zusammen: float = ALLE_TEILE
    # Whether a Wortgruppe has the word itself.
    in_gruppe: bool = False

    def weg(self, folge: Wortfolge, wert: float) -> None:
        self.wege[folge] = max(wert, self.wege.get(folge, 0.0))

    @property
    def gueltige(self) -> Iterator[tuple[list[int], float]]:
        """The ways that lead anywhere: the numbers of their words, and what they count."""
        for folge, wert in self.wege.items():
            if all(s in self.nummern for s in folge):
                yield [self.nummern[s] for s in folge], wert

    @property
    def folgen(self) -> Iterator[tuple[Wortfolge, float]]:
        """The ways that lead anywhere, and those of the parts, in stems."""
        eigene = [(folge, wert) for folge, wert in self.wege.items() if all(s in self.nummern for s in folge)]
        yield from eigene
        # Of a phrase that stands somewhere, single words are no answer.
        for teil in self.teile if not (eigene and " " in self.wort) else []:
            yield from teil.folgen

    @property
    def staemme(self) -> set[str]:
        eigene = {s for folge in self.wege for s in folge}
        return eigene.union(*(teil.staemme for teil in self.teile))

    @property
    def alle_wege(self) -> Iterator[tuple[list[int], float]]:
        """Those of the parts, too; each counts its share."""
        yield from self.gueltige
        for teil in self.teile:
            for nummern, wert in teil.gueltige:
                yield nummern, wert * self.teile_zusammen / len(self.teile)

    @property
    def ist_richtig(self) -> bool:
        """A word of the language, whether it stands somewhere or not."""
        return self.in_gruppe or ist_grundwort(self.wort)

    @property
    def ist_bekannt(self) -> bool:
        """The word itself stands somewhere, or what says the same, or all that it is made of."""
        selbst = any(wert >= ANFANG for _nummern, wert in self.gueltige)
        return selbst or (bool(self.teile) and all(teil.ist_bekannt for teil in self.teile))

    def aufnehmen(self, schluessel: list[str], wert: float) -> None:
        for eintrag in schluessel:
            if eintrag:
                self.weg(tuple(eintrag.split()), wert)

    def auch_als(self, schluessel: str, gruppen: list[Wortgruppe]) -> None:
        """Found by this, too, and by all that says the same."""
        self.weg(tuple(schluessel.split()), 1.0)
        for gruppe in gruppen:
            if schluessel in gruppe.schluessel:
                self.aufnehmen(gruppe.schluessel, GLEICHBEDEUTEND)
                self.aufnehmen([" ".join(map(stamm, woerter(w))) for w in gruppe.verwandt], VERWANDT)

    def zur_not(self, gruppen: list[Wortgruppe]) -> None:
        """Found by its parts, whatever they are, since nothing else finds it."""
        self.teile = [_mit_gruppen(Konzept(teil), (teil,), gruppen) for teil in teile_zur_not(self.wort)]

    def gewichten(self, bekannt: dict[str, tuple[int, int]]) -> None:
        """Rare words tell more than common ones (inverse document frequency, damped)."""
        self.nummern = {s: bekannt[s][0] for folge in self.wege for s in folge if s in bekannt}
        enge = [
            min(bekannt[s][1] for s in f) for f, w in self.wege.items() if w > VERWANDT and bekannt.keys() >= set(f)
        ]
        if " " in self.wort and max(enge, default=0) >= WENIGE:
            # A phrase that says enough as a whole: alte Leute are not everything that is old.
            self.teile = []
        for teil in self.teile:
            teil.gewichten(bekannt)
        self.gewicht = 1 / math.log(2.0 + max(enge, default=1)) ** SELTEN


def konzept_aus(folge: list[str], gruppen: list[Wortgruppe]) -> Konzept:
    konzept = _mit_gruppen(Konzept(" ".join(folge)), tuple(map(stamm, folge)), gruppen)
    if len(folge) > 1:
        einzelne = [konzept_aus([wort], gruppen) for wort in folge]
        konzept.teile = [k for einzelnes in einzelne for k in (einzelnes, *einzelnes.teile)]
    else:
        konzept.teile = [_mit_gruppen(Konzept(teil), (teil,), gruppen) for teil in teile(folge[0])]
        if konzept.in_gruppe:
            konzept.teile_zusammen = TEILE_EINES_BEGRIFFS
    return konzept


def _mit_gruppen(konzept: Konzept, folge: Wortfolge, gruppen: list[Wortgruppe]) -> Konzept:
    konzept.auch_als(" ".join(folge), gruppen)
    konzept.in_gruppe = len(konzept.wege) > 1
    return konzept
