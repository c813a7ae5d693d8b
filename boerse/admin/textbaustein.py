"""The sentences for returning a text: one's own beside the portal's, switched off rather than deleted."""

from django.contrib import admin
from django.http import HttpRequest

from ehrenamt.verwaltung import PortalweitAdmin

from ..models import Textbaustein


@admin.register(Textbaustein)
class TextbausteinAdmin(PortalweitAdmin):
    list_display = ["titel", "text", "reihenfolge", "aktiv"]
    list_filter = ["aktiv"]
    search_fields = ["titel", "text"]
    fields = ["titel", "text", "reihenfolge", "aktiv"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return admin.ModelAdmin.has_add_permission(self, request) and self.has_change_permission(request)
