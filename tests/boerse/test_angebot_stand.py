"""An organisation keeps its listing true by the link in its mails, without logging in."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse.mails import ANFRAGE_STAND, ANGEBOT_STAND
from boerse.models import Angebot
from ehrenamt.links import token

from .. import fabriken


@pytest.fixture
def angebot(sportverein):
    angebot = fabriken.angebot(sportverein)
    Angebot.objects.update(zuletzt_bestaetigt_am=timezone.localdate() - timedelta(days=85))
    return angebot


def link(angebot, zweck: str = ANGEBOT_STAND[0]) -> str:
    return reverse("angebot_stand", args=[token(zweck, angebot.kennung)])


def test_opening_the_link_changes_nothing(buergerin, angebot):
    antwort = buergerin.get(link(angebot))
    assert "Ja, noch aktuell" in antwort.content.decode()
    assert antwort["Referrer-Policy"] == "strict-origin"
    assert "no-store" in antwort["Cache-Control"]
    angebot.refresh_from_db()
    assert angebot.zuletzt_bestaetigt_am < timezone.localdate()


@pytest.mark.parametrize(
    ("daten", "status"),
    [
        ({"schritt": "bestaetigen"}, "veroeffentlicht"),
        ({"schritt": "pausieren"}, "pausiert"),
        ({"grund": "besetzt"}, "beendet"),
        ({"grund": "entfallen"}, "beendet"),
    ],
)
def test_the_buttons_do_what_they_say(buergerin, angebot, daten, status):
    antwort = buergerin.post(link(angebot), daten, follow=True)
    assert antwort.status_code == 200
    angebot.refresh_from_db()
    assert angebot.status == status
    if daten.get("schritt") == "bestaetigen":
        assert angebot.zuletzt_bestaetigt_am == timezone.localdate()


def test_a_paused_listing_comes_back(buergerin, angebot):
    buergerin.post(link(angebot), {"schritt": "pausieren"})
    seite = buergerin.get(link(angebot)).content.decode()
    assert "Wieder online stellen" in seite
    assert "Ja, noch aktuell" not in seite
    buergerin.post(link(angebot), {"schritt": "fortsetzen"})
    assert Angebot.objects.oeffentlich().exists()


@pytest.mark.parametrize(
    "daten", [{}, {"schritt": "sperren"}, {"schritt": "beenden"}, {"grund": "x"}, {"schritt": "save"}]
)
def test_what_is_not_offered_is_not_done(buergerin, angebot, daten):
    buergerin.post(link(angebot), daten)
    angebot.refresh_from_db()
    assert angebot.status == Angebot.Status.VEROEFFENTLICHT


def test_pressed_twice_it_says_so(buergerin, angebot):
    buergerin.post(link(angebot), {"schritt": "pausieren"})
    antwort = buergerin.post(link(angebot), {"schritt": "pausieren"}, follow=True)
    assert "Das geht nicht mehr" in antwort.content.decode()


def test_a_blocked_listing_offers_nothing(buergerin, angebot):
    angebot.sperren(fabriken.DURCH_KONTAKTSTELLE, "Beschwerde")
    seite = buergerin.get(link(angebot)).content.decode()
    assert "Hier ist gerade nichts zu tun." in seite
    buergerin.post(link(angebot), {"schritt": "fortsetzen"})
    angebot.refresh_from_db()
    assert angebot.status == Angebot.Status.GESPERRT


def test_without_a_team_the_page_leads_to_the_take_over(buergerin, angebot, sportverein):
    uebernahme = reverse("organisation_uebernehmen", args=[sportverein.pk])
    assert uebernahme in buergerin.get(link(angebot)).content.decode()
    fabriken.mitglied(sportverein)
    assert uebernahme not in buergerin.get(link(angebot)).content.decode()


def test_the_reason_of_a_return_is_shown(buergerin, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    fassung.zurueckgeben(fabriken.DURCH_KONTAKTSTELLE, "Ab welchem Alter?")
    assert "Ab welchem Alter?" in buergerin.get(link(fassung.angebot)).content.decode()


def test_forged_links_and_those_for_another_purpose_open_nothing(buergerin, angebot):
    assert buergerin.get(link(angebot, ANFRAGE_STAND[0])).status_code == 404
    assert buergerin.get(reverse("angebot_stand", args=["gefaelscht"])).status_code == 404


def test_the_page_needs_few_queries(buergerin, angebot, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        buergerin.get(link(angebot))
