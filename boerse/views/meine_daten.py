"""What does a citizen's own page show and do? Where it stands, correct, take along, withdraw, delete; by the link from
our mails."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.links import token as link_token
from ehrenamt.rollen import BUERGERIN
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import begrenzt, formularseite

from ..ablauf import ANFRAGE
from ..auskunft import als_dokument
from ..forms.meine_daten import BerichtigungForm
from ..mails import BESTAETIGUNG, MEINE_DATEN
from ..meine_daten import weitere
from ..models import Anfrage
from ..verlauf import fuer_buergerin
from .auskunft import ANFRAGEN, eigenes


@require_safe
@eigenes(ANFRAGEN, *MEINE_DATEN)
def meine_daten(request: HttpRequest, token: str, anfrage: Anfrage) -> HttpResponse:
    moeglich = ANFRAGE.moegliche(anfrage.status, BUERGERIN.rolle)
    bestaetigung = link_token(BESTAETIGUNG[0], anfrage.kennung) if "bestaetigen" in moeglich else ""
    kontext = {
        "anfrage": anfrage,
        "angebot": anfrage.angebot,
        "verlauf": fuer_buergerin(anfrage),
        "zurueckziehbar": "zurueckziehen" in moeglich,
        "bestaetigung": bestaetigung,
        "weitere": [(andere, link_token(MEINE_DATEN[0], andere.kennung)) for andere in weitere(anfrage)],
        "token": token,
    }
    return render(request, "boerse/meine_daten.html", kontext)


@formularseite
@eigenes(ANFRAGEN, *MEINE_DATEN)
@begrenzt("meine_daten_aendern", hoechstens=20)
def meine_daten_aendern(request: HttpRequest, token: str, anfrage: Anfrage) -> HttpResponse:
    if not anfrage.berichtigbar:
        return redirect("meine_daten", token)
    form = BerichtigungForm(anfrage, request.POST or None)
    if form.is_valid():
        # It came to an end meanwhile: the page says where it stands.
        with suppress(AblaufFehler):
            anfrage.berichtigen(**form.cleaned_data)
        return redirect("meine_daten", token)
    kontext = {"anfrage": anfrage, "angebot": anfrage.angebot, "form": form, "token": token}
    return render(request, "boerse/meine_daten_aendern.html", kontext)


@require_safe
@eigenes(ANFRAGEN, *MEINE_DATEN)
def meine_daten_datei(request: HttpRequest, token: str, anfrage: Anfrage) -> HttpResponse:
    """Everything that is stored, of the person's other confirmed enquiries too."""
    dokument = als_dokument(anfrage, weitere(anfrage))
    antwort = JsonResponse(dokument, json_dumps_params={"ensure_ascii": False, "indent": 2})
    antwort["Content-Disposition"] = 'attachment; filename="meine-daten.json"'
    return antwort


@eigenes(ANFRAGEN, *MEINE_DATEN)
@require_POST
def meine_daten_rueckzug(request: HttpRequest, token: str, anfrage: Anfrage) -> HttpResponse:
    # Withdrawn twice, or it has come to an end: the page says where it stands.
    with suppress(AblaufFehler):
        anfrage.zurueckziehen()
    return redirect("meine_daten", token)


@eigenes(ANFRAGEN, *MEINE_DATEN)
@require_POST
def meine_daten_loeschung(request: HttpRequest, token: str, anfrage: Anfrage) -> HttpResponse:
    war_bekannt = anfrage.weitergegeben_am
    anfrage.loeschen(BUERGERIN)
    text = _("Name, Adresse, Nachricht und alle E-Mails dazu sind gelöscht. Wir wissen nicht mehr, wer Sie sind.")
    if war_bekannt:
        text += "\n\n" + _("Die Organisation haben wir gebeten, Ihre Angaben ebenfalls zu löschen.")
    return hinweis(request, _("Ihre Angaben sind gelöscht"), text, [(_("Zur Startseite"), reverse("start"))], art="gut")
