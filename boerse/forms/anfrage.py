"""What do we ask somebody who is interested? As little as it takes to get an answer."""

from uuid import UUID, uuid4, uuid5

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import EmailFeld, TelefonFeld
from ehrenamt.formulare import Honigtopf
from ehrenamt.models import Seite

from ..models import Anfrage

EMAIL, TELEFON = "email", "telefon"


class AnfrageForm(Honigtopf):
    # Stands for this one filled-in form: sent twice, it is still one enquiry.
    nummer = forms.CharField(widget=forms.HiddenInput, required=False, initial=uuid4)
    name = forms.CharField(
        label=_("Ihr Name"),
        max_length=100,
        error_messages={"required": _("Bitte sagen Sie, wie Sie heißen.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    weg = forms.ChoiceField(
        label=_("Wie möchten Sie die Antwort bekommen?"),
        choices=[
            (EMAIL, _("Per E-Mail")),
            (TELEFON, _("Per Telefon: Die Kontaktstelle ruft Sie an und vermittelt weiter")),
        ],
        initial=EMAIL,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie E-Mail oder Telefon.")},
    )
    email = EmailFeld(required=False, help_text=_("Wir schicken Ihnen einen Link zur Bestätigung."))
    telefon = TelefonFeld(required=False, help_text=_("Die Kontaktstelle ruft zu ihren Sprechzeiten an."))
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

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for weg in (EMAIL, TELEFON):
            self.fields[weg].bedingt = True

    def clean(self) -> dict:
        """Only the way that was chosen counts; the other one is neither checked nor kept."""
        daten = super().clean()
        gewaehlt = daten.get("weg")
        for weg in (EMAIL, TELEFON):
            if gewaehlt and weg != gewaehlt:
                daten[weg] = ""
                self.errors.pop(weg, None)
        if gewaehlt == EMAIL and not daten.get(EMAIL) and EMAIL not in self.errors:
            self.add_error(EMAIL, _("Bitte tragen Sie Ihre E-Mail-Adresse ein."))
        if gewaehlt == TELEFON and not daten.get(TELEFON) and TELEFON not in self.errors:
            self.add_error(TELEFON, _("Bitte tragen Sie Ihre Telefonnummer ein."))
        return daten

    def stellen(self, angebot) -> Anfrage:
        angaben = {name: self.cleaned_data[name] for name in (*("name", EMAIL, TELEFON), "nachricht", "mindestens_16")}
        return Anfrage.objects.stellen(
            angebot,
            sprache=get_language(),
            datenschutz_version=Seite.objects.version("datenschutz"),
            formular=self._kennung(angebot, angaben),
            **angaben,
        )

    def _kennung(self, angebot, angaben: dict) -> UUID:
        """The form's number and what it says: who corrects a typing error after "back" sends something new."""
        try:
            nummer = UUID(self.cleaned_data["nummer"])
        except ValueError:
            nummer = uuid4()
        return uuid5(nummer, "\x1f".join([str(angebot.pk), *map(str, angaben.values())]))


class AbsageForm(forms.Form):
    grund = forms.CharField(
        label=_("Ein paar Worte dazu"),
        required=False,
        max_length=1000,
        help_text=_("Die Person liest sie in unserer E-Mail, zum Beispiel: Der Platz ist schon vergeben."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
