"""How does a bare machine get what the project needs? Python 3.12 or newer and the locked packages, in .venv.

Runs before anything is installed, so: standard library only, and the syntax of Python 3.8.
"""

import contextlib
import errno
import glob
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time

from .sperre import Sperre

ORDNER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOCKS = {"betrieb": "requirements.lock", "entwicklung": "requirements-dev.lock"}
UNVOLLSTAENDIG = "unvollständig"
PROBE = (
    "import sys, sysconfig; v = sys.version_info; "
    "assert v >= (3, 12) and v.releaselevel == 'final' and sys.implementation.name == 'cpython'; "
    "assert not sysconfig.get_config_var('Py_GIL_DISABLED'); print('%d.%d.%d' % v[:3])"
)
KEIN_NETZ = ("dns error", "failed to fetch", "error sending request", "connection", "timed out", "resolution")


class Abbruch(SystemExit):
    """Ends the program with one sentence on stderr and exit code 1."""


def bereitstellen(argv) -> None:
    """Returns where the project can run in this process; else sets up .venv and starts again in there."""
    befehl = argv[1] if len(argv) > 1 else "help"
    for strom in (sys.stdout, sys.stderr):
        strom.reconfigure(errors="replace")  # a terminal without umlauts is no reason to fail
    stufe = "entwicklung" if befehl == "test" else "betrieb"
    if not _noetig(befehl, stufe):
        return
    try:
        if not aktuell(stufe):
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
            with _sperre(), _meldungen(befehl):
                if not aktuell(stufe):
                    einrichten(stufe)
    except OSError as fehler:
        raise Abbruch(satz(fehler)) from None
    except KeyboardInterrupt:
        raise Abbruch("\nAbgebrochen; beim nächsten Mal beginnt die Einrichtung neu.") from None
    _neu_starten(argv)


def _noetig(befehl: str, stufe: str) -> bool:
    if os.path.realpath(sys.prefix) == os.path.realpath(_venv()):
        return not aktuell(stufe) and (befehl in ("demo", "test") or bool(_stempel_lesen()) or not _vorhanden())
    # A container or another prepared environment: whoever made it knows what belongs into it.
    return not _vorhanden("pytest" if befehl == "test" else "django")


def _vorhanden(paket="django") -> bool:
    pakete = ("django", "allauth", "procrastinate", "psycopg", paket)
    return sys.version_info >= (3, 12) and all(importlib.util.find_spec(name) for name in pakete)


def _venv(*teile: str) -> str:
    return os.path.join(ORDNER, ".venv", *teile)


def _bau(*teile: str) -> str:
    return os.path.join(os.environ.get("PORTAL_BAU") or os.path.join(ORDNER, ".bau"), *teile)


# The stamp: which lock files are installed in .venv?


def stempel(stufe: str) -> str:
    with open(os.path.join(ORDNER, LOCKS[stufe]), "rb") as datei:
        return hashlib.sha256(datei.read()).hexdigest()


def aktuell(stufe: str) -> bool:
    return _stempel_lesen().get(stufe) == stempel(stufe) and os.access(_venv("bin", "python"), os.X_OK)


def _stempel_lesen() -> dict:
    """What is installed by level; empty where .venv is missing or was made by somebody else."""
    with contextlib.suppress(FileNotFoundError), open(_venv("stempel"), encoding="utf-8") as datei:
        return dict(zeile.split() for zeile in datei)
    return {}


def _stempel_schreiben(stand: dict) -> None:
    with open(_venv("stempel.neu"), "w", encoding="utf-8") as datei:
        datei.writelines(f"{name} {wert}\n" for name, wert in stand.items())
    os.replace(_venv("stempel.neu"), _venv("stempel"))


# The set-up itself


