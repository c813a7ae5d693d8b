"""Who stops the embedded server? Its keeper: one small process that lives exactly as long as it has users.

Users hold a shared lock, which the kernel lets go even after kill -9; the keeper waits for the exclusive one.
It runs in a session of its own, so that Ctrl-C in one terminal does not end the server for others.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from .sperre import Sperre

VERSUCHE = 6
GEDULD = 10  # seconds for each way of asking the server to end
# Names the folder of the socket; exists only while the server is meant to run.
MERKZETTEL = "steckdose"


class Hueter:
    def __init__(self, ordner: Path, steckdose: Path, fluechtig: bool, befehl: list[str]) -> None:
        self.fluechtig = fluechtig
        self.cluster = ordner / "postgres"
        self.steckdose = steckdose
        self.befehl = [*befehl, "-D", str(self.cluster), "-k", str(steckdose)]
        self.nutzung = Sperre(ordner / "nutzung.sperre")
        self.leben = Sperre(ordner / "hueter.sperre")
        self.ende = threading.Event()
        self.server: subprocess.Popen | None = None

    def huete(self) -> int:
        if not self.leben.nehmen(warten=False):
            return 1
        signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=self.beenden, daemon=True).start())
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=self._auf_letzten_warten, daemon=True).start()
        fehlstarts = 0
        while not self.ende.is_set() and fehlstarts < VERSUCHE:
            beginn = time.monotonic()
            self._server_laufen_lassen()
            # A server that was killed leaves children behind that block the next one for a moment.
            fehlstarts = fehlstarts + 1 if time.monotonic() - beginn < 5 else 0
            self.ende.wait(0.3 * fehlstarts)
        shutil.rmtree(self.steckdose, ignore_errors=True)
        (self.cluster.parent / MERKZETTEL).unlink(missing_ok=True)
        self.nutzung.freigeben()
        self.leben.freigeben()
        if self.fluechtig:
            shutil.rmtree(self.cluster.parent, ignore_errors=True)
        return 0 if self.ende.is_set() else 1

    def _server_laufen_lassen(self) -> None:
        waise_beenden(self.cluster)
        self.server = subprocess.Popen(self.befehl, stdin=subprocess.DEVNULL, cwd=self.cluster)
        self.server.wait()

    def _auf_letzten_warten(self) -> None:
        self.nutzung.nehmen()
        self.beenden()

    def beenden(self) -> None:
        """Ends the server gently: it keeps every commit. One that a full disk has confused may need more."""
        self.ende.set()
        for zeichen in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            frist = time.monotonic() + GEDULD
            while time.monotonic() < frist:
                if self.server and self.server.returncode is None:
                    self.server.send_signal(zeichen)
                time.sleep(1)


def waise_beenden(cluster: Path) -> None:
    """Ends a server whose keeper was killed; removes a pid file whose number is another process by now."""
    datei = cluster / "postmaster.pid"
    with contextlib.suppress(OSError, ValueError, IndexError):
        pid = int(datei.read_text().splitlines()[0])
        for zeichen in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if not _ist_server(pid, cluster):
                break
            os.kill(pid, zeichen)
            frist = time.monotonic() + 10
            while _ist_server(pid, cluster) and time.monotonic() < frist:
                time.sleep(0.02)
        datei.unlink()


def _ist_server(pid: int, cluster: Path) -> bool:
    try:
        return os.path.samefile(f"/proc/{pid}/cwd", cluster)
    except OSError:
        return False


if __name__ == "__main__":
    _, ordner, steckdose, art, *befehl = sys.argv
    sys.exit(Hueter(Path(ordner), Path(steckdose), art == "fluechtig", befehl).huete())
