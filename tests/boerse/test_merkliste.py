"""Remembering listings: a signed cookie, changed by the portal's own buttons alone."""

import re

import pytest
from django.core import signing
from django.http import HttpResponse
from django.test import Client, override_settings
from playwright.sync_api import expect

from boerse.merkliste import COOKIE, HOECHSTENS
from ehrenamt.rollen import ORGANISATION
from tests import fabriken

EIGENE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def angebot(gemeinden):
    return fabriken.angebot(titel="Dienstags <vorlesen>")


@pytest.fixture
def besuch():
    """Sends a token nowhere, as a browser without JavaScript and without other cookies."""
    return Client(enforce_csrf_checks=True, headers=EIGENE)


def druecken(besuch: Client, name: str, wert, zurueck: str = "/angebote/", **mehr):
    return besuch.post("/merkliste/aenderung/", {name: wert, "zurueck": zurueck}, **mehr)


def gemerkt(besuch: Client) -> list[str]:
    return [angebot.titel for angebot in besuch.get("/merkliste/").context["angebote"]]


def unterschreiben(inhalt: str, cookie: str = COOKIE) -> str:
    """As the portal itself would sign a cookie."""
    antwort = HttpResponse()
    antwort.set_signed_cookie(cookie, inhalt)
    return antwort.cookies[cookie].value


def mit_anderem_schluessel(inhalt: str) -> str:
    with override_settings(SECRET_KEY="ein anderer"):
        return unterschreiben(inhalt)


# What people do


def test_remembered_from_the_list_and_forgotten_again(besuch, angebot):
    assert f'name="merken" value="{angebot.pk}"' in besuch.get("/angebote/").text
    antwort = druecken(besuch, "merken", angebot.pk, "/angebote/?thema=schule-bildung&seite=1")
    assert antwort.status_code == 303
    assert antwort["Location"] == f"/angebote/?thema=schule-bildung&seite=1#merken-{angebot.pk}"
    liste = besuch.get("/angebote/").text
    assert "Gemerkt" in liste
    assert f'name="vergessen" value="{angebot.pk}"' in liste
    druecken(besuch, "vergessen", angebot.pk)
    assert COOKIE not in besuch.cookies or not besuch.cookies[COOKIE].value
    assert "Gemerkt" not in besuch.get("/angebote/").text


@pytest.mark.parametrize("seite", ["/", "/angebote/", "/passt-zu-mir/?thema=schule-bildung", "angebot", "organisation"])
def test_every_page_that_shows_a_listing_has_its_button(besuch, kontaktstelle, angebot, seite):
    """With the title of the listing in its name, and with the form that it belongs to."""
    seite = {"angebot": angebot, "organisation": angebot.organisation}.get(seite, seite)
    adresse = seite if isinstance(seite, str) else seite.get_absolute_url()
    text = besuch.get(adresse).text
    knopf = text[text.index('<button class="merken" form="merkliste"') :].partition("</button>")[0]
    assert f'id="merken-{angebot.pk}"' in knopf
    assert "Merken</span>" in knopf
    assert "Dienstags &lt;vorlesen&gt;" in knopf
    assert text.count('<form id="merkliste" method="post" action="/merkliste/aenderung/"') == 1


def test_the_page_keeps_the_order_of_remembering(besuch, gemeinden):
    eins, zwei, drei = (fabriken.angebot(titel=f"Angebot {n}") for n in (1, 2, 3))
    for angebot in (zwei, drei, eins, zwei):
        druecken(besuch, "merken", angebot.pk)
    assert gemerkt(besuch) == ["Angebot 2", "Angebot 3", "Angebot 1"]
    druecken(besuch, "vergessen", drei.pk, "/merkliste/")
    assert gemerkt(besuch) == ["Angebot 2", "Angebot 1"]
    druecken(besuch, "alle", 1, "/merkliste/")
    assert gemerkt(besuch) == []
    assert not besuch.cookies[COOKIE].value


def test_the_head_counts(besuch, angebot):
    assert 'class="zaehler"' not in besuch.get("/").text
    druecken(besuch, "merken", angebot.pk)
    assert '<span class="zaehler">1</span>' in besuch.get("/").text


