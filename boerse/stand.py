"""How does the state of a listing read in the workspace? The listing's own, and that of a text in work."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from .auswahl import AngebotStatus as A
from .auswahl import FassungStatus as F


@dataclass(frozen=True)
class Stand:
    """`art`: gut, warnung, fehler, ruht or arbeit decides drawing and colour."""

    art: str
    text: Any
    rang: int


ANGEBOT = {
    A.VEROEFFENTLICHT: Stand("gut", _("online"), 3),
    A.PAUSIERT: Stand("ruht", _("pausiert"), 4),
    A.ABGELAUFEN: Stand("ruht", _("abgelaufen"), 5),
    A.BEENDET: Stand("ruht", _("beendet"), 6),
    A.ARCHIVIERT: Stand("ruht", _("archiviert"), 7),
    A.GESPERRT: Stand("fehler", _("gesperrt"), 0),
}
NEU = {
    F.ENTWURF: Stand("arbeit", _("Entwurf"), 1),
    F.EINGEREICHT: Stand("warnung", _("wird geprüft"), 2),
    F.ZURUECKGEGEBEN: Stand("fehler", _("zurückgegeben"), 0),
    F.ABGELEHNT: Stand("fehler", _("abgelehnt"), 8),
}
AENDERUNG = {
    F.ENTWURF: Stand("arbeit", _("Änderung im Entwurf"), 1),
    F.EINGEREICHT: Stand("warnung", _("Änderung wird geprüft"), 2),
    F.ZURUECKGEGEBEN: Stand("fehler", _("Änderung zurückgegeben"), 0),
    F.ABGELEHNT: Stand("fehler", _("Änderung abgelehnt"), 8),
}
UNBEKANNT = Stand("ruht", _("verworfen"), 9)


def staende(angebot, fassung) -> list[Stand]:
    """What to say about a listing with its newest text: one state, or two where a change is under way."""
    if angebot.status == A.UNVEROEFFENTLICHT:
        return [NEU.get(fassung.status, UNBEKANNT) if fassung else UNBEKANNT]
    aenderung = AENDERUNG.get(fassung.status) if fassung else None
    return [ANGEBOT[angebot.status], *([aenderung] if aenderung else [])]


def beschriften(angebote) -> list:
    """Listings of fuer_arbeitsbereich() with `anzeigetitel` and `staende`, those that need something first."""
    for angebot in angebote:
        fassung = angebot.neueste[0] if angebot.neueste else None
        angebot.anzeigetitel = angebot.titel or (fassung.titel if fassung else str(angebot))
        angebot.staende = staende(angebot, fassung)
    return sorted(angebote, key=lambda a: (min(stand.rang for stand in a.staende), -a.pk))
