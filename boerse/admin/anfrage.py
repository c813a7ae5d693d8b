"""Enquiries that wait for the Kontaktstelle: call-backs, people under 16, what organisations left unanswered."""

from django import forms
from django.contrib import admin
from django.db.models import Count, F, Min, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import protokollieren
from ehrenamt.verwaltung import EntscheidungsAdmin, Tat, Warteschlange
from ehrenamt.verwaltung.filter import ListenFilter, alles

from ..models import Anfrage
from .filter import GemeindeDesAngebots
from .spalten import Ortsspalte, ortsname, seit

ANRUF = Q(email="")


class AbsageForm(forms.Form):
    grund = forms.CharField(
        label=_("Was die Person dazu erfährt (freiwillig)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AnfragenListe(ListenFilter):
    teile = {
        "amt": (_("Alles, was bei uns liegt"), lambda qs: qs.beim_amt()),
        "rueckrufe": (_("Rückrufe"), lambda qs: qs.beim_amt().filter(ANRUF)),
        "uebernommen": (_("Übernommene"), lambda qs: qs.beim_amt().exclude(ANRUF)),
        "alle": (_("Alle Anfragen"), alles),
    }


SCHLANGEN = {
    "rueckrufe": (40, _("Rückrufe"), ANRUF),
    "uebernommen": (50, _("Anfragen, die bei uns liegen"), ~ANRUF),
}


@admin.register(Anfrage)
class AnfrageAdmin(Ortsspalte, EntscheidungsAdmin):
    """Lists and search know no names. A name is read on the enquiry's own page, and each reading is logged."""

    change_form_template = "admin/boerse/anfrage/change_form.html"
    im_menue = 4, _("Anfragen")
    list_display = ["__str__", "angebot", "organisation", "gemeinde", "weg", "status", "wartet"]
    list_filter = [AnfragenListe, GemeindeDesAngebots]
    search_fields = ["=pk", "angebot__titel", "angebot__organisation__name"]
    ordering = [F("uebernommen_am").asc(nulls_last=True), "-pk"]
    actions = None
    taten = [
        Tat(
            "weiterleiten",
            _("An die Organisation weiterleiten"),
            hinweis=_("Nur wenn die Person zugestimmt hat: Die Organisation bekommt Name, Kontakt und Nachricht."),
            haupttat=True,
        ),
        Tat("beantworten", _("Ist beantwortet")),
        Tat("kennenlernen", _("Kennenlernen ist vereinbart")),
        Tat("vermitteln", _("Ist vermittelt")),
        Tat("absagen", _("Absagen"), AbsageForm, _("Die Person bekommt eine Mail, wenn wir ihre Adresse haben.")),
        Tat("aufgeben", _("Ohne Rückmeldung beenden")),
        Tat(
            "uebernehmen",
            _("Übernehmen"),
            hinweis=_("Wenn die Organisation nicht antwortet. Danach können Sie Name und Text lesen."),
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        qs = super().get_queryset(request).select_related("angebot__organisation")
        return qs.annotate(ort=ortsname("angebot__zustaendig_ags")).defer("name", "nachricht")

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        zahlen = (
            self.get_queryset(request)
            .beim_amt()
            .aggregate(
                **{f"{name}_anzahl": Count("pk", filter=teil) for name, (_rang, _titel, teil) in SCHLANGEN.items()},
                **{
                    f"{name}_seit": Min("uebernommen_am", filter=teil)
                    for name, (_rang, _titel, teil) in SCHLANGEN.items()
                },
            )
        )
        return [
            Warteschlange(
                rang, titel, zahlen[f"{name}_anzahl"], zahlen[f"{name}_seit"], self.listenadresse(f"liste={name}")
            )
            for name, (rang, titel, _teil) in SCHLANGEN.items()
        ]

    @admin.display(description=_("Organisation"), ordering="angebot__organisation__sortiername")
    def organisation(self, anfrage: Anfrage) -> str:
        return anfrage.angebot.organisation.name

    @admin.display(description=_("Weg"))
    def weg(self, anfrage: Anfrage) -> str:
        if anfrage.geloescht_am:
            return _t("gelöscht")
        return _t("Telefon") if anfrage.nur_telefon else _t("E-Mail")

    @admin.display(description=_("Bei uns"), ordering="uebernommen_am")
    def wartet(self, anfrage: Anfrage) -> str:
        return seit(anfrage.uebernommen_am) if anfrage.status == Anfrage.Status.UEBERNOMMEN else ""

    def seiteninhalt(self, request: HttpRequest, anfrage: Anfrage) -> dict:
        lesbar = anfrage.darf_kontaktstelle_lesen
        if lesbar:
            protokollieren(anfrage, "eingesehen", akteur=self.akteur(request))
        angebot = anfrage.angebot
        return {"anfrage": anfrage, "angebot": angebot, "organisation": angebot.organisation, "lesbar": lesbar}
