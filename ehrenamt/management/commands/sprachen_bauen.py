"""Compiles the translations of the interface; costs nothing when they are up to date."""

from django.core.management.base import BaseCommand

from ehrenamt import kataloge


class Command(BaseCommand):
    help = "Übersetzt die Kataloge der Oberfläche in die Form, in der das Portal sie liest."
    requires_system_checks = []

    def handle(self, *args, **options):
        self.stdout.write("Sprachen gebaut." if kataloge.bauen() else "Sprachen sind aktuell.")
