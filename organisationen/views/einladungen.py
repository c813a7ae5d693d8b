"""What does somebody see who follows the link of an invitation?"""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ehrenamt.links import LinkAbgelaufen, LinkUngueltig, kennung

from ..mails import EINLADUNG
from ..models import Einladung


@never_cache
@require_http_methods(["GET", "POST"])
def einladung(request: HttpRequest, token: str) -> HttpResponse:
    """The link opens this page, the button joins; only for the invited address."""
    einladung = _gueltige(token)
    if einladung is None:
        return render(request, "organisationen/einladung_ungueltig.html", status=404)
    passt = einladung.ist_fuer(request.user)
    if request.method == "POST" and passt:
        einladung.annehmen(request.user)
        messages.success(request, _("Willkommen im Team von %(name)s.") % {"name": einladung.organisation})
        return redirect("arbeitsbereich_organisation", einladung.organisation_id)
    kontext = {"einladung": einladung, "passt": passt, "weiter": urlencode({"next": request.path})}
    return render(request, "organisationen/einladung.html", kontext)


def _gueltige(token: str) -> Einladung | None:
    try:
        nummer = kennung(EINLADUNG[0], token, EINLADUNG[1])
    except (LinkAbgelaufen, LinkUngueltig):
        return None
    return Einladung.objects.offen().filter(kennung=nummer).select_related("organisation").first()
