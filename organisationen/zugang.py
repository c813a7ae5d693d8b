"""May this person act for this organisation? What stands in front of every page of the workspace."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ehrenamt.aufbewahrung import aufheben
from ehrenamt.rollen import Akteur, Rolle

from .models import Teamzugang

SCHLUESSEL = "organisation"


def anmeldung_erforderlich(view: Callable) -> Callable:
    """Only logged in. What was sent without is kept and given back after the log-in, where the form reads it."""

    @wraps(view)
    def pruefen(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return view(request, *args, **kwargs) if request.user.is_authenticated else zur_anmeldung(request)

    return pruefen


def teamzugang_erforderlich(view: Callable | None = None, *, leitung: bool = False) -> Callable:
    """Only for people of an organisation: `request.zugang` is their Teamzugang, `request.zugaenge` all they have.

    An argument `organisation` in the address says which one is meant (404 where the person has nothing to do with
    it), else it is the one looked at last. With `leitung=True` the others get 403.
    """
    if view is None:
        return lambda funktion: teamzugang_erforderlich(funktion, leitung=leitung)

    @wraps(view)
    def pruefen(request: HttpRequest, *args, organisation: int | None = None, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return zur_anmeldung(request)
        request.zugaenge = list(
            Teamzugang.objects.filter(konto=request.user)
            .select_related("organisation__gemeinde")
            .order_by("organisation__sortiername")
        )
        if not request.zugaenge and organisation is None and not kwargs:
            return redirect("organisation_neu")
        request.akteur = Akteur(Rolle.ORGANISATION, request.user)
        zugang_waehlen(request, organisation or request.session.get(SCHLUESSEL), sonst_erster=organisation is None)
        if leitung and not request.zugang.ist_leitung:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return pruefen


def zugang_waehlen(request: HttpRequest, organisation_id: int | None, *, sonst_erster: bool = False) -> None:
    """Whose pages these are; remembered for the next page that does not say it itself."""
    passend = [z for z in request.zugaenge if z.organisation_id == organisation_id]
    if not passend and not (sonst_erster and request.zugaenge):
        raise Http404
    request.zugang = (passend or request.zugaenge)[0]
    if request.session.get(SCHLUESSEL) != request.zugang.organisation_id:
        request.session[SCHLUESSEL] = request.zugang.organisation_id


def zur_anmeldung(request: HttpRequest) -> HttpResponse:
    """To the log-in and back. After a POST back to the form, or to the workspace where there is no form."""
    if request.method == "POST":
        formular = "aktion" in request.POST
        if formular and aufheben(request):
            messages.info(request, _("Bitte melden Sie sich noch einmal an. Ihre Eingaben sind noch da."))
        return redirect_to_login(request.path if formular else reverse("arbeitsbereich"))
    return redirect_to_login(request.get_full_path())
