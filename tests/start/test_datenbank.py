"""Does the embedded server live exactly as long as somebody uses it, whatever happens to them?"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from ehrenamt import datenbank, start
from ehrenamt.datenbank import Cluster

from . import PROJEKT, warten_bis

NUTZER = """
import sys
from ehrenamt.datenbank import Cluster
with Cluster(sys.argv[1], fluechtig=len(sys.argv) > 2).in_benutzung() as adresse:
    print(adresse, flush=True)
    sys.stdin.read()
"""


class Nutzer:
    """Another process that uses a cluster until it is told to go."""

    def __init__(self, ordner: Path, *argumente: str) -> None:
        self.prozess = subprocess.Popen(
            [sys.executable, "-c", NUTZER, str(ordner), *argumente],
            cwd=PROJEKT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def adresse(self) -> str:
        return self.prozess.stdout.readline().strip()

    def gehen(self) -> None:
        self.prozess.stdin.close()
        assert self.prozess.wait(20) == 0

    def toeten(self) -> None:
        self.prozess.kill()
        self.prozess.wait(20)


@pytest.fixture
def nutzer():
    offene = []

    def neuer(ordner: Path, *argumente: str) -> Nutzer:
        offene.append(Nutzer(ordner, *argumente))
        return offene[-1]

    yield neuer
    for einer in offene:
        einer.prozess.kill()
        einer.prozess.wait()
        einer.prozess.stdin.close()
        einer.prozess.stdout.close()


@pytest.fixture(scope="module")
def vorlage(tmp_path_factory) -> Path:
    """A folder with a cluster in it, so that not every test has to create one."""
    ordner = tmp_path_factory.mktemp("vorlage")
    with Cluster(ordner).in_benutzung():
        return ordner


def antwort(adresse: str, frage: str = "SELECT 1"):
    with psycopg.connect(adresse, autocommit=True) as verbindung:
        return verbindung.execute(frage).fetchone()[0]


def laeuft(adresse: str) -> bool:
    with contextlib.suppress(psycopg.OperationalError):
        return antwort(adresse) == 1
    return False


def steckdose(adresse: str) -> Path:
    return Path(adresse.partition("host=")[2])


def server_pid(ordner: Path) -> int:
    return int((ordner / "postgres" / "postmaster.pid").read_text().split()[0])


def hueter_pid(ordner: Path) -> int:
    status = Path(f"/proc/{server_pid(ordner)}/status").read_text()
    return int(next(zeile for zeile in status.splitlines() if zeile.startswith("PPid")).split()[1])


def reste(ordner: Path) -> list[str]:
    return sorted(pfad.name for pfad in ordner.iterdir() if pfad.name not in {"postgres", "postgres.log"})


@pytest.mark.parametrize("reihenfolge", [(0, 1), (1, 0)])
def test_only_the_last_one_out_stops_the_server(vorlage, nutzer, reihenfolge):
    beide = nutzer(vorlage), nutzer(vorlage)
    adressen = {einer.adresse() for einer in beide}
    assert len(adressen) == 1
    beide[reihenfolge[0]].gehen()
    assert laeuft(*adressen)
    beide[reihenfolge[1]].gehen()
    assert not laeuft(*adressen)
    assert not steckdose(*adressen).exists()
    assert reste(vorlage) == []


def test_one_may_come_while_the_last_one_goes(vorlage, nutzer):
    for _ in range(3):
        gehende = nutzer(vorlage)
        gehende.adresse()
        kommende = nutzer(vorlage)
        gehende.gehen()
        assert laeuft(kommende.adresse())
        kommende.gehen()
    assert reste(vorlage) == []


@pytest.mark.parametrize("name", ["Ordner mit Leerzeichen und Ümläut", "tief/" * 40 + "unten"])
def test_any_path_will_do_in_any_terminal(tmp_path, monkeypatch, name):
    monkeypatch.setenv("LC_ALL", "C")
    ordner = tmp_path / name
    (ordner / "postgres.neu" / "halb").mkdir(parents=True)  # left behind by an interrupted creation
    with Cluster(ordner).in_benutzung() as adresse:
        assert antwort(adresse, "SELECT lower('ÄÖÜ')") == "äöü"
        assert antwort(adresse, "SELECT to_tsvector('german', '„Bücher“ – Kind')::text") == "'buch':1 'kind':2"
        assert steckdose(adresse).stat().st_mode & 0o777 == 0o700
    assert reste(ordner) == []


def test_the_server_of_a_killed_user_stops_by_itself(vorlage, nutzer):
    einer = nutzer(vorlage)
    adresse = einer.adresse()
    einer.toeten()
    warten_bis(lambda: reste(vorlage) == [])
    assert not laeuft(adresse)
    assert not steckdose(adresse).exists()


def test_a_killed_user_takes_the_server_from_nobody(vorlage, nutzer):
    bleibt, stirbt = nutzer(vorlage), nutzer(vorlage)
    adresse = bleibt.adresse()
    stirbt.adresse()
    stirbt.toeten()
    assert laeuft(adresse)
    bleibt.gehen()
    assert not laeuft(adresse)


def test_after_kill_9_of_everything_the_next_start_recovers(vorlage, nutzer):
    einer = nutzer(vorlage)
    adresse = einer.adresse()
    with psycopg.connect(adresse) as verbindung:
        verbindung.execute("CREATE TABLE bleibt AS SELECT 42 AS zahl")
    for pid in (hueter_pid(vorlage), server_pid(vorlage)):
        os.kill(pid, signal.SIGKILL)
    einer.toeten()
    assert steckdose(adresse).exists()
    naechster = nutzer(vorlage)
    neue_adresse = naechster.adresse()
    assert antwort(neue_adresse, "SELECT zahl FROM bleibt") == 42
    assert neue_adresse != adresse
    assert not steckdose(adresse).exists()
    naechster.gehen()


def test_a_server_without_keeper_is_ended_by_the_last_one_out(vorlage, nutzer):
    einer = nutzer(vorlage)
    adresse = einer.adresse()
    os.kill(hueter_pid(vorlage), signal.SIGKILL)
    assert laeuft(adresse)
    einer.gehen()
    assert not laeuft(adresse)
    assert reste(vorlage) == []


def test_a_stale_pid_file_with_a_foreign_number_does_not_matter(vorlage):
    (vorlage / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n{vorlage}\n")
    with Cluster(vorlage).in_benutzung() as adresse:
        assert laeuft(adresse)


def test_a_killed_server_comes_back_at_the_same_address(vorlage, nutzer):
    einer = nutzer(vorlage)
    adresse = einer.adresse()
    os.kill(server_pid(vorlage), signal.SIGKILL)
    warten_bis(lambda: laeuft(adresse))
    einer.gehen()
    assert reste(vorlage) == []


def test_a_passing_cluster_vanishes_even_when_its_user_is_killed(tmp_path, nutzer):
    ordner = tmp_path / "tests"
    einer = nutzer(ordner, "fluechtig")
    assert antwort(einer.adresse(), "SHOW fsync") == "off"
    einer.toeten()
    warten_bis(lambda: not ordner.exists())


def test_nobody_deletes_a_cluster_in_use(vorlage, tmp_path, nutzer):
    shutil.copytree(vorlage / "postgres", tmp_path / "postgres")
    einer = nutzer(tmp_path)
    adresse = einer.adresse()
    assert not Cluster(tmp_path).loeschen()
    assert laeuft(adresse)
    einer.gehen()
    assert Cluster(tmp_path).loeschen()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="nur root muss jemand anderes werden")
def test_root_without_user_namespaces_becomes_nobody_and_back(vorlage, tmp_path, monkeypatch):
    shutil.copytree(vorlage / "postgres", tmp_path / "x" / "postgres")
    for anderswo, erwartet in ((["false"], datenbank.ALS_NIEMAND), (datenbank.OHNE_ROOT, datenbank.OHNE_ROOT)):
        monkeypatch.setattr(datenbank, "OHNE_ROOT", anderswo)
        datenbank.vorsatz.cache_clear()
        assert datenbank.vorsatz() == erwartet
        with Cluster(tmp_path / "x").in_benutzung() as adresse:
            assert laeuft(adresse)


def test_the_secret_is_made_once_and_readable_by_its_owner_only(tmp_path, monkeypatch):
    monkeypatch.delenv("PORTAL_GEHEIMNIS")
    erstes = start.geheimnis(tmp_path)
    assert len(erstes) >= 50
    assert start.geheimnis(tmp_path) == erstes
    assert (tmp_path / "geheimnis").stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("PORTAL_GEHEIMNIS", "von außen")
    assert start.geheimnis(tmp_path) == "von außen"
