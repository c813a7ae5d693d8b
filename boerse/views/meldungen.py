"""How does somebody say that something is wrong with a listing?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import begrenzt, formularseite

from ..forms.meldung import MeldungForm
from ..models import Angebot


@never_cache
@formularseite
@begrenzt("meldung", hoechstens=5)
def angebot_melden(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    angebot = get_object_or_404(Angebot.objects.mit_seite().select_related("organisation"), pk=pk)
    form = MeldungForm(request.POST or None)
    if form.is_bound and form.ist_falle:
        return redirect("meldung_gesendet", pk, angebot.slug)
    if form.is_valid():
        form.melden(angebot)
        return redirect("meldung_gesendet", pk, angebot.slug)
    kontext = {"angebot": angebot, "form": form, "tage": settings.FRISTEN["meldung_tage"]}
    return render(request, "boerse/angebot_melden.html", kontext)


@require_safe
def meldung_gesendet(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    angebot = get_object_or_404(Angebot.objects.mit_seite().select_related("organisation"), pk=pk)
    text = _(
        "Die Kontaktstelle sieht sich das Angebot an. Haben Sie eine E-Mail-Adresse angegeben, bekommen Sie eine "
        "Antwort.\n\nSo bleiben die Angebote für alle verlässlich."
    )
    wege = [(_("Zurück zum Angebot"), angebot.get_absolute_url())]
    return hinweis(request, _("Danke für Ihren Hinweis"), text, wege, art="gut")
