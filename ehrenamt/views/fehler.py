"""What does somebody see when a request cannot be served?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..aufbewahrung import aufheben

# Whose forms read what was kept (ehrenamt/aufbewahrung.py).
MIT_AUFBEWAHRUNG = "/arbeitsbereich/"


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: cookies are off, or the page is from before the last log-in."""
    kontext = {"aufgehoben": MIT_AUFBEWAHRUNG in request.path and aufheben(request)}
    return render(request, "403_formular.html", kontext, status=403)
