"""Which mails go to organisations about themselves? One function per occasion."""

from datetime import timedelta

from ehrenamt.links import absolut, token
from ehrenamt.models import Nachricht

from .models import Kontaktstelle
from .models.einladung import GUELTIG

EINLADUNG: tuple[str, timedelta] = ("einladung", GUELTIG)


def organisation_freigegeben(organisation, _grund: str = "") -> None:
    _an_team("organisation_freigegeben", organisation, link=absolut("arbeitsbereich"))


def organisation_abgelehnt(organisation, grund: str) -> None:
    _an_team("organisation_abgelehnt", organisation, grund=grund)


def organisation_gesperrt(organisation, grund: str) -> None:
    _an_team("organisation_gesperrt", organisation, grund=grund)


def einladung(einladung) -> None:
    Nachricht.objects.schreiben(
        "einladung",
        einladung.email,
        bezug=einladung,
        organisation=einladung.organisation,
        rolle=einladung.get_rolle_display(),
        link=absolut("einladung", token(EINLADUNG[0], einladung.kennung)),
    )


def uebernahme_bestaetigt(organisation, konto) -> None:
    Nachricht.objects.schreiben(
        "uebernahme_bestaetigt",
        konto.email,
        bezug=organisation,
        reply_to=_antwort_an(organisation),
        organisation=organisation,
        link=absolut("arbeitsbereich"),
    )


def uebernahme_abgelehnt(organisation, konto, grund: str) -> None:
    Nachricht.objects.schreiben(
        "uebernahme_abgelehnt",
        konto.email,
        bezug=organisation,
        reply_to=_antwort_an(organisation),
        organisation=organisation,
        grund=grund,
    )


def _an_team(anlass: str, organisation, **kontext) -> None:
    kontext |= {"organisation": organisation, "bezug": organisation, "reply_to": _antwort_an(organisation)}
    for adresse in organisation.empfaenger():
        Nachricht.objects.schreiben(anlass, adresse, **kontext)


def _antwort_an(organisation) -> str:
    """Whoever answers a mail of the portal writes to the office responsible."""
    stellen = Kontaktstelle.objects
    stelle = stellen.zustaendig_fuer(organisation.gemeinde_id) or stellen.des_portals()
    return stelle.email if stelle else ""
