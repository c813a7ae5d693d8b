"""The desk of the Kontaktstelle for the statement on accessibility."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ..models import Barriere, Erklaerung
from ..sprachformular import sprachfelder, sprachform
from ..verwaltung import PortalweitAdmin

_ABSATZ = {"widget": forms.Textarea(attrs={"rows": 2})}


class BarriereForm(
    sprachform(
        was={"label": _("Was ist nicht barrierefrei?"), "required": True, **_ABSATZ},
        warum={"label": _("Warum?"), **_ABSATZ},
        stattdessen={"label": _("Was geht stattdessen?"), **_ABSATZ},
    )
):
    pass


class BarriereInline(admin.StackedInline):
    model = Barriere
    form = BarriereForm
    extra = 1
    fields = [*sprachfelder("was"), "grund", *sprachfelder("warum"), *sprachfelder("stattdessen")]


class ErklaerungForm(forms.ModelForm):
    def clean_erstellt_am(self):
        return _vergangen(self.cleaned_data["erstellt_am"])

    def clean_ueberprueft_am(self):
        return _vergangen(self.cleaned_data["ueberprueft_am"])

    def clean(self) -> dict:
        werte = super().clean()
        if werte.get("methode") == Erklaerung.Methode.DRITTE and not werte.get("pruefstelle"):
            self.add_error("pruefstelle", _t("Bitte nennen Sie, wer geprüft hat."))
        return werte


@admin.register(Erklaerung)
class ErklaerungAdmin(PortalweitAdmin):
    form = ErklaerungForm
    inlines = [BarriereInline]
    list_display = ["__str__", "status", "erstellt_am", "ueberprueft_am"]
    actions = None

    def get_fieldsets(self, request: HttpRequest, obj: Erklaerung | None = None) -> list:
        stelle = settings.PORTAL_LAND.stelle_name
        satz = _t("Leer gelassen, steht auf der Seite: %(stelle)s.") % {"stelle": stelle}
        ohne = _t("Welche Stelle hilft, wenn Sie nicht antworten? Sie steht im Gleichstellungsgesetz Ihres Landes.")
        angaben = ["name", "anschrift", "telefon", "email", "adresse"]
        return [
            (None, {"fields": ["status", "methode", "pruefstelle", "erstellt_am", "ueberprueft_am"]}),
            (
                _t("Schlichtungs-, Ombuds- oder Durchsetzungsstelle"),
                {"fields": [f"stelle_{name}" for name in angaben], "description": satz if stelle else ohne},
            ),
        ]


def _vergangen(tag):
    if tag and tag > timezone.localdate():
        raise ValidationError(_t("Dieser Tag liegt in der Zukunft."))
    return tag
