"""How does a PDF reach the person who asked for it?"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers

from ..papier import Papierfehler


def als_pdf(pdf: bytes, name: str) -> HttpResponse:
    """As a file of this name, kept by no cache on the way."""
    antwort = HttpResponse(pdf, content_type="application/pdf")
    antwort["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    add_never_cache_headers(antwort)
    return antwort


def drucken(request: HttpRequest, setzen: Callable[[], bytes], name: str, sonst: str) -> HttpResponse:
    """Where the PDF cannot be made, the page `sonst` says so."""
    try:
        return als_pdf(setzen(), name)
    except Papierfehler as fehler:
        messages.error(request, str(fehler))
        return redirect(sonst)
