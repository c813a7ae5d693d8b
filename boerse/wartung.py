"""What keeps the portal in order by itself? Listings whose last day is over, wishes that
the Kontaktstelle left unanswered, search texts of an earlier version, mails that no job sends any more."""

from django.utils import timezone

from ehrenamt.models import Nachricht
from ehrenamt.pflichten import Pflicht

from .models import Angebot, Engagementwunsch
from .suche.index import suchtexte_erneuern

# After an update that changes how words are read, and when a term of the vocabulary is renamed.
SUCHTEXTE = Pflicht("Suchtexte erneuert", lambda jetzt: Angebot.objects.mit_altem_suchtext(), alle=suchtexte_erneuern)

PFLICHTEN = [
    Pflicht(
        "Angebote abgelaufen",
        lambda jetzt: Angebot.objects.abgelaufen(timezone.localdate(jetzt)),
        lambda angebot, jetzt: angebot.ablaufen(timezone.localdate(jetzt)),
    ),
    Pflicht(
        "An Engagementwünsche erinnert",
        Engagementwunsch.objects.zu_erinnern,
        lambda wunsch, jetzt: wunsch.erinnern(jetzt),
    ),
    SUCHTEXTE,
    # The mail server was away for longer than the job's tries.
    Pflicht("Nachrichten neu eingereiht", Nachricht.objects.verwaist, lambda nachricht, jetzt: nachricht.einreihen()),
]
