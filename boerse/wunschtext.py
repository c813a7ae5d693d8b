"""How does an offer of help read? For its person, for staff, and as a file to take along."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .auswahl import Digital, Tageszeit, Wochentag
from .models import Engagementwunsch
from .verlauf import WUNSCH, fuer_buergerin
from .vokabular import begriffe

VON_WO = {
    Digital.NEIN: _("vor Ort"),
    Digital.MOEGLICH: _("vor Ort oder von zu Hause"),
    Digital.NUR: _("nur von zu Hause"),
}


def zeilen(wunsch: Engagementwunsch) -> list[tuple[str, str]]:
    """Question and answer, as far as there is one; nothing about who it is."""
    vokabular = begriffe()
    worte = lambda art, slugs: [str(vokabular[art].get(slug, slug)) for slug in slugs]  # noqa: E731
    antworten = [
        (_t("Interessen"), _liste(worte("thema", wunsch.themen))),
        (_t("Tätigkeiten"), _liste(worte("taetigkeit", wunsch.taetigkeiten))),
        (_t("Für wen"), _liste(worte("zielgruppe", wunsch.zielgruppen))),
        (_t("Wann"), wann(wunsch)),
        (_t("Wie oft"), wunsch.get_wie_oft_display()),
        (_t("Am Stück"), _dauer(wunsch.stunden)),
        (_t("Wo"), _wo(wunsch)),
        (_t("Von wo aus"), str(VON_WO[wunsch.digital])),
        (_t("In eigenen Worten"), wunsch.text),
    ]
    return [(frage, antwort) for frage, antwort in antworten if antwort]


def wann(wunsch: Engagementwunsch) -> str:
    """ "Dienstag, Donnerstag; nachmittags"."""
    tage = _liste(str(Wochentag(tag).label) for tag in wunsch.wochentage)
    zeiten = _liste(str(Tageszeit(zeit).label) for zeit in wunsch.tageszeiten)
    return "; ".join(filter(None, [tage, zeiten]))


def _liste(worte: Iterable[str]) -> str:
    return ", ".join(worte)


def _dauer(stunden: int | None) -> str:
    if not stunden:
        return ""
    return ngettext("höchstens %(n)s Stunde", "höchstens %(n)s Stunden", stunden) % {"n": number_format(stunden)}


def _wo(wunsch: Engagementwunsch) -> str:
    if not wunsch.ort:
        return ""
    return _t("%(ort)s, bis %(km)s km") % {"ort": wunsch.ort, "km": wunsch.umkreis}


def als_dokument(wunsch: Engagementwunsch) -> dict[str, Any]:
    """Everything that is stored about the person, under the names that the page uses."""
    person = [(_t("Name"), wunsch.name), (_t("E-Mail-Adresse"), wunsch.email), (_t("Telefon"), wunsch.telefon)]
    alter = _t("ja") if wunsch.mindestens_16 else _t("nein, ein Elternteil schreibt")
    zeiten = [
        (_t("Geschrieben am"), wunsch.erstellt_am),
        (_t("Bestätigt am"), wunsch.bestaetigt_am),
        (_t("Ergebnis am"), wunsch.ergebnis_am),
        (_t("Wird gelöscht am"), wunsch.loeschen_am),
    ]
    return {
        **dict(person),
        _t("Mindestens 16 Jahre alt"): alter,
        **dict(zeilen(wunsch)),
        _t("Stand"): wunsch.get_status_display(),
        **{name: zeit.isoformat() for name, zeit in zeiten if zeit},
        _t("Fassung des Datenschutzhinweises"): wunsch.datenschutz_version,
        _t("Sprache"): wunsch.sprache,
        _t("Vorschläge"): [angebot.titel for angebot in wunsch.vorschlaege.all()],
        _t("Verlauf"): [
            {_t("wann"): zeile["wann"].isoformat(), _t("was"): str(zeile["satz"])}
            for zeile in fuer_buergerin(wunsch, WUNSCH)
        ],
    }
