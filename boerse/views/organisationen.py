"""The profile of an organisation: who it is and what it offers. (It stands here because it shows listings.)"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from organisationen.models import Organisation

from ..darstellung import karten
from ..models import Angebot


@require_safe
def organisation(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    zeile = get_object_or_404(Organisation.objects.oeffentlich().select_related("gemeinde"), pk=pk)
    if slug != zeile.slug:
        return redirect(zeile, permanent=True)
    angebote = Angebot.objects.oeffentlich().filter(organisation=zeile).fuer_liste()
    kontext = {"organisation": zeile, "angebote": karten(angebote), "bereich": "organisationen"}
    return render(request, "organisationen/organisation_detail.html", kontext)
