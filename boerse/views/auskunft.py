"""How does a citizen's link lead to what it is about, and what do we say to whoever comes too late, or twice?"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ehrenamt.anfuehrung import zitat
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import View, per_link

from ..models import Anfrage, Angebot, Engagementwunsch

ANFRAGEN = Anfrage.objects.vorhanden().select_related("angebot__organisation")
WUENSCHE = Engagementwunsch.objects.vorhanden()


def eigenes(zeilen: QuerySet, zweck: str, gueltig: timedelta) -> Callable[[View], View]:
    """As per_link, but the view gets what the link is about instead of its `kennung`; what is deleted has no page."""

    def dekorieren(view: View) -> View:
        @per_link(zweck, gueltig)
        @wraps(view)
        def mit_objekt(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
            objekt = zeilen.filter(kennung=kennung).first()
            return _weg_geloescht(request) if objekt is None else view(request, token, objekt)

        return mit_objekt

    return dekorieren


def aehnliche(angebot: Angebot) -> tuple[str, str]:
    """A way on: the list, narrowed to the same Thema and Gemeinde."""
    parameter = {"thema": angebot.themen[:1], "gemeinde": [angebot.zustaendig_ags]}
    return _("Ähnliche Angebote ansehen"), f"{reverse('angebote')}?{urlencode(parameter, doseq=True)}"


def nicht_mehr_aktuell(request: HttpRequest, angebot: Angebot) -> HttpResponse:
    text = _(
        "Für „%(titel)s“ nimmt die Organisation gerade keine Nachrichten an: Die Aufgabe ist vergeben, vorbei oder "
        "macht Pause. Eine Nachricht, die Sie noch nicht bestätigt haben, geben wir nicht weiter; wir löschen sie "
        "von selbst.\n\nEs gibt aber andere Aufgaben, die zu Ihnen passen können."
    ) % {"titel": zitat(angebot.titel)}
    wege = [aehnliche(angebot), (_("Alle Angebote ansehen"), reverse("angebote"))]
    return hinweis(request, _("Dieses Angebot ist nicht mehr aktuell"), text, wege, art="warnung", status=410)


def _weg_geloescht(request: HttpRequest) -> HttpResponse:
    text = _(
        "Zu diesem Link haben wir keine Angaben mehr. Sie wurden gelöscht, weil Sie es so wollten oder weil die "
        "Frist dafür vorbei ist.\n\nMöchten Sie sich engagieren? Schreiben Sie gern eine neue Nachricht."
    )
    return hinweis(request, _("Schon gelöscht"), text, [(_("Angebote ansehen"), reverse("angebote"))], status=410)
