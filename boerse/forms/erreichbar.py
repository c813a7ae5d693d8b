"""How can we reach somebody who writes to us? By e-mail or by telephone; one filled-in form is one message."""

from uuid import UUID, uuid4, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import EmailFeld, TelefonFeld
from ehrenamt.formulare import Honigtopf

EMAIL, TELEFON = "email", "telefon"


class Erreichbar(Honigtopf):
    # Stands for this one filled-in form: sent twice, it is still one message.
    nummer = forms.CharField(widget=forms.HiddenInput, required=False, initial=uuid4)
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

    def formularkennung(self, *angaben) -> UUID:
        """The form's number and what it says: who corrects a typing error after "back" sends something new."""
        try:
            nummer = UUID(self.cleaned_data["nummer"])
        except ValueError:
            nummer = uuid4()
        return uuid5(nummer, "\x1f".join(map(str, angaben)))
