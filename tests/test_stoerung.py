"""The short form of the fault test; the long one: python -m tests.stoerung."""

import os
import subprocess
import sys

from ehrenamt.datenbank import PROJEKT


def test_nothing_is_lost_or_doubled_while_workers_and_database_are_killed():
    """In a process of its own, with a database and a mail server of its own."""
    umgebung = {n: w for n, w in os.environ.items() if not n.startswith("PORTAL_") and n != "DATABASE_URL"}
    befehl = [sys.executable, "-m", "tests.stoerung", "--kurz", "--sekunden", "8", "--je-sekunde", "10"]
    lauf = subprocess.run(befehl, cwd=PROJEKT, env=umgebung, capture_output=True, text=True, timeout=300)
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
