"""Who acts for an organisation? Its people look after that themselves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ehrenamt.ablauf import protokollieren
from ehrenamt.views.schutz import begrenzt, formularseite
from ehrenamt.views.versuch import versuchen

from ..auswahl import TeamRolle
from ..forms.nachfolge import NachfolgeForm
from ..forms.team import EinladungForm
from ..models import Einladung
from ..zugang import teamzugang_erforderlich


@require_safe
@teamzugang_erforderlich
def team(request: HttpRequest) -> HttpResponse:
    return _seite(request, EinladungForm(organisation=request.zugang.organisation))


@require_POST
@teamzugang_erforderlich(leitung=True)
@begrenzt("einladung", hoechstens=20)
def einladen(request: HttpRequest) -> HttpResponse:
    organisation = request.zugang.organisation
    form = EinladungForm(request.POST, organisation=organisation)
    if not form.is_valid():
        return _seite(request, form)
    email, rolle = form.cleaned_data["email"], form.cleaned_data["rolle"]
    Einladung.objects.aussprechen(organisation, email, rolle, request.akteur)
    messages.success(request, _("Die Einladung an %(email)s ist unterwegs.") % {"email": email})
    return redirect("arbeitsbereich_team", organisation.pk)


@require_POST
@teamzugang_erforderlich(leitung=True)
def einladung_zurueckziehen(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = request.zugang.organisation
    get_object_or_404(organisation.einladungen, pk=pk).delete()
    protokollieren(organisation, "einladung_zurueckziehen", akteur=request.akteur)
    messages.success(request, _("Die Einladung gilt nicht mehr."))
    return redirect("arbeitsbereich_team", organisation.pk)


@require_POST
@teamzugang_erforderlich(leitung=True)
def rolle(request: HttpRequest, pk: int) -> HttpResponse:
    zugang = get_object_or_404(request.zugang.organisation.teamzugaenge, pk=pk)
    neue = request.POST.get("rolle")
    if neue in TeamRolle.values:
        versuchen(request, lambda: zugang.rolle_aendern(neue, request.akteur), _("Die Rolle ist geändert."))
    return redirect("arbeitsbereich_team", zugang.organisation_id)


@require_POST
@teamzugang_erforderlich(leitung=True)
def entfernen(request: HttpRequest, pk: int) -> HttpResponse:
    zugang = get_object_or_404(request.zugang.organisation.teamzugaenge, pk=pk)
    versuchen(request, lambda: zugang.beenden(request.akteur), _("Die Person ist nicht mehr im Team."))
    return redirect("arbeitsbereich_team", zugang.organisation_id)


@require_POST
@teamzugang_erforderlich
def verlassen(request: HttpRequest) -> HttpResponse:
    zugang = request.zugang
    if zugang.braucht_nachfolge:
        return redirect("arbeitsbereich_uebergabe", zugang.organisation_id)
    if versuchen(request, lambda: zugang.beenden(request.akteur), _("Sie haben das Team verlassen.")):
        return redirect("arbeitsbereich")
    return redirect("arbeitsbereich_team", zugang.organisation_id)


@formularseite
@teamzugang_erforderlich
def uebergabe(request: HttpRequest) -> HttpResponse:
    """The only Leitung hands over and leaves in one step; the last person says what becomes of the listings."""
    zugang = request.zugang
    if not zugang.braucht_nachfolge:
        return redirect("arbeitsbereich_team", zugang.organisation_id)
    form = NachfolgeForm(request.POST or None, zugang=zugang)
    if request.method == "POST" and form.is_valid():
        tat = lambda: form.gehen(request.akteur, timezone.localdate())  # noqa: E731
        if versuchen(request, tat, _("Sie haben das Team verlassen.")):
            return redirect("konto")
    return render(request, "organisationen/uebergabe.html", {"form": form, "abschnitt": "team", "breit": True})


def _seite(request: HttpRequest, form: EinladungForm) -> HttpResponse:
    organisation = request.zugang.organisation
    kontext = {
        "form": form,
        "mitglieder": organisation.teamzugaenge.select_related("konto"),
        "einladungen": organisation.einladungen.offen().order_by("erstellt_am"),
        "rollen": TeamRolle.choices,
        "abschnitt": "team",
    }
    return render(request, "organisationen/team.html", kontext)
