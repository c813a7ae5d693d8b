"""What took long to find out? Kept for all processes until anything that is public changes, and not longer.

Whether it did is asked in the statement that finds out, so no answer is older than the rows: what was published a
moment ago is counted, and found.
"""

import json
import time
from hashlib import sha256
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

# SQL with its parameters.
Statement = tuple[str, tuple]
# Seconds; what takes less is found out each time.
LANGE = 0.04
# More are not kept between two changes: whoever tries out all combinations of filters fills no disk.
HOECHSTENS = 1000

_FRAGEN = """
WITH stand AS MATERIALIZED (SELECT coalesce(sum(aenderungen), 0)::bigint AS stand FROM boerse_stand),
     bekannt AS MATERIALIZED (SELECT zeilen FROM boerse_befund JOIN stand USING (stand) WHERE schluessel = %s)
SELECT stand, coalesce((SELECT zeilen FROM bekannt), (SELECT json_agg(z)::text FROM ({sql}) z), '[]') FROM stand
"""
_BEHALTEN = """
WITH alte AS (
  SELECT schluessel FROM boerse_befund
  WHERE schluessel <> %(schluessel)s AND (stand <> %(stand)s OR seit < now() - interval '1 day') FOR UPDATE SKIP LOCKED
), weg AS (DELETE FROM boerse_befund WHERE schluessel IN (SELECT schluessel FROM alte))
INSERT INTO boerse_befund (schluessel, stand, zeilen, seit)
SELECT %(schluessel)s, %(stand)s, %(zeilen)s, now()
WHERE (SELECT count(*) FROM boerse_befund WHERE stand = %(stand)s) < {hoechstens}
ON CONFLICT (schluessel) DO UPDATE SET stand = excluded.stand, zeilen = excluded.zeilen, seit = excluded.seit
"""


def zeilen(abfrage: QuerySet, vorweg: Statement | None = None) -> list[dict[str, Any]]:
    """The same for a queryset with `values`; `vorweg`: the WITH that its statement begins with."""
    try:
        sql, parameter = abfrage.query.sql_with_params()
    except EmptyResultSet:
        return []
    davor, werte = vorweg or ("", ())
    return abfragen(f"{davor} {sql}", (*werte, *parameter))


def abfragen(sql: str, parameter: tuple) -> list[dict[str, Any]]:
    """The rows of a query about public listings, by column; in one statement, two where it took long."""
    schluessel = sha256(repr((sql, parameter)).encode()).hexdigest()
    with connection.cursor() as cursor:
        beginn = time.perf_counter()
        cursor.execute(_FRAGEN.format(sql=sql), [schluessel, *parameter])
        stand, gefunden = cursor.fetchone()
        if time.perf_counter() - beginn >= LANGE:
            werte = {"schluessel": schluessel, "stand": stand, "zeilen": gefunden}
            cursor.execute(_BEHALTEN.format(hoechstens=HOECHSTENS), werte)
    return json.loads(gefunden)
