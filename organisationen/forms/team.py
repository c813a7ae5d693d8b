"""Who is invited, with which role?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..auswahl import TeamRolle


class EinladungForm(forms.Form):
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Die Person bekommt einen Link, der 14 Tage gilt."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    rolle = forms.ChoiceField(
        label=_("Rolle"),
        choices=[
            (TeamRolle.REDAKTION, _("Redaktion: schreibt Angebote und beantwortet Anfragen")),
            (TeamRolle.LEITUNG, _("Leitung: verwaltet außerdem Profil und Team")),
        ],
        initial=TeamRolle.REDAKTION,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, organisation, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.organisation = organisation

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if self.organisation.team.filter(email=email).exists():
            raise forms.ValidationError(_("Diese Person ist schon in Ihrem Team."))
        return email
