"""What does a listing say to programs? The public fields of a hit, named as the import names them."""

from typing import Any

from django.conf import settings

from ..auswahl import Ortsanzeige

# Taken over as they are. What is left out names a person (contact) or belongs to the portal's own work.
WIE_GESPEICHERT = [
    *("kurzbeschreibung", "beschreibung", "voraussetzungen"),
    *("themen", "zielgruppen", "taetigkeiten", "schlagwoerter", "art", "haeufigkeit"),
    *("zeitaufwand", "stunden", "beginn", "ende", "digital", "mindestalter", "hoechstalter", "plaetze"),
    *("fuehrungszeugnis", "nachweise", "deutsch", "sprachen", "allein_gruppe", "geeignet", "barrierefrei"),
    *("erreichbarkeit", "leistungen", "aufwandsentschaedigung", "versicherung", "einarbeitung"),
    *("amtszeit", "uebergabe", "quelle_url"),
    "kurz_und_einfach",
    *("veroeffentlicht_am", "geaendert_am"),
]


def als_daten(angebot) -> dict[str, Any]:
    """`angebot`: from `zeilen.angebote(…, mit_text=True)`."""
    orte = [_ort(ort) for ort in angebot.einsatzorte.all()]
    entfernung = getattr(angebot, "entfernung", None)
    return {
        "id": angebot.pk,
        "kennung": angebot.kennung,
        "quelle": angebot.quelle,
        "externe_id": angebot.externe_id,
        "titel": angebot.titel,
        "organisation": angebot.organisation.name,
        "organisation_id": angebot.organisation_id,
        "organisation_url": settings.PORTAL_ADRESSE + angebot.organisation.get_absolute_url(),
        "gemeinde": orte[0]["gemeinde"] if orte else None,
        "url": settings.PORTAL_ADRESSE + angebot.get_absolute_url(),
        **{name: getattr(angebot, name) for name in WIE_GESPEICHERT},
        "bestaetigt_am": angebot.zuletzt_bestaetigt_am,
        "orte": orte,
        "entfernung_km": None if entfernung is None else round(entfernung, 1),
        "zeiten": [_zeit(zeit) for zeit in angebot.zeitfenster.all()],
    }


def _ort(ort) -> dict[str, Any]:
    """As exact as the page of the listing, no more."""
    exakt = ort.anzeige == Ortsanzeige.EXAKT
    return {
        "gemeinde": ort.gemeinde.name,
        "ags": ort.gemeinde_id,
        "ortsteil": "" if ort.anzeige == Ortsanzeige.GEMEINDE else ort.ortsteil,
        "plz": ort.plz if exakt else "",
        "strasse": ort.strasse if exakt else "",
        "name": ort.bezeichnung,
        "lat": ort.lat,
        "lon": ort.lon,
    }


def _zeit(zeit) -> dict[str, Any]:
    return {name: getattr(zeit, name) for name in ("wochentag", "tageszeit", "von", "bis")}
