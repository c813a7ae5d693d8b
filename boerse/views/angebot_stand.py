"""How does an organisation keep its listing true? By the link in its mails, without logging in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ehrenamt.rollen import ORGANISATION, Rolle
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import formularseite, nicht_mehr_zustaendig, per_link
from ehrenamt.views.versuch import versuchen

from ..auswahl import AngebotStatus, Beendet
from ..mails import ANGEBOT_STAND
from ..models import Angebot
from ..stand import staende

# What is said afterwards; the table of transitions decides which buttons are there.
SAETZE = {
    "bestaetigen": gettext_lazy("Danke! Das Angebot ist als aktuell bestätigt."),
    "fortsetzen": gettext_lazy("Das Angebot ist wieder online."),
    "pausieren": gettext_lazy("Das Angebot ist pausiert. In der Suche erscheint es nicht mehr."),
    "beenden": gettext_lazy("Das Angebot ist beendet."),
}


@formularseite
@per_link(*ANGEBOT_STAND)
def angebot_stand(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    angebot = Angebot.objects.select_related("organisation").filter(kennung=kennung).first()
    if angebot is None:
        return hinweis(request, _("Dieses Angebot gibt es nicht mehr"), "", art="warnung", status=410)
    if not angebot.organisation.link_gilt(request.link_an):
        return nicht_mehr_zustaendig(request)
    if request.method == "POST":
        _eintragen(request, angebot)
        return redirect("angebot_stand", token)
    fassung = angebot.fassungen.order_by("-nummer").first()
    moeglich = Angebot.ABLAUF.moegliche(angebot.status, Rolle.ORGANISATION)
    if angebot.status == AngebotStatus.PAUSIERT:
        moeglich.discard("bestaetigen")  # said by "fortsetzen"
    kontext = {
        "angebot": angebot,
        "fassung": fassung,
        "titel": angebot.titel or (fassung.titel if fassung else ""),
        "staende": staende(angebot, fassung),
        "moeglich": moeglich,
        "gruende": Beendet.choices,
        "mit_team": angebot.organisation.teamzugaenge.exists(),
    }
    return render(request, "boerse/angebot_stand.html", kontext)


def _eintragen(request: HttpRequest, angebot: Angebot) -> None:
    schritt, grund = request.POST.get("schritt", ""), request.POST.get("grund", "")
    if grund in Beendet.values:
        schritt, weiteres = "beenden", [grund]
    else:
        weiteres = []
    if schritt not in SAETZE or (schritt == "beenden" and not weiteres):
        return
    versuchen(request, lambda: getattr(angebot, schritt)(ORGANISATION, *weiteres), SAETZE[schritt])
