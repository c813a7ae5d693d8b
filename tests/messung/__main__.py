import argparse
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

from ehrenamt.datenbank import PROJEKT, Cluster


class Seiten:
    """The process that acts as people do."""

    def __init__(self) -> None:
        befehl = [sys.executable, "-m", "tests.messung.seiten"]
        self.prozess = subprocess.Popen(
            befehl, cwd=PROJEKT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        assert self.prozess.stdout.readline() == "bereit\n"

    def beenden(self) -> dict[str, list[float]]:
        ausgabe, _fehler = self.prozess.communicate("ende\n")
        return json.loads(ausgabe)


def messen(angebote: int, anfragen: int, protokoll: Path) -> bool:
    from django.core.management import call_command
    from django.utils import timezone

    from boerse.pflichten import PFLICHTEN

    from ..stoerung.lauf import gemeinden_anlegen
    from .bestand import anlegen

    call_command("migrate", verbosity=0)
    gemeinden_anlegen()
    beginn = time.perf_counter()
    anlegen(angebote, anfragen)
    print(f"Bestand in {time.perf_counter() - beginn:.0f} s; Last {os.getloadavg()[0]:.1f}\n", flush=True)
    ruhig = Seiten()
    time.sleep(5)
    vorher = ruhig.beenden()
    seiten, jetzt, gesamt, gerechnet = Seiten(), timezone.now(), 0.0, time.process_time()
    for pflicht in PFLICHTEN:
        beginn = time.perf_counter()
        anzahl = pflicht.erledigen(jetzt)
        gesamt += (dauer := time.perf_counter() - beginn)
        print(f"{pflicht.name:<52}{anzahl:>7}{dauer:>9.2f} s", flush=True)
    waehrend = seiten.beenden()
    gerechnet = time.process_time() - gerechnet
    print(f"{'alle':<59}{gesamt:>9.2f} s, davon {gerechnet:.0f} s in Python; Last {os.getloadavg()[0]:.1f}\n")
    for tat, dauern in waehrend.items():
        print(f"{tat:<14}{_werte(dauern)}   ohne Pflichten {_werte(vorher[tat])}")
    gewartet = protokoll.read_text(errors="replace").count("still waiting for")
    print(f"länger als 50 ms auf eine Sperre gewartet: {gewartet}")
    return gesamt <= 60 and not gewartet


def _werte(dauern: list[float]) -> str:
    sortiert = sorted(dauern)
    mitte, meist = sortiert[len(sortiert) // 2], sortiert[len(sortiert) * 99 // 100]
    return f"{len(dauern):>6} mal, p50 {mitte:.0f} ms, p99 {meist:.0f} ms, am längsten {sortiert[-1]:.0f} ms"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.messung")
    parser.add_argument("--angebote", type=int, default=100_000)
    parser.add_argument("--anfragen", type=int, default=300_000)
    wahl = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ehrenamt-messung-") as ordner:
        cluster = Cluster(Path(ordner))
        with cluster.in_benutzung() as adresse:
            os.environ |= {
                "DATABASE_URL": adresse,
                "PORTAL_GEHEIMNIS": secrets.token_hex(),
                "PORTAL_ADRESSE": "http://localhost",
                "PORTAL_DEMO": "1",
                "DJANGO_SETTINGS_MODULE": "ehrenamt.settings",
            }
            django.setup()
            return 0 if messen(wahl.angebote, wahl.anfragen, cluster.protokoll) else 1


if __name__ == "__main__":
    sys.exit(main())
