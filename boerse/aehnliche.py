"""Which other listings might suit somebody who looks at this one? By the measure of abgleich.py, in one ranking."""

from django.db.models import Q

from .abgleich import angebote_zu, rangliste
from .models import Angebot
from .vorlieben import Vorlieben

ANZAHL = 3
# Weighing one takes some time, and the last confirmed hold good ones enough.
KANDIDATEN = 300


def aehnliche(angebot: Angebot, anzahl: int = ANZAHL) -> list[Angebot]:
    """Public listings that share a Thema or Tätigkeit, the most alike and nearest first."""
    wunsch = Vorlieben.aus_angebot(angebot)
    nur = Q(themen__overlap=angebot.themen) | Q(taetigkeiten__overlap=angebot.taetigkeiten)
    andere = Angebot.objects.oeffentlich().filter(nur).exclude(pk=angebot.pk).order_by("-zuletzt_bestaetigt_am", "-pk")
    plaetze = rangliste(wunsch, anzahl, schwelle=0, nur=list(andere.values_list("pk", flat=True)[:KANDIDATEN]))
    return angebote_zu(plaetze, wunsch)
