"""How are the answers of the questionnaire read? Like a search: nothing fails, what makes no sense gives a hint."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .. import auswahl
from .. import filterfelder as felder
from ..suche.orte import Suchort
from ..suche.platz import ort_deuten
from ..vokabular import begriffe
from ..vorlieben import REICHWEITE, WEGE, Vorlieben
from ..zeitmaske import maske

# Everyday words for Tätigkeiten, several at once.
GERN = {
    "da-sein": (_("Für jemanden da sein"), ["begleiten-besuchen", "zuhoeren-beraten", "pate-mentor"]),
    "lernen": (_("Vorlesen und beim Lernen helfen"), ["vorlesen-erzaehlen", "lernhilfe", "unterrichten-schulen"]),
    "gruppen": (_("Eine Gruppe leiten oder betreuen"), ["gruppe-leiten", "betreuen", "trainieren"]),
    "buehne": (_("Musik, Theater, Führungen"), ["musizieren-theater", "fuehren-vortragen"]),
    "alltag": (
        _("Im Alltag anpacken: fahren, kochen, ausgeben"),
        ["fahren-transportieren", "einkaufen-haushalt", "kochen-bewirten", "ausgeben-sortieren"],
    ),
    "werken": (_("Handwerk, Garten, Natur"), ["handwerk-reparieren", "garten-natur"]),
    "tiere": (_("Mit Tieren umgehen"), ["tiere-versorgen"]),
    "retten": (_("Retten und erste Hilfe"), ["retten-helfen"]),
    "organisieren": (_("Feste und Veranstaltungen auf die Beine stellen"), ["veranstaltungen"]),
    "schreibtisch": (
        _("Büro, Internet, Vereinsamt"),
        ["buero-verwaltung", "oeffentlichkeit-medien", "vorstand-amt"],
    ),
    "sprachen": (_("Übersetzen"), ["uebersetzen"]),
}
WIE_HIN = {
    "fuss": _("zu Fuß (bis 3 km)"),
    "rad": _("mit dem Rad (bis 8 km)"),
    "ohne_auto": _("ohne Auto: Rad, Bus oder Bahn (bis 12 km)"),
    "auto": _("mit dem Auto (bis 30 km)"),
}
VON_WO = {
    auswahl.Digital.NEIN.value: _("vor Ort"),
    auswahl.Digital.MOEGLICH.value: _("vor Ort oder von zu Hause"),
    auswahl.Digital.NUR.value: _("nur von zu Hause"),
}
TAGE = dict(wahl for wahl in auswahl.Wochentag.choices if wahl[0] != "flexibel")
ZEITEN = dict(wahl for wahl in auswahl.Tageszeit.choices if wahl[0] != "flexibel")


def _mehrere(label, auswahl=None) -> felder.Mehrfachwahl:
    return felder.Mehrfachwahl(auswahl or {}, label=label)


class PasstForm(forms.Form):
    gern = _mehrere(_("Was machen Sie gern?"), {code: label for code, (label, _slugs) in GERN.items()})
    taetigkeit = _mehrere(_("Tätigkeit"))
    zielgruppe = _mehrere(_("Für wen?"))
    thema = _mehrere(_("Interessengebiet"))
    wochentag = _mehrere(_("An welchen Tagen?"), TAGE)
    tageszeit = _mehrere(_("Zu welcher Zeit?"), ZEITEN)
    wie_oft = felder.Wahl(dict(auswahl.WieOft.choices), label=_("Wie oft?"))
    stunden = felder.Zahl(von=0.25, bis=100, dezimal=True, label=_("Höchstens Stunden"))
    ort = felder.Text(label=_("Wo?"))
    plz = felder.Text(label=_("Postleitzahl"))
    weg = felder.Wahl(WIE_HIN, label=_("Wie kommen Sie hin?"))
    digital = felder.Wahl(VON_WO, label=_("Von wo aus?"))
    allein_gruppe = _mehrere(_("Allein oder mit anderen"), dict(auswahl.AlleinGruppe.choices))
    alter = felder.Zahl(von=0, bis=120, label=_("Ihr Alter"))
    barrierefrei = _mehrere(_("Barrierefrei"), dict(auswahl.Barrierefrei.choices))
    deutsch = felder.Wahl(dict(auswahl.Deutsch.choices), label=_("Deutsch"))
    ohne_nachweise = felder.Schalter(label=_("ohne Nachweise"))
    leistung = _mehrere(_("Das bekommen Sie"), dict(auswahl.Leistung.choices))
    seite = felder.Zahl(von=1, bis=100_000, label=_("Seite"))

    def __init__(self, data) -> None:
        super().__init__(data)
        self.begriffe = begriffe()
        for art, woerter in self.begriffe.items():
            self.fields[art].auswahl = {slug: wort.label for slug, wort in woerter.items()}
        self.weitere_hinweise: list[str] = []
        self.full_clean()
        self.werte = {name: wert for name, wert in self.cleaned_data.items() if wert not in (None, "", [])}
        self._ort_pruefen()

    def _ort_pruefen(self) -> None:
        self.mitte: Suchort | None = None
        for name in ("ort", "plz"):
            if name in self.werte and self.mitte is None:
                self.mitte, hinweis = ort_deuten(self.werte[name])
                self.weitere_hinweise += filter(None, [hinweis])
            if self.mitte is None:
                self.werte.pop(name, None)

    @property
    def hinweise(self) -> list[str]:
        return [h for feld in self.fields.values() for h in feld.hinweise] + self.weitere_hinweise

    @property
    def beantwortet(self) -> bool:
        """Whether there is anything to go by: how somebody gets about says nothing without a place."""
        return replace(self.vorlieben, reichweite=REICHWEITE) != Vorlieben()

    @cached_property
    def vorlieben(self) -> Vorlieben:
        w: dict[str, Any] = self.werte
        zeit = "wochentag" in w or "tageszeit" in w
        gern = [slug for code in w.get("gern", []) for slug in GERN[code][1]]
        return Vorlieben(
            themen=w.get("thema", []),
            taetigkeiten=list(dict.fromkeys([*gern, *w.get("taetigkeit", [])])),
            zielgruppen=w.get("zielgruppe", []),
            zeiten=maske(w.get("wochentag", []), w.get("tageszeit", [])) if zeit else 0,
            wie_oft=w.get("wie_oft", ""),
            stunden=w.get("stunden"),
            punkte=(self.mitte.punkt,) if self.mitte else (),
            reichweite=WEGE[w["weg"]] if "weg" in w else REICHWEITE,
            ohne_auto=w.get("weg", "auto") != "auto",
            digital=w.get("digital", ""),
            allein_gruppe=w.get("allein_gruppe", []),
            alter=w.get("alter"),
            deutsch=w.get("deutsch", ""),
            ohne_nachweise=w.get("ohne_nachweise", False),
            barrierefrei=w.get("barrierefrei", []),
            leistungen=w.get("leistung", []),
        )
