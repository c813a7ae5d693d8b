"""Which form field belongs to a field of the document? Built from the one description in inhalt.py."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..inhalt import FELDER, Feld
from .feldtexte import FELDTEXTE

KEINE_ANGABE = ("", _("Keine Angabe"))
BREIT_AB = 100  # characters: then the field takes the whole line
DATUM = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
UHRZEIT = forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def formularfeld(name: str) -> forms.Field:
    """Nothing is required: a draft may be saved however incomplete."""
    beschreibung = FELDER[name]
    label, hilfe = FELDTEXTE[name]
    feld = _BAU[beschreibung.art](beschreibung, label=label, help_text=hilfe, required=False)
    feld.bedingt = beschreibung.pflicht  # needed before it goes online, so not "(freiwillig)"
    return feld


def wahl(auswahl, **kwargs) -> forms.ChoiceField:
    return forms.ChoiceField(choices=[KEINE_ANGABE, *auswahl.choices], **kwargs)


def _text(feld: Feld, **kwargs) -> forms.Field:
    eingabe = forms.TextInput(attrs={"class": "breit"} if feld.grenze >= BREIT_AB else {})
    return forms.CharField(max_length=feld.grenze, widget=eingabe, **kwargs)


def _liste(feld: Feld, **kwargs) -> forms.Field:
    """Words with commas between them."""
    return forms.CharField(max_length=1000, widget=forms.TextInput(attrs={"class": "breit"}), **kwargs)


def _absatz(feld: Feld, **kwargs) -> forms.Field:
    zeilen = 10 if feld.grenze > 2000 else 4
    return forms.CharField(max_length=feld.grenze, widget=forms.Textarea(attrs={"rows": zeilen}), **kwargs)


def _adresse(feld: Feld, **kwargs) -> forms.Field:
    return forms.URLField(max_length=feld.grenze, **kwargs)


def _zahl(feld: Feld, **kwargs) -> forms.Field:
    return forms.IntegerField(min_value=0, max_value=feld.grenze, **kwargs)


def _dezimal(feld: Feld, **kwargs) -> forms.Field:
    eingabe = forms.TextInput(attrs={"inputmode": "decimal"})
    return forms.FloatField(min_value=0, max_value=feld.grenze, localize=True, widget=eingabe, **kwargs)


def _datum(_feld: Feld, **kwargs) -> forms.Field:
    return forms.DateField(widget=DATUM, **kwargs)


def _wahl(feld: Feld, **kwargs) -> forms.Field:
    return wahl(feld.auswahl, **kwargs)


def _mehrfach(feld: Feld, **kwargs) -> forms.Field:
    return forms.MultipleChoiceField(choices=feld.auswahl.choices, widget=forms.CheckboxSelectMultiple, **kwargs)


_BAU = {
    "text": _text,
    "absatz": _absatz,
    "adresse": _adresse,
    "zahl": _zahl,
    "dezimal": _dezimal,
    "datum": _datum,
    "wahl": _wahl,
    "mehrfach": _mehrfach,
    "liste": _liste,
}
