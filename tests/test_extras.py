"""What JavaScript adds, in a browser: each page works without it, and is a little quicker with it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import fabriken


@pytest.fixture
def seite(page: Page, live_server, sportverein, settings) -> Page:
    settings.PORTAL_ADRESSE = live_server.url
    fabriken.angebot(sportverein, titel="Vorlesen am Dienstag", zeiten=[{"wochentag": "di"}])
    fabriken.angebot(sportverein, titel="Platzpflege am Freitag", zeiten=[{"wochentag": "fr"}])
    page.goto(f"{live_server.url}/angebote/")
    return page


def test_a_tick_in_the_filter_shows_its_hits_at_once(seite):
    with seite.expect_response("**/angebote/?*"):
        seite.locator("#filter [name=wochentag][value=di]").check(force=True)
    expect(seite.get_by_role("link", name="Platzpflege am Freitag")).to_have_count(0)
    expect(seite.get_by_role("link", name="Vorlesen am Dienstag")).to_be_visible()
    expect(seite.get_by_role("status")).to_have_text("1 Angebot gefunden")
    expect(seite).to_have_title(re.compile("^1 Angebot: "))
    assert "wochentag=di" in seite.url
    assert seite.evaluate("document.activeElement.value") == "di", "the keyboard stays where it was"


def test_the_address_of_a_listing_is_copied(seite):
    seite.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seite.get_by_role("link", name="Vorlesen am Dienstag").click()
    expect(seite.get_by_role("button", name="Drucken")).to_be_visible()
    seite.get_by_role("button", name="Link kopieren").click()
    expect(seite.get_by_text("Der Link ist kopiert.")).to_be_visible()
    assert seite.evaluate("navigator.clipboard.readText()") == seite.url


def test_a_text_says_how_many_characters_it_may_still_have(seite):
    seite.get_by_role("link", name="Vorlesen am Dienstag").click()
    seite.goto(f"{seite.url}anfrage/")
    nachricht = seite.get_by_label("Ihre Nachricht")
    platz = int(nachricht.get_attribute("maxlength"))
    nachricht.fill("a" * (platz - 1))
    expect(seite.get_by_text("Noch ein Zeichen")).to_have_attribute("aria-live", "polite")
