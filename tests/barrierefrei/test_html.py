"""Is the HTML of every page valid? One run of the W3C's checker (vnu) over all of them; it needs Java."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from ehrenamt.gestaltung import pakete_installieren
from ehrenamt.sperre import Sperre
from tests.test_abfragen import bestand  # noqa: F401

from .seite import Seite
from .seiten import GRUPPEN

HIER = Path(__file__).parent
ZIEL = settings.BAU / "vnu"
LOCK = "package-lock.json"
JAR = ZIEL / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
VORLAGEN = Path(settings.BASE_DIR) / "templates"
# Pages nobody can come to here.
OHNE_BESUCH = {
    "account/password_set.html": "nobody has an account without a password",
    "account/signup_closed.html": "signing up is open",
    "admin/ehrenamt/seite/vorschau.html": "a draft in a window of its own, asked for by a button",
    "admin/verarbeitungsverzeichnis.html": "made for paper; a telephone does not yet show all of it",
    "account/verified_email_required.html": "no view asks for it",
}
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


@pytest.fixture
def seiten(welt, bestand) -> dict[str, list[Seite]]:  # noqa: F811
    """All pages, by who opens them."""
    welt["felder"] = bestand
    return {gruppe.__name__: list(gruppe(welt)) for gruppe in GRUPPEN}


def test_every_page_is_visited_and_valid_html(vnu, seiten, tmp_path):
    besucht = {vorlage for gruppe in seiten.values() for seite in gruppe for vorlage in seite.vorlagen}
    assert not _unbesucht(besucht), sorted(_unbesucht(besucht))
    adressen = {}
    for name, gruppe in seiten.items():
        for nummer, seite in enumerate(gruppe):
            datei = tmp_path / f"{name}-{nummer}.html"
            datei.write_bytes(seite.antwort.content)
            adressen[datei.as_uri()] = seite.adresse
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


def _unbesucht(besucht: set[str]) -> set[str]:
    """Whole pages that are no mail."""
    ganze = {
        str(datei.relative_to(VORLAGEN))
        for datei in VORLAGEN.rglob("*.html")
        if datei.read_text().lstrip().startswith("{% extends") and {"mail", "email"}.isdisjoint(datei.parts)
    }
    return ganze - besucht - OHNE_BESUCH.keys()
