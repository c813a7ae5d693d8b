"""What can an organisation do with its listings? See them, confirm, pause, resume, end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ehrenamt.rollen import Rolle
from ehrenamt.views.papier import drucken
from ehrenamt.views.versuch import versuchen
from organisationen.zugang import teamzugang_erforderlich

from ...aushang import aushang as aushang_setzen
from ...auswahl import Beendet
from ...darstellung.wochen import wochen
from ...models import Anfrage, Angebot, Fassung
from ...stand import beschriften, staende
from .gemeinsam import angebot_holen


@require_safe
@teamzugang_erforderlich
def liste(request: HttpRequest) -> HttpResponse:
    angebote = Angebot.objects.fuer(request.user).filter(organisation=request.zugang.organisation)
    kontext = {
        "angebote": beschriften(angebote.fuer_arbeitsbereich()),
        "abschnitt": "angebote",
    }
    return render(request, "boerse/arbeitsbereich/angebote.html", kontext)


@require_safe
@teamzugang_erforderlich
def angebot(request: HttpRequest, pk: int) -> HttpResponse:
    """One listing: how it stands and what can be done now."""
    angebot = angebot_holen(request, pk)
    fassung = angebot.fassungen.order_by("-nummer").first()
    kontext = {
        "angebot": angebot,
        "fassung": fassung,
        "titel": angebot.titel or (fassung.titel if fassung else ""),
        "staende": staende(angebot, fassung),
        "moeglich": Angebot.ABLAUF.moegliche(angebot.status, Rolle.ORGANISATION),
        "text_moeglich": Fassung.ABLAUF.moegliche(fassung.status, Rolle.ORGANISATION) if fassung else set(),
        "gruende": Beendet.choices,
        "anfragen": Anfrage.objects.fuer(request.user).filter(angebot=angebot)[:10],
        "wochen": wochen(Angebot.objects.filter(pk=pk)) if angebot.veroeffentlicht_am else None,
        "abschnitt": "angebote",
    }
    return render(request, "boerse/arbeitsbereich/angebot.html", kontext)


@require_safe
@teamzugang_erforderlich
def aushang(request: HttpRequest, pk: int) -> HttpResponse:
    """Only of what everybody may see: paper hangs where it hangs."""
    zeile = get_object_or_404(Angebot.objects.fuer(request.user).oeffentlich().fuer_seite(), pk=pk)
    return drucken(request, lambda: aushang_setzen(zeile), zeile.slug, reverse("arbeitsbereich_angebot", args=[pk]))


@require_POST
@teamzugang_erforderlich
def bestaetigen(request: HttpRequest, pk: int) -> HttpResponse:
    angebot = angebot_holen(request, pk)
    versuchen(request, lambda: angebot.bestaetigen(request.akteur), _("Danke! Das Angebot ist als aktuell bestätigt."))
    return redirect("arbeitsbereich_angebot", pk)


@require_POST
@teamzugang_erforderlich
def pausieren(request: HttpRequest, pk: int) -> HttpResponse:
    angebot = angebot_holen(request, pk)
    satz = _("Das Angebot ist pausiert. In der Suche erscheint es nicht mehr.")
    versuchen(request, lambda: angebot.pausieren(request.akteur), satz)
    return redirect("arbeitsbereich_angebot", pk)


@require_POST
@teamzugang_erforderlich
def fortsetzen(request: HttpRequest, pk: int) -> HttpResponse:
    angebot = angebot_holen(request, pk)
    versuchen(request, lambda: angebot.fortsetzen(request.akteur), _("Das Angebot ist wieder online."))
    return redirect("arbeitsbereich_angebot", pk)


@require_POST
@teamzugang_erforderlich
def beenden(request: HttpRequest, pk: int) -> HttpResponse:
    angebot = angebot_holen(request, pk)
    grund = request.POST.get("grund", "")
    grund = grund if grund in Beendet.values else Beendet.ENTFALLEN
    versuchen(request, lambda: angebot.beenden(request.akteur, grund), _("Das Angebot ist beendet."))
    return redirect("arbeitsbereich_angebot", pk)
