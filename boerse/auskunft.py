"""What is stored about a person with an enquiry? Everything, as a document to take along (Art. 15 and 20 DSGVO)."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from ehrenamt.models import Nachricht, Verlaufseintrag

from .models import Anfrage

# The row's own keys say nothing about the person.
OHNE = {"id", "formular", "angebot"}


def als_dokument(anfrage: Anfrage, weitere: Iterable[Anfrage]) -> dict[str, Any]:
    """All enquiries of one person; the addresses in them are the same."""
    return {
        "portal": f"{settings.PORTAL_NAME} {settings.PORTAL_KREIS}",
        "adresse": settings.PORTAL_ADRESSE,
        "stand": timezone.localtime(),
        "anfragen": [_anfrage(eine) for eine in (anfrage, *weitere)],
        "weitere_e_mails": [_mail(mail, anfrage) for mail in Nachricht.objects.linklisten(anfrage.email)],
    }


def _anfrage(anfrage: Anfrage) -> dict[str, Any]:
    angebot = anfrage.angebot
    return {
        "angebot": {
            "titel": angebot.titel,
            "organisation": angebot.organisation.name,
            "adresse": settings.PORTAL_ADRESSE + angebot.get_absolute_url(),
        },
        "angaben": _spalten(anfrage, OHNE),
        "verlauf": [_schritt(eintrag) for eintrag in Verlaufseintrag.objects.von(anfrage)],
        "e_mails": [_mail(mail, anfrage) for mail in _mails(anfrage)],
        "rueckmeldungen": [_spalten(zeile, {"id", "anfrage"}) for zeile in anfrage.rueckmeldungen.all()],
    }


def _spalten(zeile: models.Model, ohne: set[str]) -> dict[str, Any]:
    """Every column, also those that a later version adds."""
    return {feld.name: getattr(zeile, feld.name) for feld in zeile._meta.concrete_fields if feld.name not in ohne}


def _schritt(eintrag: Verlaufseintrag) -> dict[str, Any]:
    """By which role; whoever it was stays out of it."""
    return {
        "wann": eintrag.zeitpunkt,
        "vorgang": eintrag.vorgang,
        "von": eintrag.von,
        "nach": eintrag.nach,
        "rolle": eintrag.get_rolle_display(),
        "grund": eintrag.grund,
    }


def _mails(anfrage: Anfrage) -> models.QuerySet:
    art = ContentType.objects.get_for_model(anfrage)
    return Nachricht.objects.filter(bezug_art=art, bezug_id=anfrage.pk).order_by("pk")


def _mail(mail: Nachricht, anfrage: Anfrage) -> dict[str, Any]:
    """The addresses of the organisation's people are theirs."""
    wer = {anfrage.email: _("Sie"), anfrage.eltern_email: _("Elternteil")}
    return {
        "an": wer.get(mail.empfaenger, _("Organisation oder Kontaktstelle")),
        "betreff": mail.betreff,
        "geschrieben_am": mail.erstellt_am,
        "gesendet_am": mail.gesendet_am,
        "wird_geloescht_am": mail.loeschen_am,
    }
