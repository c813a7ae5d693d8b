"""The pages whose texts the Kontaktstelle edits itself."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ..barrierefreiheit import LEICHTE_SPRACHE
from ..models import Seite
from ..seiten import als_html
from ..sprachen import in_sprache


@require_safe
def seite(request: HttpRequest, slug: str) -> HttpResponse:
    if slug in settings.SEITEN_AUS:
        raise Http404
    zeile = get_object_or_404(Seite, slug=slug)
    kontext = {
        "seite": {"titel": str(zeile)},
        "inhalt_html": als_html(in_sprache(zeile.text), slug),
        "uebersetzt": bool(zeile.text.get(get_language())),
        "leicht": slug == LEICHTE_SPRACHE,
    }
    return render(request, "seiten/seite.html", kontext)
