"""What do we ask somebody who reports a barrier? As little as possible: what does not work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import EmailFeld, TelefonFeld
from ehrenamt.formulare import Honigtopf

from ..models import Barrieremeldung


class BarriereForm(Honigtopf):
    text = forms.CharField(
        label=_("Was geht nicht?"),
        max_length=2000,
        help_text=_("Sagen Sie uns auch, wenn Sie eine Information in anderer Form brauchen."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Bitte schreiben Sie, was nicht geht. Ein Satz genügt.")},
    )
    seite = forms.CharField(
        label=_("Auf welcher Seite?"),
        required=False,
        max_length=500,
        help_text=_("Die Adresse oder der Name der Seite. Im Zweifel lassen Sie das Feld so, wie es ist."),
    )
    email = EmailFeld(
        required=False, help_text=_("Für die Antwort. Ohne Adresse und Nummer können wir nicht antworten.")
    )
    telefon = TelefonFeld(required=False, help_text=_("Wenn Sie lieber angerufen werden."))

    field_order = ["text", "seite", "email", "telefon"]

    def melden(self) -> Barrieremeldung:
        angaben = {name: self.cleaned_data[name] for name in ("text", "seite", "email", "telefon")}
        return Barrieremeldung.objects.melden(**angaben)
