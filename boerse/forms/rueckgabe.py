"""Why does a text go back? In one's own words, in a stock phrase, or in one that is put right."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import GrundForm

from ..models import Textbaustein

EINFUEGEN = "einfuegen"


class BausteinAuswahl(forms.Select):
    """Each choice carries its text, for static/js/verwaltung.js."""

    def create_option(self, name, value, *args, **kwargs) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["data-text"] = value.instance.text
        return option


class BausteinFeld(forms.ModelChoiceField):
    widget = BausteinAuswahl
    # A button of this name beside the field.
    knopf = EINFUEGEN, _("Einfügen")


class RueckgabeForm(GrundForm):
    baustein = BausteinFeld(
        Textbaustein.objects.filter(aktiv=True),
        label=_("Textbaustein"),
        required=False,
        empty_label=_("Eigene Worte"),
    )
    field_order = ["baustein", "grund"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grund"].required = False

    def clean(self) -> dict[str, Any]:
        """A phrase that was chosen and not put in is the reason where there is no other."""
        daten = super().clean()
        baustein = daten.pop("baustein", None)
        if "grund" in daten and not daten["grund"]:
            if baustein is None:
                raise ValidationError({"grund": self.fields["grund"].error_messages["required"]})
            daten["grund"] = baustein.text
        return daten

    def eingefuegt(self) -> "RueckgabeForm":
        """The form once more, with the chosen phrase after what is written already."""
        feld = self.fields["baustein"]
        try:
            baustein = feld.clean(self["baustein"].value())
        except ValidationError:
            baustein = None
        teile = [(self["grund"].value() or "").strip(), baustein.text if baustein else ""]
        return type(self)(prefix=self.prefix, initial={"grund": "\n\n".join(filter(None, teile))})
