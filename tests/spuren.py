"""Where does the database still hold a word? Every column of every table is searched, whatever it is encoded in."""

import base64
import pickle
import re

from django.contrib.sessions.models import Session
from django.db import connection

# Every seeded name, address and text begins so; nothing else does.
MUSTER = re.compile(r"zzq[a-z]+", re.IGNORECASE)


def spalten() -> list[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " JOIN information_schema.tables USING (table_schema, table_name)"
            " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            " AND data_type NOT IN ('integer', 'bigint', 'smallint', 'boolean', 'date', 'double precision', 'uuid',"
            " 'timestamp with time zone', 'time without time zone')"
        )
        return cursor.fetchall()


def fundstellen() -> dict[str, set[str]]:
    """Which seeded words stand where: column → words."""
    funde: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(_suche(*spalte) for spalte in spalten()))
        for stelle, wort in cursor.fetchall():
            _merken(funde, stelle, {wort})
    _merken(funde, "django_session.session_data", _woerter(sitzung.get_decoded() for sitzung in Session.objects.all()))
    _merken(funde, "zwischenspeicher.value", _woerter(_zwischenspeicher()))
    return funde


def _suche(tabelle: str, spalte: str, art: str) -> str:
    text = f"encode(t.\"{spalte}\", 'escape')" if art == "bytea" else f't."{spalte}"::text'
    treffer = f"SELECT '{tabelle}.{spalte}', lower((regexp_matches({text}, 'zzq[a-z]+', 'gi'))[1])"
    return f"{treffer} FROM \"{tabelle}\" t WHERE {text} ~* 'zzq'"


def _merken(funde: dict[str, set[str]], stelle: str, woerter: set[str]) -> None:
    if woerter:
        funde.setdefault(stelle, set()).update(woerter)


def _woerter(werte) -> set[str]:
    return {wort.lower() for wert in werte for wort in MUSTER.findall(str(wert))}


def _zwischenspeicher():
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM zwischenspeicher")
        return [pickle.loads(base64.b64decode(wert)) for (wert,) in cursor.fetchall()]
