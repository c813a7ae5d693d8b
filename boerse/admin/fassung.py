"""The queue: texts that wait for a decision, and the page on which it is made."""

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.verwaltung import EntscheidungsAdmin, GrundForm, Tat, sammeltat

from .. import darstellung
from ..ablauf import ANGEBOT
from ..feldnamen import feldname
from ..forms.rueckgabe import EINFUEGEN, RueckgabeForm
from ..forms.stand import StandForm
from ..models import Fassung
from ..models.fassungen import InhaltUnvollstaendig, stand_von
from ..vorschau import als_angebot
from .fassung_reihe import FassungsListe, FassungsReihe
from .fassung_seite import entscheidungshilfe
from .fassung_spalten import FassungsSpalten, Risikofilter, offen
from .fassung_text import KorrekturSeite
from .filter import GemeindeDesAngebots
from .spalten import ortsname

# Shows the preview in a frame.
MIT_VORSCHAU = settings.SECURE_CSP | {"frame-src": [CSP.SELF]}


@admin.register(Fassung)
class FassungAdmin(FassungsReihe, FassungsSpalten, KorrekturSeite, EntscheidungsAdmin):
    change_form_template = "admin/boerse/fassung/change_form.html"
    im_menue = 1, _("Prüfen")
    list_display = ["name", "was", "organisation", "gemeinde", "wartet", "stand", "befunde", "hinweise"]
    list_filter = [FassungsListe, Risikofilter, GemeindeDesAngebots]
    search_fields = ["angebot__titel", "angebot__organisation__name", "inhalt__titel"]
    ordering = [F("eingereicht_am").asc(nulls_last=True), "pk"]
    actions = [
        sammeltat("freigeben", _("Freigeben")),
        sammeltat("zurueckgeben", _("Zurückgeben …")),
        sammeltat("ablehnen", _("Ablehnen …")),
        sammeltat("nachgeprueft", _("Als angesehen abhaken")),
    ]
    taten = [
        Tat("freigeben", _("Freigeben und nächste"), StandForm, haupttat=True, taste="f"),
        Tat("nachgeprueft", _("Angesehen, in Ordnung"), haupttat=True, wort=_("angesehen"), taste="f"),
        Tat(
            "zurueckgeben",
            _("Zurückgeben"),
            RueckgabeForm,
            _("Die Organisation bekommt den Grund per Mail, kann den Text ändern und wieder einreichen."),
            taste="z",
        ),
        Tat(
            "ablehnen",
            _("Ablehnen"),
            GrundForm,
            _("Dieser Text geht nicht online. Ein veröffentlichter bleibt."),
            taste="a",
        ),
        Tat("angebot_sperren", _("Angebot sperren"), GrundForm, _("Niemand sieht es mehr."), wort=_("gesperrt")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            super()
            .get_queryset(request)
            .vorgelegt()
            .select_related("angebot__organisation__gemeinde")
            .annotate(ort=ortsname("angebot__zustaendig_ags"))
        )

    def get_urls(self) -> list:
        korrektur = self.admin_site.admin_view(self.korrektur_view)
        vorschau = self.admin_site.admin_view(self.vorschau_view)
        return [
            path("naechste/", self.admin_site.admin_view(self.naechste_view), name="boerse_fassung_naechste"),
            path("<int:pk>/korrektur/", korrektur, name="boerse_fassung_korrektur"),
            path("<int:pk>/vorschau/", vorschau, name="boerse_fassung_vorschau"),
            *super().get_urls(),
        ]

    # Deciding
    def geht(self, fassung: Fassung, tat: Tat) -> bool:
        if tat.name == "nachgeprueft":
            return fassung.nachzupruefen
        if tat.name == "angebot_sperren":
            return offen(fassung) and fassung.angebot.status in ANGEBOT["sperren"].von
        return super().geht(fassung, tat)

    def moegliche_taten(self, request: HttpRequest, fassung: Fassung) -> list[dict]:
        taten = super().moegliche_taten(request, fassung)
        for eintrag in taten:
            if eintrag["tat"].name == "freigeben":
                eintrag["formular"].initial = {"stand": stand_von(fassung.inhalt)}
        return taten

    @method_decorator(csp_override(MIT_VORSCHAU))
    def tat_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """Without script the server puts a Textbaustein into the reason, and shows the page again."""
        if request.method != "POST" or EINFUEGEN not in request.POST or name != "zurueckgeben":
            return super().tat_view(request, pk, name)
        fassung = self.get_object(request, str(pk))
        if not self.has_change_permission(request, fassung):
            raise PermissionDenied
        taten = self.moegliche_taten(request, fassung)
        for eintrag in taten:
            if eintrag["tat"].name == name:
                formular = RueckgabeForm(request.POST, prefix=name).eingefuegt()
                eintrag |= {"formular": formular, "offen": True}
        return self.seite(request, fassung, taten=taten)

    def tun(self, request: HttpRequest, fassung: Fassung, tat: Tat, angaben: dict) -> None:
        gesehen = angaben.pop("stand", "")
        if gesehen and gesehen != stand_von(fassung.inhalt):
            raise AblaufFehler(_t("Der Text wurde inzwischen geändert. Bitte sehen Sie ihn noch einmal an."))
        if tat.name == "angebot_sperren":
            fassung.angebot.sperren(self.akteur(request), **angaben)
            return
        try:
            super().tun(request, fassung, tat, angaben)
        except InhaltUnvollstaendig as fehler:
            felder = ", ".join(feldname(name) for name in fehler.fehler)
            raise AblaufFehler(_t("Der Text kann so nicht online gehen. Zu prüfen: %(f)s.") % {"f": felder}) from fehler

    # Pages
    def seiteninhalt(self, request: HttpRequest, fassung: Fassung) -> dict:
        return entscheidungshilfe(request, fassung) | {"naechste": self.naechste_adresse(request, fassung)}

    @method_decorator(csp_override(MIT_VORSCHAU))
    def change_view(self, request: HttpRequest, object_id: str, form_url="", extra_context=None) -> HttpResponse:
        return super().change_view(request, object_id, form_url, extra_context)

    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_override(settings.SECURE_CSP | {"frame-ancestors": [CSP.SELF]}))
    def vorschau_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page that this text would become."""
        fassung = self.get_object(request, str(pk))
        if not self.has_view_permission(request, fassung):
            raise PermissionDenied
        angebot = als_angebot(fassung.angebot, fassung.inhalt)
        return render(request, "admin/boerse/fassung/vorschau.html", darstellung.seite(angebot, vorschau=True))
