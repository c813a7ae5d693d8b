"""What is due now? Personal data whose time is over, and listings whose last day has passed.

Derived from the data each time, so a run that was missed or runs twice does no harm.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from ehrenamt.models import Nachricht, Zaehler
from ehrenamt.tasks import nachricht_senden
from organisationen.models import Einladung

from .models import Anfrage, Angebot, Meldung

logger = logging.getLogger(__name__)

# So many rows at a time: short transactions, and each batch comes from an index.
BLOCK = 500


class PflichtOffen(Exception):
    """Some duties could not be done; the log says which. The others are done."""


def faelliges_erledigen(jetzt: datetime | None = None) -> dict[str, int]:
    """Do whatever is due, and say how often what was done. One duty that fails does not keep up the others."""
    jetzt = jetzt or timezone.now()
    getan, offen = {}, []
    for name, pflicht in PFLICHTEN.items():
        try:
            getan[name] = pflicht(jetzt)
        except Exception:
            logger.exception("Pflicht nicht erledigt: %s", name)
            offen.append(name)
    if offen:
        raise PflichtOffen(", ".join(offen))
    return getan


def _anfragen(jetzt: datetime) -> int:
    """Unconfirmed ones go altogether, from the others what is personal."""
    return _einzeln(Anfrage.objects.faellig(jetzt), lambda anfrage: anfrage.loeschen(jetzt=jetzt))


def _abgelaufene(jetzt: datetime) -> int:
    return _einzeln(Angebot.objects.abgelaufen(timezone.localdate(jetzt)), Angebot.ablaufen)


def _verwaiste_nachrichten(jetzt: datetime) -> int:
    """The mail server was away for longer than the job's tries: queue what still waits."""
    nummern = list(Nachricht.objects.verwaist(jetzt).values_list("pk", flat=True)[:BLOCK])
    for nummer in nummern:
        nachricht_senden.defer(nachricht_id=nummer)
    return len(nummern)


def _einzeln(faellige: QuerySet, tun: Callable) -> int:
    """Through the model's own method. A row that cannot be done is named by its number and keeps up no other."""
    anzahl, offen = 0, []
    while block := list(faellige.exclude(pk__in=offen)[:BLOCK]):
        for objekt in block:
            try:
                tun(objekt)
                anzahl += 1
            except Exception:
                logger.exception("Nicht erledigt: %s %s", objekt._meta.label, objekt.pk)
                offen.append(objekt.pk)
    if offen:
        raise PflichtOffen(f"{len(offen)} von {len(offen) + anzahl}")
    return anzahl


def _in_bloecken(faellige: QuerySet) -> int:
    anzahl = 0
    while nummern := list(faellige.values_list("pk", flat=True)[:BLOCK]):
        faellige.model._base_manager.filter(pk__in=nummern).delete()
        anzahl += len(nummern)
    return anzahl


PFLICHTEN: dict[str, Callable[[datetime], int]] = {
    "Anfragen gelöscht": _anfragen,
    "Nachrichten gelöscht": lambda jetzt: _in_bloecken(Nachricht.objects.faellig(timezone.localdate(jetzt))),
    "Meldungen gelöscht": lambda jetzt: _in_bloecken(Meldung.objects.faellig(jetzt)),
    "Zähler gelöscht": lambda jetzt: _in_bloecken(Zaehler.objects.abgelaufen(jetzt)),
    "Einladungen gelöscht": lambda jetzt: _in_bloecken(Einladung.objects.abgelaufen(jetzt)),
    "Sitzungen gelöscht": lambda jetzt: _in_bloecken(Session.objects.filter(expire_date__lt=jetzt)),
    "Angebote abgelaufen": _abgelaufene,
    "Nachrichten neu eingereiht": _verwaiste_nachrichten,
}
