"""What does a newcomer see? Invented listings in every state, people who can log in, enquiries on their way."""

from django.db import transaction
from django.utils.translation import override

from organisationen.models import Kontaktstelle

from ..importieren import importieren, lesen
from . import anfragen, angebote, personen, rueckblick, wuensche

__all__ = ["DATEI", "laden", "zugaenge"]

zugaenge = personen.zugaenge
DATEI = angebote.DATEI


def laden() -> bool:
    """Everything or nothing; False where it is there already."""
    if Kontaktstelle.objects.filter(email=personen.KREIS_EMAIL).exists():
        return False
    with transaction.atomic(), override("de"):
        team = personen.anlegen()
        zeilen, _bemerkung = lesen(DATEI)
        zur_pruefung = [zeile for zeile in zeilen if zeile[1]["id"] in angebote.ZUR_PRUEFUNG]
        sofort = [zeile for zeile in zeilen if zeile not in zur_pruefung]
        importieren(sofort, angebote.QUELLE, veroeffentlichen=True)
        importieren(zur_pruefung, angebote.QUELLE)
        personen.teams_bilden(team)
        angebote.staende_herstellen(team)
        anfragen.stellen(team)
        rueckblick.zurueckblicken()
        wuensche.anbieten(team)
    return True
