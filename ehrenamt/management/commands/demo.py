"""Shows the whole portal on this machine, with data to try it on."""

import io
import os
import sys
import time

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connections

from ehrenamt import aufbau, start
from ehrenamt.bootstrap import Abbruch, schritt
from ehrenamt.gesundheit import antwortet
from ehrenamt.kinder import Kinder

GUNICORN = ["-m", "gunicorn", "ehrenamt.wsgi", "--workers=2", "--preload", "--no-control-socket", "--log-level=warning"]
ARBEITER = ["manage.py", "procrastinate", "--skip-checks", "worker", "--shutdown-graceful-timeout=3"]


class Command(BaseCommand):
    help = "Startet das Portal mit Beispieldaten auf diesem Rechner; Strg-C beendet es."
    requires_system_checks = []

    def add_arguments(self, parser):
        start.demo_optionen(parser)

    def handle(self, *args, **options):
        if not start.steckdosen:
            raise Abbruch("Bitte mit »python3 manage.py demo« starten.")
        try:
            aufbau.oberflaeche_bauen()
            self.daten_laden()
        except (CommandError, OperationalError, psycopg.OperationalError) as fehler:
            raise Abbruch(aufbau.satz(fehler)) from None
        kinder = Kinder()
        try:
            with schritt("Webserver und Auftragsdienst"):
                self.starten(kinder)
            self.begruessen()
            kinder.beaufsichtigen("gunicorn")
            raise Abbruch("Der Webserver hat sich beendet; seine Meldungen stehen weiter oben.")
        finally:
            kinder.beenden()

    def daten_laden(self):
        with schritt("Tabellen"):
            aufbau.tabellen_anlegen()
        with schritt("Gemeinden und Postleitzahlen"):
            call_command("referenzdaten_laden", stdout=io.StringIO())
        with schritt("Beispiel-Angebote"):
            call_command("demodaten_laden", stdout=io.StringIO())
        connections.close_all()

    def starten(self, kinder):
        os.chdir(settings.BASE_DIR)
        nummern = tuple(dose.fileno() for dose in start.steckdosen)
        binden = [f"--bind=fd://{nummer}" for nummer in nummern]
        kinder.starten("gunicorn", [sys.executable, *GUNICORN, *binden], dateien=nummern)
        protokoll = settings.DATEN / "auftragsdienst.log"
        protokoll.unlink(missing_ok=True)
        kinder.starten("auftragsdienst", [sys.executable, *ARBEITER], protokoll=protokoll)
        port, frist = start.steckdosen[0].getsockname()[1], time.monotonic() + 60
        while not antwortet(port):
            if not kinder.laeuft("gunicorn") or time.monotonic() > frist:
                raise Abbruch("Der Webserver startet nicht; seine Meldungen stehen weiter oben.")
            time.sleep(0.05)

    def begruessen(self):
        from boerse import demo

        breite = max(len(email) for _, email, _ in demo.zugaenge())
        self.stdout.write(f"\n{settings.PORTAL_NAME}: {settings.PORTAL_ADRESSE}\n")
        for rolle, email, passwort in demo.zugaenge():
            self.stdout.write(f"  {rolle:<28} {email:<{breite}}  {passwort}")
        self.stdout.write("\nStrg-C beendet die Demo; die Daten bleiben.\n")
        self.stdout.flush()
