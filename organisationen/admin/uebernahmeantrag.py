"""Who wants to take over an organisation? Staff confirm or refuse."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import EntscheidungsAdmin, GrundForm, Tat, Warteschlange

from ..models import Uebernahmeantrag


@admin.register(Uebernahmeantrag)
class UebernahmeantragAdmin(EntscheidungsAdmin):
    change_form_template = "admin/organisationen/uebernahmeantrag/change_form.html"
    list_display = ["organisation", "person", "erstellt_am"]
    search_fields = ["organisation__name"]
    actions = None
    taten = [
        Tat("bestaetigen", _("Bestätigen"), haupttat=True, wort=_("Übernahme bestätigt")),
        Tat("ablehnen", _("Ablehnen"), GrundForm, wort=_("Übernahme abgelehnt")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("organisation__gemeinde", "konto")

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        titel, antraege = _("Anträge auf Übernahme einer Organisation"), self.get_queryset(request)
        return [Warteschlange(15, titel, antraege, "erstellt_am", self.listenadresse(), _("Bestätigen oder ablehnen"))]

    @admin.display(description=_("Wer"))
    def person(self, antrag: Uebernahmeantrag) -> str:
        return antrag.konto.email

    def geht(self, antrag: Uebernahmeantrag, tat: Tat) -> bool:
        return True

    def tat_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """A request is deleted with its decision: whoever comes second is told so."""
        if request.method == "POST" and not Uebernahmeantrag.objects.filter(pk=pk).exists():
            messages.error(request, _t("Über diesen Antrag ist schon entschieden."))
            return redirect(self.listenadresse())
        return super().tat_view(request, pk, name)

    def erfolg(self, antrag: Uebernahmeantrag, tat: Tat) -> str:
        return f"„{antrag.organisation}“: {tat.wort}."

    def weiter(self, request: HttpRequest, antrag: Uebernahmeantrag, tat: Tat) -> str:
        return self.listenadresse()

    def seiteninhalt(self, request: HttpRequest, antrag: Uebernahmeantrag) -> dict:
        team = antrag.organisation.teamzugaenge.select_related("konto")
        return {"antrag": antrag, "organisation": antrag.organisation, "organisation_sichtbar": True, "team": team}
