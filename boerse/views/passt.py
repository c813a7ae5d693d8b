"""What suits me? Eight short questions in the address; listings in the order of the measure, with reasons."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..abgleich import HOECHSTENS, als_karten, angebote_zu, rangliste
from ..forms.passt import PasstForm
from ..fragen import Fragebogen
from ..suchanfrage import als_query

JE_SEITE = 20
NAECHSTE = 3
# Where nothing suits, what is a day's trip away is better than an empty page.
WEITE_OHNE_TREFFER = 6.0


@require_safe
def passt_zu_mir(request: HttpRequest) -> HttpResponse:
    if "" in (wert for werte in request.GET.lists() for wert in werte[1]):
        return redirect(_ohne_leere(request))
    form = PasstForm(request.GET)
    bogen = Fragebogen(form)
    kontext = {"fragen": bogen.fragen, "verborgene": bogen.verborgene(), "bereich": "passt"}
    kontext |= {"hinweise": form.hinweise, "beantwortet": form.beantwortet}
    if not form.beantwortet:
        return render(request, "boerse/passt_fragen.html", kontext)
    return render(request, "boerse/passt_ergebnis.html", kontext | _ergebnis(form))


def _ohne_leere(request: HttpRequest) -> str:
    """The address to share: "weiß ich noch nicht" is no answer and stands nowhere in it."""
    frage = request.GET.copy()
    for name, werte in request.GET.lists():
        frage.setlist(name, [wert for wert in werte if wert])
    query = frage.urlencode()
    return reverse("passt_zu_mir") + (f"?{query}" if query else "")


def _ergebnis(form: PasstForm) -> dict:
    wunsch, hinweise = form.vorlieben, list(form.hinweise)
    plaetze = rangliste(wunsch)
    seiten = Paginator(plaetze[: HOECHSTENS - 1], JE_SEITE)
    seite = seiten.page(min(form.werte.get("seite", 1), seiten.num_pages))
    if plaetze and form.werte.get("seite", 1) > seiten.num_pages:
        hinweise.append(_("So viele Seiten gibt es nicht; das ist die letzte."))
    gezeigt = seite.object_list or rangliste(wunsch, NAECHSTE, schwelle=0, weite=WEITE_OHNE_TREFFER)
    return {
        "seite": seite,
        "anzahl": min(len(plaetze), HOECHSTENS - 1),
        "mehr": len(plaetze) >= HOECHSTENS,
        "angebote": als_karten(angebote_zu(gezeigt, wunsch), wunsch, form.begriffe),
        "hinweise": hinweise,
        "anfrage": als_query(form.werte),
    }
