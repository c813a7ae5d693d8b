"""What does a question mean? Its words with everything that says the same, and how much each of them tells."""

from collections.abc import Iterable
from copy import deepcopy
from functools import cached_property
from itertools import chain

from ..models.suchwort import Suchwort
from ..models.wortgruppe import Wortgruppe
from .konzept import ANFANG, ENTFERNT, VERTIPPT, VERWANDT, Konzept, konzept_aus
from .schreibung import aehnlich_geschrieben
from .sprache import stamm, teile, teile_zur_not, woerter, zusammengeschrieben

WOERTER_HOECHSTENS = 12
PHRASE_HOECHSTENS = 5
# Each reads the whole vocabulary; a question that has more words of no language is none.
NACHGESEHEN_HOECHSTENS = 4


class Frage:
    """A question in words, understood with what the index and the Wortgruppen know."""

    def __init__(self, text: str, nebenbei: str = "") -> None:
        """`nebenbei`: words that were read as wishes; where a text says them too, it fits all the better."""
        self.text = text
        self.woerter = list(dict.fromkeys(woerter(text)))[:WOERTER_HOECHSTENS]
        self._nebenbei = [w for w in dict.fromkeys(woerter(nebenbei)) if w not in self.woerter][:WOERTER_HOECHSTENS]
        # What was taken for another word, as (typed, meant).
        self.gemeint: list[tuple[str, str]] = []
        self.konzepte: list[Konzept] = []
        self.nebensachen: list[Konzept] = []
        self._anzahl: dict[int, int] = {}
        if self.woerter or self._nebenbei:
            self._verstehen()

    def __bool__(self) -> bool:
        return bool(self.woerter)

    @cached_property
    def unbekannte(self) -> list[str]:
        """The words that stand in no listing, whatever way they are read."""
        return [konzept.wort for konzept in self.konzepte if not any(True for _ in konzept.alle_wege)]

    @property
    def nummern(self) -> list[int]:
        """Every word that counts."""
        return sorted(self.werte_im_rang)

    @property
    def stellen(self) -> int:
        """In how many listings each of the words stands, together."""
        return sum(self._anzahl.get(n, 0) for n in self.werte_im_rang)

    @cached_property
    def werte_im_rang(self) -> dict[int, float]:
        """Every word that counts, and how much at best."""
        return _beste(
            (nummer, wert)
            for konzept in [*self.konzepte, *self.nebensachen]
            for nummern, wert in konzept.alle_wege
            for nummer in nummern
        )

    @cached_property
    def werte_der_treffer(self) -> dict[int, float]:
        """Every word that makes a hit, and how much it counts at best; of several that must all stand, the rarest."""
        return _beste(
            (min(nummern, key=lambda n: self._anzahl.get(n, 0)), wert)
            for konzept in self.konzepte
            for nummern, wert in konzept.alle_wege
        )

    @property
    def anzahl_hoechstens(self) -> int:
        """How many listings have the commonest of the words that make a good hit."""
        return max((self._anzahl.get(n, 0) for n, wert in self.werte_der_treffer.items() if wert >= ANFANG), default=0)

    @property
    def fundstellen(self) -> int:
        """In how many listings each of all its words stands, added up."""
        return sum(self._anzahl.get(n, 0) for n in self.nummern)

    def weit(self) -> "Frage":
        """The same, in which what is kin to something leads to what says the same as that, and what stands nowhere to
        its parts."""
        weite = deepcopy(self)
        for bekannt in ("werte_im_rang", "werte_der_treffer"):
            weite.__dict__.pop(bekannt, None)
        verwandte = {" ".join(folge) for k in weite.konzepte for folge, wert in k.wege.items() if wert <= VERWANDT}
        ratlose = [konzept for konzept in weite.konzepte if konzept.wort in self.unbekannte]
        verwandte.update(stamm_ for konzept in ratlose for stamm_ in teile_zur_not(konzept.wort))
        gruppen = list(Wortgruppe.objects.mit(list(verwandte))) if verwandte else []
        for konzept in ratlose:
            konzept.zur_not(gruppen)
        for konzept in weite.konzepte:
            eigene = {" ".join(folge) for folge, wert in konzept.wege.items() if wert <= VERWANDT}
            for gruppe in gruppen:
                if not eigene.isdisjoint(gruppe.schluessel):
                    konzept.aufnehmen(gruppe.schluessel, ENTFERNT)
        gesucht = set().union(*(k.staemme for k in weite.konzepte))
        bekannt = _nachschlagen(gesucht) if gruppen or any(konzept.teile for konzept in ratlose) else {}
        for konzept in chain.from_iterable((k, *k.teile) for k in weite.konzepte):
            konzept.nummern |= {s: bekannt[s][0] for s in konzept.staemme if s in bekannt}
        weite._anzahl |= dict(bekannt.values())
        return weite

    def _verstehen(self) -> None:
        self._lesen()
        unbekannte = [konzept for konzept in self.konzepte if not konzept.ist_bekannt]
        # Rightly spelled words that stand nowhere are left alone, unless they are all there is.
        nur_die = len(unbekannte) == len(self.konzepte)
        letztes = next(reversed(self.konzepte), None)
        zu_klaeren = [k for k in unbekannte if nur_die or k is letztes or not k.ist_richtig][-NACHGESEHEN_HOECHSTENS:]
        aehnlich = aehnlich_geschrieben([k.wort for k in zu_klaeren], letztes.wort if letztes else "")
        ersatz, angefangen = {}, []
        for konzept in zu_klaeren:
            begonnen, treffer = aehnlich[konzept.wort]
            if begonnen:
                angefangen = begonnen
            elif treffer not in ("", konzept.wort) and (nur_die or not konzept.ist_richtig):
                ersatz[konzept.wort] = treffer
        if ersatz:
            self._berichtigen(ersatz)
        for nummer, anfang in angefangen:
            self.konzepte[-1].weg((anfang,), ANFANG)
            self.konzepte[-1].nummern[anfang] = nummer

    def _lesen(self) -> None:
        self.konzepte = self._mit_wortgruppen()
        self.nebensachen = [konzept_aus([wort], []) for wort in self._nebenbei]
        alle = [*self.konzepte, *self.nebensachen]
        bekannt = _nachschlagen(set().union(*(konzept.staemme for konzept in alle)))
        self._anzahl = dict(bekannt.values())
        for konzept in alle:
            konzept.gewichten(bekannt)

    def _berichtigen(self, ersatz: dict[str, str]) -> None:
        """Reads mistyped words as what they are most like; with all that says the same as that."""
        self.gemeint = list(ersatz.items())
        self.woerter = list(dict.fromkeys(ersatz.get(wort, wort) for wort in self.woerter))
        self._lesen()
        for konzept in self.konzepte:
            if konzept.wort in ersatz.values():
                konzept.gewicht *= VERTIPPT

    def _mit_wortgruppen(self) -> list[Konzept]:
        """The concepts of the question; a phrase that a Wortgruppe knows is one of them."""
        folgen = {
            " ".join(map(stamm, self.woerter[i : i + n])): (i, n)
            for n in range(1, PHRASE_HOECHSTENS + 1)
            for i in range(len(self.woerter) - n + 1)
        }
        einzelne = {t for wort in self.woerter for t in teile(wort)}
        ganze = zusammengeschrieben(self.text)
        gruppen = list(Wortgruppe.objects.mit([*folgen, *einzelne, *set().union(*ganze.values())]))
        laengste: dict[int, int] = {}
        for gruppe in gruppen:
            for schluessel in gruppe.schluessel:
                if schluessel in folgen:
                    i, n = folgen[schluessel]
                    laengste[i] = max(n, laengste.get(i, 1))
        konzepte, i = [], 0
        while i < len(self.woerter):
            n = laengste.get(i, 1)
            konzepte.append(konzept_aus(self.woerter[i : i + n], gruppen))
            for stamm_ in ganze.get(self.woerter[i], ()) if n == 1 else ():
                konzepte[-1].auch_als(stamm_, gruppen)
            i += n
        return konzepte


def _nachschlagen(staemme: set[str]) -> dict[str, tuple[int, int]]:
    """Number and frequency of the stems that stand somewhere."""
    zeilen = Suchwort.objects.filter(stamm__in=staemme, anzahl__gt=0).values_list("stamm", "pk", "anzahl")
    return {s: (nummer, anzahl) for s, nummer, anzahl in zeilen}


def _beste(werte: Iterable[tuple[int, float]]) -> dict[int, float]:
    beste: dict[int, float] = {}
    for nummer, wert in werte:
        beste[nummer] = max(wert, beste.get(nummer, 0.0))
    return beste
