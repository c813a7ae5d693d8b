"""What does the page of somebody who offered help show and do? The same rights as with an enquiry."""

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
from ehrenamt.views.schutz import formularseite

from ..ablauf import ENGAGEMENTWUNSCH
from ..forms.engagementwunsch import WunschAendernForm
from ..mails_wunsch import MEIN_WUNSCH, WUNSCH_BESTAETIGUNG
from ..models import Angebot, Engagementwunsch
from ..verlauf import WUNSCH, fuer_buergerin
from ..wunschtext import als_dokument, zeilen
from .auskunft import WUENSCHE, eigenes


@require_safe
@eigenes(WUENSCHE, *MEIN_WUNSCH)
def mein_wunsch(request: HttpRequest, token: str, wunsch: Engagementwunsch) -> HttpResponse:
    moeglich = ENGAGEMENTWUNSCH.moegliche(wunsch.status, BUERGERIN.rolle)
    bestaetigung = link_token(WUNSCH_BESTAETIGUNG[0], wunsch.kennung) if "bestaetigen" in moeglich else ""
    kontext = {
        "wunsch": wunsch,
        "zeilen": zeilen(wunsch),
        "vorschlaege": Angebot.objects.mit_seite().filter(pk__in=wunsch.vorschlaege.values("pk")).fuer_seite(),
        "verlauf": fuer_buergerin(wunsch, WUNSCH),
        "zurueckziehbar": "zurueckziehen" in moeglich,
        "bestaetigung": bestaetigung,
        "token": token,
    }
    return render(request, "boerse/mein_wunsch.html", kontext)


@formularseite
@eigenes(WUENSCHE, *MEIN_WUNSCH)
def mein_wunsch_aendern(request: HttpRequest, token: str, wunsch: Engagementwunsch) -> HttpResponse:
    if not wunsch.aenderbar:
        return redirect("mein_wunsch", token)
    form = WunschAendernForm(wunsch, request.POST or None)
    if form.is_valid():
        # It came to an end meanwhile: the page says where it stands.
        with suppress(AblaufFehler):
            form.aendern(wunsch)
        return redirect("mein_wunsch", token)
    return render(request, "boerse/mein_wunsch_aendern.html", {"form": form, "wunsch": wunsch, "token": token})


@require_safe
@eigenes(WUENSCHE, *MEIN_WUNSCH)
def mein_wunsch_datei(request: HttpRequest, token: str, wunsch: Engagementwunsch) -> HttpResponse:
    """Everything that is stored, to take along (Art. 15 and 20 DSGVO)."""
    antwort = JsonResponse(als_dokument(wunsch), json_dumps_params={"ensure_ascii": False, "indent": 2})
    antwort["Content-Disposition"] = 'attachment; filename="mein-engagementwunsch.json"'
    return antwort


@eigenes(WUENSCHE, *MEIN_WUNSCH)
@require_POST
def mein_wunsch_rueckzug(request: HttpRequest, token: str, wunsch: Engagementwunsch) -> HttpResponse:
    # Withdrawn twice, or it has come to an end: the page says where it stands.
    with suppress(AblaufFehler):
        wunsch.zurueckziehen()
    return redirect("mein_wunsch", token)


@eigenes(WUENSCHE, *MEIN_WUNSCH)
@require_POST
def mein_wunsch_loeschung(request: HttpRequest, token: str, wunsch: Engagementwunsch) -> HttpResponse:
    wunsch.loeschen(BUERGERIN)
    text = _("Name, Kontakt, Wünsche und alle E-Mails dazu sind gelöscht. Wir wissen nicht mehr, wer Sie sind.")
    return hinweis(request, _("Ihre Angaben sind gelöscht"), text, [(_("Zur Startseite"), reverse("start"))], art="gut")
