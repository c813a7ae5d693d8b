"""Has somebody got in touch? The person says it, by the link from our mails, whenever the table allows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ehrenamt.views.schutz import formularseite
from ehrenamt.views.versuch import versuchen

from ..mails import MEINE_DATEN
from ..models import Anfrage
from .auskunft import ANFRAGEN, eigenes


@formularseite
@eigenes(ANFRAGEN, *MEINE_DATEN)
def meine_daten_antwort(request: HttpRequest, token: str, anfrage: Anfrage) -> HttpResponse:
    if request.method == "POST":
        _eintragen(request, anfrage, request.POST.get("gemeldet", ""))
    elif anfrage.wird_gefragt:
        kontext = {"anfrage": anfrage, "angebot": anfrage.angebot, "token": token}
        return render(request, "boerse/meine_daten_antwort.html", kontext)
    return redirect("meine_daten", token)


def _eintragen(request: HttpRequest, anfrage: Anfrage, wort: str) -> None:
    if wort == "ja":
        versuchen(request, anfrage.erhalten, _("Schön, dass sich jemand gemeldet hat. Danke!"))
    elif wort == "nein":
        versuchen(request, anfrage.vermissen, _("Danke, dass Sie es sagen. Wir kümmern uns darum."))
