"""Can rows be found by an index? Asked so that it does not depend on what the planner prefers for small tables."""

import re

from django.db import connection, transaction
from django.db.models import QuerySet

ANDERE = """
SELECT andere.indexrelid::regclass FROM pg_index diese JOIN pg_index andere USING (indrelid)
WHERE diese.indexrelid = %s::regclass AND andere.indexrelid <> diese.indexrelid
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = andere.indexrelid)
"""


def nutzt(zeilen: QuerySet, index: str) -> bool:
    """Whether this index (by name, or by the column it is of) serves, once nothing else does: no other index of its
    table, and no reading of all rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        indexe = connection.introspection.get_constraints(cursor, zeilen.model._meta.db_table)
        name = next((n for n, art in indexe.items() if art["index"] and art["columns"] == [index]), index)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(ANDERE, [name])
        for (anderer,) in cursor.fetchall():
            cursor.execute(f"DROP INDEX {anderer}")
        for weg in ("seqscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{weg} = off")
        plan = zeilen.explain()
        transaction.set_rollback(True)
    return re.search(rf"(using|on) {name}\b", plan) is not None
