"""The first page: search, map, Themen, newest."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from organisationen.models import Organisation

from ..darstellung import karten, zahlen
from ..filters import AngebotFilter
from ..fragen import zeitsatz
from ..karte import region
from ..trefferliste import Treffer
from ..zahlen import zahlen as ermitteln

NEUESTE = 6


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    suche = AngebotFilter(QueryDict())
    treffer = Treffer(suche)
    worte = [wort for wort in suche.begriffe["thema"].values() if wort.aktiv]
    kontext = {
        "suche": suche.form,
        "anzahl_angebote": treffer.anzahl,
        "anzahl_organisationen": Organisation.objects.oeffentlich().count(),
        "themen": [(wort, treffer.zahlen["thema"].get(wort.slug, 0)) for wort in worte],
        # The heading says "everywhere" only where it is true.
        "ueberall": all(treffer.zahlen["gemeinde"].get(ags) for ags in region().namen),
        "neueste": karten(suche.ergebnisse()[:NEUESTE], suche.begriffe),
        "karte": treffer.karte(),
        "zeitsatz": zeitsatz(),
        # How many listings there are stands above the search already.
        "kennzahlen": zahlen.anfragen(ermitteln()),
    }
    return render(request, "boerse/start.html", kontext)
