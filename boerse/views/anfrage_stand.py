"""How does an organisation say what became of an enquiry? By the link in its mail, without logging in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ehrenamt.rollen import ORGANISATION, Rolle
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import formularseite, nicht_mehr_zustaendig, per_link
from ehrenamt.views.versuch import versuchen

from ..ablauf import ANFRAGE
from ..forms.anfrage import AbsageForm
from ..forms.antwort import AntwortForm
from ..mails import ANFRAGE_STAND
from ..models import Anfrage

# What the buttons say; the table of transitions decides which are there.
KNOEPFE = {
    "beantworten": gettext_lazy("Wir haben geantwortet"),
    "kennenlernen": gettext_lazy("Wir lernen uns kennen"),
    "vermitteln": gettext_lazy("Es hat geklappt"),
}

# What is said afterwards.
SAETZE = {
    "antworten": gettext_lazy("Danke! Ihre Antwort ist unterwegs."),
    "beantworten": gettext_lazy("Danke! Vermerkt ist: Sie haben geantwortet."),
    "kennenlernen": gettext_lazy("Danke! Vermerkt ist: Sie lernen sich kennen."),
    "vermitteln": gettext_lazy("Wie schön! Die Vermittlung ist vermerkt."),
    "absagen": gettext_lazy("Danke! Die Absage ist vermerkt."),
}

FORMULARE = {"antworten": AntwortForm, "absagen": AbsageForm}


@formularseite
@per_link(*ANFRAGE_STAND)
def anfrage_stand(request: HttpRequest, token: str, kennung: str) -> HttpResponse:
    anfragen = Anfrage.objects.an_organisationen().select_related("angebot__organisation")
    anfrage = anfragen.filter(kennung=kennung).first()
    if anfrage is None:
        return _weg(request)
    if not anfrage.angebot.organisation.link_gilt(request.link_an):
        return nicht_mehr_zustaendig(request)
    schritt = request.POST.get("schritt", "")
    formulare = {name: art(request.POST if name == schritt else None) for name, art in FORMULARE.items()}
    form = formulare.get(schritt)
    if request.method == "POST" and (form is None or form.is_valid()):
        if schritt in SAETZE:
            versuchen(request, lambda: _eintragen(anfrage, schritt, form.cleaned_data if form else {}), SAETZE[schritt])
        return redirect("anfrage_stand", token)
    moeglich = ANFRAGE.moegliche(anfrage.status, Rolle.ORGANISATION)
    kontext = {
        "anfrage": anfrage,
        "angebot": anfrage.angebot,
        "knoepfe": [(name, wort) for name, wort in KNOEPFE.items() if name in moeglich],
        "antwort": formulare["antworten"] if anfrage.antwort_moeglich else None,
        "antwort_an": anfrage.angebot.organisation.antwortadresse,
        "absage": formulare["absagen"] if "absagen" in moeglich else None,
    }
    return render(request, "boerse/anfrage_stand.html", kontext)


def _eintragen(anfrage: Anfrage, schritt: str, angaben: dict) -> None:
    if schritt == "absagen":
        anfrage.absagen(ORGANISATION, angaben["grund"])
    elif schritt == "antworten":
        anfrage.antworten(ORGANISATION, angaben["text"], anfrage.angebot.organisation.antwortadresse)
    else:
        getattr(anfrage, schritt)(ORGANISATION)


def _weg(request: HttpRequest) -> HttpResponse:
    text = _(
        "Die Person hat ihre Angaben gelöscht, oder die Frist dafür ist vorbei. Bitte löschen Sie die Angaben auch "
        "bei sich: die Mail mit der Anfrage und was Sie notiert haben."
    )
    wege = [(_("Zur Startseite"), reverse("start"))]
    return hinweis(request, _("Diese Anfrage gibt es nicht mehr"), text, wege, status=410)
