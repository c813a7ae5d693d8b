"""What can a person change about their own account? The name here, log-in and factors on allauth's pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ehrenamt.aufbewahrung import eingaben
from ehrenamt.sitzung import sitzungen, sitzungen_beenden

from ..auskunft import auskunft, zweite_faktoren
from ..forms.konto import KontoForm
from ..zugang import anmeldung_erforderlich


@never_cache
@anmeldung_erforderlich
def konto(request: HttpRequest) -> HttpResponse:
    form = KontoForm(eingaben(request), instance=request.user, label_suffix="")
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Gespeichert."))
        return redirect("konto")
    kontext = {
        "form": form,
        "teams": request.user.teamzugaenge.select_related("organisation"),
        "stellen": request.user.kontaktstellen.all(),
        "antraege": request.user.uebernahmeantraege.select_related("organisation"),
        "faktoren": zweite_faktoren(request.user),
        "andere_sitzungen": sum(s.pk != request.session.session_key for s in sitzungen(request.user)),
    }
    return render(request, "organisationen/konto.html", kontext)


@never_cache
@anmeldung_erforderlich
@require_safe
def daten(request: HttpRequest) -> HttpResponse:
    """Everything, to take along."""
    antwort = JsonResponse(auskunft(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    antwort["Content-Disposition"] = f'attachment; filename="mein-konto-{timezone.localdate():%Y-%m-%d}.json"'
    return antwort


@anmeldung_erforderlich
@require_POST
def abmelden(request: HttpRequest) -> HttpResponse:
    """On all other devices."""
    zahl = sitzungen_beenden(request.user, ausser=request.session.session_key)
    satz = ngettext("%(n)s andere Anmeldung ist beendet.", "%(n)s andere Anmeldungen sind beendet.", zahl)
    messages.success(request, satz % {"n": zahl})
    return redirect("konto")
