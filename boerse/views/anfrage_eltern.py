"""How does a parent allow or forbid what a child under 16 wrote? By the link in our mail, without an account."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import formularseite

from ..mails import ANFRAGE_ELTERN
from ..models import Anfrage
from .auskunft import ANFRAGEN, eigenes, nicht_mehr_aktuell


@formularseite
@eigenes(ANFRAGEN, *ANFRAGE_ELTERN)
def anfrage_eltern(request: HttpRequest, token: str, anfrage: Anfrage) -> HttpResponse:
    """No is possible at any time: what was allowed can be taken back."""
    entscheidung = request.POST.get("entscheidung", "")
    if entscheidung == "nein":
        return _abgelehnt(request, anfrage)
    wartet = anfrage.status == Anfrage.Status.ELTERN
    if wartet and not anfrage.angebot.ist_oeffentlich:
        return nicht_mehr_aktuell(request, anfrage.angebot)
    if request.method == "POST":
        # Pressed twice, or the child withdrew meanwhile: the page says where it stands.
        if entscheidung == "ja":
            with suppress(AblaufFehler):
                anfrage.eltern_zustimmen()
        return redirect("anfrage_eltern", token)
    kontext = {"anfrage": anfrage, "angebot": anfrage.angebot, "wartet": wartet}
    return render(request, "boerse/anfrage_eltern.html", kontext)


def _abgelehnt(request: HttpRequest, anfrage: Anfrage) -> HttpResponse:
    war_bekannt = anfrage.weitergegeben_am
    anfrage.eltern_ablehnen()
    text = _("Die Nachricht, alle Angaben Ihres Kindes und Ihre Adresse sind gelöscht.")
    if war_bekannt:
        text += " " + _("Die Organisation haben wir gebeten, sie ebenfalls zu löschen.")
    if anfrage.email:
        text += "\n\n" + _("Ihrem Kind haben wir das freundlich geschrieben.")
    return hinweis(request, _("Gelöscht"), text, [(_("Zur Startseite"), reverse("start"))], art="gut")
