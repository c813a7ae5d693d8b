"""Which words can staff put right before they approve?"""

from django import forms
from django.core.exceptions import ValidationError

from .. import inhalt as format
from ..feldnamen import FELDNAMEN, feldname
from ..inhalt import FELDER

TEXTE = [name for name in FELDNAMEN if name in FELDER and FELDER[name].art in ("text", "absatz", "adresse")]


def _feld(name: str) -> forms.CharField:
    feld = FELDER[name]
    widget = forms.Textarea(attrs={"rows": 8 if feld.grenze > 1000 else 4}) if feld.art == "absatz" else None
    return forms.CharField(label=FELDNAMEN[name], max_length=feld.grenze, required=feld.pflicht, widget=widget)


class KorrekturForm(forms.Form):
    """The text fields of a Fassung; everything else stays as the organisation wrote it."""

    stand = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, fassung, **kwargs) -> None:
        anfang = fassung.inhalt | {"stand": fassung.geaendert_am.isoformat()}
        super().__init__(*args, initial=anfang, prefix="korrektur", **kwargs)
        self.fassung = fassung
        self.fields |= {name: _feld(name) for name in TEXTE}

    def clean(self) -> dict:
        """Whatever else still stands in the way of going online is said here, not after the button."""
        angaben = super().clean()
        if not self.errors:
            for name, saetze in format.pruefen(self.dokument()).items():
                self.add_error(name if name in self.fields else None, ValidationError(self._saetze(name, saetze)))
        return angaben

    def _saetze(self, name: str, saetze: list[str]) -> list[str]:
        return saetze if name in self.fields else [f"{feldname(name)}: {satz}" for satz in saetze]

    def dokument(self) -> dict:
        texte = {name: self.cleaned_data.get(name, "") for name in TEXTE}
        return format.dokument(self.fassung.inhalt | texte)


class StandForm(forms.Form):
    """Says which text somebody was looking at when they decided."""

    stand = forms.CharField(required=False, widget=forms.HiddenInput)
