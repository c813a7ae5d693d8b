"""How does an organisation take along what it has here?"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from organisationen.zugang import teamzugang_erforderlich

from ... import mitnahme


@never_cache
@teamzugang_erforderlich(leitung=True)
@require_safe
def alles(request: HttpRequest) -> HttpResponse:
    dokument = mitnahme.als_dokument(request.zugang.organisation, request.user)
    return _datei(
        JsonResponse(dokument, json_dumps_params={"ensure_ascii": False, "indent": 2}), "organisation", "json"
    )


@never_cache
@teamzugang_erforderlich(leitung=True)
@require_safe
def angebote(request: HttpRequest) -> HttpResponse:
    """With a mark in front by which spreadsheets know the encoding."""
    inhalt = "\ufeff" + mitnahme.als_csv(request.zugang.organisation)
    return _datei(HttpResponse(inhalt, content_type="text/csv; charset=utf-8"), "angebote", "csv")


def _datei(antwort: HttpResponse, name: str, endung: str) -> HttpResponse:
    antwort["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate():%Y-%m-%d}.{endung}"'
    return antwort
