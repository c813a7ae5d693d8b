"""Editable pages, and what programs ask."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.html import escape

from boerse import loeschung
from ehrenamt.models import Seite

SEITEN = [
    *("impressum", "datenschutz", "nutzungsbedingungen", "barrierefreiheit", "quellen"),
    *("leichte-sprache", "gebaerdensprache", "fuehrungszeugnis"),
]


@pytest.mark.parametrize("slug", SEITEN)
def test_every_page_is_there_from_the_start(slug, buergerin, db):
    antwort = buergerin.get(f"/{slug}/")
    assert antwort.status_code == 200
    assert "<h2>" in antwort.text
    assert not antwort.cookies


@pytest.mark.parametrize(
    ("slug", "woerter"),
    [
        ("impressum", ["§ 5", "§ 18", "[Name der Körperschaft"]),
        ("datenschutz", ["Artikel 13", "48 Stunden", "90 Tage", "180 Tage", "Cookie", "Artikel 21"]),
        ("nutzungsbedingungen", ["§§ 52 bis 54", "Parteien", "benachteiligt", "löscht", "Lizenz"]),
        ("barrierefreiheit", ["noch nicht geprüft", "Wie weit wir sind", "Wenn Sie keine Antwort bekommen"]),
        ("quellen", ["Destatis", "BKG", "OpenStreetMap", "Datenlizenz Deutschland"]),
    ],
)
def test_what_the_law_and_the_licences_ask_for_stands_there(slug, woerter, buergerin, db):
    text = buergerin.get(f"/{slug}/").text
    for wort in woerter:
        assert wort in text


def test_staff_change_a_text_and_scripts_stay_text(buergerin, db):
    Seite.objects.filter(slug="quellen").update(
        titel={"de": "Neu"}, text={"de": "**fett** <script>alert(1)</script> [x](javascript:alert(1))"}
    )
    text = buergerin.get("/quellen/").text
    assert "<h1>Neu</h1>" in text
    assert "<strong>fett</strong>" in text
    assert "<script>alert" not in text
    assert 'href="javascript' not in text


@pytest.mark.parametrize("text", ["Eigener Text\n[[loeschfristen]]\nund mehr", "Ganz ohne Tabelle"])
def test_the_periods_of_deletion_stand_on_the_page_whatever_staff_wrote(text, buergerin, db):
    Seite.objects.filter(slug="datenschutz").update(text={"de": text})
    seite = buergerin.get("/datenschutz/").text
    for zeile in loeschung.TABELLE:
        assert seite.count(escape(str(zeile.was))) == 1
        assert escape(zeile.frist) in seite
    assert "[[" not in seite
    assert "%(" not in seite


def test_unknown_pages_get_a_helpful_404(buergerin, kontaktstelle):
    for adresse in ("/gibt-es-nicht/", "/a/b/c/", "/gibt-es-nicht.html"):
        antwort = buergerin.get(adresse)
        assert antwort.status_code == 404
        assert 'name="q"' in antwort.text
        assert "0221 4710-120" in antwort.text


def test_health(client, db):
    antwort = client.get("/gesundheit/")
    assert (antwort.status_code, antwort.text) == (200, "ok\n")
    assert antwort["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in antwort["Cache-Control"]


def test_health_without_database(client, db, keine_fehler_im_protokoll):
    def kaputt(*_args):
        raise DatabaseError

    with connection.execute_wrapper(kaputt):
        assert client.get("/gesundheit/").status_code == 503
    keine_fehler_im_protokoll.clear()  # this error belongs into the log


def test_robots_keep_out_of_what_is_personal(client, db):
    text = client.get("/robots.txt").text
    for zeile in ("Disallow: /meine-daten/", "Disallow: /verwaltung/", "/sitemap.xml"):
        assert zeile in text


def test_whom_to_tell_about_a_security_hole(client, kontaktstelle):
    antwort = client.get("/.well-known/security.txt")
    assert antwort["Content-Type"] == "text/plain; charset=utf-8"
    felder = dict(zeile.split(": ", 1) for zeile in antwort.text.splitlines())
    assert felder["Contact"].startswith("mailto:")
    bis = datetime.fromisoformat(felder["Expires"])
    assert timedelta(days=30) < bis - timezone.now() < timedelta(days=365)


def test_without_an_office_the_contact_is_its_page(client, db):
    assert "Contact: http" in client.get("/.well-known/security.txt").text


@pytest.mark.parametrize("adresse", ["/quellen/", "/gesundheit/", "/robots.txt", "/.well-known/security.txt"])
def test_only_reading_is_possible(adresse, client, db):
    assert client.post(adresse).status_code == 405
