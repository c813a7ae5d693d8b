"""Organisations for everybody: the directory, and the profile with what one offers (so it stands above listings)."""

from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from organisationen.models import Organisation

from ..darstellung import karten
from ..filterfelder import saubere_zeile
from ..kennzahlen import antwortverhalten
from ..models import Angebot

JE_SEITE = 24


@require_safe
def organisationen(request: HttpRequest) -> HttpResponse:
    q = saubere_zeile(request.GET.get("q", ""))
    angebote = Angebot.objects.oeffentlich().filter(organisation=OuterRef("pk")).order_by()
    zahl = angebote.values("organisation").annotate(anzahl=Count("pk")).values("anzahl")
    zeilen = Organisation.objects.oeffentlich().suchen(q).select_related("gemeinde")
    seiten = Paginator(zeilen.annotate(anzahl_angebote=Subquery(zahl)), JE_SEITE)
    kontext = {"seite": seiten.get_page(request.GET.get("seite")), "q": q, "bereich": "organisationen"}
    return render(request, "organisationen/organisation_liste.html", kontext)


@require_safe
def organisation(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    zeile = get_object_or_404(Organisation.objects.oeffentlich().select_related("gemeinde"), pk=pk)
    if slug != zeile.slug:
        return redirect(zeile, permanent=True)
    angebote = Angebot.objects.oeffentlich().filter(organisation=zeile).fuer_liste()
    kontext = {
        "organisation": zeile,
        "angebote": karten(angebote),
        "antwortet": antwortverhalten(zeile).oeffentlich,
        "bereich": "organisationen",
    }
    return render(request, "organisationen/organisation_detail.html", kontext)
