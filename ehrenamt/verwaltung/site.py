"""Who comes in, and what is waiting?"""

from functools import update_wrapper
from urllib.parse import unquote

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from .basis import PortalAdmin
from .warteschlange import Warteschlange, zaehlen


class Verwaltung(AdminSite):
    site_title = site_header = _("Verwaltung")
    index_title = _("Heute")
    empty_value_display = "–"
    enable_nav_sidebar = False

    def get_urls(self) -> list:
        """Without Django's redirect from any object's number to its page: it knows no regions."""
        return [muster for muster in super().get_urls() if getattr(muster, "name", "") != "view_on_site"]

    def register(self, model_or_iterable, admin_class=None, **options) -> None:
        """Only what is built on PortalAdmin: the pages of dependencies break the strict CSP (jobs), show secrets
        (second factors), or let passwords and permissions be edited past the log-in."""
        if admin_class and issubclass(admin_class, PortalAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def admin_view(self, view, cacheable: bool = False):
        """Whoever is logged in but not staff gets 403 instead of a second log-in page."""
        innen = super().admin_view(view, cacheable)

        def geprueft(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            if "\x00" in unquote(request.get_full_path()):
                raise Http404  # PostgreSQL knows no such text
            return innen(request, *args, **kwargs)

        return update_wrapper(geprueft, innen)

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """There is one log-in page for everybody, with the second factor: the portal's."""
        ziel = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(ziel, {request.get_host()}, request.is_secure()):
            ziel = reverse("admin:index")
        if not request.user.is_authenticated:
            return redirect_to_login(ziel)
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect(ziel)

    def password_change(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return redirect("account_change_password")

    password_change_done = password_change

    def each_context(self, request: HttpRequest) -> dict:
        return super().each_context(request) | {"menue": self.menue(request)}

    def menue(self, request: HttpRequest) -> list[dict]:
        """The few lists that the daily work needs; everything else is on the first page."""
        taegliche = [v for v in self._registry.values() if v.im_menue and v.has_view_permission(request)]
        return [
            {"text": verwaltung.im_menue[1], "adresse": verwaltung.listenadresse()}
            for verwaltung in sorted(taegliche, key=lambda verwaltung: verwaltung.im_menue[0])
        ]

    def index(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return super().index(request, {"warteschlangen": self.warteschlangen(request)} | (extra_context or {}))

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        """Everything that waits for this person, in the order it should be done."""
        alle = [
            schlange
            for verwaltung in self._registry.values()
            if verwaltung.has_view_permission(request)
            for schlange in verwaltung.warteschlangen(request)
        ]
        zaehlen(alle)
        return sorted(alle, key=lambda schlange: schlange.rang)
