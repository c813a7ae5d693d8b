"""In which order do hits stand?"""

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


def vorgabe(mit_worten: bool, mit_umkreis: bool) -> str:
    """The order nobody had to ask for."""
    if mit_worten:
        return "relevanz"
    return "entfernung" if mit_umkreis else "neu"


def moegliche(mit_worten: bool, mit_ort: bool) -> list[str]:
    """The orders that make sense for this search."""
    return [name for name in AUSWAHL if (name != "relevanz" or mit_worten) and (name != "entfernung" or mit_ort)]


def ordnen(angebote: QuerySet, name: str, worte: list[str], punkte: list[umkreis.Punkt]) -> QuerySet:
    """Each order ends with the newest and the number, so that no page repeats what another showed."""
    felder = []
    if punkte:
        angebote = umkreis.mit_entfernung(angebote, punkte)
    if name == "entfernung" and punkte:
        felder = [F("entfernung").asc(nulls_last=True)]
    elif name == "relevanz" and worte:
        angebote, felder = angebote.annotate(rang=volltext.rang(worte)), ["-rang"]
        if punkte:
            felder.append(F("entfernung").asc(nulls_last=True))
    elif name == "beginn":
        # What is still to begin, soonest first; what has begun or can begin any day follows.
        bald = Case(When(Q(beginn__gte=timezone.localdate()), then=F("beginn")), default=Value(None))
        angebote, felder = angebote.annotate(naechster_beginn=bald), [F("naechster_beginn").asc(nulls_last=True)]
    return angebote.order_by(*felder, "-veroeffentlicht_am", "-pk")
