"""How does somebody choose a Gemeinde, with and without JavaScript? A text field with suggestions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..gemeindewahl import NichtEindeutig, eingabetext, gemeinde_finden
from ..models import Gemeinde


class PlzField(forms.RegexField):
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code"})
    default_error_messages = {"invalid": _("Eine PLZ hat fünf Ziffern.")}

    def __init__(self, **kwargs) -> None:
        super().__init__(r"^\d{5}$", required=False, label=_("PLZ"), **kwargs)


class GemeindeField(forms.CharField):
    """Cleans to a Gemeinde. `nur_bediente`: only where this portal looks for volunteers.

    The page draws the suggestions once, by {% gemeindeliste %}.
    """

    default_error_messages = {"required": _("Bitte nennen Sie die Stadt oder Gemeinde oder ihre PLZ.")}

    def __init__(self, *, nur_bediente: bool = False, **kwargs) -> None:
        super().__init__(max_length=120, **kwargs)
        self.nur_bediente = nur_bediente
        self.widget.attrs |= {"list": "gemeinden", "autocomplete": "off"}

    def prepare_value(self, value):
        return eingabetext(value) if isinstance(value, Gemeinde) else value

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            return gemeinde_finden(text, nur_bediente=self.nur_bediente)
        except NichtEindeutig as fehler:
            raise forms.ValidationError(str(fehler)) from fehler
