"""What keeps the portal in order by itself? Listings whose last day is over, wishes that
the Kontaktstelle left unanswered, mails that no job sends any more."""

from django.utils import timezone

from ehrenamt.models import Nachricht
from ehrenamt.pflichten import Pflicht

from .models import Angebot, Engagementwunsch

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
    # The mail server was away for longer than the job's tries.
    Pflicht("Nachrichten neu eingereiht", Nachricht.objects.verwaist, lambda nachricht, jetzt: nachricht.einreihen()),
]
