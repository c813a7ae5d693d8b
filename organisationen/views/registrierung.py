"""How does an organisation come to the portal? Information, registration, take-over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ehrenamt.aufbewahrung import eingaben
from ehrenamt.views.schutz import begrenzt

from ..forms.organisation import AnmeldungForm, UebernahmeForm
from ..models import Organisation, Uebernahmeantrag
from ..zugang import anmeldung_erforderlich


def fuer_organisationen(request: HttpRequest) -> HttpResponse:
    return render(request, "organisationen/fuer_organisationen.html")


@anmeldung_erforderlich
@begrenzt("organisation", hoechstens=30)
def neu(request: HttpRequest) -> HttpResponse:
    """Register; what may be there already is shown first, and can be taken over instead."""
    form = AnmeldungForm(eingaben(request), initial={"kontakt_email": request.user.email})
    doppelte = []
    if request.method == "POST" and form.is_valid():
        angaben = form.angaben()
        if request.POST.get("aktion") != "trotzdem":
            aehnliche = Organisation.objects.uebernehmbar().aehnliche(angaben["name"], angaben["gemeinde"])
            doppelte = list(aehnliche.select_related("gemeinde")[:5])
        if not doppelte:
            organisation = Organisation.objects.anmelden(request.user, nutzungsbedingungen=form.version, **angaben)
            messages.success(request, _("Ihre Organisation ist eingetragen. Schreiben Sie jetzt Ihr erstes Angebot."))
            return redirect("arbeitsbereich_angebot_neu", organisation.pk)
    antraege = Uebernahmeantrag.objects.filter(konto=request.user).select_related("organisation")
    kontext = {"form": form, "doppelte": doppelte, "antraege": antraege, "bereich": "arbeitsbereich"}
    return render(request, "organisationen/organisation_neu.html", kontext)


@anmeldung_erforderlich
@begrenzt("uebernahme", hoechstens=10)
def uebernehmen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to act for an organisation that is there already; staff decide."""
    organisation = get_object_or_404(Organisation.objects.uebernehmbar().select_related("gemeinde"), pk=pk)
    if organisation.teamzugaenge.filter(konto=request.user).exists():
        return redirect("arbeitsbereich_organisation", organisation.pk)
    antrag = Uebernahmeantrag.objects.filter(konto=request.user, organisation=organisation).first()
    form = UebernahmeForm(eingaben(request), instance=antrag, label_suffix="")
    if request.method == "POST" and form.is_valid():
        form.instance.organisation, form.instance.konto = organisation, request.user
        form.save()
        messages.success(
            request, _("Ihr Antrag ist bei der Kontaktstelle. Wir schreiben Ihnen, sobald er geprüft ist.")
        )
        return redirect("organisation_uebernehmen", organisation.pk)
    kontext = {"organisation": organisation, "form": form, "antrag": antrag, "bereich": "arbeitsbereich"}
    return render(request, "organisationen/organisation_uebernehmen.html", kontext)
