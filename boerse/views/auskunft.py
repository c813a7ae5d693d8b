"""What do we say when a citizen comes too late, or twice?"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ehrenamt.views.hinweis import hinweis

from ..models import Angebot


def aehnliche(angebot: Angebot) -> tuple[str, str]:
    """A way on: the list, narrowed to the same Thema and Gemeinde."""
    parameter = {"thema": angebot.themen[:1], "gemeinde": [angebot.zustaendig_ags]}
    return _("Ähnliche Angebote ansehen"), f"{reverse('angebote')}?{urlencode(parameter, doseq=True)}"


def nicht_mehr_aktuell(request: HttpRequest, angebot: Angebot) -> HttpResponse:
    text = _(
        "Für „%(titel)s“ nimmt die Organisation gerade keine Nachrichten an: Die Aufgabe ist vergeben, vorbei oder "
        "macht Pause. Eine Nachricht, die Sie noch nicht bestätigt haben, geben wir nicht weiter; wir löschen sie "
        "von selbst.\n\nEs gibt aber andere Aufgaben, die zu Ihnen passen können."
    ) % {"titel": angebot.titel}
    wege = [aehnliche(angebot), (_("Alle Angebote ansehen"), reverse("angebote"))]
    return hinweis(request, _("Dieses Angebot ist nicht mehr aktuell"), text, wege, art="warnung", status=410)


def weg_geloescht(request: HttpRequest) -> HttpResponse:
    text = _(
        "Zu diesem Link haben wir keine Angaben mehr. Sie wurden gelöscht, weil Sie es so wollten oder weil die "
        "Frist dafür vorbei ist.\n\nMöchten Sie sich engagieren? Schreiben Sie gern eine neue Nachricht."
    )
    return hinweis(request, _("Schon gelöscht"), text, [(_("Angebote ansehen"), reverse("angebote"))], status=410)
