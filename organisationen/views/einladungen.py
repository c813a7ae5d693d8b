"""What does somebody see who follows the link of an invitation?"""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import formularseite, per_link

from ..mails import EINLADUNG
from ..models import Einladung


@formularseite
@per_link(*EINLADUNG)
def einladung(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    """The link opens this page, the button joins; only for the invited address."""
    einladung = Einladung.objects.offen().filter(kennung=kennung).select_related("organisation").first()
    if einladung is None:
        text = _("Sie wurde schon angenommen oder zurückgezogen. Bitten Sie das Team, Sie noch einmal einzuladen.")
        return hinweis(request, _("Diese Einladung gilt nicht mehr"), text, art="warnung", status=410)
    passt = einladung.ist_fuer(request.user)
    if request.method == "POST" and passt:
        einladung.annehmen(request.user)
        messages.success(request, _("Willkommen im Team von %(name)s.") % {"name": einladung.organisation})
        return redirect("arbeitsbereich_organisation", einladung.organisation_id)
    kontext = {"einladung": einladung, "passt": passt, "weiter": urlencode({"next": request.path})}
    return render(request, "organisationen/einladung.html", kontext)
