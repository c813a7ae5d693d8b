"""Which small forms do the decisions need?"""

from django import forms
from django.utils.translation import gettext_lazy as _


class GrundForm(forms.Form):
    """Why? The text goes to the organisation by mail."""

    grund = forms.CharField(
        label=_("Grund"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Steht so in der Mail an die Organisation."),
        error_messages={"required": _("Bitte nennen Sie einen Grund.")},
    )
