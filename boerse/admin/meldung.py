"""What people reported about listings."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import EntscheidungsAdmin, Tat, Warteschlange, sammeltat
from ehrenamt.verwaltung.filter import ListenFilter, alles

from ..models import Meldung
from .filter import GemeindeDesAngebots
from .spalten import Ortsspalte, ortsname, seit


class MeldungsListe(ListenFilter):
    teile = {
        "offen": (_("Offene"), lambda qs: qs.offen()),
        "alle": (_("Alle"), alles),
    }


@admin.register(Meldung)
class MeldungAdmin(Ortsspalte, EntscheidungsAdmin):
    change_form_template = "admin/boerse/meldung/change_form.html"
    im_menue = 5, _("Meldungen")
    list_display = ["angebot", "organisation", "gemeinde", "grund", "wartet", "erledigt_am"]
    list_filter = [MeldungsListe, "grund", GemeindeDesAngebots]
    search_fields = ["angebot__titel", "angebot__organisation__name", "text"]
    ordering = ["erstellt_am"]
    actions = [sammeltat("erledigen", _("Als erledigt abhaken"))]
    taten = [Tat("erledigen", _("Erledigt"), haupttat=True, wort=_("erledigt"))]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        qs = super().get_queryset(request).select_related("angebot__organisation")
        return qs.annotate(ort=ortsname("angebot__zustaendig_ags"))

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        offene, adresse = self.get_queryset(request).offen(), self.listenadresse("liste=offen")
        return [Warteschlange(60, _("Gemeldete Angebote"), offene, "erstellt_am", adresse, _("Prüfen und abhaken"))]

    @admin.display(description=_("Organisation"), ordering="angebot__organisation__sortiername")
    def organisation(self, meldung: Meldung) -> str:
        return meldung.angebot.organisation.name

    @admin.display(description=_("Eingegangen"), ordering="erstellt_am")
    def wartet(self, meldung: Meldung) -> str:
        return seit(meldung.erstellt_am)

    def geht(self, meldung: Meldung, tat: Tat) -> bool:
        return meldung.erledigt_am is None

    def weiter(self, request: HttpRequest, meldung: Meldung, tat: Tat) -> str:
        return self.listenadresse()

    def seiteninhalt(self, request: HttpRequest, meldung: Meldung) -> dict:
        return {"meldung": meldung, "angebot": meldung.angebot}
