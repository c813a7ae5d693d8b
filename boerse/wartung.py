"""What keeps the portal in order by itself? Listings whose last day is over, mails that no job sends any more."""

from django.utils import timezone

from ehrenamt.models import Nachricht
from ehrenamt.pflichten import Pflicht

from .models import Angebot

PFLICHTEN = [
    Pflicht(
        "Angebote abgelaufen",
        lambda jetzt: Angebot.objects.abgelaufen(timezone.localdate(jetzt)),
        lambda angebot, jetzt: angebot.ablaufen(timezone.localdate(jetzt)),
    ),
    # The mail server was away for longer than the job's tries.
    Pflicht("Nachrichten neu eingereiht", Nachricht.objects.verwaist, lambda nachricht, jetzt: nachricht.einreihen()),
]
