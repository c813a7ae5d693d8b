"""How does somebody show interest in a listing, without an account?"""

from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.felder import postfach
from ehrenamt.links import token
from ehrenamt.ratenbegrenzung import adresse_erlaubt
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import begrenzt, formularseite

from .. import fristen
from ..darstellung import karten
from ..forms.anfrage import ELTERN, AnfrageForm
from ..kennzahlen import antwortverhalten
from ..mails import BESTAETIGUNG, MEINE_DATEN
from ..models import Anfrage, Angebot
from .auskunft import ANFRAGEN, aehnliche, eigenes, nicht_mehr_aktuell

# So many mails at the most that an address gets without having confirmed one.
UNBESTAETIGT_HOECHSTENS = 5
# And so many questions that a parent's address gets in a day.
ELTERN_HOECHSTENS = 5


@never_cache
@formularseite
@begrenzt("anfrage", hoechstens=10)
def anfrage(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    angebot = get_object_or_404(Angebot.objects.mit_seite().fuer_seite(), pk=pk)
    if not angebot.ist_aktuell:
        return nicht_mehr_aktuell(request, angebot)
    if request.method != "POST" and slug != angebot.slug:
        return redirect("anfrage", pk, angebot.slug, permanent=True)
    form = AnfrageForm(request.POST or None)
    if form.is_bound and form.ist_falle:
        return redirect("anfrage_gesendet", pk, angebot.slug)
    if form.is_valid():
        if _zu_viele(form):
            return redirect("anfrage_gesendet", pk, angebot.slug)
        if not _eltern_erlaubt(form):
            return render(request, "boerse/anfrage.html", _formular(angebot, form))
        neu = form.stellen(angebot)
        if neu.nur_telefon:
            return redirect("meine_daten", token(MEINE_DATEN[0], neu.kennung))
        return redirect("anfrage_gesendet", pk, angebot.slug)
    return render(request, "boerse/anfrage.html", _formular(angebot, form))


def _formular(angebot: Angebot, form: AnfrageForm) -> dict:
    antwortet = antwortverhalten(angebot.organisation_id).oeffentlich
    return {"angebot": karten([angebot])[0], "form": form, "antwortet": antwortet} | _fristen()


def _eltern_erlaubt(form: AnfrageForm) -> bool:
    """Whoever writes with a telephone number alone proves nothing, and a parent is mailed at once: so many a day."""
    eltern = form.cleaned_data[ELTERN]
    if not eltern or adresse_erlaubt(postfach(eltern), "anfrage_eltern", hoechstens=ELTERN_HOECHSTENS):
        return True
    form.add_error(
        ELTERN, _("An diese Adresse haben wir heute schon mehrmals geschrieben. Bitte versuchen Sie es morgen.")
    )
    return False


@require_safe
def anfrage_gesendet(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The same page for everybody: whose enquiry it was stands nowhere in the address."""
    angebot = get_object_or_404(Angebot.objects.mit_seite().fuer_seite(), pk=pk)
    return render(request, "boerse/anfrage_gesendet.html", {"angebot": karten([angebot])[0]} | _fristen())


@formularseite
@eigenes(ANFRAGEN, *BESTAETIGUNG)
def anfrage_bestaetigen(request: HttpRequest, token: str, anfrage: Anfrage) -> HttpResponse:
    """The mailed link: only the button on its page sends the message on."""
    if anfrage.status != Anfrage.Status.UNBESTAETIGT:
        return _ist_unterwegs(request, anfrage)
    if not anfrage.angebot.ist_oeffentlich:
        return nicht_mehr_aktuell(request, anfrage.angebot)
    if request.method == "POST":
        # Pressed twice at once: the page says where it stands now.
        with suppress(AblaufFehler):
            anfrage.bestaetigen()
        return redirect("anfrage_bestaetigen", token)
    return render(request, "boerse/anfrage_bestaetigen.html", {"anfrage": anfrage, "angebot": anfrage.angebot})


def _zu_viele(form: AnfrageForm) -> bool:
    """Whether an address has reached the limit. The next page names it to everybody, so nobody learns whose it is."""
    adressen = [form.cleaned_data.get(feld, "") for feld in ("email", "eltern_email")]
    return any(Anfrage.objects.wartet_auf_klick(a).count() >= UNBESTAETIGT_HOECHSTENS for a in adressen)


def _fristen() -> dict:
    return {
        "spaetestens_geloescht": fristen.ohne_ergebnis(timezone.now()),
        "stunden_unbestaetigt": settings.FRISTEN["anfrage_unbestaetigt_stunden"],
        "stunden_eltern": settings.FRISTEN["anfrage_eltern_stunden"],
        "tage_nach_ergebnis": settings.FRISTEN["anfrage_nach_ergebnis_tage"],
        "tage_ohne_ergebnis": settings.FRISTEN["anfrage_ohne_ergebnis_tage"],
        "tage_erinnern": settings.FRISTEN["anfrage_erinnern_tage"],
        "tage_erneut_erinnern": settings.FRISTEN["anfrage_erneut_erinnern_tage"],
        "tage_uebernehmen": settings.FRISTEN["anfrage_uebernehmen_tage"],
        "hoechstens_unbestaetigt": UNBESTAETIGT_HOECHSTENS,
    }


def _ist_unterwegs(request: HttpRequest, anfrage: Anfrage) -> HttpResponse:
    meine_daten = reverse("meine_daten", args=[token(MEINE_DATEN[0], anfrage.kennung)])
    wege = [(_("Meine Daten ansehen"), meine_daten), aehnliche(anfrage.angebot)]
    if anfrage.status == Anfrage.Status.ZURUECKGEZOGEN:
        return hinweis(request, _("Sie haben die Anfrage zurückgezogen"), _("Es ist nichts mehr zu tun."), wege)
    if anfrage.status == Anfrage.Status.ELTERN:
        return hinweis(request, _("Danke, jetzt fragen wir Ihre Eltern"), _wartet_auf_eltern(anfrage), wege, art="gut")
    if anfrage.weitergegeben_am:
        text = _(
            "%(organisation)s hat Ihre Nachricht und antwortet Ihnen direkt per E-Mail.\n\n"
            "Auf der Seite „Meine Daten“ können Sie die Anfrage jederzeit zurückziehen und alles löschen."
        ) % {"organisation": anfrage.angebot.organisation.name}
    else:
        text = _(
            "Die Kontaktstelle hat Ihre Nachricht und meldet sich bei Ihnen.\n\n"
            "Auf der Seite „Meine Daten“ können Sie die Anfrage jederzeit zurückziehen und alles löschen."
        )
    return hinweis(request, _("Danke, Ihre Nachricht ist angekommen"), text, wege, art="gut")


def _wartet_auf_eltern(anfrage: Anfrage) -> str:
    return _(
        "Wir haben an %(adresse)s geschrieben. Sobald Ihr Elternteil zustimmt, geht Ihre Nachricht an die "
        "Kontaktstelle. Bis dahin liest sie sonst niemand.\n\nBitte sagen Sie zu Hause Bescheid: Ohne Antwort löschen "
        "wir alles am %(datum)s Uhr."
    ) % {
        "adresse": anfrage.eltern_email,
        "datum": date_format(timezone.localtime(anfrage.loeschen_am), "DATETIME_FORMAT"),
    }
