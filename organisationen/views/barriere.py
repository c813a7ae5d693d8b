"""How does somebody say that they cannot get on? Reached from the foot of every page, without an account."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ehrenamt.kontext import Portal
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import begrenzt, formularseite

from ..forms.barriere import BarriereForm
from ..models.barrieremeldung import antwort_bis


@never_cache
@formularseite
@begrenzt("barriere", hoechstens=5)
def barriere_melden(request: HttpRequest) -> HttpResponse:
    form = BarriereForm(request.POST or None, initial={"seite": _woher(request)})
    if form.is_bound and (form.ist_falle or form.is_valid()):
        if not form.ist_falle:
            form.melden()
        return redirect("barriere_gemeldet")
    kontext = {
        "form": form,
        "bis": antwort_bis(timezone.now()),
        "tage": settings.FRISTEN["barriere_tage"],
        "stelle": Portal().kontaktstelle_daten,
    }
    return render(request, "organisationen/barriere_melden.html", kontext)


@never_cache
@require_safe
def barriere_gemeldet(request: HttpRequest) -> HttpResponse:
    bis = date_format(timezone.localtime(antwort_bis(timezone.now())), "DATE_FORMAT")
    text = _(
        "Die Kontaktstelle sieht sich an, was Sie geschrieben haben. Haben Sie eine E-Mail-Adresse oder Telefonnummer "
        "angegeben, bekommen Sie bis zum %(bis)s eine Antwort.\n\nBrauchen Sie bis dahin Hilfe? Rufen Sie uns an: "
        "Alles, was im Portal geht, geht auch am Telefon."
    )
    wege = [(_("Angebote ansehen"), reverse("angebote"))]
    wege.append((_("Erklärung zur Barrierefreiheit"), reverse("seite", args=["barrierefreiheit"])))
    return hinweis(request, _("Danke, Ihre Meldung ist da"), text % {"bis": bis}, wege, art="gut")


def _woher(request: HttpRequest) -> str:
    """The page whose foot led here. A page behind a mailed link tells its path to nobody, so no token comes along;
    what people searched for stays out."""
    try:
        teile = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    hier = teile.netloc == request.get_host() and teile.path not in ("/", request.path)
    return teile.path[:500] if hier else ""
