"""How does a person close the account, and keep it after all?"""

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import formularseite, per_link
from ehrenamt.views.versuch import versuchen

from ..forms.nachfolge import NachfolgeForm
from ..mails import KONTO_BEHALTEN
from ..models import Konto, Teamzugang
from ..zugang import anmeldung_erforderlich


@anmeldung_erforderlich
@reauthentication_required(allow_get=True)
@formularseite
def schliessung(request: HttpRequest) -> HttpResponse:
    """Says what happens. The button asks for the password again, and starts 14 days to think it over."""
    zugaenge = Teamzugang.objects.ohne_nachfolge(request.user)
    formulare = [NachfolgeForm(request.POST or None, zugang=zugang) for zugang in zugaenge]
    richtig = [form.is_valid() for form in formulare]  # each shows its errors
    if request.method == "POST" and all(richtig):
        satz = _("Ihr Konto wird geschlossen. Bis dahin können Sie es sich anders überlegen.")
        versuchen(request, lambda: _beantragen(request.user, formulare), satz)
        return redirect("konto")
    kontext = {
        "formulare": formulare,
        "tage": settings.FRISTEN["konto_schliessen_tage"],
        "verwaltung": request.user.is_staff,
        "geht": request.user.darf_gehen,
    }
    return render(request, "organisationen/konto_schliessung.html", kontext)


def _beantragen(konto: Konto, formulare: list[NachfolgeForm]) -> None:
    with transaction.atomic():
        konto.schliessung_beantragen(timezone.now())
        for form in formulare:
            form.regeln(konto.akteur)


@anmeldung_erforderlich
@require_POST
def behalten(request: HttpRequest) -> HttpResponse:
    request.user.behalten(timezone.now())
    messages.success(request, _("Ihr Konto bleibt."))
    return redirect("konto")


@formularseite
@per_link(*KONTO_BEHALTEN)
def per_mail(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    """The link opens this page, the button keeps the account; nobody is logged in by it."""
    konto = Konto.objects.filter(pk=kennung).first()
    if konto is None:
        text = _("Es ist schon geschlossen, und alles dazu ist gelöscht. Sie können jederzeit ein neues anlegen.")
        wege = [(_("Neues Konto anlegen"), reverse("account_signup"))]
        return hinweis(request, _("Dieses Konto gibt es nicht mehr"), text, wege, status=410)
    if request.method == "POST":
        konto.behalten(timezone.now())
        text = _("Es ändert sich nichts. Sie können sich jederzeit anmelden.")
        return hinweis(request, _("Ihr Konto bleibt"), text, [(_("Anmelden"), reverse("account_login"))], art="gut")
    text = _("Drücken Sie den Knopf, dann bleibt alles, wie es ist: Ihr Konto und Ihre Zugänge zu Organisationen.")
    kontext = {"titel": _("Möchten Sie Ihr Konto behalten?"), "text": text, "knopf": _("Konto behalten")}
    return render(request, "seiten/bestaetigen.html", kontext)
