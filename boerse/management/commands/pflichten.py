from django.core.management.base import BaseCommand, CommandError

from boerse.pflichten import faelliges_erledigen
from ehrenamt.pflichten import PflichtOffen


class Command(BaseCommand):
    help = (
        "Erledigt, was jetzt fällig ist. Der Worker tut das stündlich; wer keinen laufen lässt, ruft dies aus cron "
        "auf und danach »procrastinate worker --one-shot« für die Mails."
    )

    def handle(self, **optionen) -> None:
        try:
            self.ausgeben(faelliges_erledigen())
        except PflichtOffen as offen:
            self.ausgeben(offen.getan)
            raise CommandError(f"Nicht ganz erledigt: {offen}. Das Protokoll nennt die Nummern.") from None

    def ausgeben(self, getan: dict[str, int]) -> None:
        for name, anzahl in getan.items():
            self.stdout.write(f"{name}: {anzahl}")
