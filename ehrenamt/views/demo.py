"""Which mails would have gone out? Shown in demo mode only, so that every mailed link can be followed."""

from functools import wraps

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.csp import CSP
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from ..models import Nachricht
from .schutz import View, ohne_referrer

# A mail's styles are inline, as mail programmes want them; nothing else is let in, and only the outbox frames it.
CSP_MAIL = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.UNSAFE_INLINE],
    "img-src": ["data:"],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
CSP_RAHMEN = settings.SECURE_CSP | {"frame-src": [CSP.SELF]}


def nur_demo(view: View) -> View:
    """Anywhere else there is no such page."""

    @ohne_referrer
    @wraps(view)
    def geschuetzt(request: HttpRequest, **kwargs) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return require_safe(view)(request, **kwargs)

    return geschuetzt


@nur_demo
def postausgang(request: HttpRequest) -> HttpResponse:
    nachrichten = Paginator(Nachricht.objects.defer("text", "html"), 30).get_page(request.GET.get("seite"))
    return render(request, "demo/postausgang.html", {"nachrichten": nachrichten})


@csp_override(CSP_RAHMEN)
@nur_demo
def nachricht(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "demo/nachricht.html", {"nachricht": get_object_or_404(Nachricht, pk=pk)})


@xframe_options_sameorigin
@csp_override(CSP_MAIL)
@nur_demo
def nachricht_html(request: HttpRequest, pk: int) -> HttpResponse:
    """The mail's HTML by itself, for the frame. Its links open the portal beside it."""
    html = get_object_or_404(Nachricht.objects.exclude(html=""), pk=pk).html
    return HttpResponse(html.replace("<head>", '<head><base target="_top">', 1))
