"""The demo's outbox: every mail as it would have gone out, and nowhere but in the demo."""

import pytest
from django.urls import reverse

from ehrenamt.models import Nachricht

from .. import fabriken


@pytest.fixture
def nachricht(kontaktstelle, settings):
    settings.DEMO = True
    fabriken.anfrage()
    return Nachricht.objects.get(anlass="anfrage_eingegangen")


def adressen(nachricht) -> dict[str, str]:
    namen = ("demo_postausgang", "demo_nachricht", "demo_nachricht_html")
    return {name: reverse(name, args=[] if name == "demo_postausgang" else [nachricht.pk]) for name in namen}


def test_the_outbox_lists_mails_and_shows_each_with_its_links(buergerin, nachricht):
    wo = adressen(nachricht)
    assert nachricht.betreff in buergerin.get(wo["demo_postausgang"]).content.decode()
    text = buergerin.get(wo["demo_nachricht"]).content.decode()
    assert nachricht.empfaenger in text and nachricht.reply_to in text
    link = next(wort for wort in nachricht.text.split() if "/anfrage/stand/" in wort)
    assert f'href="{link}"' in text
    assert "sandbox=" in text


def test_the_mails_html_has_a_policy_of_its_own(buergerin, nachricht):
    wo = adressen(nachricht)
    antwort = buergerin.get(wo["demo_nachricht_html"])
    regel = antwort["Content-Security-Policy"]
    assert "default-src 'none'" in regel and "script-src" not in regel
    assert "frame-ancestors 'self'" in regel
    assert antwort["X-Frame-Options"] == "SAMEORIGIN"
    rahmen = buergerin.get(wo["demo_nachricht"])["Content-Security-Policy"]
    assert "frame-src 'self'" in rahmen and "frame-ancestors 'none'" in rahmen and "unsafe" not in rahmen


def test_outside_of_the_demo_there_is_no_such_page(buergerin, nachricht, settings):
    settings.DEMO = False
    for adresse in adressen(nachricht).values():
        assert buergerin.get(adresse).status_code == 404
        assert buergerin.post(adresse).status_code == 404


def test_the_outbox_changes_nothing(buergerin, nachricht):
    for adresse in adressen(nachricht).values():
        assert buergerin.post(adresse).status_code == 405


def test_the_outbox_needs_few_queries_however_many_mails(buergerin, nachricht, django_assert_max_num_queries):
    for _ in range(40):
        Nachricht.objects.einstellen("probe", "kim@example.org", "Betreff", "Text")
    with django_assert_max_num_queries(5):
        buergerin.get(reverse("demo_postausgang"))