def test_what_is_no_longer_offered_is_said_and_dropped_on_request(besuch, angebot):
    anderes = fabriken.angebot(titel="Garten")
    druecken(besuch, "merken", angebot.pk)
    druecken(besuch, "merken", anderes.pk)
    angebot.beenden(ORGANISATION, "besetzt")
    seite = besuch.get("/merkliste/")
    assert seite.context["vergangene"] == 1
    assert "1 gemerktes Angebot wird zurzeit nicht angeboten." in seite.text
    assert "Dienstags" not in seite.text
    druecken(besuch, "vergangene", 1, "/merkliste/")
    seite = besuch.get("/merkliste/")
    assert (seite.context["vergangene"], len(seite.context["merkliste"])) == (0, 1)


def test_on_paper_stands_how_to_go_on(besuch, kontaktstelle, angebot, settings):
    druecken(besuch, "merken", angebot.pk)
    text = besuch.get("/merkliste/").text
    assert f"{settings.PORTAL_ADRESSE}{angebot.get_absolute_url()}" in text
    assert "Telefon 0221 4710-120" in text


def test_an_empty_list_says_how_it_fills(besuch, kontaktstelle):
    antwort = besuch.get("/merkliste/")
    assert "Mit dem Herz" in antwort.text
    assert '<meta name="robots" content="noindex">' in antwort.text


def test_a_full_list_says_so_and_loses_nothing(besuch, angebot):
    viele = [angebot.pk + n for n in range(1, HOECHSTENS + 1)]
    besuch.cookies[COOKIE] = unterschreiben(".".join(map(str, viele)))
    antwort = druecken(besuch, "merken", angebot.pk)
    assert (antwort.status_code, antwort["Location"]) == (303, "/merkliste/")
    seite = besuch.get("/merkliste/")
    assert list(seite.context["merkliste"]) == viele
    assert "Die Merkliste ist voll" in seite.text


# The cookie


def test_the_cookie_is_for_this_portal_alone(besuch, angebot, settings):
    settings.DEMO = False
    druecken(besuch, "merken", angebot.pk)
    keks = besuch.cookies[COOKIE]
    assert (keks["httponly"], keks["samesite"], keks["secure"], keks["path"]) == (True, "Lax", True, "/")
    assert keks["max-age"] == 90 * 24 * 60 * 60
    assert not keks["domain"]


def test_no_cookie_before_somebody_remembers(besuch, angebot):
    for adresse in ("/", "/angebote/", angebot.get_absolute_url(), "/merkliste/"):
        assert not besuch.get(adresse).cookies
    for name, wert in (("merken", 999999), ("merken", ""), ("vergessen", angebot.pk), ("unsinn", 1)):
        druecken(besuch, name, wert)
        assert COOKIE not in besuch.cookies or not besuch.cookies[COOKIE].value


def test_caches_keep_the_pages_of_different_lists_apart(besuch, angebot):
    for adresse in ("/", "/angebote/", angebot.get_absolute_url(), "/merkliste/"):
        assert "Cookie" in besuch.get(adresse)["Vary"]


@pytest.mark.parametrize(
    "wert",
    [
        "",
        "1.2.3",
        "1.2.3:1xVDj0:UtyNstPMwUvGCaRSEOiZ3IxXYqV8qIGhiJ3aQDgFS48",
        "::",
        "9" * 4000,
        "ä\x00ö",
        "' OR 1=1",
        lambda: mit_anderem_schluessel("1.2"),
        lambda: unterschreiben("1.2", cookie="ein_anderes"),
        lambda: unterschreiben("1.2") + "x",
        lambda: "3" + unterschreiben("1.2"),
    ],
)
def test_a_cookie_that_was_not_written_here_holds_nothing(besuch, angebot, wert):
    besuch.cookies[COOKIE] = wert() if callable(wert) else wert
    antwort = besuch.get("/merkliste/")
    assert antwort.status_code == 200
    assert not len(antwort.context["merkliste"])
    druecken(besuch, "merken", angebot.pk)
    assert gemerkt(besuch) == [angebot.titel]


def test_after_ninety_days_the_list_is_empty(besuch, angebot, monkeypatch):
    besuch.cookies[COOKIE] = unterschreiben(str(angebot.pk))
    assert gemerkt(besuch) == [angebot.titel]
    spaeter = signing.time.time() + 91 * 24 * 60 * 60
    monkeypatch.setattr(signing.time, "time", lambda: spaeter)
    assert gemerkt(besuch) == []


def test_a_former_secret_goes_on_counting(besuch, angebot, settings):
    druecken(besuch, "merken", angebot.pk)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "neu"
    assert gemerkt(besuch) == [angebot.titel]


# Who may change it, and where it leads


