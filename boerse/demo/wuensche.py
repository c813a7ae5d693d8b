"""Who would like to help and has found nothing yet? Invented people, each wish in another state."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import F

from ehrenamt.models import Seite

from ..abgleich import passende
from ..models import Engagementwunsch
from ..suche.orte import ort_finden
from ..vorlieben import Vorlieben


@dataclass(frozen=True)
class Fall:
    """An offer of help: from whom, in which words, from where, how many days ago, and the steps it went."""

    name: str
    text: str
    ort: str
    vor_tagen: float
    angaben: dict[str, Any] = field(default_factory=dict)
    schritte: str = "bestaetigen"
    telefon: str = ""

    @property
    def email(self) -> str:
        return "" if self.telefon else f"{self.name.lower().replace(' ', '.')}@example.org"


FAELLE = [
    Fall(
        "Robin Beispiel",
        "Seit Kurzem arbeite ich nur noch vier Tage. Ich mag Kinder und Bücher, kann aber auch gut zuhören.",
        "Soest",
        2,
        {
            "themen": ["schule-bildung", "aeltere-menschen"],
            "taetigkeiten": ["vorlesen-erzaehlen", "zuhoeren-beraten"],
            "wochentage": ["di", "do"],
            "tageszeiten": ["nachmittags"],
            "wie_oft": "woechentlich",
            "stunden": 2,
            "umkreis": 10,
        },
    ),
    Fall(
        "Jo Muster",
        "Bitte rufen Sie mich an. Ich habe einen Führerschein und einen Kombi.",
        "Lippstadt",
        8,
        {"taetigkeiten": ["fahren-transportieren"], "umkreis": 20},
        telefon="0221 4710-187",
    ),
    Fall(
        "Alex Probe",
        "Unsere Tochter ist 14 und möchte etwas mit Tieren machen.",
        "Warstein",
        5,
        {
            "themen": ["tiere", "umwelt-natur"],
            "wochentage": ["sa"],
            "umkreis": 20,
            "wie_oft": "monatlich",
            "mindestens_16": False,
        },
        "bestaetigen vorschlagen",
    ),
    Fall(
        "Sam Tester",
        "Ich könnte abends von zu Hause aus helfen, am liebsten am Computer.",
        "",
        40,
        {"themen": ["verein-buero-digitales"], "tageszeiten": ["abends"], "digital": "moeglich"},
        "bestaetigen vorschlagen vermitteln",
    ),
]


def anbieten(team) -> None:
    version = Seite.objects.version("datenschutz") or 1
    for fall in FAELLE:
        angaben = {"mindestens_16": True} | fall.angaben
        if ort := ort_finden(fall.ort):
            angaben |= {"ort": ort.name, "lat": ort.lat, "lon": ort.lon, "zustaendig_ags": ort.ags[0]}
        wunsch = Engagementwunsch.objects.anbieten(
            sprache="de",
            datenschutz_version=version,
            name=fall.name,
            email=fall.email,
            telefon=fall.telefon,
            text=fall.text,
            **angaben,
        )
        for schritt in fall.schritte.split():
            _schritt(wunsch, schritt, team.kreis)
        _zurueckdatieren(wunsch, timedelta(days=fall.vor_tagen))


def _schritt(wunsch: Engagementwunsch, schritt: str, akteur) -> None:
    if wunsch.nur_telefon:
        return
    if schritt == "bestaetigen":
        wunsch.bestaetigen()
    elif schritt == "vorschlagen":
        wunsch.vorschlagen(akteur, passende(Vorlieben.aus_wunsch(wunsch), 2), "Erzählen Sie uns gern, wie es war.")
    else:
        getattr(wunsch, schritt)(akteur)


def _zurueckdatieren(wunsch: Engagementwunsch, dauer: timedelta) -> None:
    """As if it had been written then."""
    felder = ["erstellt_am", "datenschutz_am", "bestaetigt_am", "ergebnis_am", "loeschen_am"]
    Engagementwunsch.objects.filter(pk=wunsch.pk).update(**{feld: F(feld) - dauer for feld in felder})