def einrichten(stufe: str) -> None:
    vorher = _stempel_lesen()
    if "entwicklung" in vorher:
        stufe = "entwicklung"
    neu = UNVOLLSTAENDIG in vorher or not _version(_venv("bin", "python"))
    if neu and not vorher and os.path.isdir(_venv()) and os.listdir(_venv()):
        raise Abbruch(f"{_venv()} ist keine brauchbare Python-Umgebung; bitte entfernen Sie den Ordner.")
    try:
        if neu:
            umgebung_anlegen()
        _stempel_schreiben({UNVOLLSTAENDIG: "1", **{name: "0" for name in vorher if name in LOCKS}})
        pakete_installieren(LOCKS[stufe])
    except BaseException:
        if neu:
            shutil.rmtree(_venv(), ignore_errors=True)
        elif not vorher:
            os.unlink(_venv("stempel"))  # somebody else's environment stays theirs
        raise
    stufen = LOCKS if stufe == "entwicklung" else ["betrieb"]
    _stempel_schreiben({name: stempel(name) for name in stufen})


def umgebung_anlegen() -> None:
    shutil.rmtree(_venv(), ignore_errors=True)
    python, version = python_finden()
    uv = uv_finden(python)
    if not python and not uv:
        raise Abbruch(KEIN_PYTHON)
    with schritt(f"Umgebung .venv mit Python {version or '3.13'}"):
        os.makedirs(_venv())
        _stempel_schreiben({UNVOLLSTAENDIG: "1"})
        mit_uv = [uv, "venv", "--quiet", "--allow-existing", "--python", python or "3.13"]
        ergebnis = _laden([*(mit_uv if uv else [python, "-m", "venv"]), _venv()])
        if ergebnis.returncode and "ensurepip" in ergebnis.stdout + ergebnis.stderr:
            raise Abbruch("Diesem Python fehlt pip (unter Debian: apt install python3-venv).")
        pruefen(ergebnis, sonst="" if python else KEIN_PYTHON)


KEIN_PYTHON = (
    "Auf diesem Rechner ist kein lesbares Python ab 3.12, und es ließ sich keines laden; "
    "bitte installieren Sie eines (zum Beispiel Python 3.13)."
)


def pakete_installieren(lock: str) -> None:
    """Installs exactly the locked files; uv does in four seconds what takes pip twenty."""
    python = _venv("bin", "python")
    uv = uv_finden(python)
    # Compiled at once, since not every machine lets Python keep its bytecode later: a start takes a third.
    mit_uv = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
    mit = mit_uv if uv else [python, "-m", "pip", "install", "-q"]
    with schritt("Pakete aus " + lock):
        pruefen(_laden([*mit, "--require-hashes", "-r", os.path.join(ORDNER, lock)]))


def python_finden():
    """Path and version of the first interpreter that really runs; pyenv's shims often only pretend to."""
    for kandidat in _kandidaten():
        version = _version(kandidat)
        if version:
            return kandidat, version
    return None, None


def _version(python: str) -> str:
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        probe = _ausfuehren([python, "-I", "-c", PROBE], timeout=20)
        return probe.stdout.strip() if probe.returncode == 0 else ""
    return ""


def _kandidaten():
    yield getattr(sys, "_base_executable", sys.executable)
    for name in ("python3.13", "python3.12", "python3.14"):
        for ordner in os.environ.get("PATH", os.defpath).split(os.pathsep):
            if os.access(os.path.join(ordner, name), os.X_OK):
                yield os.path.join(ordner, name)
    wurzel = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    for version in ("3.13*", "3.12*", "3.1[4-9]*"):
        yield from sorted(glob.glob(os.path.join(wurzel, "versions", version, "bin", "python")), reverse=True)


