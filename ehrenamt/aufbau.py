"""What has to be built before the portal can be looked at, and is it still up to date?"""

import hashlib
import io
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from .bootstrap import schritt
from .sperre import Sperre

WENIG = 20_000_000  # bytes; a segment of PostgreSQL's log alone takes 16 MB


def oberflaeche_bauen() -> None:
    """Design system, translations and collected static files, each only where something changed."""
    settings.BAU.mkdir(parents=True, exist_ok=True)
    with schritt("Gestaltung"):
        call_command("gestaltung_bauen", stdout=io.StringIO())
    with schritt("Sprachen"):
        call_command("sprachen_bauen", stdout=io.StringIO())
    with schritt("Statische Dateien"), Sperre(settings.BAU / "static.sperre"):
        stempel, datei = _stempel(), settings.BAU / "static.stempel"
        if not datei.exists() or datei.read_text() != stempel:
            call_command("collectstatic", interactive=False, verbosity=0)
            datei.write_text(stempel)


def _stempel() -> str:
    quellen = [
        settings.BASE_DIR / "requirements.lock",
        *_dateien(ordner for _name, ordner in settings.STATICFILES_DIRS),
    ]
    stand = [f"{datei}:{(s := datei.stat()).st_size}:{s.st_mtime_ns}" for datei in quellen]
    return hashlib.sha256("\n".join(stand).encode()).hexdigest()


def _dateien(ordner: Iterable[Path]) -> Iterator[Path]:
    for wurzel in ordner:
        yield from sorted(pfad for pfad in wurzel.rglob("*") if pfad.is_file())


def tabellen_anlegen() -> bool:
    """Migrates where there is something to migrate, and says so."""
    plan = MigrationExecutor(connection)
    offen = bool(plan.migration_plan(plan.loader.graph.leaf_nodes()))
    if offen:
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    return offen


def satz(fehler: Exception) -> str:
    """What a failed step means for the person at the terminal."""
    if isinstance(fehler, CommandError):
        return str(fehler)
    # A server whose disk is full does not live to say so.
    if not settings.DATABASES["default"]["HOST"].startswith("/"):
        return f"PostgreSQL antwortet nicht: {fehler}".strip()
    if shutil.disk_usage(settings.DATEN).free < WENIG:
        return f"Auf dem Datenträger ist kein Platz mehr ({settings.DATEN})."
    return f"PostgreSQL ist ausgefallen; seine Meldungen stehen in {settings.DATEN / 'postgres.log'}."
