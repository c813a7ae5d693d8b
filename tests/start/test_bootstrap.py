"""Does a bare machine get its environment: once, whole, again after a change, and else one clear sentence?"""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ehrenamt import bootstrap
from ehrenamt.bootstrap import Abbruch

from . import PROJEKT, warten_bis

FRUEH = ["manage.py", "ehrenamt/__init__.py", "ehrenamt/bootstrap.py", "ehrenamt/sperre.py"]
PYTHON = sys._base_executable
# Stands in for uv: makes a real environment, but installs nothing; writes down what it was asked.
UV = f"""#!/bin/sh
echo "$1" "$(basename "$6")" >> "$UV_BUCH"
case "$1" in
  venv) exec {PYTHON} -m venv --without-pip "$6" ;;
  pip) while [ -n "$UV_WARTET" ] && [ ! -e "$UV_WARTET" ]; do sleep 0.02; done
       [ -z "$UV_FEHLER" ] || {{ echo "$UV_FEHLER" >&2; exit 2; }} ;;
esac
"""
MANAGE = """
import sys
from ehrenamt import bootstrap
bootstrap.bereitstellen(sys.argv)
print("bereit in", sys.prefix, sys.argv[1:])
"""


@pytest.mark.parametrize("datei", FRUEH)
def test_what_runs_first_is_old_syntax_and_standard_library_only(datei):
    baum = ast.parse((PROJEKT / datei).read_text(), feature_version=(3, 8))
    importe = [knoten for knoten in baum.body if isinstance(knoten, ast.Import | ast.ImportFrom)]
    namen = {alias.name for knoten in importe if isinstance(knoten, ast.Import) for alias in knoten.names}
    namen |= {knoten.module for knoten in importe if isinstance(knoten, ast.ImportFrom) and not knoten.level}
    namen = {name.partition(".")[0] for name in namen}
    assert namen <= {*sys.stdlib_module_names, "ehrenamt"}


