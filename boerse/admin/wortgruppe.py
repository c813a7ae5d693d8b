"""Which words belong together: edited with a look at what the search would find; switched off, never deleted."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminErrorList, AdminForm
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ehrenamt.verwaltung import PortalweitAdmin
from ehrenamt.verwaltung.filter import ListenFilter, alles

from ..forms.wortgruppe import ZEICHEN_HOECHSTENS, WortgruppeForm, Wortliste
from ..models import Suchluecke, Wortgruppe
from ..suche.sprache import staemme
from ..wirkung import wirkung


class WortgruppenListe(ListenFilter):
    teile = {
        "alle": (_("Alle"), alles),
        "eigene": (_("Eigene"), lambda qs: qs.filter(vorrat="")),
        "mitgelieferte": (_("Mitgelieferte"), lambda qs: qs.exclude(vorrat="")),
        "abgeschaltete": (_("Abgeschaltete"), lambda qs: qs.filter(aktiv=False)),
    }


ALLE_WOERTER = Func(
    Func(F("woerter"), F("verwandt"), function="array_cat"),
    Value(", "),
    function="array_to_string",
    output_field=TextField(),
)


@admin.register(Wortgruppe)
class WortgruppeAdmin(PortalweitAdmin):
    form = WortgruppeForm
    change_form_template = "admin/boerse/wortgruppe/change_form.html"
    list_display = ["__str__", "auch_finden", "herkunft", "aktiv"]
    list_filter = [WortgruppenListe]
    search_fields = ["woerter"]  # shows the field; what it does is get_search_results()
    search_help_text = _("ein Wort, auch in anderer Form")
    fields = ["woerter", "verwandt", "aktiv"]
    actions = ["abschalten", "einschalten"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return admin.ModelAdmin.has_add_permission(self, request) and self.has_change_permission(request)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """By what is written there, and by what the search takes for the same."""
        if not search_term:
            return queryset, False
        queryset = queryset.alias(alles=ALLE_WOERTER)
        passt = Q(alles__icontains=search_term) | Q(schluessel__contains=[" ".join(staemme(search_term))])
        return queryset.filter(passt), False

    @admin.display(description=_("Auch finden"))
    def auch_finden(self, gruppe: Wortgruppe) -> str:
        return Truncator(", ".join(gruppe.verwandt)).chars(80)

    @admin.display(description=_("Herkunft"), ordering="vorrat")
    def herkunft(self, gruppe: Wortgruppe) -> str:
        return _t("mitgeliefert") if gruppe.vorrat else _t("eigene")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None) -> HttpResponse:
        if request.method == "POST" and "_vorschau" in request.POST:
            return self.vorschau(request, object_id)
        kontext = self._vorbelegt(request) if not object_id else {}
        return super().changeform_view(request, object_id, form_url, kontext | (extra_context or {}))

    def _vorbelegt(self, request: HttpRequest) -> dict:
        """The preview of a new group whose words the address names."""
        woerter = Wortliste().to_python(request.GET.get("woerter"))
        if not woerter or max(map(len, woerter)) > ZEICHEN_HOECHSTENS or not self.has_add_permission(request):
            return {}
        entwurf = Wortgruppe(woerter=woerter)
        entwurf.clean()
        return {"wirkungen": wirkung(entwurf)}

    def save_model(self, request: HttpRequest, obj: Wortgruppe, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        Suchluecke.objects.filter(pk__in=obj.schluessel).update(erledigt=True)

    def vorschau(self, request: HttpRequest, object_id: str | None) -> HttpResponse:
        """The form as it was sent, and what the search would find; nothing is saved."""
        gruppe = self.get_object(request, unquote(object_id)) if object_id else None
        if not (self.has_change_permission(request, gruppe) if gruppe else self.has_add_permission(request)):
            raise PermissionDenied
        form = self.get_form(request, gruppe, change=bool(gruppe))(request.POST, instance=gruppe)
        adminform = AdminForm(form, list(self.get_fieldsets(request, gruppe)), {}, model_admin=self)
        kontext = self.admin_site.each_context(request) | {
            "title": _t("Vorschau"),
            "adminform": adminform,
            "object_id": object_id,
            "original": gruppe,
            "is_popup": False,
            "media": self.media + adminform.media,
            "inline_admin_formsets": [],
            "errors": AdminErrorList(form, ()),
            "wirkungen": wirkung(form.instance) if form.is_valid() else None,
        }
        return self.render_change_form(request, kontext, add=not gruppe, change=bool(gruppe), obj=gruppe)

    def construct_change_message(self, request: HttpRequest, form, formsets, add: bool = False) -> str | list:
        """For the history: which words came and went."""
        if add:
            return super().construct_change_message(request, form, formsets, add)
        zeilen = []
        for feld in ("woerter", "verwandt"):
            alt, neu = form.initial[feld], form.cleaned_data[feld]
            zeilen += [f"+ {wort}" for wort in neu if wort not in alt] + [
                f"− {wort}" for wort in alt if wort not in neu
            ]
        if "aktiv" in form.changed_data:
            zeilen.append(_schaltwort(form.instance.aktiv))
        return ", ".join(zeilen)

    @admin.action(description=_("Abschalten"), permissions=["change"])
    def abschalten(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._schalten(request, queryset, aktiv=False)

    @admin.action(description=_("Wieder in Gebrauch nehmen"), permissions=["change"])
    def einschalten(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._schalten(request, queryset, aktiv=True)

    def _schalten(self, request: HttpRequest, queryset: QuerySet, *, aktiv: bool) -> None:
        gruppen = list(queryset.exclude(aktiv=aktiv))
        Wortgruppe.objects.filter(pk__in=[gruppe.pk for gruppe in gruppen]).update(aktiv=aktiv)
        for gruppe in gruppen:
            self.log_change(request, gruppe, _schaltwort(aktiv))
        satz = ngettext("%(n)s Wortgruppe: %(wort)s.", "%(n)s Wortgruppen: %(wort)s.", len(gruppen))
        messages.success(request, satz % {"n": len(gruppen), "wort": _schaltwort(aktiv)})


def _schaltwort(aktiv: bool) -> str:
    return _t("wieder in Gebrauch") if aktiv else _t("abgeschaltet")
