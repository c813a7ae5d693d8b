"""The record of Art. 30 GDPR: complete by the table, for staff only, and on paper."""

from django.core.management import call_command
from django.urls import reverse
from django.utils.html import escape

from boerse import loeschung

SEITE = reverse("verarbeitungsverzeichnis")


def test_the_command_prints_every_processing_with_its_period(kontaktstelle, capsys):
    call_command("verarbeitungsverzeichnis")
    text = capsys.readouterr().out
    for zeile in loeschung.TABELLE:
        for angabe in (zeile.was, zeile.frist, zeile.warum, zeile.betroffene, zeile.wer, zeile.rechtsgrundlage):
            assert str(angabe) in text
        assert all(f"`{spalte}`" in text for spalte in zeile.spalten)
    assert "Kreis Soest" in text and kontaktstelle.kontaktstellen.get().email in text
    assert "%(" not in text and "&quot;" not in text


def test_staff_print_it_from_the_desk(kontaktstelle, angemeldet):
    tisch = angemeldet(kontaktstelle)
    assert SEITE in tisch.get(reverse("admin:index")).text
    text = tisch.get(SEITE).text
    assert all(escape(str(zeile.was)) in text for zeile in loeschung.TABELLE)
    assert tisch.post(SEITE).status_code == 405


def test_nobody_else_reads_it(buergerin, leitung, angemeldet, kontaktstelle):
    assert buergerin.get(SEITE).status_code == 302
    assert angemeldet(leitung).get(SEITE).status_code == 403


def test_every_row_says_everything():
    for zeile in loeschung.TABELLE:
        assert all([zeile.was, zeile.betroffene, zeile.frist, zeile.warum, zeile.rechtsgrundlage, zeile.wer])
        assert zeile.spalten and zeile.pflichten


def test_the_page_shows_changed_periods(buergerin, db, settings):
    settings.FRISTEN = settings.FRISTEN | {"meldung_tage": 77}
    assert "77 Tage nach dem Eingang" in buergerin.get("/datenschutz/").text
