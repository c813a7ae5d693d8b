"""How does an organisation write? A new listing, a change, preview, submission."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.aufbewahrung import eingaben
from ehrenamt.views.schutz import formularseite
from ehrenamt.views.versuch import versuchen
from organisationen.zugang import teamzugang_erforderlich

from ...forms.angebot import AngebotForm
from ...forms.rat import ratschlaege, sperren
from ...models import Angebot, Fassung, Vorlage
from ...models.fassungen import InhaltGesperrt, InhaltUnvollstaendig, InzwischenGeaendert, stand_von
from ...ratgeber import Schwere, befunde
from ...vergleich import vergleichen
from .gemeinsam import angebot_holen


@formularseite
@teamzugang_erforderlich
def neu(request: HttpRequest) -> HttpResponse:
    """The listing is created when it is saved for the first time, not before. `vorlage` in the address: begin with
    that text."""
    vorlagen = {vorlage.pk: vorlage for vorlage in Vorlage.objects.filter(aktiv=True)}
    vorlage = vorlagen.get(request.GET.get("vorlage"))
    form = AngebotForm(eingaben(request), inhalt=vorlage.inhalt if vorlage else None)
    if request.method == "POST" and _soll_gespeichert_werden(request, form):
        fassung = Fassung.objects.anlegen(request.zugang.organisation, form.dokument, request.user)
        return _weiter(request, fassung)
    return _formular(request, form, vorlage=vorlage, vorlagen=() if form.is_bound else vorlagen.values())


@formularseite
@teamzugang_erforderlich
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a listing's text; what is public stays as it is until the change is approved."""
    angebot = angebot_holen(request, pk)
    inhalt = Fassung.objects.letzter_text(angebot)
    form = AngebotForm(eingaben(request), inhalt=inhalt)
    stand = form.data.get("stand") or stand_von(inhalt)
    weiteres = {}
    if request.method == "POST" and _soll_gespeichert_werden(request, form):
        try:
            return _weiter(request, _speichern(request, angebot, form.dokument, stand))
        except InzwischenGeaendert as fehler:
            stand = stand_von(fehler.fassung.inhalt)
            unterschiede = vergleichen(fehler.fassung.inhalt, form.dokument)
            weiteres["unterschiede"] = [zeile for zeile in unterschiede if zeile.geaendert]
        except AblaufFehler as fehler:
            weiteres["gesperrt"] = str(fehler)
    return _formular(request, form, angebot, stand, **weiteres)


def _soll_gespeichert_werden(request: HttpRequest, form: AngebotForm) -> bool:
    """A button that only adds or removes a row saves nothing."""
    return not request.POST.get("aktion", "").startswith(("orte-", "zeiten-")) and form.is_valid()


def _speichern(request: HttpRequest, angebot: Angebot, inhalt: dict, stand: str) -> Fassung:
    if request.POST.get("aktion") == "zuruecknehmen" and (offen := angebot.offene_fassung):
        offen.zuruecknehmen(request.akteur)
    return Fassung.objects.bearbeiten(angebot, inhalt, request.user, stand)


def _weiter(request: HttpRequest, fassung: Fassung) -> HttpResponse:
    """Saved; where the pressed button leads."""
    aktion = request.POST.get("aktion")
    if aktion == "einreichen":
        return _einreichen(request, fassung)
    messages.success(request, _("Gespeichert. Online ist davon noch nichts."))
    ziel = "arbeitsbereich_vorschau" if aktion == "vorschau" else "arbeitsbereich_text"
    return redirect(ziel, fassung.angebot_id)


