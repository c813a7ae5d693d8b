"""An organisation's page with what it offers, and its listings found by its new name."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from ehrenamt.verwaltung import Tat
from organisationen.admin.organisation import OrganisationAdmin
from organisationen.models import Organisation

from ..abschied import austragen
from ..models import Angebot, Fassung
from ..suche.index import suchtext_schreiben

ANGEBOTE_HOECHSTENS = 50


@admin.register(Organisation)
class OrganisationMitAngeboten(OrganisationAdmin):
    def save_model(self, request: HttpRequest, obj: Organisation, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "name" in form.changed_data:
            angebote = obj.angebote.select_related("organisation").prefetch_related("einsatzorte__gemeinde")
            suchtext_schreiben(angebote)

    def tun(self, request: HttpRequest, organisation: Organisation, tat: Tat, angaben: dict) -> None:
        if tat.name == "austragen":
            austragen(organisation, self.akteur(request))
        else:
            super().tun(request, organisation, tat, angaben)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None) -> HttpResponse:
        eigene = Angebot.objects.in_zustaendigkeit(request.user).filter(organisation=obj)
        wartend = Fassung.objects.in_zustaendigkeit(request.user).wartend().filter(angebot__organisation=obj)
        context |= {
            "angebote": eigene.exclude(status=Angebot.Status.UNVEROEFFENTLICHT)[:ANGEBOTE_HOECHSTENS],
            "wartende_fassungen": wartend.order_by("eingereicht_am")[:ANGEBOTE_HOECHSTENS],
        }
        return super().render_change_form(request, context, add, change, form_url, obj)
