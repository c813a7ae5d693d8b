"""manage.py angebote_importieren FILE --quelle NAME: listings from a JSON list or a CSV file."""

from django.core.management.base import BaseCommand, CommandError

from boerse.importieren import DateiFehler, importieren, lesen
from ehrenamt.sortierung import slug


class Command(BaseCommand):
    help = (
        "Importiert Angebote aus einer JSON-Liste oder CSV-Datei; der Rückgabewert ist 1, wenn Zeilen fehlerhaft waren."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("datei", help="JSON-Liste oder CSV-Datei")
        parser.add_argument("--quelle", required=True, help="Name der Quelle; die id jeder Zeile gilt darin")
        parser.add_argument(
            "--veroeffentlichen",
            action="store_true",
            help="sofort veröffentlichen und unbekannte Organisationen freigeben (sonst: zur Prüfung)",
        )

    def handle(self, *, datei: str, quelle: str, veroeffentlichen: bool, **_optionen) -> None:
        if slug(quelle, "") != quelle or len(quelle) > 60:
            raise CommandError("Die Quelle besteht aus höchstens 60 Kleinbuchstaben, Ziffern und Bindestrichen.")
        try:
            zeilen, bemerkung = lesen(datei)
        except DateiFehler as fehler:
            raise CommandError(str(fehler)) from None
        if bemerkung:
            self.stderr.write(bemerkung)
        bericht = importieren(zeilen, quelle, veroeffentlichen=veroeffentlichen)
        for hinweis in [*bericht.fehler, *bericht.hinweise]:
            self.stderr.write(str(hinweis))
        self.stdout.write(str(bericht))
        if bericht.fehler:
            raise CommandError(f"{bericht.anzahl['fehlerhaft']} Zeilen waren fehlerhaft und wurden nicht importiert.")