class Projekt:
    """A bare copy of what runs first, with a uv that only pretends."""

    def __init__(self, ordner: Path) -> None:
        self.ordner = ordner / "projekt"
        self.buch = ordner / "buch"
        self.venv = self.ordner / ".venv"
        (self.ordner / "ehrenamt").mkdir(parents=True)
        for datei in FRUEH[1:]:
            shutil.copy(PROJEKT / datei, self.ordner / datei)
        (self.ordner / "manage.py").write_text(MANAGE)
        for lock in ("requirements.lock", "requirements-dev.lock", "requirements-uv.lock"):
            (self.ordner / lock).write_text(f"# {lock}\n")
        skript(ordner / "bin" / "uv", UV)
        geerbt = {name: wert for name, wert in os.environ.items() if not name.startswith(("PORTAL_", "VIRTUAL_"))}
        self.umgebung = geerbt | {
            "PATH": f"{ordner / 'bin'}:/usr/bin:/bin",
            "UV_BUCH": str(self.buch),
        }

    def starten(self, *argumente: str, **umgebung: str) -> subprocess.Popen:
        return subprocess.Popen(
            [PYTHON, "manage.py", *argumente],
            cwd=self.ordner,
            env=self.umgebung | umgebung,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ausfuehren(self, *argumente: str, **umgebung: str) -> tuple[int, str, str]:
        prozess = self.starten(*argumente, **umgebung)
        aus, fehler = prozess.communicate(timeout=60)
        return prozess.returncode, aus, fehler

    def getan(self) -> list[str]:
        zeilen = self.buch.read_text().splitlines() if self.buch.exists() else []
        self.buch.unlink(missing_ok=True)
        return [zeile.split()[0] for zeile in zeilen if not zeile.startswith("--version")]


def skript(datei: Path, text: str) -> Path:
    datei.parent.mkdir(parents=True, exist_ok=True)
    datei.write_text(text)
    datei.chmod(0o755)
    return datei


@pytest.fixture
def projekt(tmp_path) -> Projekt:
    return Projekt(tmp_path)


def test_set_up_once_and_again_for_another_lock(projekt):
    code, aus, fehler = projekt.ausfuehren("demo", "--port", "1")
    assert (code, fehler) == (0, "")
    assert aus.splitlines()[-1] == f"bereit in {projekt.venv} ['demo', '--port', '1']"
    assert projekt.getan() == ["venv", "pip"]
    projekt.ausfuehren("demo")
    projekt.ausfuehren("shell")
    assert projekt.getan() == []
    (projekt.ordner / "requirements.lock").write_text("# neu\n")
    projekt.ausfuehren("shell")
    assert projekt.getan() == ["pip"]


def test_tests_need_more_which_later_set_ups_keep(projekt):
    projekt.ausfuehren("demo")
    projekt.getan()
    projekt.ausfuehren("test")
    assert projekt.getan() == ["pip"]
    projekt.ausfuehren("demo")
    assert projekt.getan() == []
    (projekt.ordner / "requirements.lock").write_text("# neu\n")
    projekt.ausfuehren("demo")
    projekt.ausfuehren("test")
    assert projekt.getan() == ["pip"]


def test_progress_stays_out_of_the_output_of_other_commands(projekt):
    _, aus, fehler = projekt.ausfuehren("dumpdata")
    assert aus == f"bereit in {projekt.venv} ['dumpdata']\n"
    assert "Pakete aus requirements.lock …" in fehler


def test_two_at_once_set_up_once(projekt, tmp_path):
    frei = tmp_path / "frei"
    erster = projekt.starten("demo", UV_WARTET=str(frei))
    warten_bis(lambda: projekt.buch.exists() and "pip" in projekt.buch.read_text())
    zweiter = projekt.starten("shell", UV_WARTET=str(frei))
    assert zweiter.stderr.readline() == "Eine andere Einrichtung läuft schon; ich warte auf sie.\n"
    frei.touch()
    for prozess in (erster, zweiter):
        aus, _ = prozess.communicate(timeout=60)
        assert "bereit in" in aus
    assert projekt.getan() == ["venv", "pip"]
    assert list((projekt.ordner / ".bau").iterdir()) == []


def test_after_kill_9_the_next_set_up_begins_anew(projekt, tmp_path):
    frei = tmp_path / "frei"
    prozess = projekt.starten("demo", UV_WARTET=str(frei))
    warten_bis(lambda: projekt.buch.exists() and "pip" in projekt.buch.read_text())
    prozess.kill()
    frei.touch()
    prozess.communicate(timeout=60)
    (projekt.venv / "halb").touch()
    projekt.getan()
    assert projekt.ausfuehren("demo")[0] == 0
    assert projekt.getan() == ["venv", "pip"]
    assert not (projekt.venv / "halb").exists()


@pytest.mark.parametrize(
    ("meldung", "satz"),
    [
        ("error: dns error: failed to lookup address", "Die Paketquelle ist nicht erreichbar"),
        ("error: No space left on device (os error 28)", "Auf dem Datenträger ist kein Platz mehr"),
        ("error: hash mismatch", "Die Einrichtung ist gescheitert: error: hash mismatch"),
    ],
)
def test_one_clear_sentence_and_nothing_half_done(projekt, meldung, satz):
    code, _, fehler = projekt.ausfuehren("demo", UV_FEHLER=meldung)
    assert code == 1
    assert fehler.startswith(satz) and len(fehler.splitlines()) == 1
    assert not projekt.venv.exists()
    assert projekt.ausfuehren("demo")[0] == 0


def test_somebody_elses_environment_is_not_deleted(projekt):
    (projekt.venv / "bin").mkdir(parents=True)
    skript(projekt.venv / "bin" / "python", "#!/bin/sh\nexit 1\n")
    code, _, fehler = projekt.ausfuehren("demo")
    assert code == 1
    assert "bitte entfernen Sie den Ordner" in fehler
    assert (projekt.venv / "bin" / "python").exists()


def test_no_python_anywhere(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "ORDNER", str(tmp_path))
    monkeypatch.setattr(bootstrap, "_kandidaten", lambda: iter([str(skript(tmp_path / "alt", "#!/bin/sh\nexit 1\n"))]))
    monkeypatch.setattr(bootstrap, "uv_finden", lambda python: str(skript(tmp_path / "uv", "#!/bin/sh\nexit 2\n")))
    with pytest.raises(Abbruch) as abbruch:
        bootstrap.einrichten("betrieb")
    assert str(abbruch.value) == bootstrap.KEIN_PYTHON
    assert not (tmp_path / ".venv").exists()


def test_an_interpreter_is_one_that_runs(tmp_path, monkeypatch):
    huelse = skript(tmp_path / "huelse" / "python3.13", "#!/bin/sh\nexit 127\n")
    echt = tmp_path / "pyenv" / "versions" / "3.13.9" / "bin" / "python"
    echt.parent.mkdir(parents=True)
    echt.symlink_to(PYTHON)
    monkeypatch.setattr(sys, "_base_executable", str(skript(tmp_path / "alt", "#!/bin/sh\nexit 1\n")))
    monkeypatch.setenv("PATH", str(huelse.parent))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    assert bootstrap.python_finden() == (str(echt), "{}.{}.{}".format(*sys.version_info))


def test_a_prepared_environment_is_left_alone(monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "ORDNER", str(tmp_path))
    monkeypatch.setattr(bootstrap, "einrichten", lambda stufe: pytest.fail("nicht nötig"))
    for befehl in ("demo", "test", "migrate"):
        bootstrap.bereitstellen(["manage.py", befehl])
    assert os.listdir(tmp_path) == []
