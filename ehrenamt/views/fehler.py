"""What does somebody see when a request cannot be served?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from ..aufbewahrung import aufheben
from ..herkunft import von_eigener_seite
from ..kontext import Portal

# Whose forms read what was kept (ehrenamt/aufbewahrung.py).
MIT_AUFBEWAHRUNG = "/arbeitsbereich/"


def unlesbar(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """More parameters, fields or bytes than anybody sends by hand. They are not looked at again: that fails again."""
    return render(request, "400.html", status=400)


def gestoert(request: HttpRequest) -> HttpResponse:
    """Something of ours failed, perhaps the database: the page asks it nothing and knows only the settings."""
    return HttpResponse(loader.render_to_string("500.html", {"portal": Portal()}), status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: cookies are off, or the page is from before the last log-in.

    Another site's form comes without our cookies: a new session for it would end the one that is there, and fill the
    person's next form with the other site's words.
    """
    eigene = MIT_AUFBEWAHRUNG in request.path and von_eigener_seite(request)
    kontext = {"aufgehoben": eigene and aufheben(request)}
    return render(request, "403_formular.html", kontext, status=403)
