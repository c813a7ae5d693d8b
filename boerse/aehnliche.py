"""Which other listings might suit somebody who looks at this one? By the measure of abgleich.py, in one ranking."""

from django.db.models import Q

from .abgleich import angebote_zu, rangliste
from .models import Angebot
from .vorlieben import Vorlieben

ANZAHL = 3


def aehnliche(angebot: Angebot, anzahl: int = ANZAHL) -> list[Angebot]:
    """Public listings that share a Thema or Tätigkeit, the most alike and nearest first."""
    wunsch = Vorlieben.aus_angebot(angebot)
    nur = Q(themen__overlap=angebot.themen) | Q(taetigkeiten__overlap=angebot.taetigkeiten)
    plaetze = rangliste(wunsch, anzahl, schwelle=0, nur=nur & ~Q(pk=angebot.pk))
    return angebote_zu(plaetze, wunsch)
