"""What does a question mean? Its words with everything that says the same, and how much each of them tells."""

import math
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from django.db import connection

from ..models.suchwort import Suchwort
from ..models.wortgruppe import Wortgruppe
from .sprache import ist_grundwort, stamm, teile, woerter

WOERTER_HOECHSTENS = 12
# How much more rare words count than common ones.
SELTEN = 1.5
# How much of a hit counts that was found by another word than the one typed.
GLEICHBEDEUTEND, VERWANDT, VERTIPPT, ANFANG, ENTFERNT = 0.85, 0.35, 0.8, 0.7, 0.2
# The parts of a compound together; where the whole is a term of its own (Buchführung), its parts say little.
ALLE_TEILE, TEILE_EINES_BEGRIFFS = 0.8, 0.3
PHRASE_HOECHSTENS = 5
ANFANG_AB = 3
# Fewer listings than these are few.
WENIGE = 10
# Stems of so many letters may differ by two.
ZWEI_AB = 6
# Each reads the whole vocabulary; a question that has more words of no language is none.
NACHGESEHEN_HOECHSTENS = 4

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
        return len(self.wege) > 1 or ist_grundwort(self.wort)

    @property
    def ist_bekannt(self) -> bool:
        """The word itself stands somewhere, or what says the same, or all that it is made of."""
        selbst = any(wert >= ANFANG for _nummern, wert in self.gueltige)
        return selbst or (bool(self.teile) and all(teil.ist_bekannt for teil in self.teile))


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
        return sorted(
            {
                n
                for konzept in [*self.konzepte, *self.nebensachen]
                for nummern, _wert in konzept.alle_wege
                for n in nummern
            }
        )

    @property
    def nach_wert(self) -> dict[float, list[int]]:
        """Every word that makes a hit, by how much it counts at best."""
        gruppen: dict[float, list[int]] = {}
        for nummer, wert in self._werte.items():
            gruppen.setdefault(wert, []).append(nummer)
        return gruppen

    @cached_property
    def _werte(self) -> dict[int, float]:
        werte: dict[int, float] = {}
        for konzept in self.konzepte:
            for nummern, wert in konzept.alle_wege:
                # Of several that must all stand, the rarest finds the candidates.
                seltenste = min(nummern, key=lambda n: self._anzahl.get(n, 0))
                werte[seltenste] = max(wert, werte.get(seltenste, 0.0))
        return werte

    @property
    def anzahl_hoechstens(self) -> int:
        """How many listings have the commonest of the words that make a good hit."""
        return max((self._anzahl.get(n, 0) for n, wert in self._werte.items() if wert >= ANFANG), default=0)

    def weit(self) -> "Frage":
        """The same, in which what is kin to something leads to what says the same as that."""
        weite = deepcopy(self)
        weite.__dict__.pop("_werte", None)
        verwandte = {" ".join(folge) for k in weite.konzepte for folge, wert in k.wege.items() if wert <= VERWANDT}
        gruppen = list(Wortgruppe.objects.mit(list(verwandte))) if verwandte else []
        for konzept in weite.konzepte:
            eigene = {" ".join(folge) for folge, wert in konzept.wege.items() if wert <= VERWANDT}
            for gruppe in gruppen:
                if not eigene.isdisjoint(gruppe.schluessel):
                    _aufnehmen(konzept, gruppe.schluessel, ENTFERNT)
        bekannt = _nachschlagen(set().union(*(k.staemme for k in weite.konzepte))) if gruppen else {}
        for konzept in weite.konzepte:
            konzept.nummern |= {s: bekannt[s][0] for s in konzept.staemme if s in bekannt}
        weite._anzahl |= dict(bekannt.values())
        return weite

    def _verstehen(self) -> None:
        self._lesen()
        unbekannte = [konzept for konzept in self.konzepte if not konzept.ist_bekannt]
        # Rightly spelled words that stand nowhere are left alone, unless they are all there is.
        nur_die = len(unbekannte) == len(self.konzepte)
        letztes = next(reversed(self.konzepte), None)
        zu_klaeren = [k for k in unbekannte if nur_die or k is letztes or not k.ist_richtig]
        ersatz, angefangen = {}, []
        for konzept in zu_klaeren[-NACHGESEHEN_HOECHSTENS:]:
            begonnen, treffer = aehnlich_geschrieben(konzept.wort, angefangen=konzept is letztes)
            if begonnen:
                angefangen = begonnen
            elif treffer and (nur_die or not konzept.ist_richtig):
                ersatz[konzept.wort] = treffer
        if ersatz:
            self._berichtigen(ersatz)
        for nummer, anfang in angefangen:
            self.konzepte[-1].weg((anfang,), ANFANG)
            self.konzepte[-1].nummern[anfang] = nummer

    def _lesen(self) -> None:
        self.konzepte = self._mit_wortgruppen()
        self.nebensachen = [_konzept([wort], []) for wort in self._nebenbei]
        alle = [*self.konzepte, *self.nebensachen]
        bekannt = _nachschlagen(set().union(*(konzept.staemme for konzept in alle)))
        self._anzahl = dict(bekannt.values())
        for konzept in alle:
            _gewichten(konzept, bekannt)

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
        gruppen = list(Wortgruppe.objects.mit([*folgen, *einzelne]))
        laengste: dict[int, int] = {}
        for gruppe in gruppen:
            for schluessel in gruppe.schluessel:
                if schluessel in folgen:
                    i, n = folgen[schluessel]
                    laengste[i] = max(n, laengste.get(i, 1))
        konzepte, i = [], 0
        while i < len(self.woerter):
            n = laengste.get(i, 1)
            konzepte.append(_konzept(self.woerter[i : i + n], gruppen))
            i += n
        return konzepte


