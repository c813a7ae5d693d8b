"""What becomes of the listings when their organisation goes?"""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from ehrenamt.pflichten import Pflicht
from ehrenamt.rollen import PORTAL
from organisationen.models import Teamzugang

from .auswahl import AngebotStatus
from .models import Angebot


def ohne_ansprechperson() -> QuerySet:
    """Online although the last person left and no address remained; not what never had one and says so."""
    return Angebot.objects.filter(
        ~Exists(Teamzugang.objects.filter(organisation=OuterRef("organisation"))),
        status=AngebotStatus.VEROEFFENTLICHT,
        organisation__verlassen_am__isnull=False,
        organisation__kontakt_email="",
    )


PFLICHTEN = [
    Pflicht(
        "Angebote ohne Ansprechperson pausiert",
        lambda jetzt: ohne_ansprechperson(),
        lambda angebot, jetzt: angebot.pausieren(PORTAL, timezone.localdate(jetzt)),
    ),
]
