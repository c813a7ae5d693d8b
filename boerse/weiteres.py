"""What comes next where only a few listings answer? What nearly answers, after all that does."""

from django.db.models import Q, QuerySet

from . import sortierung
from .models import Angebot
from .suche import befunde, gemeinsames, volltext

# So many listings a first page has at least, if anything comes near.
GENUG = 10
# Of those that meet the wishes and have none of the words, only the newest are looked at.
OHNE_WORTE = 60


def gefragt(suche, anzahl: int) -> bool:
    """Whether so few hits of a question in words should be followed by anything."""
    return anzahl < GENUG and "q" in suche.werte and suche.sortierung_gewaehlt == "relevanz"


def weitere(suche, antworten: list[int]) -> list[int]:
    """The numbers of what comes nearest to these few hits, the nearest first.

    What was read as a wish leaves nothing out any more, and the words are understood more widely; what was asked by
    parameters holds.
    """
    weite = suche.lockern()
    wuensche = [q for name, q in suche.bedingungen.items() if name not in weite.bedingungen and name != "ort"]
    weite.frage = suche.frage.weit()
    weite.genau = [*wuensche, *suche.genau]
    weite.bedingungen["q"] = _nahe(weite, wuensche)
    if not sortierung.nach_rang(weite, "relevanz"):
        return []
    sortiert = sortierung.ordnen(weite, "relevanz").values(*gemeinsames.SPALTEN)[: gemeinsames.FENSTER]
    gefunden = befunde.zeilen(sortiert, volltext.mit_den_gefragten(weite.frage))
    zeilen = [tuple(zeile[spalte] for spalte in gemeinsames.SPALTEN) for zeile in gefunden]
    rest = [nummer for nummer in gemeinsames.vorziehen(zeilen) if nummer not in set(antworten)]
    return rest[: GENUG - len(antworten)]


def _nahe(weite, wuensche: list[Q]) -> Q:
    nahe = volltext.bedingung(weite.frage, volltext.genug_fuer_den_rang(weite.frage))
    return nahe | Q(pk__in=_neueste(weite, wuensche).values("pk")) if wuensche else nahe


def _neueste(weite, wuensche: list[Q]) -> QuerySet:
    uebrige = [q for name, q in weite.bedingungen.items() if name != "q"]
    return Angebot.objects.oeffentlich().filter(*uebrige, *wuensche).order_by("-veroeffentlicht_am", "-pk")[:OHNE_WORTE]
