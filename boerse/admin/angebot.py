"""The listings as the public sees them: looked at, paused, blocked, ended. Their text changes by a Fassung alone."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import EntscheidungsAdmin, GrundForm, Tat, Warteschlange, sammeltat
from ehrenamt.views.papier import drucken
from organisationen.models import Organisation

from ..aushang import aushang
from ..auswahl import AngebotStatus, Beendet, FassungStatus
from ..models import Angebot
from ..vergleich import vergleichen
from .filter import GemeindeFilter
from .spalten import Ortsspalte, ortsname

PAUSIERT_BALD = "pausiert_bald"


class BeendenForm(forms.Form):
    grund = forms.ChoiceField(label=_("Warum?"), choices=Beendet.choices)


class AngebotsStand(admin.SimpleListFilter):
    title = _("Stand")
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin) -> list:
        return [*AngebotStatus.choices, (PAUSIERT_BALD, _("Pausiert bald"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == PAUSIERT_BALD:
            return queryset.pausiert_bald()
        return queryset.filter(status=self.value()) if self.value() else queryset


@admin.register(Angebot)
class AngebotAdmin(Ortsspalte, EntscheidungsAdmin):
    change_form_template = "admin/boerse/angebot/change_form.html"
    im_menue = 2, _("Angebote")
    list_display = ["__str__", "organisationsname", "gemeinde", "status", "zuletzt_bestaetigt_am"]
    list_filter = [AngebotsStand, GemeindeFilter]
    search_fields = ["titel", "organisation__name", "externe_id"]
    actions = [
        sammeltat("pausieren", _("Pausieren")),
        sammeltat("sperren", _("Sperren …")),
        sammeltat("entsperren", _("Entsperren")),
    ]
    taten = [
        Tat("bestaetigen", _("Als aktuell bestätigen"), hinweis=_("Nach einem Anruf. Setzt das Datum auf heute.")),
        Tat("fortsetzen", _("Wieder online stellen"), haupttat=True),
        Tat("entsperren", _("Entsperren"), hinweis=_("Danach ist es pausiert."), haupttat=True),
        Tat("pausieren", _("Pausieren")),
        Tat("beenden", _("Beenden"), BeendenForm),
        Tat("sperren", _("Sperren"), GrundForm, _("Niemand sieht es mehr. Die Organisation erfährt den Grund.")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Listings that were never handed in are the organisation's own business."""
        qs = super().get_queryset(request).select_related("organisation").annotate(ort=ortsname("zustaendig_ags"))
        vorgelegt = Q(fassungen__in=Angebot.fassungen.rel.related_model.objects.vorgelegt())
        return qs.filter(~Q(status=AngebotStatus.UNVEROEFFENTLICHT) | Q(pk__in=Angebot.objects.filter(vorgelegt)))

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.aushang_view)
        return [path("<int:pk>/aushang/", view, name="boerse_angebot_aushang"), *super().get_urls()]

    def aushang_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        angebot = self.get_object(request, str(pk))
        if not self.has_view_permission(request, angebot):
            raise PermissionDenied
        if not angebot.ist_oeffentlich:
            raise Http404
        return drucken(request, lambda: aushang(angebot), angebot.slug, self.seitenadresse(angebot))

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        """Nobody waits for these; what is not done, the portal does."""
        titel, schritt = _("Angebote, die bald pausieren"), _("Anrufen und bestätigen")
        bald, adresse = self.get_queryset(request).pausiert_bald(), self.listenadresse(f"stand={PAUSIERT_BALD}")
        return [Warteschlange(65, titel, bald, "erinnert_am", adresse, schritt)]

    @admin.display(description=_("Organisation"), ordering="organisation__sortiername")
    def organisationsname(self, angebot: Angebot) -> str:
        return angebot.organisation.name

    def seiteninhalt(self, request: HttpRequest, angebot: Angebot) -> dict:
        fassungen = list(angebot.fassungen.vorgelegt().order_by("-nummer"))
        stand = next((f for f in fassungen if f.status == FassungStatus.UEBERNOMMEN), None)
        organisation = Organisation.objects.in_zustaendigkeit(request.user).filter(pk=angebot.organisation_id)
        return {
            "angebot": angebot,
            "organisation": angebot.organisation,
            "organisation_sichtbar": organisation.exists(),
            "fassungen": fassungen,
            "zeilen": vergleichen({}, stand.inhalt) if stand else [],
            "meldungen": angebot.meldungen.offen(),
            "anfragen": angebot.anfragen.in_zustaendigkeit(request.user).count(),
        }
