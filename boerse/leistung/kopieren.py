"""How do many rows get into the database at once? By COPY, and the indexes afterwards."""

import contextlib
from collections.abc import Iterable, Iterator
from itertools import chain

from django.db import connection
from django.db.models import Model

# Those of the primary key come last, and with the key; what refers to it from elsewhere has to go first.
BEDINGUNGEN = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE (conrelid = %(tabelle)s::regclass AND contype IN ('f', 'p', 'u'))
   OR (confrelid = %(tabelle)s::regclass AND contype = 'f') ORDER BY contype
"""
INDEXE = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = %(tabelle)s"


def zeilen_kopieren(modell: type[Model], zeilen: Iterable[Model]) -> None:
    """Rows of this model; the number of a row only where the rows say it."""
    zeilen = iter(zeilen)
    erste = next(zeilen, None)
    if erste is None:
        return
    mit_nummer = erste.pk is not None
    felder = [f for f in modell._meta.concrete_fields if f.column and (mit_nummer or not f.primary_key)]
    werte = ([f.get_db_prep_save(getattr(z, f.attname), connection) for f in felder] for z in chain([erste], zeilen))
    tupel_kopieren(modell, [f.column for f in felder], werte)
    if mit_nummer:
        nummern_weiterzaehlen(modell)


def tupel_kopieren(modell: type[Model], spalten: list[str], zeilen: Iterable) -> None:
    namen = ", ".join(f'"{spalte}"' for spalte in spalten)
    with (
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{modell._meta.db_table}" ({namen}) FROM STDIN') as strom,
    ):
        for zeile in zeilen:
            strom.write_row(zeile)


def nummern_weiterzaehlen(modell: type[Model]) -> None:
    """What the portal adds later gets a number behind all of these."""
    tabelle = modell._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{tabelle}', 'id'), (SELECT max(id) FROM {tabelle}))")


@contextlib.contextmanager
def ohne_indexe(modell: type[Model]) -> Iterator[None]:
    """Without the indexes and references of this table, which are there again afterwards."""
    tabelle = {"tabelle": modell._meta.db_table}
    with connection.cursor() as cursor:
        cursor.execute(BEDINGUNGEN, tabelle)
        bedingungen = cursor.fetchall()
        for von, name, _sql in bedingungen:
            cursor.execute(f'ALTER TABLE {von} DROP CONSTRAINT "{name}"')
        cursor.execute(INDEXE, tabelle)
        indexe = cursor.fetchall()
        for name, _sql in indexe:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        for _name, sql in indexe:
            cursor.execute(sql)
        for von, name, sql in reversed(bedingungen):
            cursor.execute(f'ALTER TABLE {von} ADD CONSTRAINT "{name}" {sql}')
