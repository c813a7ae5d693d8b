"""The office that advises: telephone, hours, address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..models import Kontaktstelle


@require_safe
def kontaktstelle(request: HttpRequest) -> HttpResponse:
    """The portal's own office first, then the offices of single towns in the region."""
    stelle = Kontaktstelle.objects.des_portals()
    kontext = {
        "kontaktstelle": stelle,
        "weitere": [andere for andere in Kontaktstelle.objects.in_der_region() if andere != stelle],
        "bereich": "kontaktstelle",
    }
    return render(request, "organisationen/kontaktstelle.html", kontext)
