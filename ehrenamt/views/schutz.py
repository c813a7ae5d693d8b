"""What protects pages that work by a mailed link, and forms that everybody may send? How are forms asked for?"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from .. import links
from ..ratenbegrenzung import erlaubt
from .hinweis import hinweis

View = Callable[..., HttpResponse]

# A page with a form that it takes itself. Whoever only asks whether it is there (HEAD) gets the answer of GET.
formularseite = require_http_methods(["GET", "HEAD", "POST"])


def ohne_referrer(view: View) -> View:
    """The address itself is a secret: it goes to no other site, into no cache and into no search engine."""

    @wraps(view)
    def geschuetzt(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        antwort = view(request, *args, **kwargs)
        # No path in any Referer. "no-referrer" would do the same, but makes browsers send "Origin: null" with
        # the page's own form, which the CSRF check rightly refuses.
        antwort["Referrer-Policy"] = "strict-origin"
        antwort["X-Robots-Tag"] = "noindex"
        add_never_cache_headers(antwort)
        return antwort

    return geschuetzt


def per_link(zweck: str, gueltig: timedelta) -> Callable[[View], View]:
    """The address carries a token for this purpose; the view gets the object's `kennung` beside it.
    `request.link_an` is whoever got the link, None where it names nobody.

    A link that is too old or was not made here leads to a page that says what to do.
    """

    def dekorieren(view: View) -> View:
        @ohne_referrer
        @wraps(view)
        def mit_kennung(request: HttpRequest, token: str, **kwargs) -> HttpResponse:
            try:
                kennung, request.link_an = links.oeffnen(zweck, token, gueltig)
            except links.LinkAbgelaufen:
                return _abgelaufen(request)
            except links.LinkUngueltig:
                return _ungueltig(request)
            return view(request, token, kennung, **kwargs)

        return mit_kennung

    return dekorieren


def begrenzt(zweck: str, hoechstens: int, je: timedelta = timedelta(hours=1)) -> Callable[[View], View]:
    """From one address this form is taken at most so often; then a page says when to come again."""

    def dekorieren(view: View) -> View:
        @wraps(view)
        def gezaehlt(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if request.method == "POST" and not erlaubt(request, zweck, hoechstens, je):
                return _zu_oft(request, je)
            return view(request, *args, **kwargs)

        return gezaehlt

    return dekorieren


def nicht_mehr_zustaendig(request: HttpRequest) -> HttpResponse:
    """The link was right, but whoever got it no longer acts for the organisation."""
    text = _(
        "Der Link gehört zu einer Person, die nicht mehr im Team dieser Organisation ist, oder zu einer Adresse, an "
        "die wir früher geschrieben haben.\n\nSind Sie im Team? Dann melden Sie sich bitte an. Dort geht alles, was in "
        "unseren E-Mails steht."
    )
    wege = [(_("Anmelden"), reverse("arbeitsbereich")), (_("Zur Startseite"), reverse("start"))]
    return hinweis(request, _("Dieser Link gilt nicht mehr"), text, wege, art="warnung", status=410)


def _abgelaufen(request: HttpRequest) -> HttpResponse:
    text = _(
        "Links aus unseren E-Mails gelten nur für eine bestimmte Zeit, damit niemand sie später missbrauchen kann.\n\n"
        "Haben Sie den Knopf dahinter schon gedrückt? Dann ist alles erledigt. Sonst beginnen Sie einfach neu."
    )
    wege = [(_("Angebote ansehen"), reverse("angebote"))]
    wege.append((_("Link zu Meine Daten neu anfordern"), reverse("meine_daten_anfordern")))
    return hinweis(request, _("Dieser Link ist abgelaufen"), text, wege, art="warnung", status=410)


def _ungueltig(request: HttpRequest) -> HttpResponse:
    text = _(
        "Vermutlich ist die Adresse beim Kopieren nicht vollständig angekommen. Öffnen Sie den Link bitte direkt "
        "aus der E-Mail, oder kopieren Sie ihn ganz, vom Anfang bis zum Ende."
    )
    wege = [(_("Zur Startseite"), reverse("start"))]
    return hinweis(request, _("Dieser Link stimmt nicht"), text, wege, art="warnung", status=404)


def _zu_oft(request: HttpRequest, je: timedelta) -> HttpResponse:
    text = _(
        "Von Ihrem Anschluss kamen in kurzer Zeit sehr viele Formulare. Zum Schutz vor Missbrauch machen wir eine "
        "Pause.\n\nGehen Sie in Ihrem Browser einen Schritt zurück, dann ist Ihr Text noch da, und versuchen Sie "
        "es in einer Stunde noch einmal. Oder rufen Sie uns an."
    )
    antwort = hinweis(request, _("Bitte warten Sie einen Moment"), text, art="warnung", status=429)
    antwort["Retry-After"] = str(int(je.total_seconds()))
    return antwort
