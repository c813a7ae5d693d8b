"""How will a text look when it is online? The same page as everybody will see, before anybody does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ehrenamt.leichte_sprache import pruefen
from organisationen.zugang import teamzugang_erforderlich

from ...darstellung import seite
from ...forms.rat import ratschlaege
from ...models import Fassung
from ...ratgeber import alle_befunde
from ...vorschau import als_angebot
from .gemeinsam import angebot_holen


@require_safe
@teamzugang_erforderlich
def vorschau(request: HttpRequest, pk: int) -> HttpResponse:
    angebot = angebot_holen(request, pk)
    offen = angebot.offene_fassung
    inhalt = Fassung.objects.letzter_text(angebot)
    zeile = als_angebot(angebot, inhalt)
    funde = pruefen("\n".join(zeile.kurz_und_einfach))
    kontext = seite(zeile, vorschau=True) | {"fassung": offen, "abschnitt": "angebote", "sprachhinweise": funde}
    kontext["ratschlaege"] = ratschlaege(alle_befunde([(inhalt, angebot.pk)])[0])
    return render(request, "boerse/arbeitsbereich/vorschau.html", kontext)
