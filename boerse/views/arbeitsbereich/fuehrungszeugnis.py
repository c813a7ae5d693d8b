"""Which Führungszeugnis, and the letter that makes it free of charge."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from ehrenamt.papier import Papierfehler
from ehrenamt.views.papier import als_pdf
from ehrenamt.views.schutz import begrenzt, formularseite
from organisationen.auswahl import OrganisationStatus
from organisationen.zugang import teamzugang_erforderlich

from ...forms.fuehrungszeugnis import BescheinigungForm, LotseForm
from ...fuehrungszeugnis import Grund


@require_safe
@teamzugang_erforderlich
def lotse(request: HttpRequest) -> HttpResponse:
    form = LotseForm(request.GET or None, label_suffix="")
    kontext = {"form": form, "rat": form.rat() if form.is_valid() else None}
    return render(request, "boerse/arbeitsbereich/fuehrungszeugnis.html", kontext)


@sensitive_post_parameters()
@never_cache
@formularseite
@teamzugang_erforderlich
@begrenzt("bescheinigung", hoechstens=60)
def bescheinigung(request: HttpRequest) -> HttpResponse:
    """In the organisation's name, so only where the Kontaktstelle knows it. The person's data is never kept."""
    organisation = request.zugang.organisation
    grund = request.GET.get("grund", "")
    grund = grund if grund in Grund.values else Grund.KINDER
    form = BescheinigungForm(request.POST or None, organisation=organisation, grund=grund)
    bekannt = organisation.status == OrganisationStatus.FREIGEGEBEN
    if bekannt and form.gueltig():
        try:
            return als_pdf(form.drucken(), "bescheinigung-fuehrungszeugnis")
        except Papierfehler as fehler:
            form.add_error(None, str(fehler))
    return render(request, "boerse/arbeitsbereich/bescheinigung.html", {"form": form, "bekannt": bekannt})
