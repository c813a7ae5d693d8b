"""What a citizen may do with what we hold: correct it, take all of it along, ask for a lost link."""

import json
import re
from datetime import timedelta

import pytest
from django.core import signing
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boerse.mails import ANFRAGE_ELTERN, MEINE_DATEN
from boerse.meine_daten import eintraege
from boerse.models import Anfrage, Engagementwunsch
from ehrenamt.ablauf import NichtMoeglich
from ehrenamt.links import kennung
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.protokoll import OhneToken
from ehrenamt.rollen import BUERGERIN, ORGANISATION, Akteur, Rolle
from tests import fabriken
from tests.plan import nutzt

from .test_meine_daten import seite

ANFORDERN = "/meine-daten/"


@pytest.fixture
def anfrage(kontaktstelle, sportverein):
    return fabriken.anfrage(fabriken.angebot(sportverein))


# Correct


def test_name_and_telephone_can_be_corrected_and_the_organisation_is_told(buergerin, anfrage):
    neue = fabriken.anfrage(anfrage.angebot, email="", telefon="0221 4710-123")
    neue.weiterleiten(fabriken.DURCH_KONTAKTSTELLE)
    buergerin.post(seite(neue, "meine_daten_aendern"), {"name": "Kim Berg", "telefon": "0221 4710-124"})
    neue.refresh_from_db()
    assert (neue.name, neue.telefon) == ("Kim Berg", "0221 4710-124")
    mail = Nachricht.objects.get(anlass="anfrage_berichtigt")
    assert mail.empfaenger == "tus@example.org"
    assert "Kim Berg" in mail.text and "0221 4710-124" in mail.html
    assert "Kim" not in mail.betreff
    eintrag = Verlaufseintrag.objects.von(neue).get(vorgang="berichtigen")
    assert (eintrag.rolle, eintrag.grund) == ("buergerin", "")


def test_what_is_the_same_is_no_correction(buergerin, anfrage):
    buergerin.post(seite(anfrage, "meine_daten_aendern"), {"name": "Kim Beispiel"})
    assert not Nachricht.objects.filter(anlass="anfrage_berichtigt").exists()
    assert not Verlaufseintrag.objects.von(anfrage).filter(vorgang="berichtigen").exists()


def test_the_message_can_be_corrected_until_somebody_has_it_and_the_address_never(buergerin, anfrage):
    neue = fabriken.anfrage(anfrage.angebot, bestaetigt=False)
    daten = {"name": "Kim Berg", "nachricht": "Neu!", "email": "andere@example.org", "telefon": "0221 4710-124"}
    for eine in (neue, anfrage):
        buergerin.post(seite(eine, "meine_daten_aendern"), daten)
        eine.refresh_from_db()
    assert (neue.name, neue.nachricht, neue.email, neue.telefon) == ("Kim Berg", "Neu!", "kim@example.org", "")
    assert (anfrage.name, anfrage.nachricht, anfrage.email) == ("Kim Berg", "Guten Tag!", "kim@example.org")
    assert "lässt sich nicht ändern" in buergerin.get(seite(neue, "meine_daten_aendern")).text


def test_after_the_end_nothing_is_corrected_any_more(buergerin, anfrage):
    assert "Angaben berichtigen" in buergerin.get(seite(anfrage)).text
    anfrage.absagen(ORGANISATION)
    assert "Angaben berichtigen" not in buergerin.get(seite(anfrage)).text
    assert buergerin.post(seite(anfrage, "meine_daten_aendern"), {"name": "Kim Berg"}).status_code == 302
    with pytest.raises(NichtMoeglich):
        anfrage.berichtigen(name="Kim Berg")
    anfrage.refresh_from_db()
    assert anfrage.name == "Kim Beispiel"


def test_a_blocked_organisation_learns_no_new_name(anfrage, sportverein):
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Verstoß")
    anfrage.berichtigen(name="Kim Berg")
    assert not Nachricht.objects.filter(anlass="anfrage_berichtigt").exists()


