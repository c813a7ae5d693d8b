"""What should people bring along, what do they get, how do they get there? The lists of a listing's page."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ehrenamt.sprachen import auf_deutsch

from ..auswahl import (
    Barrierefrei,
    Deutsch,
    Digital,
    Erreichbarkeit,
    Fuehrungszeugnis,
    Geeignet,
    Leistung,
    Nachweis,
    Sprache,
)
from . import zeit

Angabe = dict[str, str]

LEISTUNG_SYMBOL = {
    Leistung.FAHRTKOSTEN: "bus",
    Leistung.AUSLAGEN: "euro",
    Leistung.EHRENAMTSPAUSCHALE: "euro",
    Leistung.UEBUNGSLEITERPAUSCHALE: "euro",
    Leistung.UNFALLVERSICHERUNG: "hakenkreis",
    Leistung.HAFTPFLICHTVERSICHERUNG: "hakenkreis",
    Leistung.EINARBEITUNG: "leute",
    Leistung.FORTBILDUNG: "thema-schule-bildung",
    Leistung.BEGLEITUNG: "person",
    Leistung.BESCHEINIGUNG: "siegel",
}
ERREICHBARKEIT_SYMBOL = {Erreichbarkeit.BUS_BAHN: "bus", Erreichbarkeit.FAHRDIENST: "bus"}


def _angabe(symbol: str, text: Any, zusatz: str = "") -> Angabe:
    return {"symbol": symbol, "text": str(text), "zusatz": zusatz}


def zeiten(angebot) -> list[Angabe]:
    """Every slot, where one fact cannot say them all."""
    fenster = list(angebot.zeitfenster.all())
    return [_angabe("uhr", capfirst(satz)) for satz in zeit.einzeln(fenster)] if len(fenster) > 1 else []


def mitbringen(angebot) -> list[Angabe]:
    """Requirements. That nothing is needed is said, too, where the organisation said so."""
    liste = [_angabe("herz", auf_deutsch(zeile)) for zeile in angebot.voraussetzungen.splitlines() if zeile.strip()]
    if alter := _alter(angebot):
        liste.append(_angabe("person", alter))
    if angebot.fuehrungszeugnis in (Fuehrungszeugnis.EINFACH, Fuehrungszeugnis.ERWEITERT):
        zusatz = _("Die Organisation sagt Ihnen, wie Sie es bekommen. Niemand behält eine Kopie.")
        liste.append(_angabe("siegel", capfirst(Fuehrungszeugnis(angebot.fuehrungszeugnis).label), zusatz))
    liste += [_angabe("siegel", Nachweis(code).label) for code in angebot.nachweise if code in Nachweis.values]
    if angebot.fuehrungszeugnis == Fuehrungszeugnis.KEINS and not angebot.nachweise:
        liste.append(_angabe("haken", _("Nachweise sind nicht nötig")))
    if angebot.deutsch:
        liste.append(_angabe("sprache", capfirst(Deutsch(angebot.deutsch).label)))
    sprachen = [str(Sprache(code).label) for code in angebot.sprachen if code in Sprache.values]
    if geeignet := [str(Geeignet(code).label) for code in angebot.geeignet if code in Geeignet.values]:
        liste.append(_angabe("leute", _("Gut geeignet für: %(wen)s") % {"wen": ", ".join(geeignet)}))
    if sprachen:
        liste.append(_angabe("sprache", _("Hilfreich: %(sprachen)s") % {"sprachen": ", ".join(sprachen)}))
    return liste


def _alter(angebot) -> str:
    jung, alt = angebot.mindestalter, angebot.hoechstalter
    if jung and alt:
        return _("Für Menschen von %(jung)s bis %(alt)s Jahren") % {"jung": jung, "alt": alt}
    if jung:
        return _("Ab %(n)s Jahren") % {"n": jung}
    return _("Bis %(n)s Jahre") % {"n": alt} if alt else ""


def bekommen(angebot) -> list[Angabe]:
    """Benefits, each with the organisation's own words where it found some."""
    genauer = {
        Leistung.EINARBEITUNG: auf_deutsch(angebot.einarbeitung),
        Leistung.UNFALLVERSICHERUNG: auf_deutsch(angebot.versicherung),
        Leistung.AUSLAGEN: auf_deutsch(angebot.aufwandsentschaedigung),
    }
    liste, gesagt = [], set()
    for code in angebot.leistungen:
        if code in Leistung.values:
            liste.append(_angabe(LEISTUNG_SYMBOL.get(code, "haken"), Leistung(code).label, genauer.get(code, "")))
            gesagt.add(code)
    for code, text in genauer.items():
        if text and code not in gesagt:
            liste.append(_angabe(LEISTUNG_SYMBOL[code], text))
    return liste


def orte(angebot) -> list[dict[str, Any]]:
    """The places as far as they may be known; what helps to get there stands at the first one."""
    if angebot.digital == Digital.NUR:
        return []
    liste = [{"name": o.bezeichnung, "anschrift": o.anschrift, "hinweise": []} for o in angebot.einsatzorte.all()]
    if liste:
        liste[0]["hinweise"] = _hinweise(angebot)
    return liste


def _hinweise(angebot) -> list[Angabe]:
    hinweise = []
    if angebot.haltestelle:
        hinweise.append(_angabe("bus", _("Haltestelle %(name)s") % {"name": angebot.haltestelle}))
    for code in angebot.erreichbarkeit:
        if code in Erreichbarkeit.values and not (code == Erreichbarkeit.BUS_BAHN and angebot.haltestelle):
            symbol = ERREICHBARKEIT_SYMBOL.get(code, "ort")
            hinweise.append(_angabe(symbol, capfirst(Erreichbarkeit(code).label)))
    zugang = [str(Barrierefrei(code).label) for code in angebot.barrierefrei if code in Barrierefrei.values]
    if zugang:
        hinweise.append(_angabe("thema-inklusion", capfirst(", ".join(zugang))))
    return hinweise
