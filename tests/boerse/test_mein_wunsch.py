"""The page of somebody who offered help: see, put right, withdraw, take along, delete."""

import json

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from boerse.mails_wunsch import MEIN_WUNSCH
from boerse.models import Engagementwunsch
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Verlaufseintrag

from .. import fabriken


def seite(wunsch, was: str = "mein_wunsch") -> str:
    return reverse(was, args=[token(MEIN_WUNSCH[0], wunsch.kennung)])


@pytest.fixture
def wunsch(kontaktstelle):
    return fabriken.engagementwunsch()


def test_it_says_what_is_stored_where_it_stands_and_when_it_goes(buergerin, wunsch):
    text = buergerin.get(seite(wunsch)).text
    for erwartet in ("Robin Beispiel", "Mit Hunden, gern.", "Tiere", "Soest, bis 10 km", "meldet sich bei Ihnen"):
        assert erwartet in text
    assert "Von selbst gelöscht wird alles am" in text and "Sie haben bestätigt." in text


@pytest.mark.parametrize(
    ("tat", "satz"),
    [
        ("beraten", "sucht mit Ihnen"),
        ("vermitteln", "Sie machen mit"),
        ("beenden", "nichts Passendes gefunden"),
    ],
)
def test_every_state_reads_well(buergerin, wunsch, tat, satz):
    getattr(wunsch, tat)(fabriken.DURCH_KONTAKTSTELLE)
    assert satz in buergerin.get(seite(wunsch)).text


def test_before_the_confirmation_it_leads_there(buergerin, kontaktstelle):
    neuer = fabriken.engagementwunsch(bestaetigt=False)
    text = buergerin.get(seite(neuer)).text
    assert "noch nicht bestätigt" in text and "/ich-moechte-helfen/bestaetigung/" in text


def test_suggestions_stay_readable(buergerin, wunsch, sportverein):
    angebot = fabriken.angebot(sportverein)
    wunsch.vorschlagen(fabriken.DURCH_KONTAKTSTELLE, [angebot])
    assert f'href="{angebot.get_absolute_url()}"' in buergerin.get(seite(wunsch)).text
    angebot.beenden(fabriken.DURCH_KONTAKTSTELLE, "besetzt")
    assert "(nicht mehr aktuell)" in buergerin.get(seite(wunsch)).text


def test_everything_but_the_address_can_be_put_right(buergerin, wunsch, stadt_lippstadt):
    aendern = seite(wunsch, "mein_wunsch_aendern")
    text = buergerin.get(aendern).text
    assert "Mit Hunden, gern." in text and 'value="Soest"' in text and "robin@example.org" in text
    buergerin.post(aendern, {"themen": ["kultur-musik"], "ort": "Lippstadt", "umkreis": "5", "text": "Lieber singen."})
    wunsch.refresh_from_db()
    assert (wunsch.themen, wunsch.text, wunsch.umkreis) == (["kultur-musik"], "Lieber singen.", 5)
    assert (wunsch.email, wunsch.zustaendig_ags) == ("robin@example.org", fabriken.LIPPSTADT)
    assert Verlaufseintrag.objects.von(wunsch).first().vorgang == "bearbeiten"
    an_stadt = Nachricht.objects.filter(anlass="wunsch_eingegangen").order_by("-pk").first()
    assert an_stadt.empfaenger == stadt_lippstadt.kontaktstellen.get().email


def test_mistakes_come_back_and_the_number_of_a_call_back_stays(buergerin, kontaktstelle):
    wunsch = fabriken.engagementwunsch(email="", telefon="0221 4710-123")
    antwort = buergerin.post(seite(wunsch, "mein_wunsch_aendern"), {"telefon": "", "text": "Neu", "ort": "Xanadu"})
    assert "Bitte prüfen Sie zwei Angaben" in antwort.text and "Neu" in antwort.text
    wunsch.refresh_from_db()
    assert wunsch.telefon == "0221 4710-123"


def test_what_has_ended_is_changed_no_more(buergerin, wunsch):
    wunsch.zurueckziehen()
    assert buergerin.get(seite(wunsch, "mein_wunsch_aendern")).url == seite(wunsch)
    buergerin.post(seite(wunsch, "mein_wunsch_aendern"), {"text": "Doch"})
    wunsch.refresh_from_db()
    assert wunsch.text == "Mit Hunden, gern."


def test_it_can_be_taken_along(buergerin, wunsch):
    antwort = buergerin.get(seite(wunsch, "mein_wunsch_datei"))
    assert antwort["Content-Type"] == "application/json" and "attachment" in antwort["Content-Disposition"]
    daten = json.loads(antwort.content)
    assert daten["E-Mail-Adresse"] == "robin@example.org" and daten["In eigenen Worten"] == "Mit Hunden, gern."
    assert daten["Verlauf"][0]["was"] == "Sie haben bestätigt. Ihr Angebot ging an die Kontaktstelle."


def test_withdrawn_it_is_nobodys_task_any_more(buergerin, wunsch):
    assert buergerin.get(seite(wunsch, "mein_wunsch_rueckzug")).status_code == 405
    for _ in range(2):
        buergerin.post(seite(wunsch, "mein_wunsch_rueckzug"))
    assert not Engagementwunsch.objects.offen().exists()
    assert "zurückgezogen" in buergerin.get(seite(wunsch)).text


def test_deleted_it_is_gone_at_once_with_its_mails(buergerin, wunsch):
    assert buergerin.get(seite(wunsch, "mein_wunsch_loeschung")).status_code == 405
    assert "Wir wissen nicht mehr, wer Sie sind" in buergerin.post(seite(wunsch, "mein_wunsch_loeschung")).text
    wunsch.refresh_from_db()
    assert (wunsch.name, wunsch.email, wunsch.text, wunsch.status) == ("", "", "", "zurueckgezogen")
    art = ContentType.objects.get_for_model(wunsch)
    assert not Nachricht.objects.filter(bezug_art=art, bezug_id=wunsch.pk).exists()
    for was in ("mein_wunsch", "mein_wunsch_aendern", "mein_wunsch_datei"):
        assert buergerin.get(seite(wunsch, was)).status_code == 410
    for was in ("mein_wunsch_rueckzug", "mein_wunsch_loeschung"):
        assert buergerin.post(seite(wunsch, was)).status_code == 410


def test_what_nobody_ever_saw_goes_altogether(buergerin, kontaktstelle):
    neuer = fabriken.engagementwunsch(bestaetigt=False)
    buergerin.post(seite(neuer, "mein_wunsch_loeschung"))
    assert not Engagementwunsch.objects.exists()


def test_the_page_takes_few_queries(buergerin, wunsch, sportverein, django_assert_max_num_queries):
    wunsch.vorschlagen(fabriken.DURCH_KONTAKTSTELLE, [fabriken.angebot(sportverein) for _ in range(5)])
    buergerin.get(seite(wunsch))
    with django_assert_max_num_queries(10):
        buergerin.get(seite(wunsch))
