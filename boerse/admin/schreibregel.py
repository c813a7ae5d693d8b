"""What the portal advises whoever writes a listing: switched off here, and put in words of one's own."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import PortalweitAdmin

from ..models import Schreibregel
from ..ratgeber import REGELN


@admin.register(Schreibregel)
class SchreibregelAdmin(PortalweitAdmin):
    list_display = ["titel", "schwere", "grund", "aktiv"]
    list_filter = ["aktiv"]
    search_fields = ["titel", "grund", "beispiel"]
    readonly_fields = ["schwere", "schluessel"]
    fields = ["titel", "grund", "beispiel", "aktiv", "schwere", "schluessel"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Without what a newer version no longer looks for."""
        return super().get_queryset(request).filter(pk__in=REGELN)

    @admin.display(description=_("Schwere"))
    def schwere(self, zeile: Schreibregel) -> str:
        return REGELN[zeile.schluessel].schwere.label
