"""The desk of the Kontaktstelle for the pages whose texts it edits itself."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ..barrierefreiheit import LEICHTE_SPRACHE
from ..leichte_sprache import Fund, pruefen
from ..models import Seite
from ..seiten import als_html
from ..sprachformular import sprachfelder, sprachform
from ..verwaltung import PortalweitAdmin


class SeiteForm(
    sprachform(
        titel={"label": _("Titel"), "max_length": 120, "required": True},
        text={
            "label": _("Text"),
            "required": True,
            "widget": forms.Textarea(attrs={"rows": 24}),
            "help_text": _("Markdown: ## Überschrift, **fett**, - Aufzählung, [Text](https://…)"),
        },
    )
):
    inhaltlich_geaendert = forms.BooleanField(
        label=_("Inhaltlich geändert"),
        required=False,
        help_text=_("Erhöht die Version, auf die sich Zustimmungen beziehen. Nicht bei Tippfehlern."),
    )

    def clean(self) -> dict:
        """A text is called tested by whom and when, or not at all; a changed one has to be tested again."""
        werte = super().clean()
        if "geprueft_am" not in self.fields:
            return werte
        if bool(werte.get("geprueft_von")) != bool(werte.get("geprueft_am")):
            self.add_error("geprueft_von", _t("Bitte nennen Sie beides, wer geprüft hat und wann, oder keines."))
        text, dieselbe = f"text_{settings.LANGUAGE_CODE}", not {"geprueft_am", "geprueft_von"} & set(self.changed_data)
        self.pruefung_verfaellt = bool(werte.get("geprueft_am")) and text in self.changed_data and dieselbe
        if self.pruefung_verfaellt:
            werte |= {"geprueft_von": "", "geprueft_am": None}
        return werte


@admin.register(Seite)
class SeiteAdmin(PortalweitAdmin):
    form = SeiteForm
    change_form_template = "admin/ehrenamt/seite/change_form.html"
    list_display = ["__str__", "slug", "version", "geaendert_am"]
    search_fields = ["slug", "titel"]
    readonly_fields = ["version", "geaendert_am"]
    actions = None

    def get_fields(self, request: HttpRequest, obj: Seite | None = None) -> list[str]:
        geprueft = ["geprueft_von", "geprueft_am"] if obj and obj.slug == LEICHTE_SPRACHE else []
        texte = [*sprachfelder("titel"), *sprachfelder("text")]
        return [*texte, *geprueft, "inhaltlich_geaendert", "version", "geaendert_am"]

    def get_urls(self) -> list:
        vorschau = self.admin_site.admin_view(self.vorschau_view)
        return [path("<path:object_id>/vorschau/", vorschau, name="ehrenamt_seite_vorschau"), *super().get_urls()]

    def vorschau_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What was just written as it would look; saves nothing."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        seite = self.get_object(request, object_id)
        if not self.has_change_permission(request, seite):
            raise PermissionDenied
        form = self.get_form(request, seite)(request.POST, instance=seite)
        texte = [als_html(request.POST.get(name, ""), seite.slug) for name in sprachfelder("text")]
        titel = [request.POST.get(name, "") for name in sprachfelder("titel")]
        kontext = (
            self.admin_site.each_context(request)
            | {
                "title": _("Vorschau"),
                "opts": self.opts,
                "form": form,
                "fassungen": [paar for paar in zip(titel, texte, strict=True) if any(paar)],
            }
            | _funde(seite, request.POST.get(f"text_{settings.LANGUAGE_CODE}", ""))
        )
        return TemplateResponse(request, "admin/ehrenamt/seite/vorschau.html", kontext)

    def render_change_form(self, request: HttpRequest, context: dict, *args, **kwargs) -> HttpResponse:
        seite = context["original"]
        context |= _funde(seite, seite.text.get(settings.LANGUAGE_CODE, "")) if seite else {}
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Seite, form, change: bool) -> None:
        if form.cleaned_data["inhaltlich_geaendert"]:
            obj.version += 1
        super().save_model(request, obj, form, change)
        if getattr(form, "pruefung_verfaellt", False):
            satz = _t("Der Text ist geändert. Als geprüft gilt er erst wieder, wenn Sie eine neue Prüfung eintragen.")
            messages.warning(request, satz)


def _funde(seite: Seite, text: str) -> dict[str, list[Fund]]:
    """What the check has to say about the page in Leichte Sprache, for its templates."""
    return {"funde": pruefen(text)} if seite.slug == LEICHTE_SPRACHE else {}
