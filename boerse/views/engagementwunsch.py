"""How does somebody offer help who has found no listing yet? A form, a mail, a button."""

from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.links import token
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import begrenzt, formularseite

from .. import fristen
from ..forms.engagementwunsch import EngagementwunschForm
from ..mails_wunsch import MEIN_WUNSCH, WUNSCH_BESTAETIGUNG
from ..models import Engagementwunsch
from ..wunschtext import zeilen
from .anfragen import UNBESTAETIGT_HOECHSTENS
from .auskunft import WUENSCHE, eigenes


@never_cache
@formularseite
@begrenzt("engagementwunsch", hoechstens=10)
def engagementwunsch(request: HttpRequest) -> HttpResponse:
    form = EngagementwunschForm(request.POST or None)
    if form.is_bound and form.ist_falle:
        return redirect("engagementwunsch_gesendet")
    if form.is_valid():
        if Engagementwunsch.objects.unbestaetigt(form.cleaned_data["email"]).count() >= UNBESTAETIGT_HOECHSTENS:
            # As with enquiries: nobody learns whose address has reached the limit.
            return redirect("engagementwunsch_gesendet")
        neu = form.anbieten()
        if neu.nur_telefon:
            return redirect("mein_wunsch", token(MEIN_WUNSCH[0], neu.kennung))
        return redirect("engagementwunsch_gesendet")
    return render(request, "boerse/engagementwunsch.html", {"form": form} | _fristen())


@require_safe
def engagementwunsch_gesendet(request: HttpRequest) -> HttpResponse:
    """The same page for everybody: who wrote stands nowhere in the address."""
    return render(request, "boerse/engagementwunsch_gesendet.html", _fristen())


@formularseite
@eigenes(WUENSCHE, *WUNSCH_BESTAETIGUNG)
def engagementwunsch_bestaetigen(request: HttpRequest, token: str, wunsch: Engagementwunsch) -> HttpResponse:
    """The mailed link: only the button on its page sends the wish on."""
    if not wunsch.nie_bestaetigt or wunsch.hat_ergebnis:
        return _ist_unterwegs(request, wunsch)
    if request.method == "POST":
        # Pressed twice at once: the page says where it stands now.
        with suppress(AblaufFehler):
            wunsch.bestaetigen()
        return redirect("engagementwunsch_bestaetigen", token)
    kontext = {"wunsch": wunsch, "zeilen": zeilen(wunsch)}
    return render(request, "boerse/engagementwunsch_bestaetigen.html", kontext)


def _fristen() -> dict:
    return {
        "spaetestens_geloescht": fristen.wunsch_ohne_ergebnis(timezone.now()),
        "stunden_unbestaetigt": settings.FRISTEN["anfrage_unbestaetigt_stunden"],
        "tage_nach_ergebnis": settings.FRISTEN["anfrage_nach_ergebnis_tage"],
        "hoechstens_unbestaetigt": UNBESTAETIGT_HOECHSTENS,
        "tage_ohne_ergebnis": settings.FRISTEN["engagementwunsch_tage"],
    }


def _ist_unterwegs(request: HttpRequest, wunsch: Engagementwunsch) -> HttpResponse:
    wege = [
        (_("Meine Daten ansehen"), reverse("mein_wunsch", args=[token(MEIN_WUNSCH[0], wunsch.kennung)])),
        (_("Angebote ansehen"), reverse("angebote")),
    ]
    if wunsch.status == Engagementwunsch.Status.ZURUECKGEZOGEN:
        return hinweis(request, _("Sie haben Ihr Angebot zurückgezogen"), _("Es ist nichts mehr zu tun."), wege)
    text = _(
        "Die Kontaktstelle sucht jetzt passende Aufgaben und meldet sich bei Ihnen.\n\n"
        "Auf der Seite „Meine Daten“ können Sie alles jederzeit ändern, zurückziehen und löschen."
    )
    return hinweis(request, _("Danke, dass Sie helfen möchten"), text, wege, art="gut")
