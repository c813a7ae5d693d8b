"""Does the demo come up with everything, stand its ground, and leave nothing behind?"""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ehrenamt import start
from ehrenamt.bootstrap import Abbruch
from ehrenamt.datenbank import Cluster

from . import PROJEKT, warten_bis


def umgebung(**weitere: str) -> dict[str, str]:
    """As in a terminal: without what the test command set for itself."""
    return {n: w for n, w in os.environ.items() if not n.startswith("PORTAL_") and n != "DATABASE_URL"} | weitere


def befehl(*argumente: str, **weitere: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", *argumente],
        cwd=PROJEKT,
        env=umgebung(**weitere),
        capture_output=True,
        text=True,
        timeout=120,
    )


class Demo:
    def __init__(self, ordner: Path) -> None:
        self.ordner = ordner
        self.ausgabe = ordner.parent / "ausgabe"
        with self.ausgabe.open("w") as ausgabe:
            self.prozess = subprocess.Popen(
                [sys.executable, "manage.py", "demo", "--port=0", f"--daten={ordner}"],
                cwd=PROJEKT,
                env=umgebung(),
                stdout=ausgabe,
                stderr=subprocess.STDOUT,
            )
        warten_bis(lambda: "Strg-C" in self.text() or self.prozess.poll() is not None, sekunden=300)
        assert self.prozess.poll() is None, self.text()
        self.port = int((ordner / "adresse").read_text().rpartition(":")[2])

    def text(self) -> str:
        return self.ausgabe.read_text()

    def antwort(self, adresse: str) -> int:
        verbindung = http.client.HTTPConnection("localhost", self.port, timeout=20)
        with contextlib.closing(verbindung):
            verbindung.request("GET", adresse)
            return verbindung.getresponse().status

    def familie(self) -> dict[int, str]:
        """The command line of every process that stems from the demo."""
        gefunden, neue = {}, {self.prozess.pid}
        while neue:
            gefunden |= {pid: _lesen(pid, "cmdline").replace("\0", " ") for pid in neue}
            neue = {int(p.name) for p in Path("/proc").glob("[0-9]*") if _eltern(p.name) in neue} - gefunden.keys()
        return gefunden

    def pid(self, wort: str) -> int:
        return next((pid for pid, zeile in self.familie().items() if wort in zeile), 0)


def _lesen(pid: int | str, datei: str) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/{datei}").read_text()
    return ""


def _eltern(pid: str) -> int:
    return int(_lesen(pid, "stat").rpartition(")")[2].split()[1] or 0) if _lesen(pid, "stat") else 0


def nichts_uebrig(familie: dict[int, str], ordner: Path) -> bool:
    return not reste(ordner) and not lebende(familie)


def reste(ordner: Path) -> set[str]:
    return {pfad.name for pfad in ordner.iterdir() if pfad.suffix == ".sperre" or pfad.name == "steckdose"}


def lebende(familie: dict[int, str]) -> list[int]:
    return [pid for pid, zeile in familie.items() if zeile and _lesen(pid, "cmdline").replace("\0", " ") == zeile]


@pytest.fixture(scope="module")
def ordner(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("demo") / "Daten für alle"


@pytest.fixture
def demo(ordner):
    laufende = Demo(ordner)
    yield laufende
    laufende.prozess.kill()
    laufende.prozess.wait()


def test_everything_runs_and_ctrl_c_leaves_nothing(demo):
    assert f"http://localhost:{demo.port}\n" in demo.text()
    assert "Kontaktstelle" in demo.text()
    assert [demo.antwort(adresse) for adresse in ("/gesundheit/", "/")] == [200, 200]
    _zweite_demo_wird_abgewiesen(demo)
    _belegter_port_wird_gemeldet(demo)
    _andere_befehle_benutzen_dieselbe_datenbank(demo)
    _der_auftragsdienst_kommt_wieder(demo)
    familie = demo.familie()
    demo.prozess.send_signal(signal.SIGINT)
    assert demo.prozess.wait(20) == 0
    assert nichts_uebrig(familie, demo.ordner)
    assert demo.text().endswith("Beendet.\n")


def _zweite_demo_wird_abgewiesen(demo):
    zweite = befehl("demo", "--port=0", f"--daten={demo.ordner}")
    assert zweite.returncode == 1
    assert zweite.stderr == f"Mit den Daten in {demo.ordner} läuft schon eine Demo: http://localhost:{demo.port}\n"


def _belegter_port_wird_gemeldet(demo):
    anderswo = demo.ordner.parent / "anderswo"
    zweite = befehl("demo", f"--port={demo.port}", f"--daten={anderswo}")
    assert zweite.returncode == 1
    assert zweite.stderr == f"Port {demo.port} ist belegt; wählen Sie einen anderen mit --port.\n"
    assert not anderswo.exists()


def _andere_befehle_benutzen_dieselbe_datenbank(demo):
    frage = "from django.conf import settings as s; print(s.DATABASES['default']['HOST'], s.PORTAL_ADRESSE)"
    anderer = befehl("shell", "-v0", "-c", frage, PORTAL_DATEN=str(demo.ordner))
    assert anderer.stdout.split() == [
        (demo.ordner / "steckdose").read_text(),
        f"http://localhost:{demo.port}",
    ], anderer.stderr
    assert demo.antwort("/gesundheit/") == 200


def _der_auftragsdienst_kommt_wieder(demo):
    warten_bis(lambda: demo.pid("procrastinate"))
    alter = demo.pid("procrastinate")
    os.kill(alter, signal.SIGKILL)
    warten_bis(lambda: demo.pid("procrastinate") not in (0, alter))


def test_kill_9_takes_the_children_along_and_the_next_start_recovers(demo):
    familie = demo.familie()
    demo.prozess.kill()
    demo.prozess.wait()
    # Killed, it leaves its lock behind at most. Its port may be anybody's by then: a client's, for instance.
    # The job that somebody is at is finished first.
    warten_bis(lambda: not lebende(familie) and reste(demo.ordner) <= {"demo.sperre"}, sekunden=60)
    naechste = Demo(demo.ordner)
    assert naechste.antwort("/gesundheit/") == 200
    familie = naechste.familie()
    naechste.prozess.terminate()
    assert naechste.prozess.wait(20) == 0
    assert nichts_uebrig(familie, demo.ordner)


def test_starting_over_deletes_what_the_demo_made_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("PORTAL_GEHEIMNIS")
    (tmp_path / "fremd").touch()
    start.geheimnis(tmp_path)
    with Cluster(tmp_path).in_benutzung(), pytest.raises(Abbruch, match="in Benutzung"):
        start._alles_loeschen(tmp_path)
    assert (tmp_path / "geheimnis").exists()
    start._alles_loeschen(tmp_path)
    assert [pfad.name for pfad in tmp_path.iterdir()] == ["fremd"]


def test_starting_over_spares_a_database_of_ones_own(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://anderswo/portal")
    with pytest.raises(Abbruch, match="DATABASE_URL"):
        start._alles_loeschen(tmp_path)


@pytest.mark.parametrize("port", [-1, 70000])
def test_a_number_that_is_no_port(port):
    with pytest.raises(Abbruch, match="ist kein Port"):
        start._port_belegen(port)


def test_help_needs_no_database(tmp_path):
    hilfe = befehl("demo", "--help", PORTAL_DATEN=str(tmp_path / "x"))
    assert "--frisch" in hilfe.stdout
    assert not (tmp_path / "x").exists()
