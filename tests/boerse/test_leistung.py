"""Does the measurement run through, in a database of its own that is gone afterwards?"""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection


@pytest.mark.django_db
def test_measures_every_kind_and_leaves_no_database_behind():
    befehl = [sys.executable, "manage.py", "leistung", "--angebote", "40", "--anfragen", "2", "--sekunden", "0"]
    lauf = subprocess.run(befehl, cwd=settings.BASE_DIR, env=os.environ, capture_output=True, text=True, timeout=300)
    assert lauf.returncode == 0, lauf.stderr
    for art in ("Startseite", "ein Wort", "Tippfehler", "Wort im Umkreis", "Passt zu mir", "Veröffentlichen"):
        assert f"\n{art}" in lauf.stdout
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE '%%leistung_40'")
        assert cursor.fetchall() == []
