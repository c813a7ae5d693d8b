"""Which barriers did people report, and until when is an answer due?"""

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import EntscheidungsAdmin, Tat, Warteschlange
from ehrenamt.verwaltung.filter import ListenFilter, alles

from ..models import Barrieremeldung


class AntwortForm(forms.Form):
    text = forms.CharField(
        label=_("Text"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Steht so in der Mail an die Person."),
        error_messages={"required": _("Bitte schreiben Sie einen Text.")},
    )


class BarriereListe(ListenFilter):
    teile = {
        "offen": (_("Offene"), lambda qs: qs.offen()),
        "alle": (_("Alle"), alles),
    }


@admin.register(Barrieremeldung)
class BarrieremeldungAdmin(EntscheidungsAdmin):
    change_form_template = "admin/organisationen/barrieremeldung/change_form.html"
    list_display = ["__str__", "seite", "erstellt_am", "antwort_bis", "erledigt_am"]
    list_filter = [BarriereListe]
    ordering = ["antwort_bis"]
    actions = None
    taten = [
        Tat("beantworten", _("Antworten"), AntwortForm, haupttat=True, wort=_("beantwortet")),
        Tat(
            "vertroesten",
            _("Zwischennachricht"),
            AntwortForm,
            _("Die Antwort dauert länger. Die Frist verlängert sich einmal, auf die längste, die erlaubt ist."),
            wort=_("Zwischennachricht geschrieben"),
        ),
        Tat(
            "erledigen",
            _("Ohne E-Mail erledigt"),
            hinweis=_("Am Telefon beantwortet, oder es gibt niemanden, dem Sie antworten könnten."),
            wort=_("erledigt"),
        ),
    ]

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        offene, adresse = self.get_queryset(request).offen(), self.listenadresse("liste=offen")
        return [Warteschlange(12, _("Gemeldete Barrieren"), offene, "erstellt_am", adresse, _("Antworten"))]

    def geht(self, meldung: Barrieremeldung, tat: Tat) -> bool:
        if meldung.erledigt_am:
            return False
        if tat.name == "vertroesten":
            return bool(meldung.email) and meldung.vertroestet_am is None and timezone.now() < meldung.spaetestens
        return tat.name == "erledigen" or bool(meldung.email)

    def weiter(self, request: HttpRequest, meldung: Barrieremeldung, tat: Tat) -> str:
        return self.listenadresse()

    def seiteninhalt(self, request: HttpRequest, meldung: Barrieremeldung) -> dict:
        offen = meldung.erledigt_am is None
        return {"meldung": meldung, "ueberfaellig": offen and meldung.antwort_bis < timezone.now()}