def uv_finden(python):
    """The machine's uv, or one that pip fetches into the build folder; None where neither works."""
    eigenes = _bau("uv", "bin", "uv")
    for kandidat in (shutil.which("uv"), eigenes):
        with contextlib.suppress(OSError):
            if kandidat and _ausfuehren([kandidat, "--version"]).returncode == 0:
                return kandidat
    for mit in dict.fromkeys(p for p in (python, sys.executable) if p and os.access(p, os.X_OK)):
        if _ausfuehren([mit, "-m", "pip", "--version"]).returncode == 0:
            _uv_laden(mit)
            return eigenes if os.access(eigenes, os.X_OK) else None
    return None


def _uv_laden(python: str) -> None:
    lock = os.path.join(ORDNER, "requirements-uv.lock")
    auftrag = ["install", "-q", "--upgrade", "--target", _bau("uv"), "--require-hashes", "-r", lock]
    with schritt("Installationswerkzeug uv"):
        ergebnis = _ausfuehren([python, "-m", "pip", *auftrag])
        if any(wort in ergebnis.stderr.lower() for wort in KEIN_NETZ):
            pruefen(ergebnis)  # pip alone would wait for the same network


def _neu_starten(argv) -> None:
    os.environ["PATH"] = os.pathsep.join([_venv("bin"), os.environ.get("PATH", os.defpath), _bau("uv", "bin")])
    os.environ["VIRTUAL_ENV"] = _venv()
    python = _venv("bin", "python")
    sys.stdout.flush()
    os.execv(python, [python, os.path.join(ORDNER, "manage.py"), *argv[1:]])


# Saying what happens


@contextlib.contextmanager
def schritt(text: str):
    """One line of progress, with its time once it is done."""
    beginn = time.monotonic()
    print(f"{text + ' …':<52}", end="", flush=True)
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    print(f"{time.monotonic() - beginn:6.1f} s".replace(".", ","), flush=True)


@contextlib.contextmanager
def _meldungen(befehl: str):
    """Progress belongs on stdout only where the command's own output is for people."""
    with contextlib.redirect_stdout(sys.stdout if befehl in ("demo", "test") else sys.stderr):
        yield


@contextlib.contextmanager
def _sperre():
    os.makedirs(_bau(), exist_ok=True)
    sperre = Sperre(_bau("einrichtung.sperre"))
    if not sperre.nehmen(warten=False):
        print("Eine andere Einrichtung läuft schon; ich warte auf sie.", file=sys.stderr)
        sperre.nehmen()
    try:
        yield
    finally:
        sperre.freigeben()


def _laden(befehl):
    ergebnis = _ausfuehren(befehl)
    if "certificate" in ergebnis.stderr:
        # An authority's proxy often signs with a certificate that only the system knows, not uv's own list.
        os.environ.update({"UV_NATIVE_TLS": "1", "UV_SYSTEM_CERTS": "1"})
        ergebnis = _ausfuehren(befehl)
    return ergebnis


def _ausfuehren(befehl, timeout=None):
    return subprocess.run(
        befehl,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
    )


def pruefen(ergebnis, sonst="", was="Die Einrichtung ist gescheitert", wo="") -> None:
    if ergebnis.returncode == 0:
        return
    ausgabe = ergebnis.stderr.strip() or ergebnis.stdout.strip() or "unbekannter Fehler"
    if "no space left" in ausgabe.lower() or "os error 28" in ausgabe:
        raise OSError(errno.ENOSPC, "", wo or _venv())
    if sonst:
        raise Abbruch(sonst)
    if any(wort in ausgabe.lower() for wort in KEIN_NETZ):
        raise Abbruch("Die Paketquelle ist nicht erreichbar; bitte prüfen Sie die Netzverbindung.")
    raise Abbruch(f"{was}: {ausgabe.splitlines()[-1].strip()}")


def satz(fehler: OSError) -> str:
    """What a failed system call means for the person at the terminal."""
    wo = fehler.filename or ORDNER
    if fehler.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"Auf dem Datenträger ist kein Platz mehr ({wo})."
    if fehler.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Hier darf ich nicht schreiben: {wo}"
    return f"Das Betriebssystem meldet: {fehler.strerror} ({wo})."
