"""What is common to all pages of the desk? Scope by region, nothing added or deleted, 404 for what is not there."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import ActionLocation
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .warteschlange import Warteschlange


class PortalAdmin(admin.ModelAdmin):
    list_per_page = 50
    list_max_show_all = 200
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    view_on_site = False
    im_menue: tuple[int, Any] | None = None  # rank and word, for what staff need every day

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        """What of this model waits for this person."""
        return []

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return super().changelist_view(
            request, {"title": capfirst(self.opts.verbose_name_plural)} | (extra_context or {})
        )

    def response_action(self, request: HttpRequest, queryset: QuerySet, **kwargs) -> HttpResponse | None:
        """Numbers that are none are not there; Django asks the database for them."""
        try:
            for nummer in request.POST.getlist(ACTION_CHECKBOX_NAME):
                self.opts.pk.run_validators(self.opts.pk.to_python(nummer))
        except ValidationError:
            raise Http404 from None
        return super().response_action(request, queryset, **kwargs)

    def get_action_choices(self, request, default_choices=None, action_location=ActionLocation.CHANGE_LIST) -> list:
        """Django's own first line is not translated yet."""
        return super().get_action_choices(request, default_choices or [("", _("Bitte wählen"))], action_location)

    def listenadresse(self, parameter: str = "") -> str:
        adresse = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        return f"{adresse}?{parameter}" if parameter else adresse

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what the list's own filters ask. Django lets every column be asked by the address
        (?name__startswith=…), so what the page hides could be guessed letter by letter."""
        erlaubt = {getattr(eintrag, "parameter_name", eintrag) for eintrag in self.get_list_filter(request)}
        return lookup.partition("__")[0] in erlaubt

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def get_object(self, request: HttpRequest, object_id: str, from_field=None):
        """What is not there for this person is a 404, not a redirect to the first page."""
        # An empty field name in the address is none; Django would look for it.
        objekt = super().get_object(request, object_id, from_field or None)
        if objekt is None:
            raise Http404
        return objekt

    def get_field_queryset(self, db, db_field, request: HttpRequest) -> QuerySet | None:
        """A choice offers what the other model's own page would list."""
        ziel = self.admin_site._registry.get(db_field.remote_field.model)
        return ziel.get_queryset(request) if ziel else super().get_field_queryset(db, db_field, request)


class ZustaendigkeitAdmin(PortalAdmin):
    """List, page, action, search, autocomplete and history know only what lies in the person's regions."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).in_zustaendigkeit(request.user)


class PortalweitAdmin(PortalAdmin):
    """What the whole portal shares (pages, vocabulary): read by all staff, changed only by those who look after all
    regions that the portal serves. A town's agency does not rewrite the county's texts."""

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return super().has_change_permission(request, obj) and all(
            any(eigene == "DE" or region.startswith(eigene) for eigene in request.user.regionen)
            for region in settings.PORTAL_REGIONEN
        )
