"""Listings for everybody: the list with search and filters, one listing, its date for calendars."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from .. import kalender
from ..aehnliche import aehnliche
from ..auswahl import AngebotStatus, Digital
from ..darstellung import karten, seite
from ..filters import AngebotFilter
from ..karte import lage
from ..kennzahlen import antwortverhalten
from ..models import Angebot
from ..models.tageszahl import Tagesart
from ..naechstes import naechstes
from ..suchanfrage import kanonisch
from ..suche import luecken
from ..suche.hervorheben import hervorheben
from ..tageszahlen import zaehlen
from ..trefferliste import Treffer
from ..vokabular import begriffe


@require_safe
def angebote(request: HttpRequest) -> HttpResponse:
    suche = AngebotFilter(request.GET)
    treffer = Treffer(suche)
    if not treffer.anzahl or treffer.suche.gelockert:
        luecken.zaehlen(request, suche.frage)
    karten(treffer.seite.object_list, suche.begriffe, suche.bezugspunkte)
    hervorheben(treffer.seite.object_list, treffer.suche.frage)
    kontext = treffer.kontext() | {"bereich": "angebote", "kanonisch": kanonisch(suche.gefragt, treffer.seite.number)}
    if not treffer.anzahl:
        kontext |= naechstes(treffer.suche)
    return render(request, "boerse/angebot_liste.html", kontext)


@require_safe
def angebot(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """A wrong slug leads to the right one; what is archived is gone (410), what nobody may see does not exist."""
    zeile = get_object_or_404(Angebot.objects.mit_seite().fuer_seite(), pk=pk)
    if zeile.status == AngebotStatus.ARCHIVIERT:
        return render(request, "410.html", status=410)
    if slug != zeile.slug:
        return redirect(zeile, permanent=True)
    zaehlen(request, zeile.pk, Tagesart.GESEHEN)
    vokabular = begriffe()
    orte = list(zeile.einsatzorte.all())
    kontext = seite(zeile, vokabular) | {
        "karte": lage(orte) if zeile.digital != Digital.NUR else None,
        "aehnliche": karten(aehnliche(zeile), vokabular, [(ort.lat, ort.lon) for ort in orte]),
        "antwortet": antwortverhalten(zeile.organisation_id).oeffentlich,
        "hat_termin": kalender.hat_termin(zeile),
        "bereich": "angebote",
    }
    return render(request, "boerse/angebot_detail.html", kontext)


@require_safe
def kalenderdatei(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    zeile = get_object_or_404(Angebot.objects.oeffentlich().fuer_seite(), pk=pk)
    if not kalender.hat_termin(zeile):
        raise Http404
    antwort = HttpResponse(kalender.als_ics(zeile), content_type="text/calendar; charset=utf-8")
    antwort["Content-Disposition"] = f'attachment; filename="{zeile.slug}.ics"'
    return antwort
