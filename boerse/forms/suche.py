"""Which parameters does a search have, and how is each read? Nothing fails; what makes no sense gives a hint."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .. import auswahl, sortierung
from .. import filterfelder as felder
from ..vokabular import begriffe

UMKREISE = [5, 10, 15, 20, 30, 50]


def _codes(wahl) -> dict[str, Any]:
    return dict(wahl.choices)


def _mehrere(label, wahl=None) -> felder.Mehrfachwahl:
    return felder.Mehrfachwahl(_codes(wahl) if wahl else {}, label=label)


class SuchForm(forms.Form):
    q = felder.Text(label=_("Was?"))
    ort = felder.Text(label=_("Wo?"))
    plz = felder.Text(label=_("Postleitzahl"))
    umkreis = felder.Zahl(
        von=1,
        bis=300,
        label=_("Umkreis"),
        widget=felder.Auswahlliste(choices=[("", _("ohne")), *((km, f"{km} km") for km in UMKREISE)]),
    )
    gemeinde = felder.Codes(label=_("Stadt oder Gemeinde"))
    wochentag = _mehrere(_("Wann?"), auswahl.Wochentag)
    tageszeit = _mehrere(_("Tageszeit"), auswahl.Tageszeit)
    art = _mehrere(_("Wie oft?"), auswahl.Art)
    haeufigkeit = _mehrere(_("Häufigkeit"), auswahl.Haeufigkeit)
    stunden = felder.Zahl(von=0.25, bis=100, dezimal=True, label=_("Höchstens Stunden"))
    von = felder.Datum(label=_("Frühestens ab"))
    bis = felder.Datum(label=_("Spätestens bis"))
    thema = _mehrere(_("Interessengebiet"))
    zielgruppe = _mehrere(_("Für wen?"))
    taetigkeit = _mehrere(_("Tätigkeit"))
    digital = felder.Wahl(_codes(auswahl.Digital), label=_("Von zu Hause"))
    alter = felder.Zahl(von=0, bis=120, label=_("Ihr Alter"))
    geeignet = _mehrere(_("Geeignet für"), auswahl.Geeignet)
    allein_gruppe = _mehrere(_("Allein oder mit anderen"), auswahl.AlleinGruppe)
    deutsch = felder.Wahl(_codes(auswahl.Deutsch), label=_("Ihr Deutsch"))
    sprache = _mehrere(_("Weitere Sprachen"), auswahl.Sprache)
    barrierefrei = _mehrere(_("Barrierefrei"), auswahl.Barrierefrei)
    ohne_nachweise = felder.Schalter(label=_("ohne Nachweise"))
    kurz_und_einfach = felder.Schalter(label=_("Kurz und einfach beschrieben"))
    organisation = felder.Nummern(label=_("Organisation"))
    sortierung = felder.Wahl(sortierung.AUSWAHL, label=_("Sortierung"))
    seite = felder.Zahl(von=1, bis=100_000, label=_("Seite"))

    def __init__(self, data) -> None:
        super().__init__(data)
        self.begriffe = begriffe()
        for art, worte in self.begriffe.items():
            self.fields[art].auswahl = {slug: wort.label for slug, wort in worte.items()}
        self.full_clean()

    @property
    def hinweise(self) -> list[str]:
        return [hinweis for feld in self.fields.values() for hinweis in feld.hinweise]
