"""The listings as data: the same search as the list page, for programs of others."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from ..darstellung.daten import als_daten
from ..filters import AngebotFilter
from ..suchanfrage import als_query
from ..trefferliste import JE_SEITE, Treffer


@require_safe
@cache_control(public=True, max_age=60)
@conditional_page
def angebote(request: HttpRequest) -> HttpResponse:
    """Everybody may read it from everywhere: it holds what the list page shows to everybody."""
    daten = _seite(Treffer(AngebotFilter(request.GET), mit_text=True))
    antwort = JsonResponse(daten, json_dumps_params={"ensure_ascii": False})
    antwort["Access-Control-Allow-Origin"] = "*"
    return antwort


def _seite(treffer: Treffer) -> dict[str, Any]:
    seite = treffer.seite
    return {
        "anzahl": treffer.anzahl + len(treffer.weitere),
        # The last so many of them do not quite answer; they follow where only a few do.
        "weitere": len(treffer.weitere),
        "seite": seite.number,
        "seiten": seite.paginator.num_pages,
        "je_seite": JE_SEITE,
        "weiter": _adresse(treffer, seite.number + 1) if seite.has_next() else None,
        "hinweise": [str(hinweis) for hinweis in treffer.hinweise],
        "ergebnisse": [als_daten(angebot) for angebot in seite],
    }


def _adresse(treffer: Treffer, nummer: int) -> str:
    query = "&".join(teil for teil in (als_query(treffer.suche.gefragt), f"seite={nummer}") if teil)
    return f"{settings.PORTAL_ADRESSE}{reverse('schnittstelle_angebote')}?{query}"