@pytest.mark.parametrize("daten", [{"name": ""}, {"name": "Kim", "telefon": "weiß nicht"}])
def test_a_correction_with_mistakes_changes_nothing(buergerin, anfrage, daten):
    neue = fabriken.anfrage(anfrage.angebot, email="", telefon="0221 4710-123")
    assert buergerin.post(seite(neue, "meine_daten_aendern"), daten).status_code == 200
    neue.refresh_from_db()
    assert neue.name == "Kim Beispiel"


# Take along


def test_everything_stored_can_be_taken_along(buergerin, anfrage):
    anfrage.absagen(ORGANISATION, "Schade.")
    antwort = buergerin.get(seite(anfrage, "meine_daten_datei"))
    assert antwort["Content-Disposition"] == 'attachment; filename="meine-daten.json"'
    assert "no-store" in antwort["Cache-Control"] and antwort["Referrer-Policy"] == "strict-origin"
    dokument = json.loads(antwort.content)
    eine = dokument["anfragen"][0]
    spalten = {feld.name for feld in Anfrage._meta.concrete_fields}
    assert set(eine["angaben"]) == spalten - {"id", "formular", "angebot"}
    assert (eine["angaben"]["name"], eine["angaben"]["absage_grund"]) == ("Kim Beispiel", "Schade.")
    assert eine["angaben"]["loeschen_am"] and eine["angebot"]["organisation"] == "TuS Musterdorf"
    assert [schritt["vorgang"] for schritt in eine["verlauf"]] == ["absagen", "bestaetigen", "stellen"]
    assert eine["verlauf"][0]["rolle"] == "Organisation"
    assert [mail["an"] for mail in eine["e_mails"]] == ["Sie", "Organisation oder Kontaktstelle", "Sie"]
    assert all(mail["betreff"] and mail["geschrieben_am"] for mail in eine["e_mails"])


def test_the_file_names_nobody_else_and_holds_no_link(buergerin, anfrage, leitung, kontaktstelle):
    anfrage.beantworten(Akteur(Rolle.ORGANISATION, leitung))
    text = buergerin.get(seite(anfrage, "meine_daten_datei")).text
    assert leitung.email not in text and "tus@example.org" not in text
    assert "/meine-daten/" not in text and "/stand/" not in text


def test_one_page_leads_to_all_confirmed_enquiries_of_the_address(buergerin, anfrage):
    andere = fabriken.anfrage(
        fabriken.angebot(anfrage.angebot.organisation, titel="Rasen mähen"), email="Kim@Example.org"
    )
    fabriken.anfrage(fabriken.angebot(titel="Nie bestätigt"), bestaetigt=False)
    fabriken.anfrage(fabriken.angebot(titel="Jemand anderes"), email="robin@example.org")
    fabriken.anfrage(fabriken.angebot(titel="Gleicht nur fast"), email="kım@example.org")
    fabriken.anfrage(fabriken.angebot(titel="Anruf"), email="", telefon="0221 4710-123")
    text = buergerin.get(seite(anfrage)).text
    assert "Rasen mähen" in text
    assert not any(titel in text for titel in ("Nie bestätigt", "Jemand anderes", "Gleicht nur fast", "Anruf<"))
    dokument = buergerin.get(seite(andere, "meine_daten_datei")).json()
    assert {eine["angebot"]["titel"] for eine in dokument["anfragen"]} == {"Rasen mähen", "Dienstags vorlesen"}


@pytest.mark.parametrize("felder", [{"bestaetigt": False}, {"email": "", "telefon": "0221 4710-123"}])
def test_a_page_that_proves_no_address_shows_nothing_else(buergerin, anfrage, felder):
    neue = fabriken.anfrage(fabriken.angebot(titel="Rasen mähen"), **felder)
    assert "Dienstags vorlesen" not in buergerin.get(seite(neue)).text
    assert len(buergerin.get(seite(neue, "meine_daten_datei")).json()["anfragen"]) == 1


# The lost link


def anfordern(client, adresse: str):
    return client.post(ANFORDERN, {"email": adresse})