def _einreichen(request: HttpRequest, fassung: Fassung) -> HttpResponse:
    try:
        fassung.einreichen(request.akteur)
    except (InhaltUnvollstaendig, InhaltGesperrt):
        return redirect(f"{reverse('arbeitsbereich_text', args=[fassung.angebot_id])}?fehlend=1")
    except AblaufFehler as fehler:
        messages.error(request, str(fehler))
        return redirect("arbeitsbereich_angebot", fassung.angebot_id)
    if fassung.status == Fassung.Status.UEBERNOMMEN:
        messages.success(request, _("Das Angebot ist online."))
    elif fassung.gesperrt:
        satz = _("Eingereicht. Die Kontaktstelle sieht es sich an, bevor es online geht: %(grund)s")
        gruende = [befund.regel.titel for befund in fassung.befunde() if befund.schwere == Schwere.SPERRE]
        messages.warning(request, satz % {"grund": ", ".join(gruende)})
    else:
        messages.success(request, _("Eingereicht. Die Kontaktstelle sieht es sich an und schreibt Ihnen."))
    return redirect("arbeitsbereich_angebot", fassung.angebot_id)


def _formular(request: HttpRequest, form: AngebotForm, angebot=None, stand: str = "", **weiteres) -> HttpResponse:
    offen = angebot.offene_fassung if angebot else None
    gefunden = form.rat_einholen(angebot and angebot.pk)
    form.fields["kontakt_name"].widget.attrs["list"] = "teamliste"
    zeigt_fehlendes = offen and "fehlend" in request.GET and request.method != "POST"
    fehlend = form.fehlend(offen.fehler()) + sperren(gefunden) if zeigt_fehlendes else []
    kontext = {
        "form": form,
        "angebot": angebot,
        "fassung": offen,
        "in_pruefung": offen is not None and offen.status == Fassung.Status.EINGEREICHT,
        "stand": stand,
        "fehlend": fehlend,
        "ratschlaege": ratschlaege(gefunden),
        "wiederhergestellt": request.method != "POST" and form.is_bound,
        "teamnamen": request.zugang.organisation.teamnamen(),
        "abschnitt": "angebote",
    }
    return render(request, "boerse/arbeitsbereich/text.html", kontext | weiteres)


@require_POST
@teamzugang_erforderlich
def rat(request: HttpRequest) -> HttpResponse:
    """For the page while somebody is writing: the advice about what stands there now. Nothing is saved."""
    form = AngebotForm(request.POST)
    form.is_valid()
    form.beraten(befunde(form.dokument))
    return render(request, "boerse/arbeitsbereich/_rat_felder.html", {"form": form})


@require_POST
@teamzugang_erforderlich
def einreichen(request: HttpRequest, pk: int) -> HttpResponse:
    angebot = angebot_holen(request, pk)
    return _einreichen(request, get_object_or_404(angebot.fassungen.offen()))


@require_POST
@teamzugang_erforderlich
def zuruecknehmen(request: HttpRequest, pk: int) -> HttpResponse:
    fassung = get_object_or_404(angebot_holen(request, pk).fassungen.offen())
    if versuchen(
        request, lambda: fassung.zuruecknehmen(request.akteur), _("Zurückgenommen. Sie können weiterschreiben.")
    ):
        return redirect("arbeitsbereich_text", pk)
    return redirect("arbeitsbereich_angebot", pk)


@require_POST
@teamzugang_erforderlich
def verwerfen(request: HttpRequest, pk: int) -> HttpResponse:
    angebot = angebot_holen(request, pk)
    fassung = get_object_or_404(angebot.fassungen.offen())
    versuchen(request, lambda: fassung.verwerfen(request.akteur), _("Der Entwurf ist verworfen."))
    if angebot.veroeffentlicht_am is None:
        return redirect("arbeitsbereich_angebote")
    return redirect("arbeitsbereich_angebot", pk)


@require_POST
@teamzugang_erforderlich
def kopieren(request: HttpRequest, pk: int) -> HttpResponse:
    """A new draft with the same text; its dates are over or will be others."""
    angebot = angebot_holen(request, pk)
    inhalt = Fassung.objects.letzter_text(angebot)
    ohne = ("beginn", "ende", "quelle_url")
    kopie = {name: wert for name, wert in inhalt.items() if name not in ohne}
    fassung = Fassung.objects.anlegen(angebot.organisation, kopie, request.user)
    messages.success(request, _("Das ist die Kopie. Ändern Sie, was anders ist."))
    return redirect("arbeitsbereich_text", fassung.angebot_id)
