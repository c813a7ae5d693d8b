"""What do we hold about the person behind an e-mail address, and where is the page to each of it?

An address proves who somebody is only as far as a mail reached it: links go only to exactly the address that was given
then, but for capitals, and a page shows other enquiries only once its own was confirmed by mail.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ehrenamt.felder import klein

from . import mails
from .mails_wunsch import mein_wunsch_link
from .models import Anfrage, Engagementwunsch


@dataclass(frozen=True)
class Eintrag:
    """One thing that belongs to a person: what it is, where it stands, the full address of its page."""

    titel: str
    stand: str
    wann: datetime
    link: str
    adresse: str
    sprache: str


def _anfragen(adresse: str) -> Iterator[Eintrag]:
    for anfrage in Anfrage.objects.von_adresse(adresse).select_related("angebot"):
        yield _eintrag(anfrage, anfrage.email, mails.meine_daten_link(anfrage), anfrage.angebot.titel)


def _anfragen_der_kinder(adresse: str) -> Iterator[Eintrag]:
    """A parent who was asked has a page as well."""
    for anfrage in Anfrage.objects.von_adresse(adresse, "eltern_email").select_related("angebot"):
        if anfrage.status != Anfrage.Status.UNBESTAETIGT:
            titel = _("Ihr Kind: %(titel)s") % {"titel": anfrage.angebot.titel}
            yield _eintrag(anfrage, anfrage.eltern_email, mails.eltern_link(anfrage), titel)


def _wuensche(adresse: str) -> Iterator[Eintrag]:
    for wunsch in Engagementwunsch.objects.von_adresse(adresse):
        yield _eintrag(wunsch, wunsch.email, mein_wunsch_link(wunsch), _("Ihr Angebot zu helfen"))


def _eintrag(zeile: Anfrage | Engagementwunsch, adresse: str, link: str, titel: str) -> Eintrag:
    return Eintrag(titel, zeile.get_status_display(), zeile.erstellt_am, link, adresse, zeile.sprache)


# Whatever else keeps something about a person adds its own source.
QUELLEN: list[Callable[[str], Iterable[Eintrag]]] = [_anfragen, _anfragen_der_kinder, _wuensche]


def eintraege(adresse: str) -> list[Eintrag]:
    """Everything that belongs to an address, the newest first."""
    alle = [eintrag for quelle in QUELLEN for eintrag in quelle(adresse)]
    # The database compares more generously than mail servers do (see klein).
    gleiche = [eintrag for eintrag in alle if klein(eintrag.adresse) == klein(adresse)]
    return sorted(gleiche, key=lambda eintrag: eintrag.wann, reverse=True)


def links_schicken(adresse: str) -> None:
    """Mail the person's links to the address.

    To an address that we do not know the same mail is written and taken back before anything is committed: the
    answer takes as long, nobody learns who is known, and no stranger gets a mail.
    """
    gefunden = eintraege(adresse)
    with transaction.atomic():
        mails.meine_daten_links(klein(adresse), gefunden)
        if not gefunden:
            transaction.set_rollback(True)


def weitere(anfrage: Anfrage) -> list[Anfrage]:
    """The person's other confirmed enquiries; none before this one was confirmed by mail itself."""
    if not anfrage.adresse_bewiesen:
        return []
    alle = Anfrage.objects.von_adresse(anfrage.email).exclude(pk=anfrage.pk).select_related("angebot__organisation")
    return [andere for andere in alle if andere.adresse_bewiesen and klein(andere.email) == klein(anfrage.email)]
