"""What must be there before Django reads its settings? A database, a secret, for the demo also a port."""

import argparse
import contextlib
import errno
import os
import secrets
import shutil
import signal
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .bootstrap import Abbruch, satz, schritt
from .datenbank import Cluster
from .sperre import Sperre

PROJEKT = Path(__file__).resolve().parent.parent
OHNE_DATENBANK = {
    "help", "version", "collectstatic", "findstatic", "gestaltung_bauen", "sprachen_bauen", "sprachen_sammeln",
    "diffsettings", "startapp", "startproject",
}  # fmt: skip
HILFE = {"-h", "--help", "--version"}

# Where the demo listens; open from the very beginning, so that nobody takes the port in between.
steckdosen: list[socket.socket] = []


@contextlib.contextmanager
def umgebung(argv: list[str]) -> Iterator[None]:
    """Surrounds one command with what it needs; the environment then says where it is."""
    befehl, *argumente = argv[1:] or ["help"]
    if HILFE & set(argv) or befehl in OHNE_DATENBANK or (befehl == "check" and "--database" not in argv):
        yield
    elif befehl == "demo":
        with _beendbar(), _demo(argumente):
            yield
    elif befehl == "test":
        with _beendbar(), _test():
            yield
    elif os.environ.get("DATABASE_URL"):
        yield
    else:
        with _eingebettet(datenordner()):
            yield


def datenordner() -> Path:
    return Path(os.environ.get("PORTAL_DATEN") or PROJEKT / ".daten").absolute()


@contextlib.contextmanager
def _eingebettet(ordner: Path) -> Iterator[None]:
    """The same surroundings as the demo on this folder, so that links in mails written here lead there."""
    with _gestartet(Cluster(ordner)) as adresse:
        demo_adresse = _lesen(ordner / "adresse") or "http://localhost:8000"
        for name, wert in {"PORTAL_DEMO": "1", "PORTAL_ADRESSE": demo_adresse}.items():
            os.environ.setdefault(name, wert)
        os.environ |= {
            "PORTAL_DATEN": str(ordner),
            "DATABASE_URL": adresse,
            "PORTAL_GEHEIMNIS": geheimnis(ordner),
        }
        yield


@contextlib.contextmanager
def _gestartet(cluster: Cluster) -> Iterator[str]:
    with contextlib.ExitStack() as offen:
        try:
            adresse = offen.enter_context(cluster.in_benutzung())
        except OSError as fehler:
            raise Abbruch(satz(fehler)) from None
        yield adresse


def geheimnis(ordner: Path) -> str:
    """The secret from the environment, else the data folder's own, made on first use."""
    datei = ordner / "geheimnis"
    if not os.environ.get("PORTAL_GEHEIMNIS") and not datei.exists():
        with tempfile.NamedTemporaryFile("w", dir=ordner, prefix=".geheimnis-") as neu:
            neu.write(secrets.token_urlsafe(48))
            neu.flush()
            with contextlib.suppress(FileExistsError):
                os.link(neu.name, datei)  # whole or not at all, and the first one wins
    return os.environ.get("PORTAL_GEHEIMNIS") or datei.read_text()


# demo


def demo_optionen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="Port auf diesem Rechner (sonst 8000)")
    parser.add_argument("--daten", type=Path, default=None, help="Ordner der Daten (sonst .daten)")
    parser.add_argument("--frisch", action="store_true", help="alle Daten der Demo löschen und neu beginnen")


@contextlib.contextmanager
def _demo(argumente: list[str]) -> Iterator[None]:
    parser = argparse.ArgumentParser(prog="manage.py demo", add_help=False)
    demo_optionen(parser)
    wahl, _ = parser.parse_known_args(argumente)
    ordner = (wahl.daten or datenordner()).absolute()
    ordner.mkdir(mode=0o700, parents=True, exist_ok=True)
    sperre = Sperre(ordner / "demo.sperre")
    if not sperre.nehmen(warten=False):
        raise Abbruch(f"Mit den Daten in {ordner} läuft schon eine Demo: {_lesen(ordner / 'adresse')}")
    try:
        steckdosen.extend(_port_belegen(wahl.port))
        adresse = f"http://localhost:{steckdosen[0].getsockname()[1]}"
        if wahl.frisch:
            _alles_loeschen(ordner)
        (ordner / "adresse").write_text(adresse)
        os.environ |= {"PORTAL_DEMO": "1", "PORTAL_ADRESSE": adresse, "PORTAL_DATEN": str(ordner)}
        with _demo_datenbank(ordner):
            yield
    finally:
        while steckdosen:
            steckdosen.pop().close()
        sperre.freigeben()
        with contextlib.suppress(OSError):
            ordner.rmdir()  # refused before anything was put into it


