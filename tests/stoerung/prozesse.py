"""The processes that are killed: workers, restarted at once as a container would be, and the database."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from random import Random

from ehrenamt.datenbank import PROJEKT, Cluster

BEFEHL = [sys.executable, "manage.py", "procrastinate", "--skip-checks", "worker"]


class Arbeiter:
    """One worker under supervision; it is there again whenever it ends."""

    def __init__(self, protokoll: Path) -> None:
        self.protokoll = protokoll
        self.starts = 0
        self.ende = threading.Event()
        self.prozess = self._starten()
        threading.Thread(target=self._beaufsichtigen, daemon=True).start()

    def _starten(self) -> subprocess.Popen:
        self.starts += 1
        with self.protokoll.open("ab") as ausgabe:
            return subprocess.Popen(BEFEHL, cwd=PROJEKT, stdin=subprocess.DEVNULL, stdout=ausgabe, stderr=ausgabe)

    def _beaufsichtigen(self) -> None:
        while not self.ende.is_set():
            self.prozess.wait()
            self.ende.wait(0.2)
            if not self.ende.is_set():
                self.prozess = self._starten()

    def toeten(self) -> None:
        self.prozess.kill()

    def beenden(self) -> None:
        self.ende.set()
        self.prozess.terminate()
        try:
            self.prozess.wait(10)
        except subprocess.TimeoutExpired:
            self.prozess.kill()
            self.prozess.wait()


class Unheil(threading.Thread):
    """Kills workers and database at random moments, and remembers when."""

    def __init__(self, cluster: Cluster, arbeiter: list[Arbeiter], postamt, zufall: Random, pause: tuple) -> None:
        super().__init__(daemon=True)
        self.cluster, self.arbeiter, self.postamt = cluster, arbeiter, postamt
        self.zufall, self.pause = zufall, pause
        self.zeiten: list[float] = []
        self.taten: Counter[str] = Counter()
        self.ende = threading.Event()
        self._datenbank_zuletzt = 0.0

    def run(self) -> None:
        zuerst = [self._postamt, self._datenbank, self._worker]  # however short it is
        while not self.ende.wait(self.zufall.uniform(*self.pause)):
            alle = [self._worker, self._worker, self._datenbank, self._postamt]
            tat = zuerst.pop() if zuerst else self.zufall.choice(alle)
            self.zeiten.append(time.monotonic())
            tat()
        self.postamt.zu = False

    def _worker(self) -> None:
        self.taten["Worker getötet"] += 1
        self.zufall.choice(self.arbeiter).toeten()

    def _postamt(self) -> None:
        self.taten["Mailserver weg"] += 1
        self.postamt.zu = True
        self.ende.wait(self.zufall.uniform(0.5, 3))
        self.postamt.zu = False

    def _datenbank(self) -> None:
        """Its keeper gives up after several short lives in a row, so it gets some seconds."""
        if time.monotonic() - self._datenbank_zuletzt < 6:
            return
        self._datenbank_zuletzt = 0.0
        with contextlib.suppress(OSError, ValueError, IndexError):
            server = int((self.cluster.daten / "postmaster.pid").read_text().splitlines()[0])
            art = self.zufall.choice(["SIGKILL", "SIGQUIT", "SIGINT", "Kind"])
            kinder = _kinder(server)
            ziel = self.zufall.choice(kinder) if art == "Kind" and kinder else server
            os.kill(ziel, signal.SIGKILL if art == "Kind" else signal.Signals[art])
            self.taten[f"Datenbank: {art}"] += 1


def _kinder(pid: int) -> list[int]:
    gefunden = []
    for stand in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError):
            if int(stand.read_text().rpartition(")")[2].split()[1]) == pid:
                gefunden.append(int(stand.parent.name))
    return gefunden
