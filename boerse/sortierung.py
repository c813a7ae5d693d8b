"""In which order do hits stand?"""

from functools import reduce
from operator import add

from django.db.models import Case, F, FloatField, Func, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Greatest, Least
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .auswahl import Digital
from .suche import umkreis, volltext

AUSWAHL = {
    "relevanz": _("Passend zuerst"),
    "neu": _("Neue zuerst"),
    "entfernung": _("Entfernung"),
    "beginn": _("Beginn"),
}


# What counts beside the words, whose rank goes from 0 to about 1: that a listing says exactly what was wished for;
# and so little that it only decides among what answers about as well: that it is near (half as much at NAH_KM) and that
# it was confirmed of late (less each day, nothing after FRISCH_TAGE).
GENAU = 0.35
NAH, NAH_KM = 0.06, 10.0
FRISCH, FRISCH_TAGE = 0.03, 90.0


def vorgabe(suche) -> str:
    """The order nobody had to ask for."""
    if suche.frage or ((suche.genau or suche.frage.nebensachen) and not suche.punkte):
        return "relevanz"
    return "entfernung" if suche.punkte else "neu"


def moegliche(suche) -> list[str]:
    """The orders that make sense for this search."""
    geht = {"relevanz": bool(suche.frage or suche.genau), "entfernung": bool(suche.bezugspunkte)}
    return [name for name in AUSWAHL if geht.get(name, True)]


def ordnen(suche, name: str, vorauswahl: int = 0) -> QuerySet:
    """The hits in this order; each ends with the newest and the number, so that no page repeats what another showed.

    `vorauswahl`: by rank, only what can be among the best so many; by distance, only what has one.
    """
    angebote, punkte, felder = suche.qs, suche.bezugspunkte, []
    if vorauswahl and name == "entfernung":
        vor_ort = umkreis.im_umkreis(suche.punkte, suche.werte["umkreis"], auch_daheim=False)
        angebote = suche.ohne("ort").filter(vor_ort, ~Q(digital=Digital.NUR))
    elif vorauswahl:
        angebote = suche.ohne("q").filter(volltext.unter_den_besten(suche.frage, vorauswahl, _zuschlag(suche)))
    if punkte:
        angebote = umkreis.mit_entfernung(angebote, punkte)
    if name == "entfernung" and punkte:
        felder = [F("entfernung").asc(nulls_last=True)]
    elif nach_rang(suche, name):
        angebote, felder = angebote.annotate(rang=_rang(suche)), ["-rang"]
    elif name == "beginn":
        # What is still to begin, soonest first; what has begun or can begin any day follows.
        bald = Case(When(Q(beginn__gte=timezone.localdate()), then=F("beginn")), default=Value(None))
        angebote, felder = angebote.annotate(naechster_beginn=bald), [F("naechster_beginn").asc(nulls_last=True)]
    return angebote.order_by(*felder, "-veroeffentlicht_am", "-pk")


def nach_rang(suche, name: str) -> bool:
    """Whether there is anything to rank by."""
    return name == "relevanz" and bool(suche.frage.nummern or suche.genau)


def _rang(suche):
    """How well it answers the words, and how exactly the wishes; a little, how near and how fresh it is."""
    genau = [Case(When(q, then=Value(GENAU / len(suche.genau))), default=Value(0.0)) for q in suche.genau]
    nah = [Value(NAH) / (Value(1.0) + F("entfernung") / Value(NAH_KM))] if suche.bezugspunkte else []
    return reduce(add, [*genau, *(Coalesce(n, Value(NAH / 2)) for n in nah), _frische()], volltext.rang(suche.frage))


def _zuschlag(suche) -> float:
    """What can come to the rank of the words at most."""
    return FRISCH + (NAH if suche.bezugspunkte else 0.0) + (GENAU if suche.genau else 0.0)


def _frische():
    zahl = FloatField()
    seit = [Value(timezone.localdate()), F("zuletzt_bestaetigt_am")]
    tage = Cast(Func(*seit, template="(%(expressions)s)", arg_joiner=" - ", output_field=IntegerField()), zahl)
    anteil = Value(1.0) - Coalesce(tage, Value(FRISCH_TAGE)) / Value(FRISCH_TAGE)
    return Value(FRISCH) * Greatest(Value(0.0), Least(Value(1.0), anteil), output_field=zahl)
