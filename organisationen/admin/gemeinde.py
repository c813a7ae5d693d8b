"""Gemeinden (read only, official data) and their Ortsteile (looked after by staff)."""

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from ehrenamt.sortierung import sortiername
from ehrenamt.verwaltung import ZustaendigkeitAdmin

from ..models import Gemeinde, Ortsteil


class MitGemeinde:
    """A form on which a Gemeinde is chosen: one that the portal serves and the person looks after, or as it is."""

    def get_form(self, request: HttpRequest, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if "gemeinde" in form.base_fields:
            form.base_fields["gemeinde"].queryset = self.waehlbare(request, obj)
            form.base_fields["gemeinde"].widget.can_view_related = False
        return form

    def waehlbare(self, request: HttpRequest, obj) -> QuerySet:
        eigene = Gemeinde.objects.in_zustaendigkeit(request.user).bediente()
        return Gemeinde.objects.filter(Q(pk__in=eigene.values("pk")) | Q(pk=obj.gemeinde_id if obj else ""))


@admin.register(Gemeinde)
class GemeindeAdmin(ZustaendigkeitAdmin):
    list_display = ["name", "typ", "kreis_name", "ags", "plz_sitz", "einwohner"]
    search_fields = ["name", "sortiername", "=ags"]
    exclude = ["sortiername"]

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return False


@admin.register(Ortsteil)
class OrtsteilAdmin(MitGemeinde, ZustaendigkeitAdmin):
    list_display = ["name", "gemeinde", "plz"]
    list_select_related = ["gemeinde"]
    search_fields = ["name", "sortiername", "gemeinde__name", "plz"]
    fields = ["name", "gemeinde", "plz", ("lat", "lon")]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return admin.ModelAdmin.has_add_permission(self, request)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return admin.ModelAdmin.has_delete_permission(self, request, obj)

    def save_model(self, request: HttpRequest, obj: Ortsteil, form, change: bool) -> None:
        obj.sortiername = sortiername(obj.name)
        super().save_model(request, obj, form, change)
