"""Organisations: approved, refused, blocked, put right. boerse adds what they offer and registers the page."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import protokollieren
from ehrenamt.models import Verlaufseintrag
from ehrenamt.sortierung import sortiername
from ehrenamt.verwaltung import AblaufAdmin, GrundForm, Tat, Warteschlange, sammeltat
from ehrenamt.verwaltung.filter import ListenFilter, alles

from ..auswahl import OrganisationStatus
from ..models import Organisation
from .gemeinde import MitGemeinde


def _mit_stand(status: str):
    return lambda queryset: queryset.filter(status=status)


class OrganisationsListe(ListenFilter):
    teile = {
        "alle": (_("Alle"), alles),
        "wartend": (_("Neue, in Prüfung"), lambda qs: qs.wartend()),
        "freigegeben": (_("Freigegebene"), _mit_stand(OrganisationStatus.FREIGEGEBEN)),
        "ohne_ansprechperson": (
            _("Ohne Ansprechperson"),
            lambda qs: qs.ohne_ansprechperson().filter(status=OrganisationStatus.FREIGEGEBEN),
        ),
        "direktfreigabe": (_("Mit Direktfreigabe"), lambda qs: qs.filter(direktfreigabe=True)),
        "abgelehnt": (_("Abgelehnte"), _mit_stand(OrganisationStatus.ABGELEHNT)),
        "gesperrt": (_("Gesperrte"), _mit_stand(OrganisationStatus.GESPERRT)),
        "ausgetragen": (_("Ausgetragene"), _mit_stand(OrganisationStatus.AUSGETRAGEN)),
    }


class OrganisationForm(forms.ModelForm):
    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        gleiche = Organisation.objects.filter(
            quelle=self.instance.quelle, gemeinde=self.instance.gemeinde_id, sortiername=sortiername(name)
        ).exclude(pk=self.instance.pk)
        if self.instance.quelle and gleiche.exists():
            raise ValidationError(_t("Aus dieser Quelle gibt es dort schon eine Organisation mit diesem Namen."))
        return name


class OrganisationAdmin(MitGemeinde, AblaufAdmin):
    form = OrganisationForm
    change_form_template = "admin/organisationen/organisation/change_form.html"
    im_menue = 3, _("Organisationen")
    list_display = ["name", "art", "gemeinde", "status", "direktfreigabe", "erstellt_am"]
    list_select_related = ["gemeinde"]
    list_filter = [OrganisationsListe, "art"]
    search_fields = ["name", "sortiername", "registernummer", "website"]
    fields = [
        "name",
        "art",
        "beschreibung",
        "website",
        ("strasse", "plz"),
        "gemeinde",
        "kontakt_email",
        ("registernummer", "gemeinnuetzig"),
        "direktfreigabe",
    ]
    actions = [
        sammeltat("freigeben", _("Freigeben")),
        sammeltat("ablehnen", _("Ablehnen …")),
        sammeltat("sperren", _("Sperren …")),
        sammeltat("entsperren", _("Entsperren")),
    ]
    taten = [
        Tat("freigeben", _("Freigeben"), haupttat=True),
        Tat("entsperren", _("Entsperren"), haupttat=True),
        Tat("ablehnen", _("Ablehnen"), GrundForm, _("Die Organisation erfährt den Grund per Mail.")),
        Tat("sperren", _("Sperren"), GrundForm, _("Alle ihre Angebote sind dann nicht mehr zu sehen.")),
        Tat("zurueckkehren", _("Wieder aufnehmen"), hinweis=_("Sie ist danach in Prüfung."), haupttat=True),
        Tat(
            "austragen",
            _("Austragen"),
            hinweis=_(
                "Auf Wunsch der Organisation: Alle Angebote enden. Ist niemand im Team, bleibt nur der Name, damit "
                "kein Import sie zurückbringt."
            ),
        ),
    ]

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        meine, teile = self.get_queryset(request), OrganisationsListe.teile
        reihen = [
            (10, _("Neue Organisationen"), "wartend", "erstellt_am", _("Ansehen und freigeben")),
            (60, _("Organisationen ohne Ansprechperson"), "ohne_ansprechperson", "", _("Anrufen, jemanden finden")),
        ]
        return [
            Warteschlange(rang, titel, teile[name][1](meine), seit, self.listenadresse(f"liste={name}"), schritt)
            for rang, titel, name, seit, schritt in reihen
        ]

    def save_model(self, request: HttpRequest, obj: Organisation, form, change: bool) -> None:
        obj.sortiername = sortiername(obj.name)
        if "kontakt_email" in form.changed_data:
            obj.informiert_am = None  # whoever reads mail at the new address knows nothing yet (Art. 14 GDPR)
        super().save_model(request, obj, form, change)
        if form.changed_data:
            felder = ", ".join(str(form.fields[name].label) for name in form.changed_data)
            protokollieren(obj, "bearbeiten", akteur=self.akteur(request), grund=felder)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None) -> HttpResponse:
        context |= {
            "title": str(obj),
            "subtitle": None,
            "taten": self.moegliche_taten(request, obj),
            "team": obj.teamzugaenge.select_related("konto"),
            "verlauf": Verlaufseintrag.objects.von(obj),
            "antraege": obj.uebernahmeantraege.select_related("konto"),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)
