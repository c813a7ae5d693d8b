"""Who goes on when the only Leitung leaves? Somebody of the team, or a function address, or nobody."""

from datetime import date

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.rollen import Akteur

from ..auswahl import TeamRolle
from ..models import Teamzugang

WEITER, PAUSE = "weiter", "pause"


class NachfolgeForm(forms.Form):
    """One organisation's. With others in the team one of them takes over; else the person says what becomes of it."""

    nachfolge = forms.ModelChoiceField(
        queryset=Teamzugang.objects.none(), label=_("Wer übernimmt die Leitung?"), widget=forms.RadioSelect
    )
    danach = forms.ChoiceField(
        label=_("Wie geht es mit den Angeboten weiter?"),
        choices=[
            (WEITER, _("Sie bleiben online. Anfragen gehen per E-Mail an die Adresse unten.")),
            (PAUSE, _("Sie pausieren, und die Kontaktstelle erfährt, dass niemand mehr da ist.")),
        ],
        widget=forms.RadioSelect,
    )
    kontakt_email = forms.EmailField(
        label=_("E-Mail-Adresse der Organisation"),
        required=False,
        help_text=_("Wird nie veröffentlicht. Wer sie liest, kann ohne Konto antworten und Angebote bestätigen."),
    )

    def __init__(self, *args, zugang: Teamzugang, **kwargs) -> None:
        super().__init__(*args, prefix=f"organisation-{zugang.organisation_id}", label_suffix="", **kwargs)
        self.zugang, self.organisation = zugang, zugang.organisation
        andere = zugang.andere.filter(konto__is_active=True)
        self.mit_team = andere.exists()
        for name in ["danach", "kontakt_email"] if self.mit_team else ["nachfolge"]:
            del self.fields[name]
        if self.mit_team:
            feld = self.fields["nachfolge"]
            feld.queryset = andere
            feld.empty_label = None
            feld.label_from_instance = lambda anderer: anderer.konto.name or anderer.konto.email
        else:
            self.fields["kontakt_email"].initial = self.organisation.kontakt_email

    def clean(self) -> dict:
        angaben = super().clean()
        if angaben.get("danach") == WEITER and not angaben.get("kontakt_email") and not self.errors:
            self.add_error("kontakt_email", _t("Bitte nennen Sie die Adresse, an die wir dann schreiben."))
        return angaben

    def regeln(self, akteur: Akteur) -> None:
        """Prepare that the person goes: the successor leads from now on, the address is the chosen one."""
        if self.mit_team:
            self.cleaned_data["nachfolge"].rolle_aendern(TeamRolle.LEITUNG, akteur)
        else:
            weiter = self.cleaned_data["danach"] == WEITER
            self.organisation.kontakt_email = self.cleaned_data["kontakt_email"] if weiter else ""
            self.organisation.save(update_fields=["kontakt_email"])

    def gehen(self, akteur: Akteur, heute: date) -> None:
        """The person leaves now. Raises AblaufFehler."""
        with transaction.atomic():
            self.regeln(akteur)
            if self.mit_team:
                self.zugang.beenden(akteur)
            else:
                self.zugang.als_letzte_gehen(akteur, heute)
