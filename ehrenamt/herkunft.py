"""Where does a request come from: a page of this portal, a program? For forms without a token: the pages they stand on
need no cookie."""

import re
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

# "none": the person did it in the browser itself, no page had a part in it. Other hosts of the same domain
# ("same-site") are not this portal.
VON_HIER = {"same-origin", "none"}

_PROGRAMM = re.compile(r"bot|crawl|spider|slurp|preview|scan|monitor|curl|wget|python|java/|http", re.IGNORECASE)


def von_eigener_seite(request: HttpRequest) -> bool:
    """The first header that is there decides; where none tells, the answer is no.

    Sec-Fetch-Site is written by the browser and cannot be set by a page. Older browsers, and addresses without
    encryption, send Origin or at least Referer (OWASP Cross-Site Request Forgery Prevention, "Fetch Metadata").
    """
    if (gegenueber := request.headers.get("Sec-Fetch-Site")) is not None:
        return gegenueber in VON_HIER
    herkunft = request.headers.get("Origin")
    if herkunft is None:
        herkunft = _herkunft(request.headers.get("Referer", ""))
    return herkunft in (f"{request.scheme}://{request.get_host()}", settings.PORTAL_ADRESSE)


def nur_von_eigener_seite(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Instead of Django's token: what a page of somebody else sends is refused."""

    @csrf_exempt
    @wraps(view)
    def geprueft(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not von_eigener_seite(request):
            return render(request, "403_herkunft.html", status=403)
        return view(request, *args, **kwargs)

    return geprueft


def _herkunft(adresse: str) -> str:
    """Scheme, host and port of an address; what is none has none."""
    try:
        teile = urlsplit(adresse)
    except ValueError:
        return ""
    return f"{teile.scheme}://{teile.netloc}" if teile.netloc else ""


def ist_programm(request: HttpRequest) -> bool:
    """Search engines and the like, where they say so, and pages that a browser only fetches in advance."""
    wer = request.headers.get("User-Agent", "")
    return not wer or bool(_PROGRAMM.search(wer)) or "prefetch" in request.headers.get("Sec-Purpose", "")
