"""What does an organisation do with enquiries? Read, answer by form, mail or telephone, say how it went."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ehrenamt.rollen import Rolle
from ehrenamt.views.versuch import versuchen
from organisationen.zugang import teamzugang_erforderlich, zugang_waehlen

from ...forms.anfrage import AbsageForm
from ...forms.antwort import AntwortForm
from ...models import Anfrage

JE_SEITE = 25


@require_safe
@teamzugang_erforderlich
def liste(request: HttpRequest) -> HttpResponse:
    anfragen = Anfrage.objects.fuer(request.user).filter(angebot__organisation=request.zugang.organisation)
    seite = Paginator(anfragen.offene_zuerst().select_related("angebot"), JE_SEITE)
    kontext = {"seite": seite.get_page(request.GET.get("seite")), "abschnitt": "anfragen"}
    return render(request, "boerse/arbeitsbereich/anfragen.html", kontext)


@require_safe
@teamzugang_erforderlich
def anfrage(request: HttpRequest, pk: int) -> HttpResponse:
    return _seite(request, _holen(request, pk))


@require_POST
@teamzugang_erforderlich
def beantworten(request: HttpRequest, pk: int) -> HttpResponse:
    anfrage = _holen(request, pk)
    return _weiter(request, pk, lambda: anfrage.beantworten(request.akteur), _("Als beantwortet vermerkt."))


@require_POST
@teamzugang_erforderlich
def antworten(request: HttpRequest, pk: int) -> HttpResponse:
    """By mail through the portal; the person's own answer goes to whoever wrote."""
    anfrage = _holen(request, pk)
    form = AntwortForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _seite(request, anfrage, antwort=form)
    tat = lambda: anfrage.antworten(request.akteur, form.cleaned_data["text"], request.user.email)  # noqa: E731
    return _weiter(request, pk, tat, _("Ihre Antwort ist unterwegs."))


@require_POST
@teamzugang_erforderlich
def kennenlernen(request: HttpRequest, pk: int) -> HttpResponse:
    anfrage = _holen(request, pk)
    return _weiter(request, pk, lambda: anfrage.kennenlernen(request.akteur), _("Kennenlernen vermerkt."))


@require_POST
@teamzugang_erforderlich
def vermitteln(request: HttpRequest, pk: int) -> HttpResponse:
    anfrage = _holen(request, pk)
    satz = _("Wie schön! Die Vermittlung ist vermerkt.")
    return _weiter(request, pk, lambda: anfrage.vermitteln(request.akteur), satz)


@require_POST
@teamzugang_erforderlich
def absagen(request: HttpRequest, pk: int) -> HttpResponse:
    """With a reason where the organisation gives one; it is mailed to the person."""
    anfrage = _holen(request, pk)
    form = AbsageForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _seite(request, anfrage, absage=form)
    satz = _("Die Absage ist vermerkt und verschickt.") if anfrage.email else _("Die Absage ist vermerkt.")
    return _weiter(request, pk, lambda: anfrage.absagen(request.akteur, form.cleaned_data["grund"]), satz)


def _seite(
    request: HttpRequest, anfrage: Anfrage, *, absage: AbsageForm | None = None, antwort: AntwortForm | None = None
) -> HttpResponse:
    kontext = {
        "anfrage": anfrage,
        "absage": absage or AbsageForm(label_suffix=""),
        "antwort": (antwort or AntwortForm(label_suffix="")) if anfrage.antwort_moeglich else None,
        "antwort_an": request.user.email,
        "moeglich": Anfrage.ABLAUF.moegliche(anfrage.status, Rolle.ORGANISATION),
        "abschnitt": "anfragen",
    }
    return render(request, "boerse/arbeitsbereich/anfrage.html", kontext)


def _holen(request: HttpRequest, pk: int) -> Anfrage:
    anfragen = Anfrage.objects.fuer(request.user).select_related("angebot__organisation")
    anfrage = get_object_or_404(anfragen, pk=pk)
    zugang_waehlen(request, anfrage.angebot.organisation_id)
    return anfrage


def _weiter(request: HttpRequest, pk: int, tat, erfolg: str) -> HttpResponse:
    versuchen(request, tat, erfolg)
    return redirect("arbeitsbereich_anfrage", pk)
