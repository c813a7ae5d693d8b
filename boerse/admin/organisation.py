"""An organisation's page with what it offers, and its listings found by its new name."""

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ehrenamt.verwaltung import Tat
from organisationen.admin.organisation import OrganisationAdmin
from organisationen.models import Organisation

from ..abschied import austragen
from ..kennzahlen import NIE, QUOTE_MINDESTENS, antwortverhalten, frist, mit_antwortverhalten
from ..models import Angebot, Fassung
from ..suche.index import suchtext_schreiben

ANGEBOTE_HOECHSTENS = 50


class AntwortFilter(admin.SimpleListFilter):
    """Whom to call: organisations that answer seldom or late, or that somebody waits for."""

    title = _("Antworten")
    parameter_name = "antworten"

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, str]]:
        return [
            ("selten", _t("unter %(n)s %%") % {"n": QUOTE_MINDESTENS}),
            ("spaet", _t("meist nach mehr als %(n)s Tagen") % {"n": frist().days}),
            ("offen", _t("mit wartenden Anfragen")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        teile = {
            "selten": {"antwort_quote__lt": QUOTE_MINDESTENS},
            "spaet": {"antwort_tage__gt": frist().days},
            "offen": {"anfragen_offen__gt": 0},
        }
        return queryset.filter(**teile.get(self.value(), {}))


@admin.register(Organisation)
class OrganisationMitAngeboten(OrganisationAdmin):
    list_display = ["name", "gemeinde", "status", "beantwortet", "meist_nach", "warten", "erstellt_am"]
    list_filter = [*OrganisationAdmin.list_filter, AntwortFilter]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return mit_antwortverhalten(super().get_queryset(request))

    @admin.display(description=_("Beantwortet"), ordering="antwort_quote")
    def beantwortet(self, organisation: Organisation) -> str:
        return "" if organisation.antwort_quote is None else _t("%(n)s %%") % {"n": organisation.antwort_quote}

    @admin.display(description=_("Meist nach"), ordering=Coalesce("antwort_tage", 0.0))
    def meist_nach(self, organisation: Organisation) -> str:
        if organisation.antwort_tage is None:
            return ""
        if organisation.antwort_tage >= NIE:
            return _t("meist gar nicht")
        tage = int(organisation.antwort_tage)
        return ngettext("%(n)s Tag", "%(n)s Tagen", tage) % {"n": tage}

    @admin.display(description=_("Warten"), ordering=Coalesce("anfragen_offen", 0))
    def warten(self, organisation: Organisation) -> str:
        return str(organisation.anfragen_offen or "")

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
            "antworten": antwortverhalten(obj),
            "wartende_fassungen": wartend.order_by("eingereicht_am")[:ANGEBOTE_HOECHSTENS],
        }
        return super().render_change_form(request, context, add, change, form_url, obj)
