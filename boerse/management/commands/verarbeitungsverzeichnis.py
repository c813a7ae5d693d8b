"""manage.py verarbeitungsverzeichnis: the record of Art. 30 GDPR as Markdown."""

from django.core.management.base import BaseCommand

from ...verzeichnis import als_markdown


class Command(BaseCommand):
    help = "Gibt das Verzeichnis von Verarbeitungstätigkeiten (Artikel 30 DSGVO) als Markdown aus."

    def handle(self, *args, **optionen) -> None:
        self.stdout.write(als_markdown())