def _konzept(folge: list[str], gruppen: list[Wortgruppe]) -> Konzept:
    konzept = _mit_gruppen(Konzept(" ".join(folge)), tuple(map(stamm, folge)), gruppen)
    if len(folge) > 1:
        einzelne = [_konzept([wort], gruppen) for wort in folge]
        konzept.teile = [k for einzelnes in einzelne for k in (einzelnes, *einzelnes.teile)]
    else:
        konzept.teile = [_mit_gruppen(Konzept(teil), (teil,), gruppen) for teil in teile(folge[0])]
        if len(konzept.wege) > 1:
            konzept.teile_zusammen = TEILE_EINES_BEGRIFFS
    return konzept


def _mit_gruppen(konzept: Konzept, folge: Wortfolge, gruppen: list[Wortgruppe]) -> Konzept:
    konzept.weg(folge, 1.0)
    for gruppe in gruppen:
        if " ".join(folge) in gruppe.schluessel:
            _aufnehmen(konzept, gruppe.schluessel, GLEICHBEDEUTEND)
            _aufnehmen(konzept, [" ".join(map(stamm, woerter(w))) for w in gruppe.verwandt], VERWANDT)
    return konzept


def _aufnehmen(konzept: Konzept, schluessel: list[str], wert: float) -> None:
    for eintrag in schluessel:
        if eintrag:
            konzept.weg(tuple(eintrag.split()), wert)


def _nachschlagen(staemme: set[str]) -> dict[str, tuple[int, int]]:
    """Number and frequency of the stems that stand somewhere."""
    zeilen = Suchwort.objects.filter(stamm__in=staemme, anzahl__gt=0).values_list("stamm", "pk", "anzahl")
    return {s: (nummer, anzahl) for s, nummer, anzahl in zeilen}


def _gewichten(konzept: Konzept, bekannt: dict[str, tuple[int, int]]) -> None:
    """Rare words tell more than common ones (inverse document frequency, damped)."""
    konzept.nummern = {s: bekannt[s][0] for folge in konzept.wege for s in folge if s in bekannt}
    enge = [min(bekannt[s][1] for s in f) for f, w in konzept.wege.items() if w > VERWANDT and bekannt.keys() >= set(f)]
    if " " in konzept.wort and max(enge, default=0) >= WENIGE:
        # A phrase that says enough as a whole: alte Leute are not everything that is old.
        konzept.teile = []
    for teil in konzept.teile:
        _gewichten(teil, bekannt)
    konzept.gewicht = 1 / math.log(2.0 + max(enge, default=1)) ** SELTEN


# What begins so, the commonest first; words of listings and of Wortgruppen that are spelled nearly so, the nearest
# first, of two as near the one with the same first letter, then the commoner.
_AEHNLICH = """
(SELECT id, stamm, form, anzahl, -1 AS abstand, false AS anders FROM boerse_suchwort
 WHERE anzahl > 0 AND stamm LIKE %(anfang)s ORDER BY anzahl DESC LIMIT 10)
UNION ALL
(SELECT * FROM (
    SELECT id, stamm, form, anzahl, levenshtein(stamm, %(stamm)s) AS abstand, left(stamm, 1) <> left(%(stamm)s, 1)
    FROM boerse_suchwort
    WHERE anzahl > 0 AND length(stamm) BETWEEN length(%(stamm)s) - 2 AND length(%(stamm)s) + 2
        AND levenshtein_less_equal(stamm, %(stamm)s, 1, 1, 1, 2) <= 2
    UNION ALL
    SELECT 0, lower(wort), lower(wort), 0, levenshtein(lower(wort), %(wort)s), left(lower(wort), 1) <> left(%(wort)s, 1)
    FROM boerse_wortgruppe, unnest(woerter) AS wort
    WHERE aktiv AND wort !~ '[^[:alpha:]]' AND length(wort) BETWEEN length(%(wort)s) - 2 AND length(%(wort)s) + 2
        AND levenshtein_less_equal(lower(wort), %(wort)s, 1, 1, 1, 2) <= 2
) AS nahe (id, stamm, form, anzahl, abstand, anders) ORDER BY abstand, anders, anzahl DESC LIMIT 30)
"""


def aehnlich_geschrieben(wort: str, *, angefangen: bool) -> tuple[list[tuple[int, str]], str]:
    """Number and stem of the words that it may be the beginning of, and the known word it is most like, if any.

    Alike is what differs by a letter or two; in short words by two only if they changed places.
    """
    gesucht = stamm(wort)
    if len(gesucht) < ANFANG_AB or connection.vendor != "postgresql":
        return [], ""
    with connection.cursor() as cursor:
        anfang = f"{gesucht}%" if angefangen else ""
        cursor.execute(_AEHNLICH, {"stamm": gesucht, "wort": wort, "anfang": anfang})
        zeilen = cursor.fetchall()
    begonnen = [(nummer, stamm_) for nummer, stamm_, _form, _anzahl, abstand, _anders in zeilen if abstand < 0]
    nahe = (form for _n, _s, form, _a, d, _ in zeilen if d in (0, 1) or (d == 2 and _darf_zwei(wort, form)))
    return begonnen, next(nahe, "") if len(wort) >= 4 and wort.isalpha() else ""


def _darf_zwei(wort: str, form: str) -> bool:
    return min(len(stamm(wort)), len(stamm(form))) >= ZWEI_AB or sorted(stamm(wort)) == sorted(stamm(form))
