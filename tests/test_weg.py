"""The whole way, in a real browser: find, enquire, confirm, be reminded, answer, post, approve, find, stay, delete.

Walked twice, with JavaScript and without: nothing may depend on it.
"""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from boerse.models import Anfrage, Angebot
from boerse.pflichten import faelliges_erledigen
from ehrenamt.models import Nachricht

from . import fabriken

PASSWORT = "Kastanien-im-Herbst-7"


@pytest.fixture(params=[True, False], ids=["mit_javascript", "ohne_javascript"])
def person(request, browser: Browser, live_server, settings):
    """A further person with a browser of their own: person()."""
    settings.PORTAL_ADRESSE = live_server.url
    cache.clear()  # allauth counts there, and its table outlives the test
    offen = []

    def kommen() -> Page:
        kontext = browser.new_context(base_url=live_server.url, java_script_enabled=request.param, locale="de-DE")
        offen.append(kontext)
        seite = kontext.new_page()
        seite.set_default_timeout(10_000)
        seite.on("console", lambda zeile: pytest.fail(zeile.text) if "Security Policy" in zeile.text else None)
        return seite

    yield kommen
    for kontext in offen:
        kontext.close()


def link_aus_mail(an: str) -> str:
    """The first link of the newest mail to this address."""
    mail = Nachricht.objects.filter(empfaenger=an).latest("pk")
    return re.search(r"https?://\S+", mail.text)[0]


