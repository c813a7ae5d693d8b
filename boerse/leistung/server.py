"""How much do two workers of the web server manage, and how much memory do they take?"""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from ehrenamt.gesundheit import antwortet

from .datenbank import adresse

ARBEITER, LEUTE = 2, 4


@contextmanager
def webserver() -> Iterator[tuple[int, int]]:
    """(port, process id) of gunicorn with two workers on the database connected to."""
    with socket.socket() as dose:
        dose.bind(("127.0.0.1", 0))
        dose.listen(128)
        befehl = [sys.executable, "-m", "gunicorn", "ehrenamt.wsgi", f"--workers={ARBEITER}", "--preload"]
        befehl += ["--no-control-socket", "--log-level=warning", f"--bind=fd://{dose.fileno()}"]
        umgebung = os.environ | {"DATABASE_URL": adresse(), "PORTAL_DEMO": "1", "PORTAL_REGIONEN": "DE"}
        prozess = subprocess.Popen(befehl, cwd=settings.BASE_DIR, env=umgebung, pass_fds=[dose.fileno()])
        try:
            port, frist = dose.getsockname()[1], time.monotonic() + 60
            while not antwortet(port):
                if prozess.poll() is not None or time.monotonic() > frist:
                    raise RuntimeError("Der Webserver startet nicht.")
                time.sleep(0.05)
            yield port, prozess.pid
        finally:
            prozess.terminate()
            prozess.wait(30)


def durchsatz(port: int, adressen: list[str], sekunden: float) -> float:
    """Answers a second to as many people at once as keep both workers busy."""
    ende, fertig = time.monotonic() + sekunden, []

    def person(nummer: int) -> None:
        stelle = nummer
        while time.monotonic() < ende:
            abrufen(port, adressen[stelle % len(adressen)])
            fertig.append(stelle)
            stelle += LEUTE

    beginn = time.monotonic()
    leute = [threading.Thread(target=person, args=(nummer,)) for nummer in range(LEUTE)]
    for mensch in leute:
        mensch.start()
    for mensch in leute:
        mensch.join()
    return len(fertig) / (time.monotonic() - beginn)


def abrufen(port: int, pfad: str) -> None:
    verbindung = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    verbindung.request("GET", pfad, headers={"Host": "localhost", "Accept-Encoding": "gzip"})
    antwort = verbindung.getresponse()
    antwort.read()
    verbindung.close()
    if antwort.status != 200:
        raise RuntimeError(f"{pfad}: {antwort.status}")


def speicher(prozess: int) -> list[float]:
    """MB of memory of each worker of this gunicorn; what they share with the others is counted in."""
    kinder = Path(f"/proc/{prozess}/task/{prozess}/children").read_text().split()
    zeilen = [zeile for kind in kinder for zeile in Path(f"/proc/{kind}/status").read_text().splitlines()]
    return [int(zeile.split()[1]) / 1024 for zeile in zeilen if zeile.startswith("VmRSS")]
