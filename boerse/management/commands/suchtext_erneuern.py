"""Rebuild the search text of listings: after an update that changes how it is written, or of all."""

from django.core.management.base import BaseCommand

from boerse.models import Angebot
from boerse.suche.index import suchtext_schreiben

STAPEL = 500


class Command(BaseCommand):
    help = "Schreibt den Suchtext veralteter Angebote neu (--alle: aller Angebote)."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--alle", action="store_true", help="auch Angebote, deren Suchtext aktuell ist")

    def handle(self, *args, alle: bool, **options) -> None:
        faellig = Angebot.objects.filter(veroeffentlicht_am__isnull=False)
        if not alle:
            faellig = Angebot.objects.mit_altem_suchtext()
        anzahl, letzte = 0, 0
        while stapel := list(
            faellig.filter(pk__gt=letzte)
            .select_related("organisation")
            .prefetch_related("einsatzorte__gemeinde")
            .order_by("pk")[:STAPEL]
        ):
            suchtext_schreiben(stapel)
            anzahl, letzte = anzahl + len(stapel), stapel[-1].pk
        self.stdout.write(f"Suchtext von {anzahl} Angeboten neu geschrieben.")
