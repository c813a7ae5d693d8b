"""Builds the design system's part of the static files; costs nothing when they are up to date."""

from django.core.management.base import BaseCommand, CommandError

from ehrenamt import gestaltung


class Command(BaseCommand):
    help = "Holt das Design-System und legt seine Stile und Schriften für collectstatic bereit."
    requires_system_checks = []

    def handle(self, *args, **options):
        try:
            neu = gestaltung.bauen()
        except gestaltung.GestaltungFehler as fehler:
            raise CommandError(str(fehler)) from fehler
        self.stdout.write("Gestaltung gebaut." if neu else "Gestaltung ist aktuell.")
