"""Does the Kontaktstelle find what suits, may it read only where it should, and is each reading on record?"""

import re

import pytest
from django.urls import reverse

from boerse.auswahl import WunschStatus
from boerse.models import Engagementwunsch
from ehrenamt.models import Nachricht, Verlaufseintrag
from tests import fabriken

LISTE = "/verwaltung/boerse/engagementwunsch/"


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


@pytest.fixture
def wunsch(kontaktstelle):
    return fabriken.engagementwunsch()


@pytest.fixture
def angebot(sportverein):
    return fabriken.angebot(sportverein, titel="Gassi gehen", themen=["tiere"])


def seite(wunsch) -> str:
    return reverse("admin:boerse_engagementwunsch_change", args=[wunsch.pk])


def tat(wunsch, name: str) -> str:
    return reverse("admin:boerse_engagementwunsch_tat", args=[wunsch.pk, name])


def gelesen(wunsch) -> int:
    return Verlaufseintrag.objects.von(wunsch).filter(vorgang="eingesehen").count()


def test_list_and_search_know_no_names(tisch, wunsch):
    for weg in (LISTE, f"{LISTE}?liste=alle"):
        text = tisch.get(weg).text
        assert seite(wunsch) in text and "Robin" not in text and "robin@" not in text
    assert seite(wunsch) not in tisch.get(f"{LISTE}?liste=alle&q=Robin").text
    assert not gelesen(wunsch)


def test_the_page_shows_the_person_what_suits_and_why_and_is_logged(tisch, wunsch, angebot):
    text = tisch.get(seite(wunsch)).text
    for erwartet in ("Robin Beispiel", "robin@example.org", "Mit Hunden, gern.", "Gassi gehen"):
        assert erwartet in text
    assert re.search(r"Passt: [^<]*Tiere", text)
    assert gelesen(wunsch) == 1
    assert Verlaufseintrag.objects.von(wunsch).first().konto.email == "kreis@example.org"


def test_one_button_sends_what_was_picked(tisch, wunsch, angebot):
    daten = {"vorschlagen-angebote": [angebot.pk], "vorschlagen-worte": "Viel Freude!"}
    tisch.post(tat(wunsch, "vorschlagen"), daten)
    wunsch.refresh_from_db()
    assert wunsch.status == WunschStatus.IN_BERATUNG and list(wunsch.vorschlaege.all()) == [angebot]
    mail = Nachricht.objects.get(anlass="wunsch_vorschlaege")
    assert "Gassi gehen" in mail.text and "Viel Freude!" in mail.text
    assert "schon vorgeschlagen" in tisch.get(seite(wunsch)).text


def test_a_doubled_click_sends_one_mail(tisch, wunsch, angebot, sportverein):
    daten = {"vorschlagen-angebote": [angebot.pk]}
    for _klick in range(2):
        tisch.post(tat(wunsch, "vorschlagen"), daten)
    assert Nachricht.objects.filter(anlass="wunsch_vorschlaege").count() == 1
    weiteres = fabriken.angebot(sportverein)
    tisch.post(tat(wunsch, "vorschlagen"), {"vorschlagen-angebote": [angebot.pk, weiteres.pk]})
    assert Nachricht.objects.filter(anlass="wunsch_vorschlaege").count() == 2


def test_nothing_or_too_much_or_what_is_not_public_is_not_sent(tisch, wunsch, sportverein, angebot):
    fabriken.eingereicht(sportverein)
    angebote = [fabriken.angebot(sportverein).pk for _ in range(6)]
    angebot.pausieren(fabriken.DURCH_KONTAKTSTELLE)
    for wahl in ([], angebote, [angebot.pk], ["x"]):
        tisch.post(tat(wunsch, "vorschlagen"), {"vorschlagen-angebote": wahl})
    assert not Nachricht.objects.filter(anlass="wunsch_vorschlaege").exists()
    wunsch.refresh_from_db()
    assert wunsch.status == WunschStatus.OFFEN


def test_who_left_no_address_is_called(tisch, angebot):
    wunsch = fabriken.engagementwunsch(email="", telefon="0221 4710-123")
    text = tisch.get(seite(wunsch)).text
    assert "Gassi gehen" in text and "rufen Sie an" in text and "vorschlagen-angebote" not in text
    tisch.post(tat(wunsch, "vorschlagen"), {"vorschlagen-angebote": [angebot.pk]})
    assert not Nachricht.objects.filter(anlass="wunsch_vorschlaege").exists()


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("beraten", WunschStatus.IN_BERATUNG),
        ("vermitteln", WunschStatus.VERMITTELT),
        ("beenden", WunschStatus.OHNE_ERGEBNIS),
    ],
)
def test_what_the_kontaktstelle_can_do(tisch, wunsch, name, status):
    assert tisch.get(tat(wunsch, name)).status_code == 405
    tisch.post(tat(wunsch, name))
    wunsch.refresh_from_db()
    assert wunsch.status == status


def test_what_is_not_confirmed_or_lies_elsewhere_is_not_here(tisch, kontaktstelle, stadt_lippstadt, angemeldet, wunsch):
    assert tisch.get(seite(fabriken.engagementwunsch(bestaetigt=False))).status_code == 404
    assert angemeldet(stadt_lippstadt).get(seite(wunsch)).status_code == 404
    assert angemeldet(stadt_lippstadt).post(tat(wunsch, "beenden")).status_code == 404


def test_what_was_deleted_is_not_read(tisch, wunsch):
    wunsch.loeschen()
    assert "gelöscht" in tisch.get(seite(wunsch)).text
    assert not gelesen(wunsch)


def test_many_wishes_and_listings_take_few_queries(tisch, wunsch, angebot, django_assert_max_num_queries):
    felder = {"status": "offen", "telefon": "1", "mindestens_16": True, "sprache": "de", "datenschutz_version": 1}
    zeiten = {name: wunsch.erstellt_am for name in ("datenschutz_am", "loeschen_am", "bestaetigt_am")}
    Engagementwunsch.objects.bulk_create(Engagementwunsch(**felder, **zeiten) for _ in range(300))
    tisch.get(LISTE)
    with django_assert_max_num_queries(12):
        assert tisch.get(LISTE).context["cl"].result_count == 301
    with django_assert_max_num_queries(17):
        tisch.get(seite(wunsch))
