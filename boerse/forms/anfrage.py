"""What do we ask somebody who is interested? As little as it takes to get an answer."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import EmailFeld, postfach
from ehrenamt.models import Seite

from ..models import Anfrage
from .erreichbar import EMAIL, TELEFON, Erreichbar

ELTERN = "eltern_email"


class AnfrageForm(Erreichbar):
    name = forms.CharField(
        label=_("Ihr Name"),
        max_length=100,
        error_messages={"required": _("Bitte sagen Sie, wie Sie heißen.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    nachricht = forms.CharField(
        label=_("Ihre Nachricht"),
        required=False,
        max_length=2000,
        help_text=_("Zum Beispiel: Was reizt Sie an der Aufgabe? Wann passt ein Treffen?"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    mindestens_16 = forms.TypedChoiceField(
        label=_("Ich bin mindestens 16 Jahre alt"),
        choices=[("ja", _("Ja")), ("nein", _("Nein, ich bin jünger: Ein Elternteil muss zustimmen"))],
        coerce=lambda wert: wert == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie Ja oder Nein.")},
    )
    eltern_email = EmailFeld(
        label=_("E-Mail-Adresse eines Elternteils"),
        required=False,
        help_text=_(
            "Nur wenn Sie jünger als 16 sind: Ihr Elternteil bekommt eine E-Mail und muss erst zustimmen. Solange "
            "liest niemand Ihre Nachricht."
        ),
    )

    field_order = ["name", "weg", "email", "telefon", "nachricht", "mindestens_16", "eltern_email"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields[ELTERN].bedingt = True
        self.fields[ELTERN].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict:
        """Under 16 an address of a parent is needed, and not the child's own; else it is neither checked nor kept."""
        daten = super().clean()
        if daten.get("mindestens_16", True):
            daten[ELTERN] = ""
            self.errors.pop(ELTERN, None)
        elif not daten.get(ELTERN) and ELTERN not in self.errors:
            self.add_error(ELTERN, _("Bitte tragen Sie die E-Mail-Adresse eines Elternteils ein."))
        elif daten.get(ELTERN) and daten.get(EMAIL) and postfach(daten[ELTERN]) == postfach(daten[EMAIL]):
            self.add_error(ELTERN, _("Das ist Ihre eigene Adresse. Bitte tragen Sie die eines Elternteils ein."))
        return daten

    def stellen(self, angebot) -> Anfrage:
        namen = ("name", EMAIL, TELEFON, "nachricht", "mindestens_16", ELTERN)
        angaben = {name: self.cleaned_data[name] for name in namen}
        return Anfrage.objects.stellen(
            angebot,
            sprache=get_language(),
            datenschutz_version=Seite.objects.version("datenschutz"),
            formular=self.formularkennung(angebot.pk, *angaben.values()),
            **angaben,
        )


class AbsageForm(forms.Form):
    grund = forms.CharField(
        label=_("Ein paar Worte dazu"),
        required=False,
        max_length=1000,
        help_text=_("Die Person liest sie in unserer E-Mail, zum Beispiel: Der Platz ist schon vergeben."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
