"""What becomes of the listings when their organisation goes?"""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from ehrenamt.pflichten import Pflicht
from ehrenamt.rollen import PORTAL, Akteur, Rolle
from organisationen.models import Organisation, Teamzugang

from . import aussonderung, mails
from .auswahl import AnfrageStatus, AngebotStatus, Beendet, FassungStatus
from .models import Anfrage, Angebot, Fassung

ZU_BEENDEN = [AngebotStatus.VEROEFFENTLICHT, AngebotStatus.PAUSIERT, AngebotStatus.ABGELAUFEN]


def austragen(organisation: Organisation, akteur: Akteur) -> None:
    """The organisation leaves the portal, or objects to being here: its listings end at once, and whoever waits for
    an answer gets it from the Kontaktstelle, which is told. Raises AblaufFehler."""
    with transaction.atomic():
        ohne_team = not organisation.teamzugaenge.exists()
        organisation.austragen(akteur)
        for angebot in Angebot.objects.filter(organisation=organisation, status__in=ZU_BEENDEN):
            angebot.beenden(akteur, Beendet.ENTFALLEN)
        texte = Fassung.objects.filter(angebot__organisation=organisation, status=FassungStatus.EINGEREICHT)
        for fassung in texte:
            fassung.zuruecknehmen(PORTAL)
        if ohne_team:
            # Names and telephone numbers of people who were never asked.
            aussonderung.kontakte_vergessen(Angebot.objects.filter(organisation=organisation), timezone.now())
        offene = Anfrage.objects.filter(angebot__organisation=organisation, status=AnfrageStatus.OFFEN)
        for anfrage in offene.select_related("angebot__organisation"):
            anfrage.uebernehmen(PORTAL)
        if akteur.rolle != Rolle.KONTAKTSTELLE:
            mails.organisation_ausgetragen(organisation, ohne_team=ohne_team)


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
