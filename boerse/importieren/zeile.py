"""What does one row say? A document, the organisation's details, and everything that is wrong with it."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from organisationen.auswahl import OrganisationArt
from organisationen.models import Gemeinde

from .. import inhalt
from ..inhalt import FELDER, ORT, Fehler, Feld
from ..ratgeber import Befund
from ..zeitaufwand import lesen as zeitaufwand_lesen
from .nachschlagen import Nachschlagen, NichtGefunden
from .werte import liste, wert
from .zeiten import zeitfenster

ORGANISATION: dict[str, Feld] = {
    "organisation": Feld("text", 150, pflicht=True),
    "organisation_art": Feld("wahl", auswahl=OrganisationArt),
    "organisation_beschreibung": Feld("absatz", 3000),
    "organisation_website": Feld("adresse", 200),
    "kontakt_email": Feld("text", 254),
}
ID = Feld("text", 100, pflicht=True)
_UNSPEICHERBAR = re.compile("[\x00\ud800-\udfff]")
_ANDERE_NAMEN = {"ortsteil": "ort", "name": "ort_name", "anzeige": "ort_anzeige"}


@dataclass
class Zeile:
    """A row that was understood: `organisation` holds its name and details, `gemeinde` its seat."""

    externe_id: str = ""
    inhalt: dict = field(default_factory=dict)
    organisation: dict[str, str] = field(default_factory=dict)
    gemeinde: Gemeinde | None = None
    fehler: Fehler = field(default_factory=dict)
    befunde: list[Befund] = field(default_factory=list)  # of what was handed in


def verstehen(roh: Any, nachschlagen: Nachschlagen) -> Zeile:
    """Never raises: what is wrong stands in `fehler`, by field, in words for people."""
    if not isinstance(roh, dict):
        return Zeile(fehler={"": [_("Hier wird ein Eintrag mit Feldern erwartet.")]})
    if None in roh:
        return Zeile(fehler={"": [_("Die Zeile hat mehr Spalten als die Kopfzeile.")]})
    roh = {str(name).strip().lower().removesuffix("[]"): eintrag for name, eintrag in roh.items()}
    zeile = Zeile()
    if not _lesbar(roh):
        zeile.fehler[""] = [_("Die Zeile enthält Zeichen, die sich nicht speichern lassen.")]
        return zeile
    zeile.externe_id = _geprueft({"id": ID}, roh, zeile.fehler).get("id", "")
    zeile.organisation = _geprueft(ORGANISATION, roh, zeile.fehler)
    _erreichbarkeit_pruefen(zeile.organisation, zeile.fehler)
    werte = _werte(roh, nachschlagen)
    werte["orte"] = _orte(roh, nachschlagen, zeile)
    if not all(isinstance(zeit, dict) for zeit in werte["zeiten"]):
        zeile.fehler["zeiten"] = [_("Hier wird eine Liste von Zeiten erwartet.")]
        werte["zeiten"] = []
    zeile.inhalt = inhalt.dokument(werte)
    zeile.fehler = inhalt.pruefen(zeile.inhalt) | zeile.fehler
    if "gemeinde" in zeile.fehler:
        zeile.fehler.pop("orte", None)
    return zeile


def _geprueft(felder: dict[str, Feld], roh: dict, fehler: Fehler) -> dict[str, Any]:
    werte = {name: wert(name, feld, roh.get(name)) for name, feld in felder.items()}
    fehler |= inhalt.felder_pruefen(felder, werte, vollstaendig=True)
    return {name: w for name, w in werte.items() if w is not None and name not in fehler}


def _erreichbarkeit_pruefen(organisation: dict[str, Any], fehler: Fehler) -> None:
    for name, pruefer, satz in (
        ("kontakt_email", validate_email, _("Das ist keine E-Mail-Adresse.")),
        ("organisation_website", URLValidator(["http", "https"]), _("Das ist keine Adresse im Internet.")),
    ):
        try:
            pruefer(organisation[name]) if name in organisation else None
        except ValidationError:
            fehler[name] = [satz]


def _werte(roh: dict, nachschlagen: Nachschlagen) -> dict[str, Any]:
    werte = {name: wert(name, feld, roh.get(name)) for name, feld in FELDER.items()}
    unbekannte = nachschlagen.begriffe_einordnen(werte)
    werte["schlagwoerter"] = liste([*(werte["schlagwoerter"] or []), *unbekannte])
    werte["zeiten"] = zeitfenster(roh.get("wochentage"), roh.get("zeiten"))
    if isinstance(werte["zeitaufwand"], str):
        gelesen = zeitaufwand_lesen(werte["zeitaufwand"])
        werte |= {name: w for name, w in gelesen.items() if werte[name] is None}
    return werte


def _orte(roh: dict, nachschlagen: Nachschlagen, zeile: Zeile) -> list:
    """The place of the row itself, then those of `orte`; the first one's Gemeinde is the organisation's seat too."""
    weitere = liste(roh.get("orte"))
    if not all(isinstance(ort, dict) for ort in weitere):
        zeile.fehler["orte"] = [_("Hier wird eine Liste von Orten erwartet.")]
        weitere = []
    orte = []
    for nummer, ort in enumerate([roh, *weitere]):
        try:
            gemeinde = nachschlagen.gemeinde(ort.get("gemeinde"), wert("plz", ORT["plz"], ort.get("plz")))
        except NichtGefunden as fehler:
            zeile.fehler.setdefault("orte" if nummer else "gemeinde", []).append(str(fehler))
            continue
        if not nummer:
            zeile.gemeinde = gemeinde
        eintrag = _ort(ort, gemeinde)
        if eintrag not in orte:
            orte.append(eintrag)
    return orte


def _ort(roh: dict, gemeinde: Gemeinde) -> dict[str, Any]:
    lesen = lambda name: wert(name, ORT[name], _eines(roh, name))  # noqa: E731
    plz, ortsteil = lesen("plz"), lesen("ortsteil")
    if isinstance(plz, str) and plz.isdecimal():
        plz = plz.zfill(5)  # spreadsheets drop the zero of 01067
    if isinstance(ortsteil, str):
        ortsteil = ortsteil.removeprefix(f"{gemeinde.name}-").removeprefix(f"{gemeinde.name} ")
        ortsteil = None if ortsteil == gemeinde.name else ortsteil
    ort = {"gemeinde": gemeinde.ags, "ortsteil": ortsteil, "plz": plz}
    return inhalt.ohne_leere(ort | {name: lesen(name) for name in ("strasse", "name", "anzeige")}, ORT)


def _eines(roh: dict, name: str) -> Any:
    """A place's field under its import name or that of the document."""
    vorrang = _ANDERE_NAMEN.get(name, name)
    return roh[vorrang] if roh.get(vorrang) not in (None, "") else roh.get(name)


def _lesbar(roh: Any) -> bool:
    """Whether PostgreSQL can keep every text: no NUL, no half of a surrogate pair."""
    if isinstance(roh, str):
        return not _UNSPEICHERBAR.search(roh)
    if isinstance(roh, dict):
        return all(_lesbar(name) and _lesbar(eintrag) for name, eintrag in roh.items())
    return all(map(_lesbar, roh)) if isinstance(roh, list) else True
