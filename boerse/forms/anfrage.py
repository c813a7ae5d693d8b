"""What do we ask somebody who is interested? As little as it takes to get an answer."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ehrenamt.models import Seite

from ..models import Anfrage
from .erreichbar import EMAIL, TELEFON, Erreichbar


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
        choices=[("ja", _("Ja")), ("nein", _("Nein, ich bin jünger: Die Kontaktstelle hilft mir weiter"))],
        coerce=lambda wert: wert == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie Ja oder Nein.")},
    )

    field_order = ["name", "weg", "email", "telefon", "nachricht", "mindestens_16"]

    def stellen(self, angebot) -> Anfrage:
        angaben = {name: self.cleaned_data[name] for name in (*("name", EMAIL, TELEFON), "nachricht", "mindestens_16")}
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
