"""Which mails belong to a general offer of help? As in mails.py: one function per occasion."""

from datetime import datetime, timedelta

from django.conf import settings

from ehrenamt.links import absolut, token
from ehrenamt.models import Nachricht
from organisationen.mails import von

from .mails import seiten

# How long a mailed link works: as long as what it belongs to is kept at the most.
MEIN_WUNSCH = (
    "mein_wunsch",
    timedelta(days=settings.FRISTEN["engagementwunsch_tage"] + settings.FRISTEN["anfrage_nach_ergebnis_tage"] + 30),
)
WUNSCH_BESTAETIGUNG = "wunsch_bestaetigung", timedelta(hours=settings.FRISTEN["anfrage_unbestaetigt_stunden"])


def mein_wunsch_link(wunsch) -> str:
    return absolut("mein_wunsch", token(MEIN_WUNSCH[0], wunsch.kennung), sprache=wunsch.sprache)


# To citizens


def wunsch_bestaetigen(wunsch) -> None:
    """The button behind this link sends the wish on; without it nobody sees it."""
    kennung = token(WUNSCH_BESTAETIGUNG[0], wunsch.kennung)
    link = absolut("engagementwunsch_bestaetigen", kennung, sprache=wunsch.sprache)
    _an_buergerin("wunsch_bestaetigen", wunsch, link=link)


def wunsch_vorschlaege(wunsch, angebote: list, worte: str) -> None:
    """Listings that staff picked, with the words they add."""
    kontext = {"angebote": seiten(angebote, wunsch.sprache), "worte": worte}
    _an_buergerin("wunsch_vorschlaege", wunsch, link=mein_wunsch_link(wunsch), **kontext)


def _an_buergerin(anlass: str, wunsch, **kontext) -> None:
    kontext |= {"wunsch": wunsch, "meine_daten": mein_wunsch_link(wunsch)} | von(wunsch.kontaktstelle)
    Nachricht.objects.schreiben(anlass, wunsch.email, bezug=wunsch, sprache=wunsch.sprache, **kontext)


# To the Kontaktstelle: no name, no address, no words of the person


def wunsch_eingegangen(wunsch, _grund: str = "") -> None:
    _an_kontaktstelle("wunsch_eingegangen", wunsch)


def wunsch_wartet(wunsch, jetzt: datetime) -> None:
    _an_kontaktstelle("wunsch_wartet", wunsch, jetzt)


def _an_kontaktstelle(anlass: str, wunsch, jetzt: datetime | None = None) -> None:
    stelle = wunsch.kontaktstelle
    if stelle:
        link = absolut("admin:boerse_engagementwunsch_change", wunsch.pk)
        Nachricht.objects.schreiben(anlass, stelle.email, bezug=wunsch, wunsch=wunsch, link=link, jetzt=jetzt)
