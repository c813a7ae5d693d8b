"""How does a page look that has just one thing to say: done, too late, not possible?"""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def hinweis(
    request: HttpRequest,
    titel: str,
    text: str,
    links: Iterable[tuple[str, str]] = (),
    *,
    art: str = "",
    status: int = 200,
) -> HttpResponse:
    """`links`: (words, address), the first is the button. `art`: "gut", "warnung" or nothing."""
    kontext = {"titel": titel, "text": text, "art": art}
    kontext["links"] = [{"text": worte, "url": adresse} for worte, adresse in links]
    return render(request, "seiten/hinweis.html", kontext, status=status)
