"""What can a person change about their own account? The name here, everything else on allauth's pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ehrenamt.aufbewahrung import eingaben

from ..forms.konto import KontoForm
from ..zugang import anmeldung_erforderlich


@anmeldung_erforderlich
def konto(request: HttpRequest) -> HttpResponse:
    form = KontoForm(eingaben(request), instance=request.user, label_suffix="")
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Gespeichert."))
        return redirect("konto")
    return render(request, "organisationen/konto.html", {"form": form})