def test_a_lost_link_comes_again_by_mail(buergerin, anfrage):
    wartend = fabriken.anfrage(fabriken.angebot(titel="Rasen mähen"), bestaetigt=False)
    geloescht = fabriken.anfrage(fabriken.angebot(titel="Gelöscht"))
    geloescht.loeschen(BUERGERIN)
    fabriken.anfrage(fabriken.angebot(titel="Jemand anderes"), email="robin@example.org")
    anfordern(buergerin, "KIM@example.org")
    mail = Nachricht.objects.get(anlass="meine_daten_links")
    assert mail.empfaenger == "kim@example.org"
    assert "Rasen mähen" in mail.text and "Dienstags vorlesen" in mail.html
    assert "Gelöscht" not in mail.text and "Jemand anderes" not in mail.text
    links = re.findall(r"https?://[^/\s]+(/meine-daten/\S+)", mail.text)
    assert [kennung(*_zweck(link)) for link in links] == [str(wartend.kennung), str(anfrage.kennung)]
    assert all(buergerin.get(link).status_code == 200 for link in links)


def _zweck(link: str) -> tuple:
    return MEINE_DATEN[0], link.split("/")[2], MEINE_DATEN[1]


def test_a_parent_who_was_asked_gets_the_parents_link(buergerin, anfrage):
    kind = fabriken.anfrage(anfrage.angebot, mindestens_16=False)
    fabriken.anfrage(anfrage.angebot, mindestens_16=False, eltern_email="vater@example.org", bestaetigt=False)
    anfordern(buergerin, "eltern@example.org")
    mail = Nachricht.objects.get(anlass="meine_daten_links")
    token = re.search(r"/anfrage/eltern/([^/\s]+)/", mail.text)[1]
    assert kennung(ANFRAGE_ELTERN[0], token, ANFRAGE_ELTERN[1]) == str(kind.kennung)
    assert "/meine-daten/" not in mail.text
    assert eintraege("vater@example.org") == [], "nobody has asked this parent yet"


def test_an_offer_of_help_is_on_the_list_too_and_takes_it_along(buergerin, anfrage):
    wunsch = fabriken.engagementwunsch(email="Kim@example.org")
    anfordern(buergerin, "kim@example.org")
    mail = Nachricht.objects.get(anlass="meine_daten_links")
    assert "Ihr Angebot zu helfen" in mail.text and "/meine-daten/wunsch/" in mail.html
    wunsch.loeschen(BUERGERIN)
    assert not Nachricht.objects.filter(anlass="meine_daten_links").exists()


def test_nobody_learns_whether_an_address_is_known(buergerin, anfrage):
    antworten = [anfordern(buergerin, adresse) for adresse in ("kim@example.org", "niemand@example.org")]
    assert [antwort.status_code for antwort in antworten] == [302, 302]
    assert antworten[0].url == antworten[1].url
    assert [sorted(antwort.headers) for antwort in antworten[1:]] == [sorted(antworten[0].headers)]
    seiten = [buergerin.get(antwort.url).text for antwort in antworten]
    assert seiten[0] == seiten[1] and "kim@" not in seiten[0]
    assert not Nachricht.objects.filter(empfaenger="niemand@example.org").exists(), "and no stranger gets a mail"


def test_the_work_is_the_same_either_way(buergerin, anfrage):
    """Both write a mail and its job; for a stranger they are taken back by the savepoint."""
    befehle = []
    for adresse in ("kim@example.org", "niemand@example.org"):
        with CaptureQueriesContext(connection) as abfragen:
            anfordern(buergerin, adresse)
        befehle.append([re.sub(r'SAVEPOINT "\S+|TO SAVEPOINT.*', "", a["sql"]).split("(")[0][:30] for a in abfragen])
    zurueck = [befehl for befehl in befehle[1] if befehl.startswith("ROLLBACK")]
    assert len(zurueck) == 1
    assert [befehl for befehl in befehle[1] if befehl not in zurueck] == befehle[0]


@pytest.mark.parametrize("fremd", ["kım@example.org", "kim@example.orG\u0130", "%@example.org", "k_m@example.org"])
def test_an_address_that_only_looks_alike_gets_nothing(buergerin, anfrage, fremd):
    anfordern(buergerin, fremd)
    assert not Nachricht.objects.filter(anlass="meine_daten_links").exists()


