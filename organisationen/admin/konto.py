"""Who can log in? Seen and switched off by the administration alone."""

from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ehrenamt.verwaltung import PortalAdmin

from ..models import Konto


@admin.register(Konto)
class KontoAdmin(PortalAdmin):
    """Passwords are no business of this page: whoever lost one asks for a mailed code."""

    list_display = ["email", "name", "is_staff", "is_superuser", "is_active", "last_login"]
    list_filter = ["is_staff", "is_superuser", "is_active"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    actions = ["zweiten_faktor_entfernen"]
    fields = ["email", "name", "is_active", "is_staff", "stellen", "vereine", "date_joined", "last_login"]
    readonly_fields = ["email", "is_staff", "stellen", "vereine", "date_joined", "last_login"]

    def has_view_permission(self, request: HttpRequest, obj=None) -> bool:
        return request.user.is_superuser

    has_change_permission = has_view_permission

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        """Not oneself: somebody has to be left."""
        return request.user.is_superuser and obj is not None and obj != request.user

    def delete_model(self, request: HttpRequest, obj: Konto) -> None:
        """As at the end of a period: its organisations do not stay without anybody."""
        obj.loeschen(timezone.now())

    @admin.display(description=_("Kontaktstellen"))
    def stellen(self, konto: Konto) -> str:
        return ", ".join(stelle.name for stelle in konto.kontaktstellen.all())

    @admin.display(description=_("Organisationen"))
    def vereine(self, konto: Konto) -> str:
        return ", ".join(organisation.name for organisation in konto.organisationen.all())

    @admin.action(description=_("Zweiten Faktor entfernen (Gerät verloren)"), permissions=["change"])
    def zweiten_faktor_entfernen(self, request: HttpRequest, queryset: QuerySet) -> None:
        konten = list(queryset)
        Authenticator.objects.filter(user__in=konten).delete()
        for konto in konten:
            self.log_change(request, konto, str(_("Zweiter Faktor entfernt")))
        satz = ngettext("Bei %(n)s Konto entfernt.", "Bei %(n)s Konten entfernt.", len(konten))
        messages.success(request, satz % {"n": len(konten)})
