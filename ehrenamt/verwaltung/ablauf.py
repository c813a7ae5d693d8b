"""How does staff decide? Buttons and bulk actions that come from the tables of states."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from ..ablauf import AblaufFehler, SchonEntschieden
from ..models import Verlaufseintrag
from ..rollen import Akteur, Rolle
from .basis import ZustaendigkeitAdmin

GEMEINSAM_HOECHSTENS = 500


@dataclass(frozen=True)
class Tat:
    """A deed that staff can do: the name of the transition (or of something beside the table), the button's text,
    the form it needs, what to know before, whether it is the one that everything aims at, how the Verlauf calls it
    where it stands in no table, and the key that does it."""

    name: str
    text: Any
    formular: type[forms.Form] | None = None
    hinweis: Any = ""
    haupttat: bool = False
    wort: Any = ""
    taste: str = ""


def sammeltat(name: str, text: Any) -> Callable:
    """The same deed for many objects, for `actions`."""

    @admin.action(description=text, permissions=["change"])
    def aktion(verwaltung: "AblaufAdmin", request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return verwaltung.gemeinsam(request, queryset, name)

    aktion.__name__ = f"{name}_gemeinsam"
    return aktion


def listenfilter(request: HttpRequest) -> str:
    """The filters of the list that staff came from, as Django hands them on."""
    return request.GET.get("_changelist_filters", "")


def mit_listenfilter(adresse: str, filter: str) -> str:
    return f"{adresse}?{urlencode({'_changelist_filters': filter})}" if filter else adresse


class AblaufAdmin(ZustaendigkeitAdmin):
    """An object with states. Each deed is a POST to an address of its own; what cannot be is a message."""

    taten: Iterable[Tat] = ()

    def get_urls(self) -> list:
        name = f"{self.opts.app_label}_{self.opts.model_name}_tat"
        return [
            path("<int:pk>/tat/<slug:name>/", self.admin_site.admin_view(self.tat_view), name=name),
            *super().get_urls(),
        ]

    def tat(self, name: str) -> Tat:
        for tat in self.taten:
            if tat.name == name:
                return tat
        raise Http404

    def geht(self, objekt, tat: Tat) -> bool:
        """Whether the table lets staff do it in this state."""
        schritt = objekt.ABLAUF[tat.name]
        return objekt.status in schritt.von and Rolle.KONTAKTSTELLE in schritt.wer

    def moegliche_taten(self, request: HttpRequest, objekt) -> list[dict]:
        """The buttons of an object's page, each with its own form."""
        if not self.has_change_permission(request, objekt):
            return []
        return [
            {
                "tat": tat,
                "adresse": mit_listenfilter(self.tatadresse(objekt, tat.name), listenfilter(request)),
                "formular": tat.formular(prefix=tat.name) if tat.formular else None,
            }
            for tat in self.taten
            if self.geht(objekt, tat)
        ]

    def seitenkontext(self, request: HttpRequest, objekt) -> dict:
        """What a page about an object shows that is no form of Django's."""
        return self.admin_site.each_context(request) | {
            "title": str(objekt),
            "opts": self.opts,
            "original": objekt,
            "taten": self.moegliche_taten(request, objekt),
            "verlauf": Verlaufseintrag.objects.von(objekt),
            "has_view_permission": True,
        }

    def tatadresse(self, objekt, name: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_tat", args=[objekt.pk, name])

    def tat_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        objekt, tat = self.get_object(request, str(pk)), self.tat(name)
        if not self.has_change_permission(request, objekt):
            raise PermissionDenied
        formular = tat.formular(request.POST, prefix=name) if tat.formular else None
        if formular and not formular.is_valid():
            for saetze in formular.errors.values():
                messages.error(request, " ".join(saetze))
            return redirect(self.seitenadresse(objekt, listenfilter(request)))
        return self._versuchen(request, objekt, tat, formular.cleaned_data if formular else {})

    def _versuchen(self, request: HttpRequest, objekt, tat: Tat, angaben: dict) -> HttpResponse:
        try:
            self.tun(request, objekt, tat, angaben)
        except AblaufFehler as fehler:
            messages.error(request, f"{objekt}: {fehler} {self.vor_ihnen(objekt, fehler)}")
        else:
            messages.success(request, self.erfolg(objekt, tat))
        return redirect(self.weiter(request, objekt, tat))

    def vor_ihnen(self, objekt, fehler: AblaufFehler) -> str:
        """Who was first, where two decide about the same."""
        letzter = Verlaufseintrag.objects.von(objekt).first()
        if letzter is None or not isinstance(fehler, SchonEntschieden):
            return ""
        wer, wann = letzter.konto or letzter.get_rolle_display(), timezone.localtime(letzter.zeitpunkt)
        return _t("Zuletzt hat hier %(wer)s entschieden, am %(wann)s.") % {
            "wer": getattr(wer, "email", wer),
            "wann": date_format(wann, "DATETIME_FORMAT"),
        }

    def tun(self, request: HttpRequest, objekt, tat: Tat, angaben: dict) -> None:
        """Do it, by the model's method of the same name. Raises AblaufFehler."""
        getattr(objekt, tat.name)(self.akteur(request), **angaben)

    def akteur(self, request: HttpRequest) -> Akteur:
        return Akteur(Rolle.KONTAKTSTELLE, request.user)

    def erfolg(self, objekt, tat: Tat) -> str:
        return f"„{objekt}“: {self.wort(tat)}."

    def wort(self, tat: Tat) -> str:
        """What was done, as the Verlauf calls it."""
        return str(tat.wort or self.model.ABLAUF[tat.name].wort)

    def seitenadresse(self, objekt, filter: str = "") -> str:
        adresse = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[objekt.pk])
        return mit_listenfilter(adresse, filter)

    def weiter(self, request: HttpRequest, objekt, tat: Tat) -> str:
        """Where staff is led after a deed."""
        return self.seitenadresse(objekt, listenfilter(request))

    def gemeinsam(self, request: HttpRequest, queryset: QuerySet, name: str) -> HttpResponse | None:
        """A bulk action: asks first where a reason or the like is needed; each object succeeds or fails alone."""
        tat, objekte = self.tat(name), list(queryset[: GEMEINSAM_HOECHSTENS + 1])
        if not objekte or len(objekte) > GEMEINSAM_HOECHSTENS:
            grenze = {"n": GEMEINSAM_HOECHSTENS}
            messages.warning(request, _t("Bitte wählen Sie mindestens einen und höchstens %(n)s Einträge.") % grenze)
            return None
        angaben = {}
        if tat.formular and tat.formular().visible_fields():
            formular = tat.formular(request.POST if "angaben" in request.POST else None, prefix=name)
            if not formular.is_valid():
                return self._nachfragen(request, objekte, tat, formular)
            angaben = formular.cleaned_data
        self._alle_tun(request, objekte, tat, angaben)
        return None

    def _alle_tun(self, request: HttpRequest, objekte: list, tat: Tat, angaben: dict) -> None:
        erledigt = 0
        for objekt in objekte:
            try:
                self.tun(request, objekt, tat, angaben)
            except AblaufFehler as fehler:
                messages.error(request, f"{objekt}: {fehler}")
            else:
                erledigt += 1
        if erledigt:
            satz = ngettext("%(tat)s: %(n)s Eintrag erledigt.", "%(tat)s: %(n)s Einträge erledigt.", erledigt)
            messages.success(request, satz % {"tat": capfirst(self.wort(tat)), "n": erledigt})

    def _nachfragen(self, request: HttpRequest, objekte: list, tat: Tat, formular: forms.Form) -> HttpResponse:
        kontext = self.admin_site.each_context(request) | {
            "title": tat.text,
            "opts": self.opts,
            "tat": tat,
            "objekte": objekte,
            "formular": formular,
            "aktion": f"{tat.name}_gemeinsam",
            "auswahlfeld": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/sammeltat.html", kontext)


class EntscheidungsAdmin(AblaufAdmin):
    """What is decided about but never edited: the page only shows, `change_form_template` with `seiteninhalt()`."""

    def change_view(self, request: HttpRequest, object_id: str, form_url="", extra_context=None) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        objekt = self.get_object(request, object_id)
        if not self.has_view_permission(request, objekt):
            raise PermissionDenied
        return self.seite(request, objekt)

    def seite(self, request: HttpRequest, objekt, **weiteres) -> HttpResponse:
        kontext = self.seitenkontext(request, objekt) | self.seiteninhalt(request, objekt) | weiteres
        return TemplateResponse(request, self.change_form_template, kontext)

    def seiteninhalt(self, request: HttpRequest, objekt) -> dict:
        return {}
