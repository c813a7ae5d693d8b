"""What do both sides say weeks later? A page with yes and no, by the link from our mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ehrenamt.rollen import Rolle
from ehrenamt.views.schutz import formularseite, nicht_mehr_zustaendig

from ..mails import RUECKMELDUNG, anfrage_stand_link
from ..models import Anfrage, Rueckmeldung
from .auskunft import eigenes

ANTWORTEN = {"ja": True, "nein": False}


@formularseite
@eigenes(Rueckmeldung.objects.select_related("anfrage__angebot__organisation"), *RUECKMELDUNG)
def rueckmeldung(request: HttpRequest, token: str, zeile: Rueckmeldung) -> HttpResponse:
    angebot = zeile.anfrage.angebot
    if zeile.seite == Rueckmeldung.Seite.ORGANISATION and not angebot.organisation.link_gilt(request.link_an):
        return nicht_mehr_zustaendig(request)
    if request.method == "POST":
        antwort = ANTWORTEN.get(request.POST.get("antwort", ""))
        if antwort is not None:
            zeile.beantworten(antwort)
        return redirect("rueckmeldung", token)
    kontext = {"rueckmeldung": zeile, "angebot": angebot, "organisation": angebot.organisation}
    return render(request, "boerse/rueckmeldung.html", kontext | {"vermitteln": _vermitteln(request, zeile)})


def _vermitteln(request: HttpRequest, zeile: Rueckmeldung) -> str:
    """Where the organisation can note that it worked out, as it just said."""
    anfrage = zeile.anfrage
    gelungen = zeile.antwort and zeile.seite == Rueckmeldung.Seite.ORGANISATION
    if not gelungen or "vermitteln" not in Anfrage.ABLAUF.moegliche(anfrage.status, Rolle.ORGANISATION):
        return ""
    return anfrage_stand_link(anfrage).fuer(request.link_an) if anfrage.organisation_erreichbar else ""
