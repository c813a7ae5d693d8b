"""What does somebody see when a request cannot be served?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..aufbewahrung import aufheben

# Whose forms read what was kept (ehrenamt/aufbewahrung.py).
MIT_AUFBEWAHRUNG = "/arbeitsbereich/"


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: cookies are off, or the page is from before the last log-in."""
    eigene = MIT_AUFBEWAHRUNG in request.path and not _von_fremder_seite(request)
    kontext = {"aufgehoben": eigene and aufheben(request)}
    return render(request, "403_formular.html", kontext, status=403)


def _von_fremder_seite(request: HttpRequest) -> bool:
    """Another site's form comes without our cookies: a new session for it would end the one that is there, and fill
    the person's next form with the other site's words."""
    eigene = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin", eigene) not in (eigene, settings.PORTAL_ADRESSE)
