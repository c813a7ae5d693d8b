"""How is a page packed on its way? Less tightly than Django would: in a third of the time, for a few bytes more."""

import gzip
import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import patch_vary_headers

STUFE = 4
# Shorter ones would hardly become shorter.
MINDESTENS = 200
_MIT_NAMEN = 8  # RFC 1952, FLG.FNAME


def packen(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Middleware: what is sent as a whole is compressed where the browser takes it."""

    def antworten(request: HttpRequest) -> HttpResponse:
        antwort = get_response(request)
        if antwort.streaming or len(antwort.content) < MINDESTENS or antwort.has_header("Content-Encoding"):
            return antwort
        patch_vary_headers(antwort, ["Accept-Encoding"])
        if re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")):
            antwort.content = _gepackt(antwort.content)
            antwort.headers["Content-Encoding"] = "gzip"
            antwort.headers["Content-Length"] = str(len(antwort.content))
            if antwort.headers.get("ETag", "").startswith('"'):
                antwort.headers["ETag"] = f"W/{antwort.headers['ETag']}"
        return antwort

    return antworten


def _gepackt(inhalt: bytes) -> bytes:
    """With a file name of any length, so that nobody learns from the size what stands in a page (BREACH)."""
    daten = gzip.compress(inhalt, STUFE, mtime=0)
    return daten[:3] + bytes([_MIT_NAMEN]) + daten[4:10] + b"a" * secrets.randbelow(100) + b"\0" + daten[10:]
