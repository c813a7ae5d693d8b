"""What does an organisation see that never registered? What is stored about it, the way in and the way out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.rollen import ORGANISATION
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import formularseite, nicht_mehr_zustaendig, per_link
from organisationen.auswahl import OrganisationStatus
from organisationen.models import Organisation

from ..abschied import austragen
from ..mails import ORGANISATION_EINTRAG
from ..models import Angebot


@formularseite
@per_link(*ORGANISATION_EINTRAG)
def organisation_eintrag(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    organisation = Organisation.objects.select_related("gemeinde").filter(kennung=kennung).first()
    if organisation is None or organisation.status == OrganisationStatus.AUSGETRAGEN:
        return _ausgetragen(request)
    if organisation.teamzugaenge.exists():
        return _mit_team(request, organisation)
    if not organisation.link_gilt(request.link_an):
        return nicht_mehr_zustaendig(request)
    if request.method == "POST":
        try:
            austragen(organisation, ORGANISATION)
        except AblaufFehler as fehler:
            return hinweis(request, _("Das geht gerade nicht"), str(fehler), art="warnung", status=409)
        return redirect("organisation_eintrag", token)
    angebote = Angebot.objects.filter(organisation=organisation).exclude(status=Angebot.Status.UNVEROEFFENTLICHT)
    kontext = {"organisation": organisation, "angebote": angebote, "uebernehmbar": _uebernehmbar(organisation)}
    return render(request, "boerse/organisation_eintrag.html", kontext)


def _uebernehmbar(organisation: Organisation) -> bool:
    return Organisation.objects.uebernehmbar().filter(pk=organisation.pk).exists()


def _ausgetragen(request: HttpRequest) -> HttpResponse:
    text = _(
        "Ihre Organisation und ihre Angebote erscheinen hier nicht mehr, und wir schreiben Ihnen nicht mehr. Gelöscht "
        "sind auch Ihre Adressen, die Beschreibung und die Ansprechpersonen. Den Namen merken wir uns, damit Sie nicht "
        "versehentlich noch einmal eingetragen werden.\n\nMöchten Sie doch dabei sein, rufen Sie uns an."
    )
    return hinweis(request, _("Sie sind ausgetragen"), text, [(_("Zur Startseite"), reverse("start"))], art="gut")


def _mit_team(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    text = _(
        "Um „%(name)s“ kümmern sich inzwischen Menschen mit einem eigenen Konto. Sie können dort alles ändern und die "
        "Organisation auch austragen."
    ) % {"name": organisation.name}
    wege = [(_("Anmelden"), reverse("arbeitsbereich_organisation", args=[organisation.pk]))]
    return hinweis(request, _("Dieser Link gilt nicht mehr"), text, wege, status=410)
