"""How does staff edit a template? Its document field by field, asked as the form for a listing asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .. import inhalt as format
from ..models import Taetigkeit, Thema, Vorlage, Zielgruppe
from .felder import formularfeld

# What depends on the place, the day or the person is no part of a template.
FELDER = [
    *("titel", "kurzbeschreibung", "beschreibung", "zeitaufwand", "art", "haeufigkeit", "digital"),
    *("amtszeit", "uebergabe", "voraussetzungen", "mindestalter", "fuehrungszeugnis", "nachweise", "deutsch"),
    *("allein_gruppe", "geeignet", "leistungen", "aufwandsentschaedigung", "versicherung", "einarbeitung"),
]
BEGRIFFE = {"themen": Thema, "zielgruppen": Zielgruppe, "taetigkeiten": Taetigkeit}


class VorlageForm(forms.ModelForm):
    locals().update({name: formularfeld(name) for name in FELDER})
    themen = forms.MultipleChoiceField(label=_("Interessengebiete"), required=False)
    zielgruppen = forms.MultipleChoiceField(label=_("Zielgruppen"), required=False)
    taetigkeiten = forms.MultipleChoiceField(label=_("Tätigkeiten"), required=False)

    class Meta:
        model = Vorlage
        fields = ["schluessel", "name", "wofuer", "reihenfolge", "aktiv"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in (*FELDER, *BEGRIFFE):
            self.initial.setdefault(name, self.instance.inhalt.get(name))
        for name, modell in BEGRIFFE.items():
            self.fields[name].choices = [(begriff.slug, str(begriff)) for begriff in modell.objects.aktive()]

    def clean(self) -> dict:
        werte = super().clean()
        geschrieben = {name: werte.get(name) for name in (*FELDER, *BEGRIFFE)}
        # What the form does not ask stays: keywords, for example.
        self.instance.inhalt = format.dokument(self.instance.inhalt | geschrieben)
        for name, saetze in format.pruefen(self.instance.inhalt, vollstaendig=False).items():
            if name in self.fields and name not in self.errors:
                self.add_error(name, saetze)
        return werte
