"""The vocabulary: labels per language, order, and whether a term can be chosen. Slugs never change."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ehrenamt.sprachformular import sprachfelder, sprachform
from ehrenamt.verwaltung import PortalweitAdmin

from ..models import Angebot, Taetigkeit, Thema, Zielgruppe
from ..suche.index import suchtext_schreiben

BegriffForm = sprachform(
    label={"label": _("Bezeichnung"), "max_length": 100, "required": True},
    beschreibung={"label": _("Beschreibung"), "max_length": 500, "widget": forms.Textarea(attrs={"rows": 3})},
)


class BegriffAdmin(PortalweitAdmin):
    form = BegriffForm
    list_display = ["__str__", "slug", "reihenfolge", "aktiv"]
    list_filter = ["aktiv"]
    search_fields = ["slug", "label"]
    readonly_fields = ["slug"]
    fields = [*sprachfelder("label"), *sprachfelder("beschreibung"), "reihenfolge", "aktiv", "slug"]
    feld = ""  # the array of a listing that holds the slugs

    def save_model(self, request: HttpRequest, obj, form, change: bool) -> None:
        """A renamed term is found by its new name at once."""
        super().save_model(request, obj, form, change)
        if any(name.startswith("label_") for name in form.changed_data):
            betroffen = Angebot.objects.filter(**{f"{self.feld}__contains": [obj.slug]})
            suchtext_schreiben(betroffen.select_related("organisation").prefetch_related("einsatzorte__gemeinde"))


@admin.register(Thema)
class ThemaAdmin(BegriffAdmin):
    feld = "themen"
    fields = [*BegriffAdmin.fields, "freiwilligensurvey"]


@admin.register(Zielgruppe)
class ZielgruppeAdmin(BegriffAdmin):
    feld = "zielgruppen"


@admin.register(Taetigkeit)
class TaetigkeitAdmin(BegriffAdmin):
    feld = "taetigkeiten"
