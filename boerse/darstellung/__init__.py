"""How does a listing read? The facts of cards and pages, in a fixed order and in natural German. No queries per row."""

from collections.abc import Iterable
from typing import Any

from ..vokabular import Begriffswort, begriffe
from .angaben import bekommen, mitbringen, orte, zeiten
from .fakten import fakten, kerndaten, merkmale
from .kartentext import kartentext

__all__ = ["karten", "seite"]

Vokabular = dict[str, dict[str, Begriffswort]]


def karten(angebote: Iterable, vokabular: Vokabular | None = None, punkte: list | None = None) -> list:
    """The listings (from `fuer_liste()` or zeilen.py) with thema, fakten and merkmale, as cards show them.

    `punkte`: where the distances of `entfernung` are measured from; of several places the nearest is named.
    """
    angebote = list(angebote)
    vokabular = vokabular or (begriffe() if angebote else {})
    for angebot in angebote:
        _benennen(angebot, vokabular)
        angebot.kartentext = text = kartentext(angebot, punkte or [])
        angebot.fakten, angebot.merkmale = text.fakten, text.merkmale
        # What only some lists have: a template that has to find out takes long for it.
        angebot.passung = angebot.titel_markiert = angebot.auszug = None
    return angebote


def seite(angebot, vokabular: Vokabular | None = None, *, vorschau: bool = False) -> dict[str, Any]:
    """What the page of one listing says, also of an unsaved one (boerse/vorschau.py)."""
    _benennen(angebot, vokabular or begriffe())
    angebot.fakten, angebot.merkmale = fakten(angebot, []), merkmale(angebot)
    angebot.kerndaten = kerndaten(angebot)
    return {
        "angebot": angebot,
        "kerndaten": angebot.kerndaten,
        "zeiten": zeiten(angebot),
        "mitbringen": mitbringen(angebot),
        "bekommen": bekommen(angebot),
        "orte": orte(angebot),
        "aktuell": vorschau or angebot.ist_aktuell,
        "vorschau": vorschau,
    }


def _benennen(angebot, vokabular: Vokabular) -> None:
    """Slugs become terms; one that no vocabulary knows any more is left out."""
    bekannt = lambda art, slugs: [vokabular[art][s] for s in slugs if s in vokabular[art]]  # noqa: E731
    angebot.thema = next(iter(bekannt("thema", angebot.themen)), None)
    angebot.themen_namen = bekannt("thema", angebot.themen)
    angebot.zielgruppen_namen = bekannt("zielgruppe", angebot.zielgruppen)
