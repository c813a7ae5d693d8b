"""Who was brought in by an import or by telephone learns of it (Art. 14 GDPR): once, before any other mail."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from ehrenamt.ablauf import protokollieren
from ehrenamt.pflichten import Pflicht
from ehrenamt.rollen import PORTAL
from organisationen.models import Organisation

from . import fristen, mails
from .models import Angebot, Fassung

ANGEBOTE_HOECHSTENS = 10


def zu_informieren(jetzt: datetime) -> QuerySet:
    """As soon as something of it is public, at the latest 28 days after it was entered (Art. 14 Abs. 3: a month)."""
    oeffentlich = Angebot.objects.oeffentlich(timezone.localdate(jetzt)).filter(organisation=OuterRef("pk"))
    grenze = fristen.vor(jetzt, "organisation_informieren_tage")
    faellig = Q(erstellt_am__lte=grenze) | Q(Exists(oeffentlich))
    return Organisation.objects.ohne_anmeldung().filter(faellig, informiert_am=None)


def informieren(organisation: Organisation, jetzt: datetime) -> None:
    """Write the mail, if nobody did yet. The Verlauf keeps the proof when the mail itself is gone."""
    with transaction.atomic():
        uninformiert = Organisation.objects.ohne_anmeldung().filter(pk=organisation.pk, informiert_am=None)
        if not uninformiert.update(informiert_am=jetzt):
            return
        organisation.informiert_am = jetzt
        protokollieren(organisation, "informieren", akteur=PORTAL, grund=organisation.quelle)
        angebote = Angebot.objects.filter(organisation=organisation, status=Angebot.Status.VEROEFFENTLICHT)
        texte = Fassung.objects.filter(angebot__organisation=organisation, inhalt__quelle_url__gt="").order_by("pk")
        quelle_url = texte.values_list("inhalt__quelle_url", flat=True).first()
        mails.organisation_eingetragen(organisation, list(angebote[:ANGEBOTE_HOECHSTENS]), quelle_url or "", jetzt)


PFLICHTEN = [Pflicht("Organisationen informiert", zu_informieren, informieren)]
