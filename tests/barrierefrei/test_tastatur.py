"""Does the main job need a mouse? Walked by the keyboard alone: every stop is seen, in order, and none is a trap."""

import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from boerse.models import Anfrage
from tests import fabriken

from .fenster import mit_gestaltung

# Where the focus is: which element of the page, how it shows, whether it is in sight.
HALT = """() => {
  const hier = document.activeElement;
  const rahmen = [hier, ...(hier.labels || []), hier.closest('.karte')].map(e => e && getComputedStyle(e));
  const {top, bottom, width} = (hier.labels?.[0] || hier).getBoundingClientRect();
  return {
    nummer: [...document.querySelectorAll('*')].indexOf(hier),
    name: [hier.labels?.[0]?.textContent, hier.getAttribute('aria-label'), hier.textContent].find(Boolean)
      .trim().replace(/\\s+/g, ' '),
    gezeigt: rahmen.some(s => s && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2),
    im_bild: width > 0 && bottom > 0 && top < innerHeight,
  };
}"""


class Tastatur:
    """A person who has nothing but keys."""

    def __init__(self, page: Page, adresse: str) -> None:
        self.page = page
        self.druecken = page.keyboard.press
        page.goto(adresse)

    def bis(self, gesucht: str) -> None:
        """Tab after tab; each further down the page, in sight and with a frame."""
        vorher = (
            self.page.evaluate(HALT)["nummer"] if self.page.evaluate("document.activeElement !== document.body") else 0
        )
        while True:
            self.druecken("Tab")
            halt = self.page.evaluate(HALT)
            assert halt["nummer"] > vorher, f"„{gesucht}“ nicht erreicht, zuletzt „{halt['name']}“"
            assert halt["gezeigt"], f"kein Rahmen um „{halt['name']}“"
            assert halt["im_bild"], f"„{halt['name']}“ ist nicht zu sehen"
            if re.match(gesucht, halt["name"]):
                return
            vorher = halt["nummer"]

    def schreiben(self, feld: str, text: str) -> None:
        self.bis(feld)
        self.page.keyboard.type(text)

    def oeffnen(self, gesucht: str) -> None:
        self.bis(gesucht)
        with self.page.expect_navigation():
            self.druecken("Enter")


@pytest.fixture
def tastatur(page, live_server, kontaktstelle, sportverein) -> Callable[[str], Tastatur]:
    cache.clear()
    fabriken.angebot(sportverein, titel="Vorlesen am Dienstag")
    mit_gestaltung(page)
    page.set_default_timeout(10_000)
    page.emulate_media(reduced_motion="reduce")
    return lambda pfad: Tastatur(page, live_server.url + pfad)


def test_the_main_job_needs_no_mouse(tastatur, page):
    person = tastatur("/")
    person.bis("Zum Inhalt springen")
    person.druecken("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"
    person.schreiben("Was möchten Sie tun", "vorlesen")
    person.schreiben("Wo?", "Soest")
    person.oeffnen("Angebote suchen")
    person.oeffnen("Vorlesen am Dienstag")
    person.oeffnen("Interesse zeigen")
    person.schreiben("Ihr Name", "Kim Beispiel")
    person.schreiben("E-Mail-Adresse", "kim@example")
    person.schreiben("Ihre Nachricht", "Ich lese gern.")
    person.bis("Ja")
    person.druecken("Space")
    person.oeffnen("An TuS Musterdorf senden")
    # The summary has the focus; its link leads to the field, which says what is wrong with it.
    assert "Bitte prüfen Sie" in page.evaluate("document.activeElement.textContent")
    person.bis("E-Mail-Adresse: ")
    person.druecken("Enter")
    feld = page.locator(":focus")
    expect(feld).to_have_attribute("aria-invalid", "true")
    assert "Das Ende der Adresse fehlt" in page.locator(f"#{feld.get_attribute('id')}_error").text_content()
    assert f"{feld.get_attribute('id')}_error" in feld.get_attribute("aria-describedby")
    person.druecken("End")
    page.keyboard.type(".org")
    person.oeffnen("An TuS Musterdorf senden")
    expect(page).to_have_url(re.compile("/gesendet/"))
    assert Anfrage.objects.get().email == "kim@example.org"


def test_menu_and_filters_of_a_telephone_open_by_keys(tastatur, page):
    page.set_viewport_size({"width": 320, "height": 700})
    person = tastatur("/angebote/")
    person.bis("Menü")
    person.druecken("Enter")
    person.bis("Angebote finden")
    person.bis("Kontaktstelle")
    person.bis("Filter")
    person.druecken("Enter")
    person.bis("Filter anwenden")
    assert page.evaluate("!!document.activeElement.closest('#filter')")
