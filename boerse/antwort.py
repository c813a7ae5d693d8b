"""Who waits for an answer, and what does the portal do about it? The clock of each enquiry, and the questions later."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ehrenamt.pflichten import Pflicht
from ehrenamt.rollen import PORTAL
from organisationen.auswahl import OrganisationStatus
from organisationen.models import Teamzugang

from . import fristen
from .ablauf import LAUFEND, NACHFRAGBAR
from .aehnliche import aehnliche
from .auswahl import AnfrageStatus, RueckmeldungSeite
from .models import Anfrage, Angebot, Rueckmeldung

TEAM = Teamzugang.objects.filter(organisation=OuterRef("angebot__organisation"), konto__is_active=True)
GESPERRT = Q(angebot__organisation__status=OrganisationStatus.GESPERRT)
HAT_EMPFAENGER = ~Q(angebot__organisation__kontakt_email="") | Exists(TEAM)


def _mit_angebot() -> QuerySet:
    return Anfrage.objects.select_related("angebot__organisation")


def _offene() -> QuerySet:
    return _mit_angebot().filter(status=AnfrageStatus.OFFEN).order_by("wartet_seit")


def zu_uebernehmen(jetzt: datetime) -> QuerySet:
    """Whose organisation had its time."""
    return _offene().filter(wartet_seit__lte=fristen.vor(jetzt, "anfrage_uebernehmen_tage"))


def unerreichbar(jetzt: datetime) -> QuerySet:
    """Whose organisation can no longer answer, being blocked or without any address: nobody waits for it."""
    return _offene().filter(GESPERRT | ~HAT_EMPFAENGER)


def zu_erinnern(jetzt: datetime) -> QuerySet:
    """Whose organisation has not had the reminder of this stage. What is to be taken over is not reminded of."""
    erste, zweite, ende = (
        fristen.vor(jetzt, f"anfrage_{stufe}_tage") for stufe in ("erinnern", "erneut_erinnern", "uebernehmen")
    )
    stufe = Q(erinnerungen=0, wartet_seit__lte=erste) | Q(erinnerungen=1, wartet_seit__lte=zweite)
    return _offene().filter(stufe, wartet_seit__lte=erste, wartet_seit__gt=ende)


def nachzufragen(jetzt: datetime) -> QuerySet:
    """Whose organisation noted an answer that did not go through the portal: only the person knows whether it came."""
    return (
        _mit_angebot()
        .filter(status__in=NACHFRAGBAR, antwort_zugestellt=False, nachgefragt_am=None)
        .filter(Q(gemeldet=None) | Q(gemeldet=False), beantwortet_am__lte=fristen.vor(jetzt, "anfrage_nachfragen_tage"))
        .exclude(email="")
        .order_by("beantwortet_am")
    )


def zu_befragen(seite: RueckmeldungSeite, woche: int, seit: str) -> Callable[[datetime], QuerySet]:
    """Whom to ask so many weeks after the placement (`seit`: ergebnis_am), or after the confirmation
    (bestaetigt_am) where it still goes on. Whose later week has come is asked for that one alone."""
    bereich = Q(status=AnfrageStatus.VERMITTELT, geloescht_am=None) if seit == "ergebnis_am" else Q(status__in=LAUFEND)
    gefragt = Rueckmeldung.objects.filter(anfrage=OuterRef("pk"), seite=seite, woche__gte=woche)

    def faellig(jetzt: datetime) -> QuerySet:
        zeit = Q(**{f"{seit}__lte": jetzt - timedelta(weeks=woche)})
        for spaeter in settings.FRISTEN["rueckmeldung_wochen"]:
            if spaeter > woche:
                zeit &= Q(**{f"{seit}__gt": jetzt - timedelta(weeks=spaeter)})
        # The newest first: the others have been asked already, and need not be looked at again in each block.
        return _mit_angebot().filter(bereich, zeit, ~Exists(gefragt), ERREICHBAR[seite]).order_by(f"-{seit}")

    return faellig


ERREICHBAR = {
    RueckmeldungSeite.BUERGERIN: ~Q(email=""),
    RueckmeldungSeite.ORGANISATION: Q(HAT_EMPFAENGER, weitergegeben_am__isnull=False) & ~GESPERRT,
}


def _rueckmeldungen() -> Iterator[Pflicht]:
    wann = {"ergebnis_am": "nach der Vermittlung", "bestaetigt_am": "nach der Bestätigung"}
    for seite, wer in ((RueckmeldungSeite.BUERGERIN, "Personen"), (RueckmeldungSeite.ORGANISATION, "Organisationen")):
        for woche in settings.FRISTEN["rueckmeldung_wochen"]:
            for seit, wort in wann.items():
                name = f"{wer} {woche} Wochen {wort} gefragt"
                yield Pflicht(name, zu_befragen(seite, woche, seit), partial(_befragen, seite))


def _befragen(seite: RueckmeldungSeite, anfrage: Anfrage, jetzt: datetime) -> None:
    Rueckmeldung.objects.erfragen(anfrage, seite, jetzt)


def als_absatz() -> SafeString:
    """The periods, for the Nutzungsbedingungen."""
    satz = _(
        "Bleibt sie aus, erinnert das Portal nach %(anfrage_erinnern_tage)s und nach %(anfrage_erneut_erinnern_tage)s "
        "Tagen. Nach %(anfrage_uebernehmen_tage)s Tagen übernimmt die Kontaktstelle und schlägt der Person ähnliche "
        "Angebote vor."
    )
    return format_html("<p>{}</p>", satz % settings.FRISTEN)


def _andere(anfrage: Anfrage) -> list[Angebot]:
    return aehnliche(anfrage.angebot)


def _uebernehmen(anfrage: Anfrage, jetzt: datetime, andere: list[Angebot] | None) -> None:
    anfrage.uebernehmen(PORTAL, jetzt, andere)


# What was promised to whoever waits comes before the warning to the organisation.
PFLICHTEN = [
    Pflicht("Anfragen übernommen", zu_uebernehmen, _uebernehmen, vorbereiten=_andere),
    Pflicht("Anfragen unerreichbarer Organisationen übernommen", unerreichbar, _uebernehmen, vorbereiten=_andere),
    Pflicht("Organisationen an Anfragen erinnert", zu_erinnern, lambda anfrage, jetzt: anfrage.erinnern(jetzt)),
    Pflicht("Nach Antworten gefragt", nachzufragen, lambda anfrage, jetzt: anfrage.nachfragen(jetzt)),
    *_rueckmeldungen(),
]
