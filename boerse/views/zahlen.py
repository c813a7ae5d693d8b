"""The portal's figures for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..darstellung import zahlen as darstellung
from ..geheimhaltung import MINDESTENS
from ..zahlen import HALTBAR
from ..zahlen import zahlen as ermitteln


@require_safe
def zahlen(request: HttpRequest) -> HttpResponse:
    stand = ermitteln()
    kontext = {"stand": stand["stand"], "mindestens": MINDESTENS, "minuten": HALTBAR // 60}
    if stand["angebote"]:
        kontext |= {
            "angebote": darstellung.angebote(stand),
            "tabellen": [darstellung.nach_orten(stand), darstellung.nach_themen(stand)],
        }
    kontext |= {"anfragen": darstellung.anfragen(stand), "rueckmeldungen": darstellung.rueckmeldungen(stand)}
    return render(request, "boerse/zahlen.html", kontext)
