"""What does an organisation write to somebody who asked?"""

from django import forms
from django.utils.translation import gettext_lazy as _


class AntwortForm(forms.Form):
    """The text goes out by mail and is kept nowhere else."""

    text = forms.CharField(
        label=_("Ihre Antwort"),
        max_length=5000,
        help_text=_("Zum Beispiel: Wann passt ein Treffen? An wen kann sich die Person wenden?"),
        error_messages={"required": _("Bitte schreiben Sie ein paar Worte.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
