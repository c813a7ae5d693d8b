"""Enquiries that wait for the Kontaktstelle: call-backs, people under 16, what organisations left unanswered."""

from django import forms
from django.contrib import admin
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import protokollieren
from ehrenamt.verwaltung import EntscheidungsAdmin, Tat, Warteschlange
from ehrenamt.verwaltung.filter import ListenFilter, alles

from ..models import Anfrage
from .filter import GemeindeDesAngebots
from .spalten import Ortsspalte, ortsname, seit

# The organisation had it and let it lie; all others never got further than here.
UNBEANTWORTET = Q(weitergegeben_am__isnull=False)
ANRUF = ~UNBEANTWORTET & Q(email="")
ANDERE = ~UNBEANTWORTET & ~Q(email="")


class AbsageForm(forms.Form):
    grund = forms.CharField(
        label=_("Was die Person dazu erfährt (freiwillig)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AntwortForm(forms.Form):
    text = forms.CharField(
        label=_("Ihre Antwort an die Person"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Geht per E-Mail hinaus. Schreibt die Person zurück, kommt das an die Adresse der Kontaktstelle."),
        error_messages={"required": _("Bitte schreiben Sie ein paar Worte.")},
    )


class AnfragenListe(ListenFilter):
    teile = {
        "amt": (_("Alles, was bei uns liegt"), lambda qs: qs.beim_amt()),
        "unbeantwortet": (_("Unbeantwortet geblieben"), lambda qs: qs.beim_amt().filter(UNBEANTWORTET)),
        "rueckrufe": (_("Rückrufe"), lambda qs: qs.beim_amt().filter(ANRUF)),
        "uebernommen": (_("Andere, die bei uns liegen"), lambda qs: qs.beim_amt().filter(ANDERE)),
        "ueberfaellig": (_("Überfällig bei der Organisation"), lambda qs: qs.ueberfaellig()),
        "alle": (_("Alle Anfragen"), alles),
    }


SCHLANGEN = {
    "unbeantwortet": (35, _("Anfragen, auf die niemand geantwortet hat"), "uebernommen_am", _("Antworten")),
    "rueckrufe": (40, _("Rückrufe"), "uebernommen_am", _("Anrufen")),
    "uebernommen": (50, _("Andere Anfragen, die bei uns liegen"), "uebernommen_am", _("Antworten oder weiterleiten")),
    "ueberfaellig": (
        52,
        _("Anfragen, auf die eine Organisation bald antworten muss"),
        "wartet_seit",
        _("Bei der Organisation nachfragen"),
    ),
}


NOCH_EINMAL = Tat(
    "weiterleiten",
    _("Noch einmal an die Organisation"),
    hinweis=_("Sie bekommt die Mail erneut, und ihre Frist beginnt von vorn. Rufen Sie am besten vorher dort an."),
)


@admin.register(Anfrage)
class AnfrageAdmin(Ortsspalte, EntscheidungsAdmin):
    """Lists and search know no names. A name is read on the enquiry's own page, and each reading is logged."""

    change_form_template = "admin/boerse/anfrage/change_form.html"
    im_menue = 4, _("Anfragen")
    list_display = ["__str__", "angebot", "organisation", "gemeinde", "grund", "status", "wartet"]
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
        Tat("antworten", _("Antworten"), AntwortForm),
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
        alle = self.get_queryset(request)
        return [
            Warteschlange(
                rang, titel, AnfragenListe.teile[name][1](alle), seit, self.listenadresse(f"liste={name}"), schritt
            )
            for name, (rang, titel, seit, schritt) in SCHLANGEN.items()
        ]

    @admin.display(description=_("Organisation"), ordering="angebot__organisation__sortiername")
    def organisation(self, anfrage: Anfrage) -> str:
        return anfrage.angebot.organisation.name

    @admin.display(description=_("Warum bei uns"))
    def grund(self, anfrage: Anfrage) -> str:
        if anfrage.geloescht_am:
            return _t("gelöscht")
        return _grund(anfrage) if anfrage.status == Anfrage.Status.UEBERNOMMEN else ""

    @admin.display(description=_("Bei uns"), ordering="uebernommen_am")
    def wartet(self, anfrage: Anfrage) -> str:
        return seit(anfrage.uebernommen_am) if anfrage.status == Anfrage.Status.UEBERNOMMEN else ""

    def geht(self, anfrage: Anfrage, tat: Tat) -> bool:
        """Answered is only what may be read, and by mail."""
        if tat.name == "antworten" and not (anfrage.darf_kontaktstelle_lesen and anfrage.antwort_moeglich):
            return False
        return super().geht(anfrage, tat)

    def tun(self, request: HttpRequest, anfrage: Anfrage, tat: Tat, angaben: dict) -> None:
        if tat.name == "antworten":
            stelle = anfrage.angebot.kontaktstelle
            angaben = angaben | {"antwort_an": stelle.email if stelle else request.user.email}
        super().tun(request, anfrage, tat, angaben)

    def seiteninhalt(self, request: HttpRequest, anfrage: Anfrage) -> dict:
        lesbar = anfrage.darf_kontaktstelle_lesen
        if lesbar:
            protokollieren(anfrage, "eingesehen", akteur=self.akteur(request))
        angebot = anfrage.angebot
        inhalt = {"anfrage": anfrage, "angebot": angebot, "organisation": angebot.organisation, "lesbar": lesbar}
        inhalt["organisation_seite"] = _organisationsseite(angebot.organisation, request.user)
        return inhalt | {"grund": self.grund(anfrage)}

    def moegliche_taten(self, request: HttpRequest, anfrage: Anfrage) -> list[dict]:
        """What the organisation had and let lie is no secret to it: there it is sent once more."""
        taten = super().moegliche_taten(request, anfrage)
        if anfrage.weitergegeben_am:
            for eintrag in taten:
                if eintrag["tat"].name == NOCH_EINMAL.name:
                    eintrag["tat"] = NOCH_EINMAL
        return taten


def _organisationsseite(organisation, konto) -> str:
    """Only for who looks after its seat as well."""
    meine = type(organisation).objects.in_zustaendigkeit(konto)
    if not meine.filter(pk=organisation.pk).exists():
        return ""
    return reverse("admin:organisationen_organisation_change", args=[organisation.pk])


def _grund(anfrage: Anfrage) -> str:
    if anfrage.weitergegeben_am is None:
        if not anfrage.mindestens_16:
            return _t("unter 16")
        return _t("Rückruf") if anfrage.nur_telefon else _t("Organisation ohne E-Mail-Adresse")
    if anfrage.verneint > 1:
        return _t("zweimal nichts gehört")
    if anfrage.war_ueberfaellig:
        return _t("überfällig: keine Antwort")
    return _t("übernommen, bevor eine Antwort kam")
