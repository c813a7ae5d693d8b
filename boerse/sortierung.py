"""In which order do hits stand?"""

from functools import reduce
from operator import add

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .suche import umkreis, volltext

AUSWAHL = {
    "relevanz": _("Passend zuerst"),
    "neu": _("Neue zuerst"),
    "entfernung": _("Entfernung"),
    "beginn": _("Beginn"),
}


# What it counts beside the words that a listing says exactly what was wished for.
GENAU = 0.35


def vorgabe(suche) -> str:
    """The order nobody had to ask for."""
    if suche.frage or (suche.genau and not suche.punkte):
        return "relevanz"
    return "entfernung" if suche.punkte else "neu"


def moegliche(suche) -> list[str]:
    """The orders that make sense for this search."""
    geht = {"relevanz": bool(suche.frage or suche.genau), "entfernung": bool(suche.bezugspunkte)}
    return [name for name in AUSWAHL if geht.get(name, True)]


def ordnen(suche, name: str) -> QuerySet:
    """The hits in this order; each ends with the newest and the number, so that no page repeats what another showed."""
    angebote, punkte, felder = suche.qs, suche.bezugspunkte, []
    if punkte:
        angebote = umkreis.mit_entfernung(angebote, punkte)
    if name == "entfernung" and punkte:
        felder = [F("entfernung").asc(nulls_last=True)]
    elif name == "relevanz" and (suche.frage.nummern or suche.genau):
        angebote = volltext.mit_fundstellen(angebote, suche.frage).annotate(rang=_rang(suche))
        felder = ["-rang"]
        if punkte:
            felder.append(F("entfernung").asc(nulls_last=True))
    elif name == "beginn":
        # What is still to begin, soonest first; what has begun or can begin any day follows.
        bald = Case(When(Q(beginn__gte=timezone.localdate()), then=F("beginn")), default=Value(None))
        angebote, felder = angebote.annotate(naechster_beginn=bald), [F("naechster_beginn").asc(nulls_last=True)]
    return angebote.order_by(*felder, "-veroeffentlicht_am", "-pk")


def _rang(suche):
    """How well it answers the words, and how exactly the wishes."""
    genau = [Case(When(q, then=Value(GENAU / len(suche.genau))), default=Value(0.0)) for q in suche.genau]
    return reduce(add, genau, volltext.rang(suche.frage))
