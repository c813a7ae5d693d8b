"""manage.py demodaten_laden: invented listings, people and enquiries, to look around."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from boerse.demo import laden, zugaenge
from organisationen import referenzdaten


class Command(BaseCommand):
    help = "Lädt erfundene Angebote, Zugänge und Anfragen (nur im Demobetrieb); ein zweiter Lauf ändert nichts."

    def handle(self, **_optionen) -> None:
        if not settings.DEMO:
            raise CommandError("Demodaten gibt es nur im Demobetrieb (PORTAL_DEMO=1): Die Passwörter sind bekannt.")
        referenzdaten.laden()
        self.stdout.write("Demodaten geladen." if laden() else "Demodaten sind schon da.")
        for rolle, email, passwort in zugaenge():
            self.stdout.write(f"  {rolle}: {email}  {passwort}")
