"""What somebody remembered: the page, and the one address that changes it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from ehrenamt.herkunft import nur_von_eigener_seite

from ..darstellung import karten
from ..merkliste import HALTBAR, Merkliste
from ..models import Angebot
from ..models.tageszahl import Tagesart
from ..tageszahlen import zaehlen

# Longer ones Django would refuse to redirect to; no link of the portal comes near.
LAENGSTE_ADRESSE = 8_000


@require_safe
def merkliste(request: HttpRequest) -> HttpResponse:
    gemerkt = Merkliste.aus(request)
    gefunden = {angebot.pk: angebot for angebot in Angebot.objects.oeffentlich().filter(pk__in=gemerkt).fuer_seite()}
    angebote = karten(gefunden[nummer] for nummer in gemerkt if nummer in gefunden)
    kontext = {"angebote": angebote, "vergangene": len(gemerkt) - len(angebote), "haltbar": HALTBAR}
    return render(request, "boerse/merkliste.html", kontext)


@require_POST
@nur_von_eigener_seite
def merkliste_aendern(request: HttpRequest) -> HttpResponse:
    """The name of the button says what to do, its value with which listing; then back to the button."""
    gemerkt = Merkliste.aus(request)
    merken, vergessen = (_nummer(request.POST.get(name, "")) for name in ("merken", "vergessen"))
    zurueck = _adresse(request.POST.get("zurueck", ""))
    if merken and merken not in gemerkt and Angebot.objects.oeffentlich().filter(pk=merken).exists():
        if gemerkt.voll:
            return HttpResponseRedirect(reverse("merkliste"), status=303)
        gemerkt = gemerkt.mit(merken)
        zaehlen(request, merken, Tagesart.GEMERKT)
    elif vergessen:
        gemerkt = gemerkt.ohne(vergessen)
    elif "vergangene" in request.POST:
        gemerkt = gemerkt.nur(Angebot.objects.oeffentlich().filter(pk__in=gemerkt).values_list("pk", flat=True))
    elif "alle" in request.POST:
        gemerkt = Merkliste()
    knopf = merken or vergessen
    antwort = HttpResponseRedirect(f"{zurueck}#merken-{knopf}" if knopf else zurueck, status=303)
    gemerkt.schreiben(antwort)
    return antwort


def _nummer(text: str) -> int | None:
    """The number of a listing; PostgreSQL knows none of more than 18 digits."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else None


def _adresse(adresse: str) -> str:
    """A page of this portal to go back to; what is none, or too long to be sent, leads to the Merkliste."""
    adresse = adresse.partition("#")[0]
    hier = adresse.startswith("/") and url_has_allowed_host_and_scheme(adresse, allowed_hosts=None)
    adresse = iri_to_uri(adresse)
    return adresse if hier and len(adresse) <= LAENGSTE_ADRESSE else reverse("merkliste")
