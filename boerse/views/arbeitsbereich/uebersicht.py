"""What does an organisation see first?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisationen.zugang import teamzugang_erforderlich

from ... import aktualitaet
from ...aufgaben import aufgaben
from ...darstellung.wochen import wochen
from ...kennzahlen import BEANTWORTETE_MINDESTENS, antwortverhalten, frist
from ...models import Anfrage, Angebot
from ...stand import beschriften
from ..aktualitaet import alle_versuchen

ANGEBOTE_HOECHSTENS = 8


@require_safe
@teamzugang_erforderlich
def uebersicht(request: HttpRequest) -> HttpResponse:
    organisation = request.zugang.organisation
    eigene = Angebot.objects.fuer(request.user).filter(organisation=organisation)
    angebote = beschriften(eigene.fuer_arbeitsbereich())
    zu_bestaetigen = aktualitaet.offene(organisation)
    kontext = {
        "aufgaben": aufgaben(organisation, request.user),
        "zu_bestaetigen": zu_bestaetigen,
        "pausierte": [angebot for angebot in zu_bestaetigen if angebot.ohne_antwort_pausiert],
        "angebote": angebote[:ANGEBOTE_HOECHSTENS],
        "anzahl_angebote": len(angebote),
        "kennzahlen": Anfrage.objects.fuer(request.user)
        .filter(angebot__organisation=organisation)
        .kennzahlen(timezone.localdate().year),
        "wochen": wochen(eigene),
        "antworten": antwortverhalten(organisation),
        "mindestens": BEANTWORTETE_MINDESTENS,
        "frist": frist().days,
        "allein": len(organisation.empfaenger()) < 2,
        "abschnitt": "uebersicht",
    }
    return render(request, "boerse/arbeitsbereich/uebersicht.html", kontext)


@require_POST
@teamzugang_erforderlich
def alle_bestaetigen(request: HttpRequest) -> HttpResponse:
    """All that the overview asked about are still true."""
    alle_versuchen(request, request.zugang.organisation, request.akteur)
    return redirect("arbeitsbereich_organisation", request.zugang.organisation_id)
