"""What does the portal store about a person who can log in? Everything, for the person alone (Art. 15, 20 GDPR)."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext as _

from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.sitzung import sitzungen

from .models import Einladung, Konto


def auskunft(konto: Konto) -> dict[str, Any]:
    """Ready to be written as JSON. Codes, keys and passwords are no part of it: they would help only a thief."""
    return {
        "konto": _konto(konto),
        "adressen": list(konto.emailaddress_set.values("email", "verified", "primary")),
        "organisationen": _teams(konto),
        "kontaktstellen": list(konto.kontaktstellen.values_list("name", flat=True)),
        "zweite_faktoren": zweite_faktoren(konto),
        "sitzungen": [{"gilt_bis": sitzung.expire_date} for sitzung in sitzungen(konto)],
        "uebernahmeantraege": list(konto.uebernahmeantraege.values("organisation__name", "begruendung", "erstellt_am")),
        "einladungen": list(
            Einladung.objects.filter(email__iexact=konto.email).values("organisation__name", "rolle", "erstellt_am")
        ),
        "mails": list(
            Nachricht.objects.filter(empfaenger=konto.email).values("anlass", "betreff", "erstellt_am", "loeschen_am")
        ),
        "verlauf": [_eintrag(eintrag) for eintrag in _verlauf(konto)],
        "verwaltung": list(LogEntry.objects.filter(user=konto).values("action_time", "object_repr", "change_message")),
    }


def zweite_faktoren(konto: Konto) -> list[dict]:
    return [
        {"art": faktor.get_type_display(), "angelegt_am": faktor.created_at, "zuletzt_benutzt_am": faktor.last_used_at}
        for faktor in Authenticator.objects.filter(user=konto)
    ]


def _konto(konto: Konto) -> dict:
    felder = ["email", "name", "date_joined", "last_login", "schliessen_am", "gewarnt_am", "is_staff", "is_superuser"]
    return {feld: getattr(konto, feld) for feld in felder} | {
        "passwort": _("verschlüsselt gespeichert") if konto.has_usable_password() else _("keines")
    }


def _teams(konto: Konto) -> list[dict]:
    return [
        {"name": zugang.organisation.name, "rolle": zugang.get_rolle_display(), "seit": zugang.seit}
        for zugang in konto.teamzugaenge.select_related("organisation")
    ]


def _verlauf(konto: Konto):
    """What this person did, and what happened to the account."""
    eigene = Verlaufseintrag.objects.filter(konto=konto) | Verlaufseintrag.objects.von(konto)
    return eigene.select_related(None).select_related("objekt_art").order_by("pk")


def _eintrag(eintrag: Verlaufseintrag) -> dict:
    felder = ["zeitpunkt", "vorgang", "von", "nach", "grund", "rolle"]
    gegenstand = {"gegenstand": eintrag.objekt_art.model, "nummer": eintrag.objekt_id}
    return gegenstand | {feld: getattr(eintrag, feld) for feld in felder}
