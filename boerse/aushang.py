"""How does a listing look on a notice board? One page with a code to scan and strips to tear off."""

from textwrap import shorten

from django.conf import settings
from django.urls import reverse

from ehrenamt.papier import kurz, qr_code, setzen

from .darstellung import seite

TEXT_HOECHSTENS = 280


def aushang(angebot) -> bytes:
    """`angebot`: from `fuer_seite()`. Says what its page says, and no more. Raises Papierfehler."""
    seite(angebot)
    adresse = settings.PORTAL_ADRESSE + reverse("angebot_kurz", args=[angebot.pk])
    stelle = angebot.kontaktstelle
    angaben = {
        "titel": angebot.titel,
        "organisation": angebot.organisation.name,
        "text": shorten(angebot.kurzbeschreibung or angebot.beschreibung, TEXT_HOECHSTENS, placeholder=" …"),
        "fakten": [(str(fakt.titel), str(fakt)) for fakt in angebot.kerndaten],
        "adresse": kurz(adresse),
        "qr": qr_code(adresse),
        "telefon": stelle.telefon if stelle else "",
        "stelle": stelle.name if stelle else "",
    }
    return setzen("aushang", f"{angebot.titel} – {angebot.organisation.name}", angebot=angaben)
