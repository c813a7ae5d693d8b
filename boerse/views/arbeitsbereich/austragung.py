"""How does an organisation leave the portal, and come back?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ehrenamt.views.schutz import formularseite
from ehrenamt.views.versuch import versuchen
from organisationen.zugang import teamzugang_erforderlich

from ... import abschied
from ...models import Anfrage, Angebot


@formularseite
@teamzugang_erforderlich(leitung=True)
def austragen(request: HttpRequest) -> HttpResponse:
    """Says what happens; the button does it."""
    organisation = request.zugang.organisation
    if request.method == "POST":
        satz = _("Ihre Organisation ist ausgetragen. Ihr Konto und Ihr Team bleiben.")
        versuchen(request, lambda: abschied.austragen(organisation, request.akteur), satz)
        return redirect("arbeitsbereich_profil", organisation.pk)
    angebote = Angebot.objects.fuer(request.user).filter(organisation=organisation, status__in=abschied.ZU_BEENDEN)
    offene = Anfrage.objects.fuer(request.user).filter(angebot__organisation=organisation).unbeantwortet()
    kontext = {"angebote": angebote.count(), "offene": offene.count(), "abschnitt": "profil", "breit": True}
    return render(request, "boerse/arbeitsbereich/austragung.html", kontext)


@require_POST
@teamzugang_erforderlich(leitung=True)
def zurueckkehren(request: HttpRequest) -> HttpResponse:
    organisation = request.zugang.organisation
    satz = _("Willkommen zurück. Die Kontaktstelle sieht Ihre Organisation mit Ihrem nächsten Angebot an.")
    versuchen(request, lambda: organisation.zurueckkehren(request.akteur), satz)
    return redirect("arbeitsbereich_profil", organisation.pk)
