"""Atom feed, calendar file, sitemap."""

from xml.etree import ElementTree

from boerse.kalender import _text
from tests import fabriken

ATOM = "{http://www.w3.org/2005/Atom}"
KARTE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_feed_says_what_the_list_says(client, gemeinden):
    for thema in ("tiere", "inklusion", "tiere"):
        fabriken.angebot(titel=f"Angebot {thema}", themen=[thema])
    query = "thema=tiere&ort=Soest&umkreis=10&sortierung=neu&quatsch=1"
    feed = client.get(f"/feeds/angebote.atom?{query}")
    assert feed["Content-Type"].startswith("application/atom+xml")
    eintraege = ElementTree.fromstring(feed.content).findall(f"{ATOM}entry")
    liste = client.get(f"/angebote/?{query}").context["seite"]
    assert [e.find(f"{ATOM}title").text for e in eintraege] == [a.titel for a in liste]
    assert [e.find(f"{ATOM}id").text for e in eintraege] == [f"urn:uuid:{a.kennung}" for a in liste]
    assert eintraege[0].find(f"{ATOM}link").attrib["href"].endswith(liste[0].get_absolute_url())


def test_the_feed_takes_nonsense(client, gemeinden):
    assert client.get("/feeds/angebote.atom?alter=x&seite=-1&q=%00").status_code == 200


def test_a_dated_listing_as_calendar_file(client, gemeinden):
    angebot = fabriken.angebot(
        titel="Aufräumen; mit Kuchen, viel Kuchen",
        art="einmalig",
        beginn="2030-07-06",
        zeiten=[{"wochentag": "sa", "tageszeit": "vormittags", "von": "09:30", "bis": "12:00"}],
        orte=[{"gemeinde": fabriken.SOEST, "strasse": "Musterweg 4", "plz": "59494"}],
    )
    antwort = client.get(f"{angebot.get_absolute_url()}kalender.ics")
    assert antwort["Content-Type"] == "text/calendar; charset=utf-8"
    zeilen = antwort.content.decode().replace("\r\n ", "").split("\r\n")
    assert "DTSTART:20300706T073000Z" in zeilen
    assert "DTEND:20300706T100000Z" in zeilen
    assert "SUMMARY:Aufräumen\\; mit Kuchen\\, viel Kuchen" in zeilen
    assert "LOCATION:Musterweg 4\\, 59494 Soest" in zeilen
    assert all(len(zeile.encode()) <= 75 for zeile in antwort.content.decode().split("\r\n"))


def test_several_days_are_whole_days(client, gemeinden):
    angebot = fabriken.angebot(beginn="2030-07-06", ende="2030-07-07", zeiten=[{"wochentag": "sa"}])
    text = client.get(f"{angebot.get_absolute_url()}kalender.ics").text
    assert "DTSTART;VALUE=DATE:20300706" in text
    assert "DTEND;VALUE=DATE:20300708" in text


def test_without_a_date_there_is_no_calendar_file(client, gemeinden):
    assert client.get(f"{fabriken.angebot().get_absolute_url()}kalender.ics").status_code == 404


def test_the_sitemap_knows_only_public_pages(client, gemeinden):
    angebot = fabriken.angebot(titel="Online")
    fabriken.eingereicht(titel="Wartet")
    pausiert = fabriken.angebot(titel="Pause")
    pausiert.sperren(fabriken.DURCH_KONTAKTSTELLE, "Grund")
    fabriken.organisation("Nicht geprüft", freigegeben=False)
    karte = ElementTree.fromstring(client.get("/sitemap.xml").content)
    adressen = [ort.text for ort in karte.iter(f"{KARTE}loc")]
    assert any(adresse.endswith(angebot.get_absolute_url()) for adresse in adressen)
    assert any(adresse.endswith(angebot.organisation.get_absolute_url()) for adresse in adressen)
    assert any(adresse.endswith("/impressum/") for adresse in adressen)
    assert not any(teil in adresse for adresse in adressen for teil in ("wartet", "pause", "nicht-geprueft"))
    for adresse in adressen:
        assert client.get(adresse).status_code == 200, adresse


def test_no_text_begins_a_line_of_its_own_in_the_calendar():
    boese = "Fest\rATTENDEE:mailto:a@example.org\u2028X:1\x0bY:2\r\nZ:3"
    assert _text(boese) == "Fest\\nATTENDEE:mailto:a@example.org\\nX:1\\nY:2\\nZ:3"
