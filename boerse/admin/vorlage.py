"""What organisations start a listing from: texts of the Kontaktstelle, switched off here and put in its own words."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import PortalweitAdmin

from ..forms.vorlage import BEGRIFFE, FELDER, VorlageForm
from ..models import Vorlage


@admin.register(Vorlage)
class VorlageAdmin(PortalweitAdmin):
    form = VorlageForm
    list_display = ["name", "wofuer", "reihenfolge", "aktiv"]
    search_fields = ["name", "wofuer"]
    fieldsets = [
        (None, {"fields": ["name", "wofuer", "reihenfolge", "aktiv", "schluessel"]}),
        (
            _("Text"),
            {
                "fields": [*FELDER, *BEGRIFFE],
                "description": _(
                    "Was die Organisation selbst eintragen muss, steht in eckigen Klammern: [Name der Schule]. "
                    "Solange eine Klammer im Text steht, lässt er sich nicht einreichen."
                ),
            },
        ),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return admin.ModelAdmin.has_add_permission(self, request) and self.has_change_permission(request)

    def get_readonly_fields(self, request: HttpRequest, obj=None) -> list[str]:
        return ["schluessel"] if obj else []
