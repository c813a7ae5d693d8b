from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.formats import date_format

from boerse.pflichten import PFLICHTEN
from ehrenamt.vorhersage import Faelliges, naechster_lauf, vorhersagen


class Command(BaseCommand):
    help = (
        "Zeigt, was wann von selbst geschehen wird, nach heutigem Stand: Was sich erst aus dem ergibt, was bis dahin "
        "geschieht, steht nicht dabei. Ändert nichts."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--tage", type=int, default=14, help="so viele Tage, heute mitgezählt (sonst 14)")
        parser.add_argument("--einzeln", action="store_true", help="auch die Nummern, keine Namen")

    def handle(self, *, tage: int, einzeln: bool, **optionen) -> None:
        jetzt = timezone.now()
        lauf = timezone.localtime(naechster_lauf(jetzt))
        self.stdout.write(f"Nächster Lauf: {date_format(lauf, 'j. F Y, H:i')} Uhr, falls ein Worker läuft.")
        zuletzt: date | bool | None = False
        for tag, faelliges in vorhersagen(PFLICHTEN, jetzt, tage):
            if tag != zuletzt:
                self.stdout.write(f"\n{date_format(tag, 'l, j. F Y') if tag else 'Jetzt'}")
                zuletzt = tag
            self.stdout.write(self.zeile(faelliges))
            if einzeln and faelliges.objekte:
                self.stdout.write(f"      {faelliges.objekte}")
        if zuletzt is False:
            self.stdout.write(f"\nIn den nächsten {tage} Tagen ist nichts fällig.")

    def zeile(self, faelliges: Faelliges) -> str:
        spaet = len(faelliges.ueberfaellig)
        hinweis = f"  (davon {spaet} überfällig: Läuft der Worker?)" if spaet else ""
        return f"  {faelliges.pflicht.name:<32}{len(faelliges.nummern):>7}{hinweis}"
