"""How would a text look online? A listing built from a document, never saved."""

from datetime import date, time
from typing import Any

from .inhalt import FELDER, ZEIT
from .mitlesen import vorlegen
from .models import Angebot, Zeitfenster
from .orte import einsatzorte


def als_angebot(angebot: Angebot, inhalt: dict[str, Any]) -> Angebot:
    """The listing as it would be with this document, however incomplete: what cannot be read is left out."""
    neu = Angebot(pk=angebot.pk, organisation=angebot.organisation, zuletzt_bestaetigt_am=date.today())
    for name, feld in FELDER.items():
        if inhalt.get(name) not in (None, "", []):
            setattr(neu, name, _datum(inhalt[name]) if feld.art == "datum" else inhalt[name])
    orte = einsatzorte(neu, [ort for ort in inhalt.get("orte", []) if ort.get("gemeinde")])
    zeiten = [Zeitfenster(angebot=neu, **_zeit(zeit)) for zeit in inhalt.get("zeiten", [])]
    vorlegen(neu, "einsatzorte", orte)
    vorlegen(neu, "zeitfenster", zeiten)
    return neu


def _datum(wert: str) -> date | None:
    try:
        return date.fromisoformat(wert)
    except ValueError:
        return None


def _zeit(zeit: dict[str, str]) -> dict[str, Any]:
    werte = {name: wert for name, wert in zeit.items() if name in ZEIT}
    for name in ("von", "bis"):
        try:
            werte[name] = time.fromisoformat(werte[name]) if werte.get(name) else None
        except ValueError:
            werte[name] = None
    return werte
