"""Who asked, and what became of it? Invented people; each enquiry went the way of a real one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from ehrenamt.models import Seite
from ehrenamt.rollen import ORGANISATION, PORTAL

from .. import fristen
from ..auswahl import MeldungGrund
from ..models import Anfrage, Meldung
from .angebote import angebot_holen


@dataclass(frozen=True)
class Fall:
    """An enquiry: about which listing, from whom, how many days ago, and the steps it went."""

    angebot: str
    name: str
    nachricht: str
    vor_tagen: float
    schritte: str = ""
    telefon: str = ""
    mindestens_16: bool = True

    @property
    def eltern_email(self) -> str:
        return "" if self.mindestens_16 else "familie.beispiel@example.org"

    @property
    def email(self) -> str:
        return "" if self.telefon else f"{self.name.lower().replace(' ', '.')}@example.org"


FAELLE = [
    Fall(
        "demo-201",
        "Kim Beispiel",
        "Guten Tag, ich bin gerade in Rente gegangen und lese gern vor. Dienstags hätte "
        "ich Zeit. Darf ich einmal zuschauen?",
        0.5,
        "bestaetigen",
    ),
    Fall(
        "demo-202",
        "Robin Muster",
        "Meine Oma wohnt im Seniorenhaus, daher kenne ich die Runde. Ich würde gern "
        "selbst vorlesen, am liebsten Krimis.",
        4,
        "bestaetigen erinnern",
    ),
    Fall(
        "demo-201",
        "Andrea Probe",
        "Ich habe früher als Lektorin gearbeitet. Geht auch alle zwei Wochen?",
        9,
        "bestaetigen beantworten nachfragen",
    ),
    Fall(
        "demo-203",
        "Olena Beispiel",
        "Ich spreche Ukrainisch und Deutsch und möchte gern mitmachen.",
        12,
        "bestaetigen antworten kennenlernen",
    ),
    Fall(
        "demo-118",
        "Toni Tester",
        "Radios und Lampen kann ich. Wann ist der nächste Termin?",
        16,
        "bestaetigen beantworten kennenlernen vermitteln",
    ),
    Fall(
        "demo-119", "Sascha Musterfrau", "Ich bin 17 und kenne mich mit Tablets gut aus.", 20, "bestaetigen vermitteln"
    ),
    Fall("demo-118", "Luca Demo", "Kann ich auch Möbel mit Ihnen bauen?", 6, "bestaetigen absagen"),
    Fall("demo-116", "Nika Beispiel", "Ich gehe gern mit großen Hunden spazieren.", 1),
    Fall(
        "demo-102",
        "Charlie Probe",
        "Ich möchte Lernpate werden. Wie lange dauert der Kurs?",
        11,
        "bestaetigen erinnern erinnern uebernehmen",
    ),
    Fall(
        "demo-240",
        "Eva Muster",
        "Bitte rufen Sie mich vormittags an, ich habe keinen Computer.",
        2,
        telefon="0221 4710-181",
    ),
    Fall(
        "demo-321",
        "Jona Beispiel",
        "Ich bin 14 und reite seit vier Jahren. Darf ich helfen?",
        3,
        "bestaetigen eltern_zustimmen",
        mindestens_16=False,
    ),
    Fall("demo-116", "Mio Beispiel", "Ich bin 13 und mag Hunde.", 0.2, "bestaetigen", mindestens_16=False),
    Fall(
        "demo-203",
        "Jule Probe",
        "Ich kann donnerstags und bringe ein Akkordeon mit.",
        8,
        "bestaetigen erinnern erinnern",
    ),
    Fall(
        "demo-202",
        "Noor Muster",
        "Ich bin neu in der Stadt und möchte gern vorlesen.",
        5,
        "bestaetigen beantworten nachfragen vermissen",
    ),
    Fall("demo-119", "Alex Demo", "Ich helfe gern bei den ersten Schritten.", 7, "bestaetigen antworten erhalten"),
    Fall(
        "demo-118",
        "Bente Beispiel",
        "Nähmaschinen sind mein Hobby.",
        14,
        "bestaetigen beantworten vermissen beantworten vermissen",
    ),
    Fall("demo-125", "Pat Testmann", "Ich hätte donnerstags Zeit.", 25, "bestaetigen beantworten zurueckziehen"),
    Fall("demo-228", "Mika Muster", "Gibt es im Moment freie Gassi-Zeiten?", 60, "bestaetigen aufgeben"),
]
ANFANG = ["bestaetigen", "eltern_zustimmen"]
FRUEH = ["erstellt_am", "datenschutz_am", "bestaetigt_am", "weitergegeben_am", "wartet_seit", "uebernommen_am"]
SPAET = ["beantwortet_am", "ergebnis_am"]
OHNE_AKTEUR = ["erhalten", "vermissen", "zurueckziehen"]
ADRESSE = "antwort@example.org"
MELDUNGEN = [
    ("demo-124", MeldungGrund.VERALTET, "Am Spielplatz hängt ein Schild, dass die Patenschaft vergeben ist."),
    ("demo-232", MeldungGrund.FALSCH, "Die Uhrzeit stimmt nicht mehr, angerufen wird jetzt ab 8 Uhr."),
    ("demo-137", MeldungGrund.BEZAHLT, "Im Laden wurde früher jemand auf Minijob-Basis beschäftigt."),
]  # fmt: skip


def stellen(team) -> None:
    version = Seite.objects.filter(slug="datenschutz").values_list("version", flat=True).first() or 1
    for fall in FAELLE:
        anfrage = Anfrage.objects.stellen(
            angebot_holen(fall.angebot),
            sprache="de",
            datenschutz_version=version,
            name=fall.name,
            email=fall.email,
            telefon=fall.telefon,
            nachricht=fall.nachricht,
            mindestens_16=fall.mindestens_16,
            eltern_email=fall.eltern_email,
        )
        _schritte(anfrage, fall)
    for kennung, grund, text in MELDUNGEN:
        Meldung.objects.melden(angebot_holen(kennung), grund=grund, text=text)
    Meldung.objects.order_by("pk").first().erledigen(team.kreis)


def _schritte(anfrage: Anfrage, fall: Fall) -> None:
    """Written and confirmed some days ago; what came then came after two thirds of that time."""
    schritte = fall.schritte.split()
    for schritt in filter(ANFANG.__contains__, schritte):
        getattr(anfrage, schritt)()
    _zurueckdatieren(anfrage, FRUEH, timedelta(days=fall.vor_tagen))
    for schritt in schritte:
        if schritt not in ANFANG:
            _schritt(anfrage, schritt)
    spaet = [*SPAET, "wartet_seit"] if anfrage.verneint else SPAET
    _zurueckdatieren(anfrage, spaet, timedelta(days=fall.vor_tagen / 3))


def _schritt(anfrage: Anfrage, schritt: str) -> None:
    jetzt = timezone.now()
    taten = {
        "absagen": [ORGANISATION, "Möbel bauen wir leider nicht. Fragen Sie gern im Dorfhaus Haarblick nach."],
        "antworten": [ORGANISATION, "Schön, dass Sie uns schreiben! Kommen Sie einfach vorbei.", ADRESSE],
        "aufgeben": [PORTAL],
        # On its day, also where the demo is loaded later.
        "erinnern": [_stufe(anfrage)] if anfrage.wartet_seit else [],
        "uebernehmen": [PORTAL, fristen.uebernahme(anfrage.wartet_seit or jetzt)],
        "nachfragen": [jetzt],
    }
    if schritt not in OHNE_AKTEUR:
        taten.setdefault(schritt, [ORGANISATION])
    getattr(anfrage, schritt)(*taten.get(schritt, []))


def _stufe(anfrage: Anfrage) -> datetime:
    """The moment of the next reminder."""
    frist = "anfrage_erneut_erinnern_tage" if anfrage.erinnerungen else "anfrage_erinnern_tage"
    return anfrage.wartet_seit + timedelta(days=settings.FRISTEN[frist])


def _zurueckdatieren(anfrage: Anfrage, felder: list[str], dauer: timedelta) -> None:
    """As if it had happened then; whoever has not confirmed it yet still has time to."""
    Anfrage.objects.filter(pk=anfrage.pk).update(**{feld: F(feld) - dauer for feld in felder})
    anfrage.refresh_from_db()
