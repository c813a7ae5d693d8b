"""What does an organisation say about itself?"""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ehrenamt.formulare import Gruppiert
from ehrenamt.models import Seite

from ..models import Organisation, Uebernahmeantrag
from .gemeinde import GemeindeField, PlzField

HILFEN = {
    "name": _("So, wie andere Sie kennen, zum Beispiel „TuS Musterdorf e. V.“"),
    "beschreibung": _("Zwei, drei Sätze genügen. Sie stehen auf Ihrer Seite im Portal."),
    "website": _("Zum Beispiel https://www.example.org"),
    "kontakt_email": _("Wird nie veröffentlicht. Hierhin schreiben wir, wenn niemand aus Ihrem Team erreichbar ist."),
    "registernummer": _("Nur wenn Sie eingetragen sind, zum Beispiel „VR 1234, Amtsgericht Arnsberg“"),
    "strasse": "",
}


class OrganisationForm(Gruppiert, forms.ModelForm):
    gemeinde = GemeindeField(
        label=_("Sitz: Stadt oder Gemeinde"), help_text=_("Name oder PLZ. Beim Tippen kommen Vorschläge.")
    )
    plz = PlzField()
    gruppierung = [
        (_("Ihre Organisation"), "", ["name", "art", "beschreibung", "website"]),
        (_("Sitz"), "", ["gemeinde", "plz", "strasse"]),
        (_("Für die Kontaktstelle"), "", ["kontakt_email", "gemeinnuetzig", "registernummer"]),
    ]

    class Meta:
        model = Organisation
        fields = [
            "name",
            "art",
            "beschreibung",
            "website",
            "gemeinde",
            "plz",
            "strasse",
            "kontakt_email",
            "gemeinnuetzig",
            "registernummer",
        ]
        help_texts = HILFEN
        labels = {
            "name": _("Name der Organisation"),
            "art": _("Was für eine Organisation ist das?"),
            "kontakt_email": _("E-Mail-Adresse der Organisation"),
        }
        widgets = {
            "beschreibung": forms.Textarea(attrs={"rows": 5}),
            "website": forms.URLInput(attrs={"autocomplete": "url"}),
            "kontakt_email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args, nur_lesen: bool = False, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for feld in self.fields.values():
            feld.disabled = nur_lesen
        if self.instance.pk and not self.is_bound:
            self.initial["gemeinde"] = self.instance.gemeinde

    def speichern(self) -> Organisation:
        """Save the profile of an organisation that is there already."""
        organisation = self.save()
        if "name" in self.changed_data:
            organisation.umbenennen(self.cleaned_data["name"])
        return organisation


class AnmeldungForm(OrganisationForm):
    """A new organisation, with the agreement to the Nutzungsbedingungen."""

    einverstanden = forms.BooleanField(
        label=_("Wir sind mit den Nutzungsbedingungen einverstanden."),
        error_messages={"required": _("Ohne dieses Einverständnis können Sie hier keine Angebote einstellen.")},
    )
    gruppierung = [*OrganisationForm.gruppierung, (_("Einverständnis"), "", ["einverstanden"])]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        seite = Seite.objects.filter(slug="nutzungsbedingungen").first()
        self.version = seite.version if seite else 1
        self.fields["einverstanden"].help_text = _(
            "Kurz gesagt: gemeinwohlorientiert, ohne Parteiwerbung, ohne "
            "Diskriminierung. Daten von Interessierten löschen Sie, wenn Sie sie nicht mehr brauchen. Ihre Texte "
            "dürfen auch andere Portale zeigen."
        )
        if seite:
            self.fields["einverstanden"].help_text = format_html(
                '{} <a href="{}" target="_blank">{}</a>',
                self.fields["einverstanden"].help_text,
                seite.get_absolute_url(),
                _("Nutzungsbedingungen lesen (neues Fenster)"),
            )

    def angaben(self) -> dict:
        return {name: wert for name, wert in self.cleaned_data.items() if name != "einverstanden"}


class UebernahmeForm(forms.ModelForm):
    class Meta:
        model = Uebernahmeantrag
        fields = ["begruendung"]
        widgets = {"begruendung": forms.Textarea(attrs={"rows": 5})}
        help_texts = {
            "begruendung": _("Zum Beispiel: „Ich bin seit 2024 im Vorstand.“ Das liest nur die Kontaktstelle.")
        }
