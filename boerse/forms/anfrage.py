"""What do we ask somebody who is interested? As little as it takes to get an answer."""

from uuid import UUID, uuid4, uuid5

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import EmailFeld, TelefonFeld, postfach
from ehrenamt.formulare import Honigtopf
from ehrenamt.models import Seite

from ..models import Anfrage

EMAIL, TELEFON, ELTERN = "email", "telefon", "eltern_email"


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
        choices=[("ja", _("Ja")), ("nein", _("Nein, ich bin jünger: Ein Elternteil muss zustimmen"))],
        coerce=lambda wert: wert == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie Ja oder Nein.")},
    )

    eltern_email = EmailFeld(
        label=_("E-Mail-Adresse eines Elternteils"),
        required=False,
        help_text=_(
            "Nur wenn Sie jünger als 16 sind: Ihr Elternteil bekommt eine E-Mail und muss erst zustimmen. Solange liest "
            "niemand Ihre Nachricht."
        ),
    )

    field_order = ["name", "weg", "email", "telefon", "nachricht", "mindestens_16", "eltern_email"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in (EMAIL, TELEFON, ELTERN):
            self.fields[name].bedingt = True
        self.fields[ELTERN].widget.attrs["autocomplete"] = "off"

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
        self._eltern(daten)
        return daten

    def _eltern(self, daten: dict) -> None:
        """Under 16 an address of a parent is needed, and not the child's own; else it is neither checked nor kept."""
        if daten.get("mindestens_16", True):
            daten[ELTERN] = ""
            self.errors.pop(ELTERN, None)
        elif ELTERN in self.errors:
            return
        elif not daten.get(ELTERN):
            self.add_error(ELTERN, _("Bitte tragen Sie die E-Mail-Adresse eines Elternteils ein."))
        elif daten.get(EMAIL) and postfach(daten[ELTERN]) == postfach(daten[EMAIL]):
            self.add_error(ELTERN, _("Das ist Ihre eigene Adresse. Bitte tragen Sie die eines Elternteils ein."))

    def stellen(self, angebot) -> Anfrage:
        namen = ("name", EMAIL, TELEFON, "nachricht", "mindestens_16", ELTERN)
        angaben = {name: self.cleaned_data[name] for name in namen}
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
