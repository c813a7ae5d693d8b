"""What does the portal do by itself, and in which order? All duties, run every hour."""

from datetime import datetime

from django.utils import timezone

from ehrenamt.pflichten import Pflicht, alle_erledigen
from organisationen import pflichten as organisationen

from . import abschied, aktualitaet, antwort, information, loeschung, morgenmail, wartung

# Who is asked or told comes before what is deleted.
PFLICHTEN: list[Pflicht] = [
    # Before anything else is written to them.
    *information.PFLICHTEN,
    *wartung.PFLICHTEN,
    *antwort.PFLICHTEN,
    *organisationen.PFLICHTEN,
    *aktualitaet.PFLICHTEN,
    *abschied.PFLICHTEN,
    *loeschung.PFLICHTEN,
    # What is left to people.
    *morgenmail.PFLICHTEN,
]


def faelliges_erledigen(jetzt: datetime | None = None) -> dict[str, int]:
    """Do whatever is due, and say how often what was done. Raises PflichtOffen once all others are done."""
    return alle_erledigen(PFLICHTEN, jetzt or timezone.now())
