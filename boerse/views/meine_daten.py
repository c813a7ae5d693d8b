"""What does a citizen's own page show and do? Where it stands, withdraw, delete; by the link from our mails."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.links import token as link_token
from ehrenamt.rollen import BUERGERIN
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import per_link

from ..ablauf import ANFRAGE
from ..mails import BESTAETIGUNG, MEINE_DATEN
from ..models import Anfrage
from ..verlauf import fuer_buergerin
from .auskunft import weg_geloescht


@require_safe
@per_link(*MEINE_DATEN)
def meine_daten(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    anfrage = _anfrage(kennung)
    if anfrage is None:
        return weg_geloescht(request)
    moeglich = ANFRAGE.moegliche(anfrage.status, BUERGERIN.rolle)
    bestaetigung = link_token(BESTAETIGUNG[0], anfrage.kennung) if "bestaetigen" in moeglich else ""
    kontext = {
        "anfrage": anfrage,
        "angebot": anfrage.angebot,
        "verlauf": fuer_buergerin(anfrage),
        "zurueckziehbar": "zurueckziehen" in moeglich,
        "bestaetigung": bestaetigung,
        "token": token,
    }
    return render(request, "boerse/meine_daten.html", kontext)


@per_link(*MEINE_DATEN)
@require_POST
def meine_daten_rueckzug(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    anfrage = _anfrage(kennung)
    if anfrage is None:
        return weg_geloescht(request)
    # Withdrawn twice, or it has come to an end: the page says where it stands.
    with suppress(AblaufFehler):
        anfrage.zurueckziehen()
    return redirect("meine_daten", token)


@per_link(*MEINE_DATEN)
@require_POST
def meine_daten_loeschung(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    anfrage = _anfrage(kennung)
    if anfrage is None:
        return weg_geloescht(request)
    war_bekannt = anfrage.weitergegeben_am
    anfrage.loeschen(BUERGERIN)
    text = _("Name, Adresse, Nachricht und alle E-Mails dazu sind gelöscht. Wir wissen nicht mehr, wer Sie sind.")
    if war_bekannt:
        text += "\n\n" + _("Die Organisation haben wir gebeten, Ihre Angaben ebenfalls zu löschen.")
    return hinweis(request, _("Ihre Angaben sind gelöscht"), text, [(_("Zur Startseite"), reverse("start"))], art="gut")


def _anfrage(kennung: str) -> Anfrage | None:
    return Anfrage.objects.vorhanden().select_related("angebot__organisation").filter(kennung=kennung).first()