@contextlib.contextmanager
def _demo_datenbank(ordner: Path) -> Iterator[None]:
    with contextlib.ExitStack() as offen:
        if os.environ.get("DATABASE_URL"):
            os.environ["PORTAL_GEHEIMNIS"] = geheimnis(ordner)
        else:
            with schritt("PostgreSQL"):
                offen.enter_context(_eingebettet(ordner))
        yield


def _alles_loeschen(ordner: Path) -> None:
    if os.environ.get("DATABASE_URL"):
        raise Abbruch("--frisch löscht nur die eigene Datenbank der Demo, nicht die in DATABASE_URL.")
    if not Cluster(ordner).loeschen():
        raise Abbruch(f"Die Datenbank in {ordner} ist gerade in Benutzung; bitte beenden Sie erst den anderen Befehl.")
    for name in ("geheimnis", "auftragsdienst.log"):
        (ordner / name).unlink(missing_ok=True)


def _port_belegen(port: int) -> list[socket.socket]:
    """Listens on the loopback addresses, which is where browsers look for "localhost"."""
    offen = []
    for familie, adresse in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            dose = socket.socket(familie)
            dose.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            dose.bind((adresse, port or (offen[0].getsockname()[1] if offen else 0)))
            dose.listen(128)
            offen.append(dose)
        except PermissionError:
            raise Abbruch(f"Port {port} darf nur root benutzen; wählen Sie einen anderen mit --port.") from None
        except OverflowError:
            raise Abbruch(f"{port} ist kein Port; möglich sind 1024 bis 65535.") from None
        except OSError as fehler:
            if fehler.errno == errno.EADDRINUSE:
                raise Abbruch(f"Port {port} ist belegt; wählen Sie einen anderen mit --port.") from None
            if not offen:
                raise
    return offen


# test


@contextlib.contextmanager
def _test() -> Iterator[None]:
    os.environ |= {
        "PORTAL_DEMO": "1",
        "PORTAL_ADRESSE": "http://localhost",
        "PORTAL_GEHEIMNIS": secrets.token_hex(),
    }
    if os.environ.get("DATABASE_URL"):
        yield
        return
    ordner = Path(tempfile.mkdtemp(prefix="ehrenamt-test-"))
    try:
        with contextlib.ExitStack() as offen:
            with schritt("PostgreSQL für die Tests"):
                adresse = offen.enter_context(_gestartet(Cluster(ordner, fluechtig=True)))
            os.environ["DATABASE_URL"] = adresse
            yield
    finally:
        shutil.rmtree(ordner, ignore_errors=True)


@contextlib.contextmanager
def _beendbar() -> Iterator[None]:
    """Lets SIGTERM and a closed terminal end the command as Ctrl-C does, with everything tidied up."""

    def unterbrechen(*_: object) -> None:
        for zeichen in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(zeichen, signal.SIG_IGN)  # once is enough; tidying up must come to its end
        raise KeyboardInterrupt

    for zeichen in (signal.SIGINT, signal.SIGTERM):
        signal.signal(zeichen, unterbrechen)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup means it
        signal.signal(signal.SIGHUP, unterbrechen)
    try:
        yield
    except KeyboardInterrupt:
        print("\nBeendet.", flush=True)
    except OSError as fehler:
        raise Abbruch(satz(fehler)) from fehler


def _lesen(datei: Path) -> str:
    with contextlib.suppress(FileNotFoundError):
        return datei.read_text()
    return ""
