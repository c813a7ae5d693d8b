"""A reported barrier reaches the office and is answered in the period of the Land; the statement tells the truth."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from boerse.pflichten import faelliges_erledigen
from ehrenamt.laender import LAENDER, Land, land
from ehrenamt.models import Erklaerung, Nachricht, Verlaufseintrag
from organisationen.models import Barrieremeldung
from tests import fabriken

SEITE = "/barriere-melden/"
ANGABEN = {
    "text": "Die Karte lässt sich nicht bedienen.",
    "seite": "/angebote/",
    "email": "kim@example.org",
    "telefon": "",
}


@pytest.fixture
def meldung(kontaktstelle, buergerin) -> Barrieremeldung:
    buergerin.post(SEITE, ANGABEN)
    return Barrieremeldung.objects.get()


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


def tat(meldung, name) -> str:
    return f"/verwaltung/organisationen/barrieremeldung/{meldung.pk}/tat/{name}/"


def mails(anlass: str):
    return Nachricht.objects.filter(anlass=anlass)


# Reporting


@pytest.mark.parametrize(
    "adresse", ["/", "/angebote/", "/kontaktstelle/", "/impressum/", "/konto/login/", "/gibt-es-nicht/"]
)
def test_it_is_one_link_away_from_every_page(adresse, buergerin, kontaktstelle):
    fuss = buergerin.get(adresse).text.split("<footer>")[1]
    for ziel in (SEITE, "/leichte-sprache/", "/gebaerdensprache/", "/barrierefreiheit/"):
        assert f'href="{ziel}"' in fuss


@pytest.mark.parametrize(
    ("woher", "seite"),
    [
        ("http://testserver/angebote/?q=geheim", "/angebote/"),
        ("http://testserver/", ""),
        ("https://anderswo.example/angebote/", ""),
        ("http://[kaputt", ""),
        ("", ""),
    ],
)
def test_the_page_somebody_comes_from_is_filled_in(woher, seite, buergerin, kontaktstelle):
    form = buergerin.get(SEITE, headers={"referer": woher}).context["form"]
    assert form["seite"].value() == seite


def test_a_report_reaches_the_office_without_the_words_of_the_person(meldung, kontaktstelle):
    assert (meldung.text, meldung.seite, meldung.email) == (ANGABEN["text"], "/angebote/", "kim@example.org")
    mail = mails("barriere_gemeldet").get()
    assert mail.empfaenger == "ehrenamt@example.org" or mail.empfaenger == kontaktstelle.kontaktstellen.get().email
    assert "kim@example.org" not in mail.text and "Karte" not in mail.text
    assert f"/verwaltung/organisationen/barrieremeldung/{meldung.pk}/" in mail.text


def test_the_person_learns_until_when_an_answer_comes(meldung, buergerin):
    assert meldung.antwort_bis - meldung.erstellt_am == pytest.approx(timedelta(weeks=2), abs=timedelta(seconds=5))
    mail = mails("barriere_eingegangen").get()
    bis = timezone.localtime(meldung.antwort_bis)
    tag = f"{bis.day}. "
    assert mail.empfaenger == "kim@example.org" and tag in mail.text and tag in mail.betreff
    assert "Karte" not in mail.text  # nobody has proved whose address it is
    assert tag in buergerin.post(SEITE, ANGABEN, follow=True).text


def test_nobody_needs_to_say_who_they_are(buergerin, kontaktstelle):
    assert buergerin.post(SEITE, {"text": "Zu klein."}).status_code == 302
    assert Barrieremeldung.objects.get().email == ""
    assert not mails("barriere_eingegangen").exists()


def test_nothing_typed_is_lost_on_a_mistake(buergerin, kontaktstelle):
    antwort = buergerin.post(SEITE, ANGABEN | {"email": "kim@example"})
    assert antwort.status_code == 200 and not Barrieremeldung.objects.exists()
    for wert in ("Die Karte lässt sich nicht bedienen.", "/angebote/", "kim@example"):
        assert wert in antwort.text


def test_machines_are_caught_and_addresses_are_not_flooded(buergerin, kontaktstelle):
    assert buergerin.post(SEITE, ANGABEN | {"betreff": "x"}).status_code == 302
    assert not Barrieremeldung.objects.exists()
    assert [buergerin.post(SEITE, ANGABEN).status_code for _ in range(5)] == [302] * 4 + [429]
    assert mails("barriere_eingegangen").count() == 3


def test_other_methods_are_refused(buergerin, db):
    assert buergerin.put(SEITE).status_code == 405
    assert buergerin.post(f"{SEITE}danke/").status_code == 405


# Answering


def test_an_answer_goes_to_the_person_and_names_the_body_of_the_land(tisch, meldung):
    text = tisch.get(f"/verwaltung/organisationen/barrieremeldung/{meldung.pk}/change/").text
    assert "Die Karte lässt sich nicht bedienen." in text
    assert "Gemeldete Barrieren" in tisch.get("/verwaltung/").text
    tisch.post(tat(meldung, "beantworten"), {"beantworten-text": "Jetzt geht es."})
    mail = mails("barriere_antwort").get()
    assert mail.empfaenger == "kim@example.org" and mail.reply_to
    assert "Jetzt geht es." in mail.text and settings.PORTAL_LAND.stelle_email in mail.text
    meldung.refresh_from_db()
    assert meldung.erledigt_am
    assert Verlaufseintrag.objects.von(meldung).get().vorgang == "beantworten"
    assert "schon erledigt" in tisch.post(tat(meldung, "erledigen"), follow=True).text


def test_an_interim_notice_lengthens_the_period_once_to_its_end(tisch, meldung):
    tisch.post(tat(meldung, "vertroesten"), {"vertroesten-text": "Wir bauen um."})
    meldung.refresh_from_db()
    assert meldung.antwort_bis - meldung.erstellt_am == timedelta(weeks=6)
    mail = mails("barriere_zwischennachricht").get()
    assert "Wir bauen um." in mail.text and f"{timezone.localtime(meldung.antwort_bis).day}. " in mail.text
    assert "nur einmal" in tisch.post(tat(meldung, "vertroesten"), {"vertroesten-text": "Nochmal."}, follow=True).text
    assert meldung.erledigt_am is None


def test_the_office_is_reminded_before_each_period_ends(kontaktstelle, meldung):
    tage = lambda n: meldung.erstellt_am + timedelta(days=n)  # noqa: E731
    faelliges_erledigen(tage(10))
    assert not mails("barriere_erinnerung").exists()
    for tag in (12, 13, 20):
        faelliges_erledigen(tage(tag))
    assert mails("barriere_erinnerung").count() == 1
    meldung.refresh_from_db()
    meldung.vertroesten(fabriken.DURCH_KONTAKTSTELLE, "Dauert.")
    faelliges_erledigen(tage(38))
    assert mails("barriere_erinnerung").count() == 1
    faelliges_erledigen(tage(40))
    assert mails("barriere_erinnerung").count() == 2


def test_what_is_answered_needs_no_reminder(meldung):
    meldung.erledigen(fabriken.DURCH_KONTAKTSTELLE)
    faelliges_erledigen(meldung.antwort_bis)
    assert not mails("barriere_erinnerung").exists()


def test_without_an_address_there_is_nothing_to_send(tisch, buergerin):
    buergerin.post(SEITE, {"text": "Zu klein.", "telefon": "0221 4710-120"})
    meldung = Barrieremeldung.objects.get()
    text = tisch.get(f"/verwaltung/organisationen/barrieremeldung/{meldung.pk}/change/").text
    assert tat(meldung, "erledigen") in text and tat(meldung, "beantworten") not in text
    assert "0221 4710-120" in text


def test_a_towns_agency_does_not_see_what_is_the_countys(meldung, stadt_lippstadt, angemeldet):
    stadt = angemeldet(stadt_lippstadt)
    assert stadt.get(f"/verwaltung/organisationen/barrieremeldung/{meldung.pk}/change/").status_code == 404
    assert stadt.post(tat(meldung, "erledigen")).status_code == 404


# The statement


def test_the_statement_is_a_draft_until_the_office_dates_it(buergerin, kontaktstelle):
    text = buergerin.get("/barrierefreiheit/").text
    assert "Das ist ein Entwurf" in text and "wurde am" not in text
    Erklaerung.objects.update(erstellt_am="2026-10-05", status="nicht")
    text = buergerin.get("/barrierefreiheit/").text
    assert "Das ist ein Entwurf" not in text
    for wort in ("nicht barrierefrei</strong>", "wurde am 5. Oktober 2026 erstellt", "Selbstbewertung", "EN 301 549"):
        assert wort in text


def test_the_statement_names_gaps_ways_and_periods(buergerin, kontaktstelle):
    text = buergerin.get("/barrierefreiheit/").text
    for wort in ("schwer zu verstehen", "Was stattdessen geht:", "innerhalb von 2 Wochen", "höchstens 6 Wochen", SEITE):
        assert wort in text
    assert settings.PORTAL_LAND.stelle_email in text and "§ 10d BGG NRW" in text and "0221 4710-120" in text


def test_the_office_edits_the_statement(tisch, buergerin):
    erklaerung = Erklaerung.objects.get()
    seite = f"/verwaltung/ehrenamt/erklaerung/{erklaerung.pk}/change/"
    daten = {
        "status": "teilweise", "methode": "dritte", "pruefstelle": "", "erstellt_am": "2026-10-05",
        "ueberprueft_am": "",
        "stelle_name": "Eigene Stelle", "stelle_anschrift": "", "stelle_telefon": "0221 4710-120", "stelle_email": "",
        "stelle_adresse": "",
        "barrieren-TOTAL_FORMS": "2", "barrieren-INITIAL_FORMS": "1", "barrieren-MIN_NUM_FORMS": "0",
        "barrieren-MAX_NUM_FORMS": "1000",
        "barrieren-0-id": erklaerung.barrieren.get().pk, "barrieren-0-erklaerung": erklaerung.pk,
        "barrieren-0-grund": "offen", "barrieren-0-was_de": "Alte PDF-Dateien", "barrieren-0-warum_de": "",
        "barrieren-0-stattdessen_de": "", "barrieren-0-DELETE": "",
        "barrieren-1-id": "", "barrieren-1-erklaerung": erklaerung.pk, "barrieren-1-grund": "ausgenommen",
        "barrieren-1-was_de": "Der Stadtplan", "barrieren-1-warum_de": "", "barrieren-1-stattdessen_de": "",
    }  # fmt: skip
    assert "wer geprüft hat" in tisch.post(seite, daten).text
    antwort = tisch.post(seite, daten | {"pruefstelle": "Prüfverbund"})
    assert antwort.status_code == 302, re.findall(r"errorlist.*?</ul>", antwort.text)
    text = buergerin.get("/barrierefreiheit/").text
    for wort in (
        "Prüfverbund",
        "Eigene Stelle",
        "Alte PDF-Dateien",
        "Der Stadtplan",
        "Das ist vom Gesetz ausgenommen.",
    ):
        assert wort in text
    assert settings.PORTAL_LAND.stelle_email not in text


def test_a_land_without_facts_has_periods_and_no_wrong_body(buergerin, db, settings):
    assert land(["05974"]) == LAENDER["05"] and land(["09"]) == land([]) == Land()
    settings.PORTAL_LAND = Land()
    text = buergerin.get("/barrierefreiheit/").text
    assert "ombudsstelle" not in text.lower() and "Die Kontaktstelle nennt sie Ihnen." in text
