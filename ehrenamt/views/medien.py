"""How does a film get into the browser? In pieces (RFC 9110, 14), so that people can jump and phones can wait."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.core.files.storage import storages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

ARTEN = {"mp4": "video/mp4", "vtt": "text/vtt; charset=utf-8"}
STUECK = 64 * 1024
_BEREICH = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@require_safe
def medien(request: HttpRequest, name: str, endung: str) -> HttpResponse:
    """The name says what is in the file, so it may be kept for ever, and its name is its ETag."""
    speicher, datei = storages["medien"], f"{name}.{endung}"
    if not speicher.exists(datei):
        raise Http404
    # A compressed answer has other bytes than the ones a browser counts in.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    groesse, etag = speicher.size(datei), f'"{name}"'
    von, bis, status = _bereich(request, groesse, etag)
    if status == 416:
        antwort = HttpResponse(status=416)
        antwort["Content-Range"] = f"bytes */{groesse}"
        return antwort
    inhalt = _stuecke(speicher.open(datei), von, bis) if request.method == "GET" else ()
    antwort = StreamingHttpResponse(inhalt, status=status, content_type=ARTEN[endung])
    antwort["Content-Length"] = str(bis - von + 1)
    antwort["Accept-Ranges"] = "bytes"
    antwort["ETag"] = etag
    antwort["Cache-Control"] = "public, max-age=31536000, immutable"
    if status == 206:
        antwort["Content-Range"] = f"bytes {von}-{bis}/{groesse}"
    return antwort


def _bereich(request: HttpRequest, groesse: int, etag: str) -> tuple[int, int, int]:
    """First byte, last byte and status. What is no single range of bytes is answered with everything."""
    alles = 0, groesse - 1, 200
    treffer = _BEREICH.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if not treffer or not any(treffer.groups()) or request.headers.get("If-Range", etag) != etag:
        return alles
    erstes, letztes = treffer.groups()
    if not erstes:  # the last so many bytes
        von, bis = max(groesse - int(letztes), 0), groesse - 1
    else:
        von, bis = int(erstes), min(int(letztes or groesse - 1), groesse - 1)
        if letztes and int(letztes) < von:
            return alles
    return (von, bis, 206) if von <= bis else (0, 0, 416)


def _stuecke(datei: BinaryIO, von: int, bis: int) -> Iterator[bytes]:
    with datei:
        datei.seek(von)
        rest = bis - von + 1
        while rest > 0 and (stueck := datei.read(min(STUECK, rest))):
            rest -= len(stueck)
            yield stueck