@pytest.mark.parametrize(
    "kopf",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://boese.example"},
        {"Origin": "null"},
        {"Referer": "https://boese.example/angebote/"},
    ],
)
def test_a_foreign_page_changes_nothing(angebot, kopf):
    besuch = Client(enforce_csrf_checks=True)
    besuch.cookies[COOKIE] = unterschreiben(str(angebot.pk))
    for name in ("merken", "vergessen", "vergangene", "alle"):
        antwort = druecken(besuch, name, angebot.pk, headers=kopf)
        assert antwort.status_code == 403
        assert not antwort.cookies
    assert gemerkt(besuch) == [angebot.titel]


def test_looking_changes_nothing(besuch, angebot):
    besuch.cookies[COOKIE] = unterschreiben(str(angebot.pk))
    for methode in (besuch.get, besuch.head):
        assert methode("/merkliste/aenderung/", {"vergessen": angebot.pk}).status_code == 405
        assert not methode("/merkliste/", {"alle": 1, "vergessen": angebot.pk}).cookies
    assert besuch.post("/merkliste/").status_code in (403, 405)
    assert gemerkt(besuch) == [angebot.titel]


@pytest.mark.parametrize(
    "zurueck",
    [
        "",
        "https://boese.example/",
        "//boese.example/",
        "/\\boese.example/",
        "\\\\boese.example/",
        "///boese.example/",
        " //boese.example",
        "/\t/boese.example/",
        "\x00//boese.example",
        "javascript:alert(1)",
        "boese.example",
        "http:boese.example",
        "/" + "a" * 20_000,
        "/" + "ä" * 3_000,
    ],
)
def test_the_way_back_stays_in_the_portal(besuch, angebot, zurueck):
    antwort = druecken(besuch, "merken", angebot.pk, zurueck)
    assert (antwort.status_code, antwort["Location"]) == (303, f"/merkliste/#merken-{angebot.pk}")


def test_the_way_back_is_no_second_header(besuch, angebot):
    antwort = druecken(besuch, "merken", angebot.pk, "/angebote/?q=a\r\nSet-Cookie: x=1#dort")
    assert antwort["Location"] == f"/angebote/?q=a%0D%0ASet-Cookie:%20x=1#merken-{angebot.pk}"


@pytest.mark.parametrize("wert", ["-1", "1.5", "1e3", "²", "٣", "9" * 18, "9" * 19, "9" * 5000, "\x00", "1 OR 1=1"])
def test_a_made_up_number_is_remembered_by_nobody(besuch, angebot, wert):
    for name in ("merken", "vergessen"):
        assert druecken(besuch, name, wert).status_code == 303
    assert gemerkt(besuch) == []


def test_what_is_not_public_is_not_remembered(besuch, gemeinden):
    druecken(besuch, "merken", fabriken.eingereicht().angebot_id)
    assert COOKIE not in besuch.cookies or not besuch.cookies[COOKIE].value


def test_few_queries(besuch, kontaktstelle, django_assert_max_num_queries):
    nummern = [fabriken.angebot(titel=f"Angebot {n}").pk for n in range(5)]
    for nummer in nummern[1:]:
        druecken(besuch, "merken", nummer)
    with django_assert_max_num_queries(8):
        besuch.get("/merkliste/")
    with django_assert_max_num_queries(1):
        druecken(besuch, "merken", nummern[0])
    with django_assert_max_num_queries(8):
        besuch.get("/angebote/")


# In a browser, with JavaScript switched off


def test_a_browser_without_script_remembers_where_it_is(live_server, new_context, kontaktstelle):
    for nummer in range(12):
        fabriken.angebot(titel=f"Angebot {nummer}")
    seite = new_context(java_script_enabled=False).new_page()
    seite.goto(f"{live_server.url}/angebote/?thema=schule-bildung")
    seite.get_by_role("button", name=re.compile(r"Merken\s?: Angebot 2")).click()
    assert "/angebote/?thema=schule-bildung#merken-" in seite.url
    knopf = seite.get_by_role("button", name=re.compile(r"Gemerkt\s?: Angebot 2, von der Merkliste nehmen"))
    expect(knopf).to_be_focused()
    assert knopf.bounding_box()["height"] >= 24
    seite.get_by_role("link", name="Merkliste 1").first.click()
    seite.get_by_role("button", name=re.compile(r"Entfernen\s?: Angebot 2")).click()
    expect(seite.get_by_text("Hier ist noch nichts.")).to_be_visible()
