"""What does an organisation see first?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from organisationen.zugang import teamzugang_erforderlich

from ...aufgaben import aufgaben
from ...kennzahlen import BEANTWORTETE_MINDESTENS, antwortverhalten, frist
from ...models import Anfrage, Angebot
from ...stand import beschriften

ANGEBOTE_HOECHSTENS = 8


@require_GET
@teamzugang_erforderlich
def uebersicht(request: HttpRequest) -> HttpResponse:
    organisation = request.zugang.organisation
    angebote = beschriften(Angebot.objects.fuer(request.user).filter(organisation=organisation).fuer_arbeitsbereich())
    kontext = {
        "aufgaben": aufgaben(organisation, request.user),
        "angebote": angebote[:ANGEBOTE_HOECHSTENS],
        "anzahl_angebote": len(angebote),
        "kennzahlen": Anfrage.objects.fuer(request.user)
        .filter(angebot__organisation=organisation)
        .kennzahlen(timezone.localdate().year),
        "antworten": antwortverhalten(organisation),
        "mindestens": BEANTWORTETE_MINDESTENS,
        "frist": frist().days,
        "abschnitt": "uebersicht",
    }
    return render(request, "boerse/arbeitsbereich/uebersicht.html", kontext)
