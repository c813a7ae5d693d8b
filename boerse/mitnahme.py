"""What does the portal hold for an organisation? Everything, to take along: as JSON, its listings as CSV, too.

Listings read as the import reads them, so that another portal can take them over.
"""

import csv
import io
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from organisationen.models import Organisation

from .inhalt import FELDER
from .models import Anfrage, Angebot, Fassung, Tageszahl

_ORGANISATION = [
    *("name", "art", "beschreibung", "website", "kontakt_email", "strasse", "plz", "registernummer"),
    *("status", "kennung", "erstellt_am"),
]
_ANFRAGE = [
    *("name", "email", "telefon", "nachricht", "absage_grund", "status"),
    *("weitergegeben_am", "beantwortet_am", "ergebnis_am", "loeschen_am"),
]
_ORT = {"gemeinde": "gemeinde", "plz": "plz", "ort": "ortsteil", "strasse": "strasse", "ort_name": "name"}
SPALTEN = ["id", "organisation", *_ORT, "wochentage", *FELDER, "stand", "zuletzt_bestaetigt_am"]
# What a spreadsheet would take for a formula.
_FORMEL = ("=", "+", "-", "@", "\t", "\r")


def als_dokument(organisation: Organisation, konto) -> dict[str, Any]:
    """With the enquiries that the team may see; of people who had theirs deleted only the dates are left."""
    anfragen = Anfrage.objects.fuer(konto).filter(angebot__organisation=organisation).order_by("pk")
    team = organisation.teamzugaenge.select_related("konto")
    return {
        "portal": f"{settings.PORTAL_NAME} {settings.PORTAL_KREIS}",
        "stand": timezone.localtime(),
        "organisation": {name: getattr(organisation, name) for name in _ORGANISATION}
        | {"gemeinde": organisation.gemeinde.name},
        "team": [{"name": z.konto.name, "email": z.konto.email, "rolle": z.rolle, "seit": z.seit} for z in team],
        "angebote": [_angebot(angebot) for angebot in _angebote(organisation)],
        "anfragen": list(anfragen.values("angebot_id", *_ANFRAGE)),
        "tageszahlen": list(
            Tageszahl.objects.filter(angebot__organisation=organisation)
            .order_by("tag", "angebot_id", "art")
            .values("angebot_id", "tag", "art", "anzahl")
        ),
    }


def als_csv(organisation: Organisation) -> str:
    """One row for each listing; of several places the first."""
    datei = io.StringIO()
    tabelle = csv.DictWriter(datei, SPALTEN, delimiter=";", extrasaction="ignore")
    tabelle.writeheader()
    for angebot in _angebote(organisation):
        tabelle.writerow({name: _zelle(wert) for name, wert in _zeile(_angebot(angebot)).items()})
    return datei.getvalue()


def _angebote(organisation: Organisation) -> QuerySet:
    return (
        Angebot.objects.filter(organisation=organisation).select_related("organisation").prefetch_related("fassungen")
    )


def _angebot(angebot: Angebot) -> dict[str, Any]:
    return Fassung.objects.letzter_text(angebot) | {
        "id": angebot.pk,
        "organisation": angebot.organisation.name,
        "stand": angebot.status,
        "veroeffentlicht_am": angebot.veroeffentlicht_am,
        "zuletzt_bestaetigt_am": angebot.zuletzt_bestaetigt_am,
    }


def _zeile(angebot: dict[str, Any]) -> dict[str, Any]:
    ort = next(iter(angebot.get("orte", [])), {})
    tage = [zeit["wochentag"] for zeit in angebot.get("zeiten", []) if zeit.get("wochentag")]
    return angebot | {spalte: ort.get(name, "") for spalte, name in _ORT.items()} | {"wochentage": tage}


def _zelle(wert: Any) -> str:
    text = "|".join(map(str, wert)) if isinstance(wert, list) else "" if wert is None else str(wert)
    return f"'{text}" if text.startswith(_FORMEL) else text
