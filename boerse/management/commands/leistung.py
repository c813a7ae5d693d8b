"""manage.py leistung: how fast are the pages with so many listings, in a database of its own?"""

import os
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from boerse.leistung.anfragen import Fragen
from boerse.leistung.datenbank import messdatenbank
from boerse.leistung.messung import Messwerte, Pruefstand, mittel
from boerse.leistung.server import durchsatz, speicher, webserver
from boerse.leistung.veroeffentlichen import neu_schreiben
from ehrenamt.aufbau import oberflaeche_bauen

SPALTEN = ["p50", "p95", "p99", "Abfragen", "Python", "PostgreSQL"]


class Command(BaseCommand):
    help = (
        "Misst, wie schnell das Portal mit so vielen ausgedachten Angeboten aus ganz Deutschland antwortet: in einer "
        "eigenen Datenbank auf demselben Server, die danach gelöscht wird."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--angebote", type=int, nargs="+", default=[1000], help="wie viele; auch mehrere Zahlen")
        parser.add_argument("--anfragen", type=int, default=60, help="je Art (sonst 60)")
        parser.add_argument("--nur", help="nur Arten, in deren Namen das vorkommt")
        parser.add_argument("--sekunden", type=float, default=10, help="Last auf zwei Arbeitern; 0 lässt sie weg")
        parser.add_argument("--behalten", action="store_true", help="die Datenbank bleibt für den nächsten Lauf")

    def handle(self, *, angebote: list[int], behalten: bool, **wahl) -> None:
        if min(angebote) < 20 or wahl["anfragen"] < 1:
            raise CommandError("Bitte mindestens 20 Angebote und 1 Anfrage.")
        settings.PORTAL_REGIONEN = ["DE"]
        oberflaeche_bauen()
        laeufe = {}
        for anzahl in angebote:
            beginn = time.perf_counter()
            with messdatenbank(anzahl, behalten=behalten) as vorhanden:
                woher = "schon da" if vorhanden else f"gefüllt in {time.perf_counter() - beginn:.0f} s"
                self.stdout.write(f"\n{anzahl} Angebote, {woher}; Last des Rechners {os.getloadavg()[0]:.1f}")
                laeufe[anzahl] = self._messen(anzahl, wahl)
        if len(angebote) > 1:
            self._wachstum(laeufe, min(angebote), max(angebote))

    def _messen(self, anzahl: int, wahl: dict) -> dict[str, Messwerte]:
        fragen, stand = Fragen(anzahl), Pruefstand()
        self.stdout.write(f"{'ms':<26}" + "".join(f"{spalte:>11}" for spalte in SPALTEN))
        ergebnis = {}
        for art in [a for a in fragen.arten if (wahl["nur"] or "").lower() in a.lower()]:
            stand.messen(fragen.ziehen(art, 3))  # what a worker does once: templates, plans, words
            ergebnis[art] = stand.messen(fragen.ziehen(art, wahl["anfragen"]))
            self._zeile(art, ergebnis[art])
        if not wahl["nur"]:
            ergebnis["Veröffentlichen"] = neu_schreiben(min(20, wahl["anfragen"]), stand)
            self._zeile("Veröffentlichen (Index)", ergebnis["Veröffentlichen"])
        if wahl["sekunden"]:
            self._last(fragen, wahl["sekunden"])
        return ergebnis

    def _zeile(self, art: str, werte: Messwerte) -> None:
        zahlen = [werte.p(50), werte.p(95), werte.p(99), max(werte.abfragen), mittel(werte.python)]
        zahlen.append(mittel(werte.datenbank))
        self.stdout.write(f"{art:<26}" + "".join(f"{zahl:>11.1f}".replace(".", ",") for zahl in zahlen))

    def _last(self, fragen: Fragen, sekunden: float) -> None:
        with webserver() as (port, prozess):
            for art in ("Liste ohne Filter", "ein Wort"):
                rate = durchsatz(port, list(fragen.ziehen(art, 2000)), sekunden)
                self.stdout.write(f"2 Arbeiter, {art}: {rate:.0f} je Sekunde")
            durchsatz(port, [adresse for art in fragen.arten for adresse in fragen.ziehen(art, 5)], sekunden)
            belegt = ", ".join(f"{mb:.0f} MB" for mb in speicher(prozess))
            self.stdout.write(f"Speicher der Arbeiter nach allen Arten: {belegt}")

    def _wachstum(self, laeufe: dict[int, dict[str, Messwerte]], klein: int, gross: int) -> None:
        self.stdout.write(f"\nWachstum der p50 von {klein} auf {gross}")
        for art, werte in laeufe[gross].items():
            if art in laeufe[klein]:
                self.stdout.write(f"{art:<26}{werte.p(50) / laeufe[klein][art].p(50):>10.1f} ×".replace(".", ","))
