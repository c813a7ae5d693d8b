"""How often is a listing looked at? Counted without knowing by whom, shown to its organisation, gone in its time."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from boerse import tageszahlen
from boerse.darstellung.wochen import wochen
from boerse.models import Angebot, Tageszahl
from boerse.models.tageszahl import Tagesart

from .. import fabriken

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


@pytest.fixture
def angebot(sportverein):
    return fabriken.angebot(sportverein)


def gezaehlt() -> dict[str, int]:
    tageszahlen.schreiben()
    return dict(Tageszahl.objects.values_list("art", "anzahl"))


def test_views_are_counted_in_the_process_and_written_together(buergerin, angebot):
    adresse = angebot.get_absolute_url()
    with CaptureQueriesContext(
        connection,
    ) as abfragen:
        for _mal in range(3):
            buergerin.get(adresse, headers=BROWSER)
    assert not any("tageszahl" in abfrage["sql"] for abfrage in abfragen)
    with CaptureQueriesContext(connection) as abfragen:
        assert gezaehlt() == {"gesehen": 3}
    assert len([a for a in abfragen if "INSERT" in a["sql"]]) == 1
    buergerin.get(adresse, headers=BROWSER)
    assert gezaehlt() == {"gesehen": 4}


def test_remembering_is_counted_and_forgetting_is_not(buergerin, angebot):
    eigene = BROWSER | {"Sec-Fetch-Site": "same-origin"}
    for tat in ("merken", "vergessen"):
        buergerin.post(reverse("merkliste_aendern"), {tat: angebot.pk}, headers=eigene)
    assert gezaehlt() == {"gemerkt": 1}


def test_programs_and_people_of_the_portal_do_not_count(buergerin, angemeldet, leitung, angebot):
    adresse = angebot.get_absolute_url()
    for programm in ("", "Googlebot/2.1 (+http://www.google.com/bot.html)", "curl/8.5"):
        buergerin.get(adresse, headers={"User-Agent": programm})
    buergerin.head(adresse, headers=BROWSER)
    angemeldet(leitung).get(adresse, headers=BROWSER)
    assert gezaehlt() == {}


def test_a_count_that_cannot_be_written_breaks_nothing(rf, angebot, monkeypatch, caplog):
    tageszahlen.zaehlen(rf.get("/", headers=BROWSER), 10**9, Tagesart.GESEHEN)  # a listing that is gone
    assert gezaehlt() == {}
    tageszahlen.zaehlen(rf.get("/", headers=BROWSER), angebot.pk, Tagesart.GESEHEN)

    def kaputt():
        raise DatabaseError

    with monkeypatch.context() as ersatz:
        ersatz.setattr(connection, "cursor", kaputt)
        tageszahlen.schreiben()
    assert "nicht geschrieben" in caplog.text
    caplog.clear()


def test_the_workspace_shows_the_weeks_as_bars_and_as_a_table(angemeldet, leitung, angebot):
    heute = timezone.localdate()
    for vor, anzahl in ((0, 5), (7, 10), (100, 99)):
        Tageszahl.objects.create(angebot=angebot, tag=heute - timedelta(days=vor), art="gesehen", anzahl=anzahl)
    fabriken.anfrage(angebot).vermitteln(fabriken.DURCH_KONTAKTSTELLE)
    stand = wochen(Angebot.objects.all())
    assert {reihe.name: reihe.summe for reihe in stand.reihen} == {
        "gesehen": 15, "gemerkt": 0, "angefragt": 1, "vermittelt": 1,
    }  # fmt: skip
    assert [balken.hoehe for balken in stand.reihen[0].balken[-2:]] == [32, 16]
    for adresse in (reverse("arbeitsbereich"), reverse("arbeitsbereich_angebot", args=[angebot.pk])):
        text = angemeldet(leitung).get(adresse).text
        assert text.count('<svg viewBox="0 0 96 32"') == 4 and "Woche ab" in text


def test_old_counts_go(angebot):
    jetzt = timezone.now()
    for tage in (10, 729, 800):
        Tageszahl.objects.create(angebot=angebot, tag=jetzt.date() - timedelta(days=tage), art="gesehen", anzahl=1)
    assert Tageszahl.objects.faellig(jetzt).count() == 1
