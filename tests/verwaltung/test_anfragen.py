"""Is an enquiry read by staff only where they may, and is each reading on record?"""

import pytest
from django.urls import reverse

from boerse.auswahl import AnfrageStatus
from boerse.models import Anfrage
from ehrenamt.models import Nachricht, Verlaufseintrag
from tests import fabriken

LISTE = "/verwaltung/boerse/anfrage/"


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


@pytest.fixture
def rueckruf(sportverein):
    angebot = fabriken.angebot(sportverein)
    return fabriken.anfrage(angebot, name="Kim Beispiel", email="", telefon="02921 4711")


def seite(anfrage) -> str:
    return reverse("admin:boerse_anfrage_change", args=[anfrage.pk])


def tat(anfrage, name: str) -> str:
    return reverse("admin:boerse_anfrage_tat", args=[anfrage.pk, name])


def gelesen(anfrage) -> int:
    return Verlaufseintrag.objects.von(anfrage).filter(vorgang="eingesehen").count()


def test_list_and_search_know_no_names(tisch, rueckruf):
    for weg in (LISTE, f"{LISTE}?liste=rueckrufe", f"{LISTE}?liste=alle&q=TuS"):
        text = tisch.get(weg).text
        assert seite(rueckruf) in text and "Kim" not in text and "4711" not in text
    assert seite(rueckruf) not in tisch.get(f"{LISTE}?liste=alle&q=Kim").text
    assert not gelesen(rueckruf)


def test_reading_is_logged(tisch, rueckruf):
    text = tisch.get(seite(rueckruf)).text
    assert "Kim Beispiel" in text and "02921 4711" in text and "Name und Text eingesehen" in text
    tisch.get(seite(rueckruf))
    assert gelesen(rueckruf) == 2
    assert Verlaufseintrag.objects.von(rueckruf).first().konto.email == "kreis@example.org"


def test_without_a_take_over_there_is_no_name(tisch, sportverein):
    anfrage = fabriken.anfrage(fabriken.angebot(sportverein))
    text = tisch.get(seite(anfrage)).text
    assert "Kim" not in text and "kim@example.org" not in text and "Guten Tag!" not in text
    assert not gelesen(anfrage)
    tisch.post(tat(anfrage, "uebernehmen"))
    assert "Kim Beispiel" in tisch.get(seite(anfrage)).text


def test_what_is_not_confirmed_is_not_here(tisch, sportverein):
    anfrage = fabriken.anfrage(fabriken.angebot(sportverein), bestaetigt=False)
    assert tisch.get(seite(anfrage)).status_code == 404


def test_passing_it_on_tells_the_organisation(tisch, rueckruf):
    tisch.post(tat(rueckruf, "weiterleiten"))
    rueckruf.refresh_from_db()
    assert rueckruf.status == AnfrageStatus.OFFEN and rueckruf.weitergegeben_am
    assert Nachricht.objects.filter(anlass="anfrage_eingegangen").count() == 1


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("beantworten", AnfrageStatus.BEANTWORTET),
        ("kennenlernen", AnfrageStatus.KENNENLERNEN),
        ("vermitteln", AnfrageStatus.VERMITTELT),
        ("absagen", AnfrageStatus.ABGESAGT),
        ("aufgeben", AnfrageStatus.OHNE_RUECKMELDUNG),
    ],
)
def test_what_the_kontaktstelle_can_do(tisch, rueckruf, name, status):
    tisch.post(tat(rueckruf, name))
    rueckruf.refresh_from_db()
    assert rueckruf.status == status


def test_what_was_decided_stays_and_says_so(tisch, rueckruf):
    tisch.post(tat(rueckruf, "vermitteln"))
    assert "Das geht nicht mehr" in tisch.post(tat(rueckruf, "absagen"), follow=True).text
    rueckruf.refresh_from_db()
    assert rueckruf.status == AnfrageStatus.VERMITTELT


def test_what_was_deleted_is_not_read(tisch, rueckruf):
    rueckruf.loeschen()
    assert "gelöscht" in tisch.get(seite(rueckruf)).text
    assert not gelesen(rueckruf)


def test_many_enquiries_take_few_queries(tisch, rueckruf, django_assert_max_num_queries):
    felder = {"status": "uebernommen", "telefon": "1", "mindestens_16": True, "sprache": "de", "datenschutz_version": 1}
    zeiten = {name: rueckruf.erstellt_am for name in ("datenschutz_am", "loeschen_am", "uebernommen_am")}
    Anfrage.objects.bulk_create(Anfrage(angebot=rueckruf.angebot, **felder, **zeiten) for _ in range(500))
    tisch.get(LISTE)
    with django_assert_max_num_queries(12):
        assert tisch.get(LISTE).context["cl"].result_count == 501


def test_what_lay_there_unanswered_says_whom_to_call(tisch, sportverein, kontaktstelle):
    anfrage = fabriken.anfrage(fabriken.angebot(sportverein))
    anfrage.uebernehmen(kontaktstelle.akteur)
    text = tisch.get(seite(anfrage)).text
    assert "tus@example.org" in text
    assert reverse("admin:organisationen_organisation_change", args=[sportverein.pk]) in text
    assert "Noch einmal an die Organisation" in text and "An die Organisation weiterleiten" not in text


def test_who_does_not_look_after_the_organisations_seat_gets_no_dead_link(
    stadt_lippstadt, angemeldet, sportverein, gemeinden
):
    angebot = fabriken.angebot(sportverein, orte=[{"gemeinde": fabriken.LIPPSTADT}])
    text = angemeldet(stadt_lippstadt).get(seite(fabriken.anfrage(angebot))).text
    assert "TuS Musterdorf" in text
    assert reverse("admin:organisationen_organisation_change", args=[sportverein.pk]) not in text
