"""How do typed words become a query? Each word counts for itself; the more of them a listing covers, the higher."""

import re
from functools import reduce
from operator import add

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, F, FloatField, Q, Value, When

from .text import KONFIGURATION, normalisieren

WOERTER_HOECHSTENS = 12
PRAEFIX_AB = 3
# Words of a question that say nothing about a listing; the database drops them from its texts, too.
FUELLWOERTER = set(
    """aber alle als am an auch auf aus bei bin das dem den der des die doch ein eine einem einen einer es für gern
    gerne haben habe hat ich ihr im in ist kann können man mein meine mich mir mit möchte nach nicht noch oder ohne
    sich sie sind so suche und uns unter vom von vor was wenn wer wie will wir wo zu zum zur über um""".split()  # noqa: SIM905
)


def woerter(q: str) -> list[str]:
    """The words of a question that carry meaning, each once."""
    gefunden = re.findall(r"\w+", normalisieren(q).replace("_", " "))
    sinnvoll = [wort for wort in gefunden if wort.lower() not in FUELLWOERTER]
    return list(dict.fromkeys(sinnvoll))[:WOERTER_HOECHSTENS]


def _abfragen(worte: list[str]) -> list[SearchQuery]:
    """One query per word; the last one may be unfinished and matches as a beginning, too."""
    abfragen = [SearchQuery(wort, config=KONFIGURATION) for wort in worte]
    if len(worte[-1]) >= PRAEFIX_AB:
        abfragen[-1] |= SearchQuery(f"{worte[-1]}:*", config=KONFIGURATION, search_type="raw")
    return abfragen


def bedingung(worte: list[str]) -> Q:
    """Listings with at least one of the words. The stemmer of the database treats ä and ae, ß and ss alike."""
    return Q(suchtext=reduce(lambda a, b: a | b, _abfragen(worte)))


def rang(worte: list[str]):
    """How well a listing answers: the number of words it covers, then where they stand (title and Thema most)."""
    abfragen = _abfragen(worte)
    gedeckt = [
        Case(When(suchtext=abfrage, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
        for abfrage in abfragen
    ]
    gewicht = SearchRank(F("suchtext"), reduce(lambda a, b: a | b, abfragen), weights=[0.05, 0.15, 0.4, 1.0])
    return reduce(add, gedeckt) + gewicht
