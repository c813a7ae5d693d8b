"""Runs the tests with pytest; every argument is pytest's."""

import sys

from django.core.management.base import BaseCommand, CommandError

from ehrenamt import aufbau
from ehrenamt.bootstrap import Abbruch


class Command(BaseCommand):
    help = "Führt die Tests aus; alle Angaben gehen an pytest."
    requires_system_checks = []

    def run_from_argv(self, argv):
        import pytest  # a development dependency, absent in production

        try:
            aufbau.oberflaeche_bauen()
        except CommandError as fehler:
            raise Abbruch(aufbau.satz(fehler)) from None
        sys.stdout.flush()
        sys.exit(pytest.main(argv[2:]))
