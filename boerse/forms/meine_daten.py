"""What do we ask on a citizen's own pages: for the lost link, and for a correction?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import EmailFeld, TelefonFeld
from ehrenamt.formulare import Honigtopf

from ..models import Anfrage


class LinkForm(Honigtopf):
    email = EmailFeld(label=_("Ihre E-Mail-Adresse"), help_text=_("Die Adresse, mit der Sie uns geschrieben haben."))


class BerichtigungForm(forms.Form):
    """Holds what may still be corrected, and nothing else."""

    name = forms.CharField(
        label=_("Ihr Name"),
        max_length=100,
        error_messages={"required": _("Bitte sagen Sie, wie Sie heißen.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    telefon = TelefonFeld(error_messages={"required": _("Bitte tragen Sie Ihre Telefonnummer ein.")})
    nachricht = forms.CharField(
        label=_("Ihre Nachricht"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, anfrage: Anfrage, *args, **kwargs) -> None:
        super().__init__(*args, initial={name: getattr(anfrage, name) for name in anfrage.berichtigbar}, **kwargs)
        for name in set(self.fields) - set(anfrage.berichtigbar):
            del self.fields[name]
