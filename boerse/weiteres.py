"""What comes next where only a few listings answer? What nearly answers, after all that does."""

from django.db.models import Q, QuerySet

from . import sortierung
from .models import Angebot
from .suche import befunde, gemeinsames, volltext

# So many listings a first page has at least, if anything comes near.
GENUG = 10
# What comes so much less near than the nearest does not follow.
FAST = 0.3
# So many of the newest are enough where nothing comes near.
NEUES = 5
# Of those that meet the wishes and have none of the words, only the newest are looked at.
OHNE_WORTE = 60


def gefragt(suche, anzahl: int) -> bool:
    """Whether so few hits of a question in words should be followed by anything."""
    return anzahl < GENUG and "q" in suche.werte and suche.sortierung_gewaehlt == "relevanz"


def weitere(suche, antworten: list[int]) -> list[int]:
    """The numbers of what comes nearest to these few hits, the nearest first.

    What was read as a wish leaves nothing out any more, and the words are understood more widely; what was asked by
    parameters holds. Where nobody knows the words, what is new there and then is better than nothing, if the question
    itself says where or when.
    """
    rest = [nummer for nummer in _nahe(suche) if nummer not in set(antworten)][: GENUG - len(antworten)]
    if rest or antworten or not suche.lesungen:
        return rest
    return list(_neueste(suche)[:NEUES].values_list("pk", flat=True))


def _nahe(suche) -> list[int]:
    weite = suche.lockern()
    wuensche = [q for name, q in suche.bedingungen.items() if name not in weite.bedingungen and name != "ort"]
    weite.frage = suche.frage.weit()
    weite.genau = [*wuensche, *suche.genau]
    weite.bedingungen["q"] = volltext.bedingung(weite.frage, volltext.genug_fuer_den_rang(weite.frage))
    if wuensche:
        weite.bedingungen["q"] |= Q(pk__in=_neueste(weite, *wuensche)[:OHNE_WORTE].values("pk"))
    if not sortierung.nach_rang(weite, "relevanz"):
        return []
    sortiert = sortierung.ordnen(weite, "relevanz").values(*gemeinsames.SPALTEN)[: gemeinsames.FENSTER]
    gefunden = befunde.zeilen(sortiert, volltext.mit_den_gefragten(weite.frage))
    zeilen = [tuple(zeile[spalte] for spalte in gemeinsames.SPALTEN) for zeile in gefunden]
    return gemeinsames.vorziehen([zeile for zeile in zeilen if zeile[1] >= zeilen[0][1] * FAST])


def _neueste(suche, *wuensche: Q) -> QuerySet:
    """What meets these wishes and those in force, whatever the words."""
    uebrige = [q for name, q in suche.bedingungen.items() if name != "q"]
    return Angebot.objects.oeffentlich().filter(*uebrige, *wuensche).order_by("-veroeffentlicht_am", "-pk")
