"""What do we ask somebody who reports a listing?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import EmailFeld
from ehrenamt.formulare import Honigtopf

from ..auswahl import MeldungGrund
from ..models import Meldung


class MeldungForm(Honigtopf):
    grund = forms.ChoiceField(
        label=_("Was stimmt nicht?"),
        choices=MeldungGrund,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, worum es geht.")},
    )
    text = forms.CharField(
        label=_("Genauer"),
        required=False,
        max_length=2000,
        help_text=_("Was sollen wir uns ansehen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    email = EmailFeld(
        required=False, help_text=_("Nur wenn Sie eine Antwort möchten. Die Organisation sieht die Adresse nicht.")
    )

    field_order = ["grund", "text", "email"]

    def melden(self, angebot) -> Meldung:
        angaben = {name: self.cleaned_data[name] for name in ("grund", "text", "email")}
        return Meldung.objects.melden(angebot, **angaben)
