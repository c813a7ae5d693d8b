"""manage.py kontaktstelle_anlegen: the first Kontaktstelle, its regions and its staff."""

import re

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from ...mitarbeit import kontaktstelle_bereitstellen
from ...models import Gebiet
from ...regionen import MUSTER


class Command(BaseCommand):
    help = "Legt eine Kontaktstelle mit Region und Mitarbeitenden an oder bringt die gleichnamige auf diesen Stand."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True)
        parser.add_argument(
            "--region", required=True, action="append", help="DE, 05, 05974 oder 05974040; mehrmals möglich"
        )
        parser.add_argument("--email", required=True, help="Funktionsadresse, steht auf jeder Seite")
        parser.add_argument("--telefon", required=True)
        parser.add_argument("--sprechzeiten", required=True)
        parser.add_argument("--anschrift", default="")
        parser.add_argument(
            "--konto", action="append", default=[], help="E-Mail-Adresse, die in die Verwaltung darf; mehrmals möglich"
        )

    def handle(self, *args, **optionen) -> None:
        name, regionen, konten = optionen["name"], optionen["region"], optionen["konto"]
        self._pruefen(name, regionen, [optionen["email"], *konten])
        angaben = {feld: optionen[feld] for feld in ("email", "telefon", "sprechzeiten", "anschrift")}
        kontaktstelle_bereitstellen(name, regionen, konten, **angaben)
        self.stdout.write(f"{name}: {', '.join(regionen)}. Anmelden: mit der E-Mail-Adresse und „Code per E-Mail“.")

    def _pruefen(self, name: str, regionen: list[str], adressen: list[str]) -> None:
        for region in regionen:
            if not re.match(MUSTER, region):
                raise CommandError(f"„{region}“ ist keine Region. Beispiele: DE, 05, 05974, 05974040.")
            vergeben = Gebiet.objects.filter(region=region).exclude(kontaktstelle__name=name).first()
            if vergeben:
                raise CommandError(f"Die Region {region} gehört schon zu „{vergeben.kontaktstelle}“.")
        for adresse in adressen:
            try:
                validate_email(adresse)
            except ValidationError as fehler:
                raise CommandError(f"„{adresse}“ ist keine E-Mail-Adresse.") from fehler
