from django.core.management.base import BaseCommand

from boerse.pflichten import faelliges_erledigen


class Command(BaseCommand):
    help = "Erledigt, was jetzt fällig ist: Fristen zum Löschen, abgelaufene Angebote. Der Worker tut das stündlich."

    def handle(self, **optionen) -> None:
        for name, anzahl in faelliges_erledigen().items():
            self.stdout.write(f"{name}: {anzahl}")