def test_the_whole_way(person, kontaktstelle, sportverein, leitung):
    vorlesen = fabriken.angebot(sportverein, titel="Vorlesen am Dienstag")
    fabriken.angebot(sportverein, titel="Platzpflege", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    buergerin, verein, amt = person(), person(), person()
    meine_daten = _interesse_zeigen(buergerin, vorlesen)
    _antworten(person())
    _bestaetigen(person())
    _organisation_stellt_ein(verein)
    _kontaktstelle_gibt_frei(amt, kontaktstelle)
    _finden(buergerin, "Amphibienzaun", "Soest", "Kröten über die Straße tragen")
    _loeschen(buergerin, meine_daten)


def _finden(seite: Page, wort: str, ort: str, titel: str) -> None:
    seite.goto("/")
    seite.get_by_label("Was möchten Sie tun?").fill(wort)
    seite.get_by_label("Wo?").fill(ort)
    seite.get_by_role("button", name="Angebote suchen").click()
    expect(seite.get_by_role("heading", name="1 Angebot gefunden")).to_be_visible()
    seite.get_by_role("link", name=titel).click()
    expect(seite.get_by_role("heading", level=1, name=titel)).to_be_visible()


def _interesse_zeigen(seite: Page, angebot) -> str:
    _finden(seite, "vorlesen", "Soest", "Vorlesen am Dienstag")
    seite.get_by_role("link", name="Interesse zeigen").first.click()
    seite.get_by_label("Ihr Name").fill("Kim Beispiel")
    seite.get_by_label("E-Mail-Adresse", exact=True).fill("kim@example")
    seite.get_by_label("Ihre Nachricht").fill("Ich lese gern und habe dienstags Zeit.")
    seite.get_by_role("radio", name="Ja", exact=True).press("Space")  # its label lies over it
    seite.get_by_role("button", name="An TuS Musterdorf senden").click()
    expect(seite.get_by_role("alert")).to_contain_text("Das Ende der Adresse fehlt")
    expect(seite.get_by_label("Ihre Nachricht")).to_have_value("Ich lese gern und habe dienstags Zeit.")
    seite.get_by_label("E-Mail-Adresse", exact=True).fill("kim@example.org")
    seite.get_by_role("button", name="An TuS Musterdorf senden").click()
    assert Anfrage.objects.get().status == Anfrage.Status.UNBESTAETIGT
    assert not Nachricht.objects.filter(empfaenger="leitung@example.org").exists()
    seite.goto(link_aus_mail("kim@example.org"))
    seite.get_by_role("button", name="Nachricht senden").click()
    mail = Nachricht.objects.get(empfaenger="leitung@example.org")
    assert mail.reply_to == "kim@example.org"
    assert "dienstags Zeit" in mail.text
    seite.get_by_role("link", name=re.compile("Meine Daten|Stand|Ihre Anfrage")).first.click()
    expect(seite.get_by_text("Kim Beispiel").first).to_be_visible()
    return seite.url


def _antworten(seite: Page) -> None:
    """The organisation is reminded, and answers by the mailed link, without log-in."""
    faelliges_erledigen(timezone.now() + timedelta(days=3, hours=1))
    assert Nachricht.objects.filter(empfaenger="leitung@example.org").latest("pk").anlass == "anfrage_erinnerung"
    seite.goto(link_aus_mail("leitung@example.org"))
    seite.get_by_label("Ihre Antwort").fill("Kommen Sie am Dienstag um drei vorbei.")
    seite.get_by_role("button", name="Antwort senden").click()
    expect(seite.get_by_role("main")).to_contain_text("Ihre Antwort ist unterwegs")
    assert Anfrage.objects.get().status == Anfrage.Status.BEANTWORTET
    assert "Dienstag um drei" in Nachricht.objects.filter(empfaenger="kim@example.org").latest("pk").text


def _bestaetigen(seite: Page) -> None:
    """Weeks later it is asked whether its listings are still true: one button, without log-in."""
    Angebot.objects.update(zuletzt_bestaetigt_am=timezone.localdate() - timedelta(days=81))
    faelliges_erledigen()
    seite.goto(link_aus_mail("leitung@example.org"))
    seite.get_by_role("button", name="Alle sind noch aktuell").click()
    expect(seite.get_by_role("heading", name="Alles beantwortet, danke!")).to_be_visible()
    assert set(Angebot.objects.values_list("zuletzt_bestaetigt_am", flat=True)) == {timezone.localdate()}


def _organisation_stellt_ein(seite: Page) -> None:
    seite.goto("/fuer-organisationen/")
    seite.get_by_role("main").get_by_role("link", name="Konto anlegen").first.click()
    seite.get_by_label("E-Mail-Adresse", exact=True).fill("neu@example.org")
    seite.get_by_label("Passwort", exact=True).fill(PASSWORT)
    seite.get_by_role("button", name="Konto anlegen").click()
    seite.goto(link_aus_mail("neu@example.org"))
    seite.get_by_role("button", name="Bestätigen").click()
    seite.get_by_label("Name").first.fill("Krötenfreunde Börde")
    seite.get_by_label("Sitz").fill("Soest")
    seite.get_by_label("Wir sind mit den Nutzungsbedingungen einverstanden").check()
    seite.get_by_role("button", name="Organisation eintragen").click()
    seite.get_by_label("Titel").fill("Kröten über die Straße tragen")
    seite.get_by_label("Beschreibung").fill(
        "Wir leeren morgens die Eimer am Amphibienzaun und tragen die Tiere hinüber."
    )
    seite.get_by_role("button", name="Speichern und einreichen").click()
    expect(seite.get_by_role("alert").first).to_be_visible()
    expect(seite.get_by_label("Titel")).to_have_value("Kröten über die Straße tragen")
    seite.get_by_label("Stadt oder Gemeinde").first.fill("Soest")
    seite.get_by_label("Interessengebiet").first.select_option("umwelt-natur")
    seite.get_by_role("button", name="Speichern und einreichen").click()
    expect(seite.get_by_text(re.compile("eingereicht", re.IGNORECASE)).first).to_be_visible()


def _kontaktstelle_gibt_frei(seite: Page, konto) -> None:
    seite.goto("/verwaltung/")
    seite.get_by_label("E-Mail-Adresse", exact=True).fill(konto.email)
    seite.get_by_label("Passwort", exact=True).fill(fabriken.PASSWORT)
    # From log-in to a decision in three clicks; five would be the most.
    seite.get_by_role("button", name="Anmelden").first.click()
    seite.get_by_role("link", name="Mit dem ältesten anfangen").click()
    expect(seite.get_by_text("Krötenfreunde Börde").first).to_be_visible()
    seite.get_by_role("button", name="Freigeben und nächste").click()
    expect(seite.get_by_text("Jetzt wartet nichts mehr.")).to_be_visible()
    assert Nachricht.objects.filter(empfaenger="neu@example.org", anlass="fassung_freigegeben").exists()


def _loeschen(seite: Page, meine_daten: str) -> None:
    seite.goto(meine_daten)
    seite.get_by_role("button", name="Jetzt löschen").click()
    expect(seite.get_by_role("main")).to_contain_text("gelöscht")
    anfrage = Anfrage.objects.get()
    assert anfrage.geloescht_am
    assert (anfrage.name, anfrage.email, anfrage.nachricht) == ("", "", "")
    assert not Nachricht.objects.filter(text__contains="Kim Beispiel").exists()
