"""How does an organisation change what it says about itself?"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ehrenamt.aufbewahrung import eingaben

from ..forms.organisation import OrganisationForm
from ..zugang import teamzugang_erforderlich


@teamzugang_erforderlich
def profil(request: HttpRequest) -> HttpResponse:
    """Everybody of the team reads it, the Leitung writes it."""
    organisation = request.zugang.organisation
    darf = request.zugang.ist_leitung
    if request.method == "POST" and not darf:
        raise PermissionDenied
    form = OrganisationForm(eingaben(request), instance=organisation, nur_lesen=not darf)
    if request.method == "POST" and form.is_valid():
        form.speichern()
        messages.success(request, _("Das Profil ist gespeichert."))
        return redirect("arbeitsbereich_profil", organisation.pk)
    return render(request, "organisationen/profil.html", {"form": form, "abschnitt": "profil"})
