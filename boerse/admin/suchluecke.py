"""What do people look for in words the search does not know? Each becomes a Wortgruppe, or is put aside."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import PortalweitAdmin, Warteschlange

from ..models import Suchluecke


def _neue_gruppe(*woerter: str) -> str:
    return f"{reverse('admin:boerse_wortgruppe_add')}?{urlencode({'woerter': chr(10).join(woerter)})}"


@admin.register(Suchluecke)
class SuchlueckeAdmin(PortalweitAdmin):
    list_display = ["form", "anzahl", "zuletzt", "aehnlich", "taten"]
    list_display_links = None
    list_per_page = 20
    search_fields = ["form"]
    search_help_text = _(
        "Hier steht jedes Wort, nach dem mindestens fünfmal gesucht wurde, ohne dass die Suche es kannte. "
        "Nehmen Sie es mit einem bekannten Wort in eine Wortgruppe auf, oder haken Sie es ab."
    )
    fields = readonly_fields = ["form", "anzahl", "zuletzt"]
    actions = ["abhaken"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).gezeigte().mit_aehnlichen()

    def get_list_display(self, request: HttpRequest) -> list[str]:
        return self.list_display if self.has_change_permission(request) else self.list_display[:-1]

    def get_urls(self) -> list:
        erledigt = self.admin_site.admin_view(self.erledigt_view)
        return [path("<str:wort>/erledigt/", erledigt, name="boerse_suchluecke_erledigt"), *super().get_urls()]

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        if not self.has_change_permission(request):
            return []
        titel, gezeigte = self.opts.verbose_name_plural, Suchluecke.objects.gezeigte()
        return [Warteschlange(90, titel, gezeigte, "", self.listenadresse(), _("Bekannt machen oder abhaken"))]

    @admin.display(description=_("ähnlich, in Angeboten"))
    def aehnlich(self, luecke: Suchluecke) -> str:
        return format_html_join(
            ", ", '<a href="{}">{}</a>', [(_neue_gruppe(luecke.form, wort), wort) for wort in luecke.aehnliche]
        )

    @admin.display(description=_("Was tun?"))
    def taten(self, luecke: Suchluecke) -> str:
        """Buttons of the list's own form: one click each."""
        return format_html(
            '<a class="button" href="{}">{}</a> <button class="button" type="submit" formaction="{}">{}</button>',
            _neue_gruppe(luecke.form),
            _t("Als Wortgruppe aufnehmen"),
            reverse("admin:boerse_suchluecke_erledigt", args=[luecke.pk]),
            _t("Erledigt"),
        )

    def erledigt_view(self, request: HttpRequest, wort: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        luecke = self.get_object(request, wort)
        if not self.has_change_permission(request, luecke):
            raise PermissionDenied
        self._abhaken(request, [luecke])
        return redirect(self.listenadresse())

    @admin.action(description=_("Erledigt, nicht mehr zeigen"), permissions=["change"])
    def abhaken(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._abhaken(request, list(queryset))

    def _abhaken(self, request: HttpRequest, luecken: list[Suchluecke]) -> None:
        Suchluecke.objects.filter(pk__in=[luecke.pk for luecke in luecken]).update(erledigt=True)
        for luecke in luecken:
            self.log_change(request, luecke, _t("erledigt"))
        worte = ", ".join(f"„{luecke.form}“" for luecke in luecken)
        messages.success(request, _t("Erledigt: %(worte)s.") % {"worte": worte})
