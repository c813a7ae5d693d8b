"""How does an organisation say which of its listings are still true? By the link in its mail, without logging in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ehrenamt.anfuehrung import zitat
from ehrenamt.rollen import ORGANISATION, Akteur, Rolle
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import formularseite, nicht_mehr_zustaendig, per_link
from ehrenamt.views.versuch import versuchen
from organisationen.models import Organisation

from .. import aktualitaet
from ..auswahl import Beendet
from ..mails import AKTUALITAET, angebot_stand_link
from ..models import Angebot
from ..stand import ANGEBOT

# What is said afterwards; the table of transitions decides which buttons are there.
SAETZE = {
    "bestaetigen": gettext_lazy("Danke! „%(titel)s“ ist als aktuell bestätigt."),
    "fortsetzen": gettext_lazy("Danke! „%(titel)s“ ist wieder online."),
    "pausieren": gettext_lazy("„%(titel)s“ ist pausiert. In der Suche erscheint es nicht mehr."),
    "beenden": gettext_lazy("„%(titel)s“ ist beendet."),
}


@formularseite
@per_link(*AKTUALITAET)
def angebote_bestaetigen(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    organisation = Organisation.objects.oeffentlich().filter(kennung=kennung).first()
    if organisation is None:
        return _nicht_freigegeben(request)
    if not organisation.link_gilt(request.link_an):
        return nicht_mehr_zustaendig(request)
    if request.method == "POST":
        _eintragen(request, organisation)
        return redirect("angebote_bestaetigen", token)
    offene = aktualitaet.offene(organisation)
    for angebot in offene:
        angebot.moeglich = Angebot.ABLAUF.moegliche(angebot.status, Rolle.ORGANISATION)
    kontext = {
        "organisation": organisation,
        "angebote": offene,
        "pausierte": [angebot for angebot in offene if angebot.ohne_antwort_pausiert],
        "beantwortete": _beantwortete(organisation, request.link_an),
        "gruende": Beendet.choices,
    }
    return render(request, "boerse/angebote_bestaetigen.html", kontext)


def alle_versuchen(request: HttpRequest, organisation: Organisation, akteur: Akteur) -> None:
    """Confirm the listings named in the form, and say how many it were."""
    bestaetigte = aktualitaet.alle_bestaetigen(organisation, akteur, request.POST.getlist("angebot"))
    if not bestaetigte:
        _schon_beantwortet(request)
        return
    anzahl = len(bestaetigte)
    satz = ngettext(
        "Danke! Ein Angebot ist als aktuell bestätigt.", "Danke! %(n)s Angebote sind als aktuell bestätigt.", anzahl
    )
    messages.success(request, satz % {"n": anzahl})


def _eintragen(request: HttpRequest, organisation: Organisation) -> None:
    schritt, grund = request.POST.get("schritt", ""), request.POST.get("grund", "")
    if schritt == "alle":
        alle_versuchen(request, organisation, ORGANISATION)
        return
    weiteres = [grund] if grund in Beendet.values else []
    schritt = "beenden" if weiteres else schritt
    if schritt not in SAETZE or (schritt == "beenden" and not weiteres):
        return
    nummer = request.POST.get("angebot", "")
    angebot = next((zeile for zeile in aktualitaet.offene(organisation) if str(zeile.pk) == nummer), None)
    if angebot is None:
        _schon_beantwortet(request)
        return
    satz = SAETZE[schritt] % {"titel": zitat(angebot.titel)}
    versuchen(request, lambda: getattr(angebot, schritt)(ORGANISATION, *weiteres), satz)


def _schon_beantwortet(request: HttpRequest) -> None:
    messages.info(request, _("Das war schon beantwortet. Unten sehen Sie, wie es jetzt steht."))


def _beantwortete(organisation: Organisation, an: str | None) -> list[Angebot]:
    """What was done today, each with its state and the way to change it."""
    angebote = list(aktualitaet.heute_beantwortet(organisation))
    for angebot in angebote:
        angebot.stand, angebot.link = ANGEBOT[angebot.status], angebot_stand_link(angebot).fuer(an)
    return angebote


def _nicht_freigegeben(request: HttpRequest) -> HttpResponse:
    text = _(
        "Ihre Organisation ist hier zurzeit nicht freigegeben. Ihre Angebote erscheinen deshalb nicht, und wir fragen "
        "auch nicht nach ihnen.\n\nBitte sprechen Sie uns an."
    )
    wege = [(_("Zur Startseite"), reverse("start"))]
    return hinweis(request, _("Hier ist gerade nichts zu tun"), text, wege, art="warnung", status=410)
