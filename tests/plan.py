"""Can rows be found by an index? Asked so that it does not depend on what the planner prefers for small tables."""

import re

from django.db import connection, transaction
from django.db.models import QuerySet

# Primary keys are indexes, too: of a table without rows each serves as well as any other.
ANDERE = """
SELECT andere.indrelid::regclass, andere.indexrelid::regclass, conname
FROM pg_index diese JOIN pg_index andere USING (indrelid)
LEFT JOIN pg_constraint ON conindid = andere.indexrelid AND contype <> 'f'
WHERE diese.indexrelid = %s::regclass AND andere.indexrelid <> diese.indexrelid
"""


def nutzt(zeilen: QuerySet, index: str) -> bool:
    """Whether this index (by name, or by the column it is of) serves, once nothing else does: no other index of its
    table, and no reading of all rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        indexe = connection.introspection.get_constraints(cursor, zeilen.model._meta.db_table)
        name = next((n for n, art in indexe.items() if art["index"] and art["columns"] == [index]), index)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(ANDERE, [name])
        for tabelle, anderer, bedingung in cursor.fetchall():
            weg = f'ALTER TABLE {tabelle} DROP CONSTRAINT "{bedingung}" CASCADE'
            cursor.execute(weg if bedingung else f"DROP INDEX {anderer}")
        for art in ("seqscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{art} = off")
        plan = zeilen.explain()
        transaction.set_rollback(True)
    return re.search(rf"(using|on) {name}\b", plan) is not None
