"""Which templates come with the portal? Provided once, then edited by staff."""

import json
from pathlib import Path

from django.db import connection

DATEI = Path(__file__).parent / "daten" / "vorlagen.json"


def mitgelieferte() -> list[dict]:
    return json.loads(DATEI.read_text(encoding="utf-8"))


def vorlagen_bereitstellen() -> None:
    """Add the templates that are missing; never change one that is there."""
    from .models import Vorlage

    if Vorlage._meta.db_table not in connection.introspection.table_names():
        return  # on the way back to an older version
    zeilen = [Vorlage(**vorlage, reihenfolge=platz) for platz, vorlage in enumerate(mitgelieferte(), 1)]
    Vorlage.objects.bulk_create(zeilen, ignore_conflicts=True)