def test_requests_are_limited_for_each_address_without_saying_so(anfrage):
    antworten = [
        Client(REMOTE_ADDR=f"192.0.2.{nummer}").post(ANFORDERN, {"email": "kim@example.org"}) for nummer in range(5)
    ]
    assert {antwort.status_code for antwort in antworten} == {302}
    assert Nachricht.objects.filter(anlass="meine_daten_links").count() == 3


def test_requests_are_limited_for_each_connection(buergerin, anfrage):
    stand = [anfordern(buergerin, f"niemand{nummer}@example.org").status_code for nummer in range(6)]
    assert stand == [302] * 5 + [429]


def test_machines_and_typing_errors_get_no_mail(buergerin, anfrage):
    assert buergerin.post(ANFORDERN, {"email": "kim@example.org", "betreff": "Kaufen"}).status_code == 302
    assert "Das Ende der Adresse fehlt" in anfordern(buergerin, "kim@example").text
    assert not Nachricht.objects.filter(anlass="meine_daten_links").exists()


def test_the_list_of_links_goes_with_whatever_it_names(buergerin, anfrage):
    fabriken.anfrage(fabriken.angebot(titel="Rasen mähen"))
    anfordern(buergerin, "kim@example.org")
    assert len(buergerin.get(seite(anfrage, "meine_daten_datei")).json()["weitere_e_mails"]) == 1
    anfrage.loeschen(BUERGERIN)
    assert not Nachricht.objects.filter(anlass="meine_daten_links").exists()


def test_the_way_to_the_lost_link_is_easy_to_find(buergerin, anfrage):
    ziel = f'href="{ANFORDERN}"'
    assert ziel in buergerin.get("/kontaktstelle/").text
    assert buergerin.get(ANFORDERN).status_code == 200


def test_addresses_are_found_by_an_index(anfrage):
    for index, zeilen in {
        "anfrage_adresse": Anfrage.objects.von_adresse("kim@example.org").order_by(),
        "anfrage_elternadresse": Anfrage.objects.von_adresse("x@example.org", "eltern_email").order_by(),
        "wunsch_adresse": Engagementwunsch.objects.von_adresse("kim@example.org").order_by(),
        "nachricht_empfaenger": Nachricht.objects.linklisten("kim@example.org", "x@example.org").order_by(),
    }.items():
        assert nutzt(zeilen, index)


# Links


def test_a_link_works_as_long_as_data_is_kept(buergerin, anfrage, monkeypatch):
    adresse = seite(anfrage)
    # The result comes on the last day.
    spaeter = signing.time.time() + timedelta(days=2 + 180 + 90).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: spaeter)
    assert buergerin.get(adresse).status_code == 200
    spaeter += timedelta(days=30).total_seconds()
    antwort = buergerin.get(adresse)
    assert antwort.status_code == 410 and f'href="{ANFORDERN}"' in antwort.text


@pytest.mark.parametrize("was", ["meine_daten", "meine_daten_aendern"])
def test_no_page_with_a_token_leads_or_reaches_outside(buergerin, anfrage, was):
    text = buergerin.get(seite(anfrage, was)).text
    assert not re.findall(r'(?:href|src|action|srcset)="(?:https?:)?//', text)


def test_no_token_and_no_address_stands_in_the_log(buergerin, anfrage, caplog):
    caplog.set_level("DEBUG")
    caplog.handler.addFilter(OhneToken())
    Anfrage.objects.filter(pk=anfrage.pk).update(geloescht_am=timezone.now(), name="", email="", nachricht=F("telefon"))
    adressen = [seite(anfrage, was) for was in ("meine_daten", "meine_daten_aendern", "meine_daten_datei")]
    for adresse in adressen:
        assert buergerin.get(adresse).status_code == 410
    anfordern(buergerin, "kim@example.org")
    gesagt = [eintrag.getMessage() for eintrag in caplog.records if not eintrag.name.startswith("django.db")]
    assert any("/meine-daten/" in zeile for zeile in gesagt)
    for zeile in gesagt:
        assert "kim@" not in zeile and not any(adresse.split("/")[2] in zeile for adresse in adressen)
