"""A report about a listing: it reaches the Kontaktstelle, and nobody needs to say who they are."""

import pytest
from django.urls import reverse

from boerse.models import Meldung
from ehrenamt.models import Nachricht

from .. import fabriken

ANGABEN = {"grund": "veraltet", "text": "Das war letztes Jahr.", "email": ""}


@pytest.fixture
def angebot(kontaktstelle, sportverein):
    return fabriken.angebot(sportverein)


def seite(angebot) -> str:
    return reverse("angebot_melden", args=[angebot.pk, angebot.slug])


def test_a_report_reaches_the_kontaktstelle_without_the_words_of_the_person(buergerin, angebot):
    antwort = buergerin.post(seite(angebot), ANGABEN | {"email": "kim@example.org"}, follow=True)
    assert "Danke für Ihren Hinweis" in antwort.content.decode()
    assert Meldung.objects.get().email == "kim@example.org"
    mail = Nachricht.objects.get()
    assert mail.anlass == "meldung_eingegangen"
    assert mail.empfaenger == angebot.kontaktstelle.email
    assert "kim@example.org" not in mail.text and "letztes Jahr" not in mail.text


def test_a_town_gets_the_reports_of_its_own_listings(buergerin, kontaktstelle, stadt_lippstadt, fremde_organisation):
    angebot = fabriken.angebot(fremde_organisation, orte=[{"gemeinde": fabriken.LIPPSTADT}])
    buergerin.post(seite(angebot), ANGABEN)
    assert Nachricht.objects.get().empfaenger == stadt_lippstadt.kontaktstellen.get().email


def test_outside_of_all_regions_the_portals_own_office_is_told(buergerin, kontaktstelle, gemeinden):
    angebot = fabriken.angebot(fabriken.organisation(ags=gemeinden["Hamm"].ags), digital="nur")
    buergerin.post(seite(angebot), ANGABEN)
    assert Nachricht.objects.get().empfaenger == kontaktstelle.kontaktstellen.get().email


def test_a_reason_is_needed_and_what_was_typed_stays(buergerin, angebot):
    antwort = buergerin.post(seite(angebot), ANGABEN | {"grund": ""})
    assert antwort.status_code == 200
    assert "Das war letztes Jahr." in antwort.content.decode()
    assert not Meldung.objects.exists()


def test_a_machine_is_told_that_all_went_well(buergerin, angebot):
    assert buergerin.post(seite(angebot), ANGABEN | {"betreff": "x"}).status_code == 302
    assert not Meldung.objects.exists()


def test_too_many_reports_from_one_address_wait(buergerin, angebot):
    assert [buergerin.post(seite(angebot), ANGABEN).status_code for _ in range(6)] == [302] * 5 + [429]


def test_what_is_not_public_cannot_be_reported(buergerin, sportverein):
    entwurf = fabriken.fassung(sportverein).angebot
    assert buergerin.get(reverse("angebot_melden", args=[entwurf.pk, "x"])).status_code == 404


def test_the_name_of_a_report_says_nothing(angebot):
    meldung = Meldung.objects.melden(angebot, **ANGABEN | {"email": "kim@example.org"})
    assert "kim" not in str(meldung) and "Jahr" not in str(meldung)


def test_other_methods_are_refused(buergerin, angebot):
    assert buergerin.put(seite(angebot)).status_code == 405
    assert buergerin.post(reverse("meldung_gesendet", args=[angebot.pk, angebot.slug])).status_code == 405
