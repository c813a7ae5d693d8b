"""How does a listing's document read for people? German names of its fields, and their values as text."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from organisationen.models import Gemeinde

from .auswahl import Ortsanzeige, Tageszeit, Wochentag
from .inhalt import FELDER
from .vokabular import bezeichnungen

# In the order in which the form asks and the page tells.
FELDNAMEN: dict[str, Any] = {
    "titel": _("Titel"),
    "kurzbeschreibung": _("Kurzbeschreibung"),
    "beschreibung": _("Beschreibung"),
    "themen": _("Themen"),
    "zielgruppen": _("Für wen"),
    "taetigkeiten": _("Tätigkeiten"),
    "schlagwoerter": _("Schlagwörter"),
    "orte": _("Einsatzorte"),
    "digital": _("Von zu Hause"),
    "erreichbarkeit": _("Erreichbarkeit"),
    "haltestelle": _("Haltestelle"),
    "art": _("Art des Engagements"),
    "zeitaufwand": _("Zeitaufwand"),
    "stunden": _("Stunden je Einsatz"),
    "haeufigkeit": _("Häufigkeit"),
    "zeiten": _("Zeiten"),
    "beginn": _("Beginn"),
    "ende": _("Ende"),
    "plaetze": _("Plätze"),
    "mindestalter": _("Mindestalter"),
    "hoechstalter": _("Höchstalter"),
    "voraussetzungen": _("Voraussetzungen"),
    "fuehrungszeugnis": _("Führungszeugnis"),
    "nachweise": _("Nachweise"),
    "deutsch": _("Deutschkenntnisse"),
    "sprachen": _("Weitere Sprachen"),
    "allein_gruppe": _("Allein oder in der Gruppe"),
    "geeignet": _("Geeignet für"),
    "barrierefrei": _("Barrierefreiheit"),
    "leistungen": _("Das bekommen Engagierte"),
    "aufwandsentschaedigung": _("Aufwandsentschädigung"),
    "versicherung": _("Versicherung"),
    "einarbeitung": _("Einarbeitung"),
    "amtszeit": _("Amtszeit"),
    "uebergabe": _("Übergabe"),
    "kontakt_name": _("Ansprechperson (öffentlich)"),
    "kontakt_telefon": _("Telefon (öffentlich)"),
    "kurz_und_einfach": _("Kurz und einfach"),
    "quelle_url": _("Quelle im Netz"),
}
_BEGRIFFE = {"themen", "zielgruppen", "taetigkeiten"}


def feldname(name: str) -> str:
    return str(FELDNAMEN.get(name, name))


class Lesbar:
    """Reads documents aloud; looks up terms and Gemeinden once for all documents given."""

    def __init__(self, *dokumente: dict) -> None:
        self._begriffe = bezeichnungen()
        ags = {ort.get("gemeinde") for dokument in dokumente for ort in dokument.get("orte", [])}
        self._gemeinden = Gemeinde.objects.filter(ags__in=ags - {None}).in_bulk()

    def feld(self, name: str, wert: Any) -> str:
        """The value of a field as text; entries of a list stand on lines of their own."""
        if wert in (None, "", []):
            return ""
        if name == "orte":
            return _zeilen(self._ort(ort) for ort in wert)
        if name == "zeiten":
            return _zeilen(_zeit(zeit) for zeit in wert)
        if name in _BEGRIFFE:
            return _zeilen(self._begriffe.get(slug, slug) for slug in wert)
        return _wert(FELDER[name], wert)

    def _ort(self, ort: dict) -> str:
        gemeinde = self._gemeinden.get(ort.get("gemeinde"))
        stadt = f"{ort.get('plz', '')} {gemeinde or ort.get('gemeinde', '')}".strip()
        teile = [ort.get("name"), ort.get("strasse"), stadt, ort.get("ortsteil")]
        anzeige = Ortsanzeige(ort["anzeige"]).label if ort.get("anzeige") in Ortsanzeige.values else ""
        text = ", ".join(teil for teil in teile if teil)
        return f"{text} ({_t('öffentlich')}: {anzeige})" if anzeige else text


def _zeilen(texte: Iterable[str]) -> str:
    return "\n".join(texte)


def _zeit(zeit: dict) -> str:
    tag = dict(Wochentag.choices).get(zeit.get("wochentag"), "")
    tageszeit = dict(Tageszeit.choices).get(zeit.get("tageszeit"), "")
    uhr = "–".join(zeit[name] for name in ("von", "bis") if zeit.get(name))
    return " ".join(str(teil) for teil in (tag, tageszeit, uhr) if teil)


def _wert(feld, wert: Any) -> str:
    if feld.art == "wahl":
        return str(dict(feld.auswahl.choices).get(wert, wert))
    if feld.art == "mehrfach":
        return _zeilen(str(dict(feld.auswahl.choices).get(eintrag, eintrag)) for eintrag in wert)
    if feld.art in ("liste", "antworten"):
        return _zeilen(wert)
    if feld.art == "datum":
        return date_format(date.fromisoformat(wert))
    return number_format(wert) if feld.art in ("zahl", "dezimal") else str(wert)
