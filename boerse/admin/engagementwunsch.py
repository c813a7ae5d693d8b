"""People who would like to help and wait for suggestions of the Kontaktstelle."""

from django import forms
from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ehrenamt.ablauf import protokollieren
from ehrenamt.verwaltung import EntscheidungsAdmin, Tat, Warteschlange
from ehrenamt.verwaltung.filter import ListenFilter, alles

from ..abgleich import treffer
from ..models import Angebot, Engagementwunsch
from ..models.engagementwunsch import BEIM_AMT, VORSCHLAEGE_HOECHSTENS
from ..vorlieben import Vorlieben
from ..wunschtext import zeilen
from .spalten import ortsname, seit

VORSCHLAGEN = "vorschlagen"


class VorschlagForm(forms.Form):
    """Which listings go to the person; they must be public at this moment."""

    angebote = forms.ModelMultipleChoiceField(
        Angebot.objects.none(), error_messages={"required": _("Bitte wählen Sie mindestens ein Angebot aus.")}
    )
    worte = forms.CharField(
        label=_("Ein paar Worte dazu (freiwillig)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Stehen so in der E-Mail."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["angebote"].queryset = Angebot.objects.oeffentlich().select_related("organisation")

    def clean_angebote(self) -> list[Angebot]:
        angebote = list(self.cleaned_data["angebote"])
        if len(angebote) > VORSCHLAEGE_HOECHSTENS:
            satz = ngettext_lazy("Bitte höchstens %(n)s Angebot.", "Bitte höchstens %(n)s Angebote auf einmal.", "n")
            raise forms.ValidationError(satz % {"n": VORSCHLAEGE_HOECHSTENS})
        return angebote


class WunschListe(ListenFilter):
    teile = {
        "offen": (_("Neue"), lambda qs: qs.offen()),
        "beratung": (_("In Beratung"), lambda qs: qs.filter(status=Engagementwunsch.Status.IN_BERATUNG)),
        "alle": (_("Alle"), alles),
    }


@admin.register(Engagementwunsch)
class EngagementwunschAdmin(EntscheidungsAdmin):
    """The list knows no names. A name is read on the wish's own page, and each reading is logged."""

    change_form_template = "admin/boerse/engagementwunsch/change_form.html"
    im_menue = 6, _("Engagementwünsche")
    list_display = ["__str__", "gemeinde", "weg", "status", "wartet"]
    list_filter = [WunschListe]
    search_fields = ["=pk"]
    ordering = [F("bestaetigt_am").asc(nulls_last=True), "-pk"]
    actions = None
    taten = [
        Tat(VORSCHLAGEN, _("Vorschläge senden"), VorschlagForm),
        Tat("beraten", _("Ist in Beratung"), hinweis=_("Sie haben mit der Person gesprochen und suchen weiter.")),
        Tat("vermitteln", _("Ist vermittelt")),
        Tat("beenden", _("Ohne Ergebnis beenden")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        qs = super().get_queryset(request).annotate(ort_name=ortsname("zustaendig_ags"))
        return qs.defer("name", "text")

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        offene, adresse = self.get_queryset(request).offen(), self.listenadresse("liste=offen")
        titel, schritt = _("Menschen, die helfen möchten"), _("Angebote vorschlagen")
        return [Warteschlange(45, titel, offene, "bestaetigt_am", adresse, schritt)]

    @admin.display(description=_("Gemeinde"), ordering="ort_name")
    def gemeinde(self, wunsch: Engagementwunsch) -> str:
        return wunsch.ort_name

    @admin.display(description=_("Weg"))
    def weg(self, wunsch: Engagementwunsch) -> str:
        if wunsch.geloescht_am:
            return _("gelöscht")
        return _("Telefon") if wunsch.nur_telefon else _("E-Mail")

    @admin.display(description=_("Wartet"), ordering="bestaetigt_am")
    def wartet(self, wunsch: Engagementwunsch) -> str:
        return seit(wunsch.bestaetigt_am) if wunsch.status in BEIM_AMT else ""

    def geht(self, wunsch: Engagementwunsch, tat: Tat) -> bool:
        return super().geht(wunsch, tat) and (tat.name != VORSCHLAGEN or not wunsch.nur_telefon)

    def moegliche_taten(self, request: HttpRequest, wunsch: Engagementwunsch) -> list[dict]:
        """The suggestions are sent from among the matches, not from the margin."""
        return [e for e in super().moegliche_taten(request, wunsch) if e["tat"].name != VORSCHLAGEN]

    def seiteninhalt(self, request: HttpRequest, wunsch: Engagementwunsch) -> dict:
        inhalt = {"wunsch": wunsch, "hoechstens": VORSCHLAEGE_HOECHSTENS}
        if wunsch.geloescht_am:
            return inhalt
        protokollieren(wunsch, "eingesehen", akteur=self.akteur(request))
        inhalt |= {"zeilen": zeilen(wunsch), "gesendet": set(wunsch.vorschlaege.values_list("pk", flat=True))}
        if wunsch.status in BEIM_AMT:
            inhalt["treffer"] = treffer(Vorlieben.aus_wunsch(wunsch))
            tat = self.tat(VORSCHLAGEN)
            if self.has_change_permission(request, wunsch) and self.geht(wunsch, tat):
                inhalt["senden"] = self.tatadresse(wunsch, VORSCHLAGEN)
                inhalt["formular"] = VorschlagForm(prefix=VORSCHLAGEN)
        return inhalt
