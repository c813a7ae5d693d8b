"""How good is the search? Measures over a judged set of questions, and three simple searches to compare it with."""

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

import Stemmer
from django.db import connection

from .models import Angebot, Taetigkeit, Thema, Zielgruppe

DATEI = Path(__file__).parent / "daten" / "suchurteile.json"
# The listings that were judged come from the demonstration; their external ids are the keys of the judgements.
QUELLE = "demo"
STELLEN = 10
K1, B = 1.2, 0.75

VOLLTEXT = """
WITH dokument AS MATERIALIZED (
    SELECT nummer, kennung, to_tsvector('german', text) AS worte
    FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS d(kennung, text, nummer)
)
SELECT frage.nummer, kennung
FROM unnest(%s::text[]) WITH ORDINALITY AS frage(text, nummer)
JOIN dokument ON worte @@ websearch_to_tsquery('german', frage.text)
ORDER BY frage.nummer, ts_rank(worte, websearch_to_tsquery('german', frage.text)) DESC, dokument.nummer
"""


@dataclass(frozen=True)
class Frage:
    """One question; 2 = what was meant, 1 = also of interest, what is not named is not of interest."""

    frage: str
    teil: str
    art: str
    urteile: dict[str, int]


@dataclass(frozen=True)
class Dokument:
    kennung: str
    text: str
    begriffe: str

    @property
    def ganz(self) -> str:
        return f"{self.text}\n{self.begriffe}"


@dataclass(frozen=True)
class Note:
    ndcg: float
    recall: float
    leer: float


Folge = list[str]


def fragen_laden(datei: Path = DATEI) -> list[Frage]:
    return [Frage(**zeile) for zeile in json.loads(datei.read_text("utf-8"))]


def beantwortbare(fragen: Iterable[Frage], oeffentlich: set[str]) -> list[Frage]:
    """Judged over what can be found today; a question whose every meant listing is gone cannot be measured."""
    heutige = (replace(f, urteile={k: n for k, n in f.urteile.items() if k in oeffentlich}) for f in fragen)
    return [frage for frage in heutige if 2 in frage.urteile.values()]


def _gewinn(noten: Iterable[int]) -> float:
    return sum((2**note - 1) / math.log2(platz + 1) for platz, note in enumerate(noten, start=1))


def ndcg(folge: Folge, urteile: dict[str, int], stellen: int = STELLEN) -> float:
    """1 if the first places could not be filled better, however many are judged."""
    bestes = _gewinn(sorted(urteile.values(), reverse=True)[:stellen])
    return _gewinn(urteile.get(kennung, 0) for kennung in folge[:stellen]) / bestes if bestes else 0.0


def recall(folge: Folge, urteile: dict[str, int], stellen: int = STELLEN) -> float:
    """The share of all that is of interest; below 1 for sure where more is of interest than there are places."""
    return len(urteile.keys() & set(folge[:stellen])) / len(urteile) if urteile else 0.0


def benoten(fragen: list[Frage], folgen: list[Folge]) -> Note:
    paare = list(zip(fragen, folgen, strict=True))
    return Note(
        ndcg=fmean(ndcg(folge, frage.urteile) for frage, folge in paare),
        recall=fmean(recall(folge, frage.urteile) for frage, folge in paare),
        leer=fmean(not folge for folge in folgen),
    )


def dokumente() -> list[Dokument]:
    """The public listings of the demonstration, newest first."""
    label = {(modell, b.slug): str(b) for modell in (Thema, Zielgruppe, Taetigkeit) for b in modell.objects.all()}

    def dokument(a: Angebot) -> Dokument:
        slugs = [(Thema, a.themen), (Zielgruppe, a.zielgruppen), (Taetigkeit, a.taetigkeiten)]
        begriffe = [label.get((modell, slug), slug) for modell, werte in slugs for slug in werte]
        text = "\n".join([a.titel, a.kurzbeschreibung, a.beschreibung, a.organisation.name])
        return Dokument(a.externe_id, text, "\n".join([*begriffe, *a.schlagwoerter]))

    angebote = Angebot.objects.oeffentlich().filter(quelle=QUELLE).select_related("organisation")
    return [dokument(angebot) for angebot in angebote.order_by("-veroeffentlicht_am", "-pk")]


def teilwort(vorrat: list[Dokument], fragen: list[str]) -> list[Folge]:
    """What a LIKE would find: the question as it stands, anywhere in the text."""
    return [[d.kennung for d in vorrat if frage.lower() in d.text.lower()] for frage in fragen]


def volltext(vorrat: list[Dokument], fragen: list[str]) -> list[Folge]:
    """What the full text search of PostgreSQL finds without further ado."""
    with connection.cursor() as zeiger:
        zeiger.execute(VOLLTEXT, [[d.kennung for d in vorrat], [d.ganz for d in vorrat], fragen])
        zeilen = zeiger.fetchall()
    return [[kennung for nummer, kennung in zeilen if nummer == stelle] for stelle in range(1, len(fragen) + 1)]


def bm25(vorrat: list[Dokument], fragen: list[str]) -> list[Folge]:
    """The textbook ranking by rare words, over German stems."""
    stamm = Stemmer.Stemmer("german").stemWords
    zaehlung = {d.kennung: Counter(stamm(re.findall(r"\w+", d.ganz.lower()))) for d in vorrat}
    in_wie_vielen = Counter(wort for worte in zaehlung.values() for wort in worte)
    mittel = fmean(worte.total() for worte in zaehlung.values()) if zaehlung else 1.0

    def punkte(worte: Counter, wort: str) -> float:
        selten = math.log(1 + (len(vorrat) - in_wie_vielen[wort] + 0.5) / (in_wie_vielen[wort] + 0.5))
        return selten * worte[wort] * (K1 + 1) / (worte[wort] + K1 * (1 - B + B * worte.total() / mittel))

    def folge(frage: str) -> Folge:
        gefragt = stamm(re.findall(r"\w+", frage.lower()))
        summen = {k: sum(punkte(worte, wort) for wort in gefragt) for k, worte in zaehlung.items()}
        return sorted((k for k in summen if summen[k] > 0), key=lambda k: -summen[k])

    return [folge(frage) for frage in fragen]


Verfahren = Callable[[list[Dokument], list[str]], list[Folge]]
VERGLEICHE: dict[str, Verfahren] = {"Teilwort": teilwort, "PostgreSQL": volltext, "BM25": bm25}
