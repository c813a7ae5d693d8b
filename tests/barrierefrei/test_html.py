"""Is the HTML of every page valid? One run of the W3C's checker (vnu) over all of them; it needs Java."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from ehrenamt.gestaltung import pakete_installieren
from ehrenamt.sperre import Sperre
from tests.test_abfragen import bestand  # noqa: F401

from .seiten import GRUPPEN

HIER = Path(__file__).parent
ZIEL = settings.BAU / "vnu"
LOCK = "package-lock.json"
JAR = ZIEL / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# One short run: compiled once and not again.
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m", "-jar", str(JAR)]

pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="kein Java gefunden")


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """The version that is written down here, fetched once."""
    if not JAR.exists() or (ZIEL / LOCK).read_bytes() != (HIER / LOCK).read_bytes():
        ZIEL.parent.mkdir(parents=True, exist_ok=True)
        with Sperre(ZIEL.with_suffix(".sperre")):
            pakete_installieren(HIER, ZIEL, "Der Prüfer ließ sich nicht installieren")
    return JAVA


def test_every_page_is_valid_html(vnu, welt, bestand, tmp_path):  # noqa: F811
    adressen = {}
    welt["felder"] = bestand
    for gruppe in GRUPPEN:
        for nummer, seite in enumerate(gruppe(welt)):
            datei = tmp_path / f"{gruppe.__name__}-{nummer}.html"
            datei.write_bytes(seite.antwort.content)
            adressen[datei.as_uri()] = seite.adresse
    (tmp_path / "500.html").write_text(render_to_string("500.html"))
    lauf = subprocess.run(
        [*vnu, "--format", "json", "--errors-only", "--exit-zero-always", "--stdout", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    # The checker writes file:/…, Python file:///…
    fehler = [
        f"{adressen.get(m['url'].replace('file:/', 'file:///', 1), m['url'])}: {m['message']} {m.get('extract', '')}"
        for m in json.loads(lauf.stdout)["messages"]
    ]
    assert not fehler, "\n".join(fehler)
