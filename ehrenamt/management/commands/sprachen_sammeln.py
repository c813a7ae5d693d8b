"""Collects the texts of the interface into the catalogues that translators work on."""

from django.core.management.base import BaseCommand

from ehrenamt import kataloge


class Command(BaseCommand):
    help = "Trägt alle Texte der Oberfläche in die Kataloge unter ehrenamt/locale/ ein."
    requires_system_checks = []

    def handle(self, *args, **options):
        for code, offen in kataloge.sammeln().items():
            self.stdout.write(f"{code}: {offen} Texte ohne Übersetzung")
