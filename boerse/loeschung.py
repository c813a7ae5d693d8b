"""Which data goes when its time is over?"""

from django.contrib.sessions.models import Session
from django.utils import timezone

from ehrenamt.models import Nachricht, Zaehler
from ehrenamt.pflichten import Pflicht
from organisationen.models import Einladung

from .models import Anfrage, Meldung

PFLICHTEN = [
    # Unconfirmed ones go altogether, from the others what is personal.
    Pflicht("Anfragen gelöscht", Anfrage.objects.faellig, lambda anfrage, jetzt: anfrage.loeschen(jetzt=jetzt)),
    Pflicht("Nachrichten gelöscht", lambda jetzt: Nachricht.objects.faellig(timezone.localdate(jetzt))),
    Pflicht("Meldungen gelöscht", Meldung.objects.faellig),
    Pflicht("Zähler gelöscht", Zaehler.objects.abgelaufen),
    Pflicht("Einladungen gelöscht", Einladung.objects.abgelaufen),
    Pflicht("Sitzungen gelöscht", lambda jetzt: Session.objects.filter(expire_date__lt=jetzt)),
]
