"""manage.py referenzdaten_laden: all German Gemeinden, Ortsteile, postcodes and outlines into the database."""

from django.core.management.base import BaseCommand

from organisationen.models import Gemeinde
from organisationen.referenzdaten import laden


class Command(BaseCommand):
    help = "Lädt Gemeinden, Ortsteile, Postleitzahlen und Umrisse; ein zweiter Lauf ändert nichts."

    def handle(self, **_optionen) -> None:
        neu = laden()
        bediente = Gemeinde.objects.bediente().count()
        stand = "geladen" if neu else "schon da"
        self.stdout.write(f"Referenzdaten {stand}: dieses Portal ist für {bediente} Städte und Gemeinden da.")
