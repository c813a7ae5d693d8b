"""How does a form have several places and time slots without JavaScript? Rows that a button adds or removes."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from organisationen.forms.gemeinde import GemeindeField, PlzField
from organisationen.gemeindewahl import PLZ

from ..auswahl import Ortsanzeige, Tageszeit, Wochentag
from ..inhalt import ORTE_HOECHSTENS, ZEITEN_HOECHSTENS
from .felder import UHRZEIT, wahl
from .rat import Ratfeld


class OrtForm(forms.Form):
    ohne_uebersicht = True
    bound_field_class = Ratfeld
    rat: dict[str, Sequence] = {"gemeinde": ()}

    gemeinde = GemeindeField(
        nur_bediente=True,
        required=False,
        label=_("Stadt oder Gemeinde"),
        help_text=_("Name oder PLZ. Beim Tippen kommen Vorschläge."),
    )
    name = forms.CharField(
        max_length=120, required=False, label=_("Name des Ortes"), help_text=_("Zum Beispiel „Grundschule am Rosenhof“")
    )
    strasse = forms.CharField(max_length=120, required=False, label=_("Straße und Hausnummer"))
    plz = PlzField()
    ortsteil = forms.CharField(max_length=100, required=False, label=_("Ortsteil"))
    anzeige = forms.ChoiceField(
        choices=Ortsanzeige.choices,
        initial=Ortsanzeige.EXAKT,
        required=False,
        label=_("Was dürfen andere davon sehen?"),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeinde"].bedingt = self.fields["anzeige"].bedingt = True

    def clean(self) -> dict:
        werte = super().clean()
        getippt = self.data.get(self.add_prefix("gemeinde"), "")
        if werte.get("gemeinde") and not werte.get("plz") and (plz := PLZ.search(getippt)):
            werte["plz"] = plz.group()
        return werte

    def eintrag(self) -> dict:
        """This place as it stands in the document; nothing where only the choice of display was left as it is."""
        werte = {name: wert for name, wert in self.cleaned_data.items() if wert and name != "gemeinde"}
        if gemeinde := self.cleaned_data.get("gemeinde"):
            werte["gemeinde"] = gemeinde.ags
        return werte if set(werte) - {"anzeige"} else {}


class ZeitForm(forms.Form):
    ohne_uebersicht = True
    bound_field_class = Ratfeld
    rat: dict[str, Sequence] = {"wochentag": ()}

    wochentag = wahl(Wochentag, required=False, label=_("Wochentag"))
    tageszeit = wahl(Tageszeit, required=False, label=_("Tageszeit"))
    von = forms.TimeField(required=False, label=_("von"), widget=UHRZEIT)
    bis = forms.TimeField(required=False, label=_("bis"), widget=UHRZEIT)

    def clean(self) -> dict:
        werte = super().clean()
        if werte.get("von") and werte.get("bis") and werte["bis"] <= werte["von"]:
            self.add_error("bis", _("Diese Uhrzeit liegt vor dem Anfang."))
        return werte

    def eintrag(self) -> dict:
        werte = {name: wert for name, wert in self.cleaned_data.items() if wert}
        return {name: wert if isinstance(wert, str) else f"{wert:%H:%M}" for name, wert in werte.items()}


class Reihen(forms.BaseFormSet):
    def get_form_kwargs(self, index):
        return super().get_form_kwargs(index) | {"label_suffix": ""}

    def eintraege(self) -> list[dict]:
        return [eintrag for form in self.forms if (eintrag := form.eintrag())]

    @property
    def ist_voll(self) -> bool:
        return self.total_form_count() >= self.max_num


OrtReihen = forms.formset_factory(
    OrtForm, Reihen, extra=0, min_num=1, max_num=ORTE_HOECHSTENS, absolute_max=ORTE_HOECHSTENS, validate_max=True
)
ZeitReihen = forms.formset_factory(
    ZeitForm, Reihen, extra=0, min_num=1, max_num=ZEITEN_HOECHSTENS, absolute_max=ZEITEN_HOECHSTENS, validate_max=True
)


def mit_reihe(daten, prefix: str):
    """What was sent, with one more empty row."""
    neu = daten.copy()
    neu[f"{prefix}-TOTAL_FORMS"] = str(_anzahl(daten, prefix) + 1)
    return neu


def ohne_reihe(daten, prefix: str, nummer: int):
    """What was sent, without the row `nummer`; the rows behind it move up."""
    neu, anzahl = daten.copy(), _anzahl(daten, prefix)
    for name in [name for name in neu if name.startswith(f"{prefix}-")]:
        kopf, _strich, feld = name.removeprefix(f"{prefix}-").partition("-")
        if kopf.isdecimal() and int(kopf) >= nummer:
            werte = neu.pop(name)
            if int(kopf) > nummer:
                neu.setlist(f"{prefix}-{int(kopf) - 1}-{feld}", werte)
    neu[f"{prefix}-TOTAL_FORMS"] = str(max(anzahl - 1, 1))
    return neu


def _anzahl(daten, prefix: str) -> int:
    anzahl = daten.get(f"{prefix}-TOTAL_FORMS", "1")
    return int(anzahl) if anzahl.isdecimal() and len(anzahl) < 4 else 1
