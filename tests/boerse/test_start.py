"""The first page."""

import pytest

from organisationen.models import Flaeche
from tests import fabriken


@pytest.fixture
def flaechen(gemeinden):
    """Soest and Werl as two squares side by side, sharing an edge."""
    for ags, name, west in ((fabriken.SOEST, "Soest", 8.0), ("05974052", "Werl", 7.8)):
        ring = [[west, 51.5], [west + 0.2, 51.5], [west + 0.2, 51.7], [west, 51.7], [west, 51.5]]
        Flaeche.objects.create(ags=ags, name=name, ringe=[ring])


def test_a_citizen_sees_themes_newest_and_map(buergerin, flaechen):
    fabriken.angebot(titel="Hunde ausführen", themen=["tiere"])
    antwort = buergerin.get("/")
    assert antwort.status_code == 200
    assert "Hunde ausführen" in antwort.text
    assert ("Tiere", 1) in [(wort.label, anzahl) for wort, anzahl in antwort.context["themen"]]
    assert 'aria-label="Soest: 1 Angebot"' in antwort.text
    assert 'aria-label="Werl: 0 Angebote"' in antwort.text
    assert antwort.context["anzahl_angebote"] == antwort.context["anzahl_organisationen"] == 1


def test_the_first_page_of_an_empty_portal_works(buergerin, gemeinden):
    assert buergerin.get("/").status_code == 200


def test_everywhere_is_said_only_where_it_is_true(buergerin, gemeinden):
    for ags in [gemeinde.ags for gemeinde in gemeinden.values() if gemeinde.ags.startswith("05974")]:
        assert "in allen Städten" not in buergerin.get("/").text
        fabriken.angebot(orte=[{"gemeinde": ags}])
    assert "14 Engagement-Angebote in allen Städten und Gemeinden" in buergerin.get("/").text


def test_no_cookie(buergerin, flaechen, kontaktstelle):
    assert not buergerin.get("/").cookies


def test_it_only_reads(buergerin, gemeinden):
    assert buergerin.post("/").status_code == 405
