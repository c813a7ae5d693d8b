"""The vocabulary: labels per language, order, and whether a term can be chosen. Slugs never change."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ehrenamt.sprachformular import sprachfelder, sprachform
from ehrenamt.tasks import einreihen
from ehrenamt.verwaltung import PortalweitAdmin

from ..models import Taetigkeit, Thema, Zielgruppe
from ..tasks import begriff_umbenannt

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
        """A renamed term is found by its new name soon: thousands of listings may have it, so a job tells them."""
        super().save_model(request, obj, form, change)
        if any(name.startswith("label_") for name in form.changed_data):
            einreihen(begriff_umbenannt, feld=self.feld, slug=obj.slug)


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
