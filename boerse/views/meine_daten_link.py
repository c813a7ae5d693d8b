"""How does somebody who lost the link get a new one? By mail, without anybody learning whether we know the address."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ehrenamt.ratenbegrenzung import adresse_erlaubt
from ehrenamt.views.hinweis import hinweis
from ehrenamt.views.schutz import begrenzt, formularseite

from ..forms.meine_daten import LinkForm
from ..meine_daten import links_schicken


@never_cache
@formularseite
@begrenzt("meine_daten_link", hoechstens=5)
def meine_daten_anfordern(request: HttpRequest) -> HttpResponse:
    form = LinkForm(request.POST or None)
    if form.is_bound and form.ist_falle:
        return redirect("meine_daten_angefordert")
    if form.is_valid():
        adresse = form.cleaned_data["email"]
        # One commit either way, also where the mail is taken back.
        with transaction.atomic():
            if adresse_erlaubt(adresse, "meine_daten_link", hoechstens=3):
                links_schicken(adresse)
        return redirect("meine_daten_angefordert")
    return render(request, "boerse/meine_daten_anfordern.html", {"form": form})


@require_safe
def meine_daten_angefordert(request: HttpRequest) -> HttpResponse:
    """The same page for everybody."""
    text = _(
        "Haben wir zu dieser Adresse etwas gespeichert, kommt gleich eine E-Mail mit Ihren Links. Meist dauert es nur "
        "eine Minute; schauen Sie bitte auch im Spam-Ordner nach.\n\n"
        "Kommt nichts? Dann haben Sie uns mit einer anderen Adresse geschrieben, oder Ihre Angaben sind schon "
        "gelöscht. An eine Adresse schicken wir höchstens drei solche E-Mails am Tag."
    )
    wege = [(_("Angebote ansehen"), reverse("angebote")), (_("Andere Adresse"), reverse("meine_daten_anfordern"))]
    return hinweis(request, _("Bitte sehen Sie in Ihr Postfach"), text, wege, art="gut")
