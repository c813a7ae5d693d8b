"""A general offer of help: from the form to the Kontaktstelle, and away again in its time."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from boerse import pflichten
from boerse.mails_wunsch import MEIN_WUNSCH
from boerse.models import Engagementwunsch
from ehrenamt.ablauf import NichtMoeglich
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Verlaufseintrag

from .. import fabriken

SEITE = "/ich-moechte-helfen/"
ANGABEN = {
    "themen": ["tiere", "umwelt-natur"],
    "text": "Ich gehe gern mit Hunden.",
    "wochentage": ["di"],
    "tageszeiten": ["nachmittags"],
    "wie_oft": "woechentlich",
    "ort": "Soest",
    "umkreis": "20",
    "digital": "nein",
    "alter": "selbst",
    "name": "Robin Beispiel",
    "weg": "email",
    "email": "robin@example.org",
    "telefon": "",
}
PERSOENLICH = ("Robin", "robin@example.org", "Hunden")


def link_aus(nachricht: Nachricht, teil: str) -> str:
    return re.search(rf"https?://[^/\s]+(/\S*{teil}\S*)", nachricht.text)[1]


def nach(**dauer) -> dict[str, int]:
    return pflichten.faelliges_erledigen(timezone.now() + timedelta(**dauer))


def test_the_form_says_who_sees_it_and_when_it_goes(buergerin, kontaktstelle):
    text = buergerin.get(SEITE).text
    for erwartet in ("Art. 6 Abs. 1", "0221 4710-120", "180 Tagen", "drei Minuten", "nirgends öffentlich"):
        assert erwartet in text


def test_nobody_sees_it_before_the_button_behind_the_mailed_link(buergerin, kontaktstelle):
    antwort = buergerin.post(SEITE, ANGABEN)
    assert antwort.url == reverse("engagementwunsch_gesendet")
    gesendet = buergerin.get(antwort.url).text
    assert "robin@example.org" not in gesendet and '<meta name="robots" content="noindex">' in gesendet
    wunsch = Engagementwunsch.objects.get()
    assert wunsch.status == Engagementwunsch.Status.UNBESTAETIGT
    assert (wunsch.ort, wunsch.zustaendig_ags, wunsch.umkreis) == ("Soest", fabriken.SOEST, 20)
    assert not Engagementwunsch.objects.in_zustaendigkeit(kontaktstelle).exists()

    mail = Nachricht.objects.get()
    weg = link_aus(mail, "bestaetigung")
    assert "Hunden" in buergerin.get(weg).text
    assert not Engagementwunsch.objects.offen().exists()
    buergerin.post(weg)
    assert "sucht jetzt passende Aufgaben" in buergerin.get(weg).text
    assert Engagementwunsch.objects.in_zustaendigkeit(kontaktstelle).offen().exists()
    an_amt = Nachricht.objects.get(anlass="wunsch_eingegangen")
    assert an_amt.empfaenger == kontaktstelle.kontaktstellen.get().email
    assert not [wort for wort in PERSOENLICH if wort in an_amt.text + an_amt.html + an_amt.betreff + an_amt.reply_to]


def test_with_a_telephone_number_only_the_kontaktstelle_has_it_at_once(buergerin, kontaktstelle):
    antwort = buergerin.post(SEITE, ANGABEN | {"weg": "telefon", "email": "", "telefon": "0221 4710-123"}, follow=True)
    assert "ruft Sie an" in antwort.text and "Lesezeichen" in antwort.text
    assert Engagementwunsch.objects.get().status == Engagementwunsch.Status.OFFEN
    assert Nachricht.objects.get().anlass == "wunsch_eingegangen"


def test_only_the_way_to_answer_is_required(buergerin, kontaktstelle):
    buergerin.post(SEITE, {"alter": "selbst", "weg": "email", "email": "robin@example.org"})
    wunsch = Engagementwunsch.objects.get()
    assert (wunsch.themen, wunsch.ort, wunsch.umkreis, wunsch.zustaendig_ags) == ([], "", None, "")
    assert wunsch.kontaktstelle == kontaktstelle.kontaktstellen.get()


@pytest.mark.parametrize(
    ("fehlt", "satz"),
    [
        ({"email": ""}, "Bitte tragen Sie Ihre E-Mail-Adresse ein."),
        ({"ort": "Xanadu"}, "Diesen Ort kennen wir nicht."),
        ({"alter": ""}, "Bitte wählen Sie aus, wer helfen möchte."),
        ({"alter": "kind"}, "mit deiner Mutter oder deinem Vater"),
        ({"text": "x" * 1001}, "1000"),
        ({"themen": ["gibt-es-nicht"]}, "gibt-es-nicht"),
    ],
)
def test_a_form_that_comes_back_has_kept_everything(buergerin, kontaktstelle, fehlt, satz):
    text = buergerin.post(SEITE, ANGABEN | fehlt).text
    assert "Bitte prüfen Sie eine Angabe" in text and satz in text
    assert "Robin Beispiel" in text and text.count(" checked") >= 4
    assert not Engagementwunsch.objects.exists()


def test_a_parent_writes_for_a_child(buergerin, kontaktstelle):
    buergerin.post(SEITE, ANGABEN | {"alter": "eltern"})
    wunsch = Engagementwunsch.objects.get()
    assert not wunsch.mindestens_16
    wunsch.bestaetigen()
    assert "Elternteil" in Nachricht.objects.get(anlass="wunsch_eingegangen").text


def test_a_doubled_click_makes_one_wish(buergerin, kontaktstelle):
    formular = ANGABEN | {"nummer": str(uuid4())}
    for _ in range(2):
        buergerin.post(SEITE, formular)
    assert Engagementwunsch.objects.count() == Nachricht.objects.count() == 1
    buergerin.post(SEITE, formular | {"email": "robin@example.com"})
    assert Engagementwunsch.objects.count() == 2


def test_machines_are_led_on(buergerin, kontaktstelle):
    assert buergerin.post(SEITE, ANGABEN | {"betreff": "Werbung"}).url == reverse("engagementwunsch_gesendet")
    assert not Engagementwunsch.objects.exists()


def test_one_address_cannot_send_without_end(buergerin, kontaktstelle):
    assert [buergerin.post(SEITE, ANGABEN).status_code for _ in range(11)][-1] == 429


def test_the_town_gets_what_lies_in_the_town(kontaktstelle, stadt_lippstadt):
    wunsch = fabriken.engagementwunsch(zustaendig_ags=fabriken.LIPPSTADT)
    assert wunsch.kontaktstelle == stadt_lippstadt.kontaktstellen.get()
    assert Nachricht.objects.get(anlass="wunsch_eingegangen").empfaenger == wunsch.kontaktstelle.email
    ohne_ort = fabriken.engagementwunsch(zustaendig_ags="")
    for person, sieht in ((stadt_lippstadt, {wunsch}), (kontaktstelle, {wunsch, ohne_ort})):
        assert set(Engagementwunsch.objects.in_zustaendigkeit(person)) == sieht


def test_suggestions_go_to_the_person(kontaktstelle, sportverein):
    wunsch, angebot = fabriken.engagementwunsch(), fabriken.angebot(sportverein)
    wunsch.vorschlagen(fabriken.DURCH_KONTAKTSTELLE, [angebot], "Rufen Sie gern an.")
    mail = Nachricht.objects.get(anlass="wunsch_vorschlaege")
    assert mail.empfaenger == "robin@example.org" and mail.reply_to == kontaktstelle.kontaktstellen.get().email
    assert angebot.get_absolute_url() in mail.text and "> Rufen Sie gern an." in mail.text
    assert wunsch.status == Engagementwunsch.Status.IN_BERATUNG
    telefon = fabriken.engagementwunsch(email="", telefon="0221 4710-123")
    with pytest.raises(NichtMoeglich):
        telefon.vorschlagen(fabriken.DURCH_KONTAKTSTELLE, [angebot])


def test_the_kontaktstelle_is_reminded_once_after_seven_days(kontaktstelle):
    wunsch, beraten = fabriken.engagementwunsch(), fabriken.engagementwunsch()
    beraten.beraten(fabriken.DURCH_KONTAKTSTELLE)
    for tage, mails in ((6, 0), (8, 1), (8, 1), (20, 1)):
        nach(days=tage)
        assert Nachricht.objects.filter(anlass="wunsch_wartet").count() == mails
    mail = Nachricht.objects.get(anlass="wunsch_wartet")
    assert mail.bezug == wunsch
    assert not [wort for wort in PERSOENLICH if wort in mail.text + mail.html + mail.betreff]


def test_unconfirmed_ones_go_altogether_after_48_hours(kontaktstelle):
    fabriken.engagementwunsch(bestaetigt=False)
    assert nach(hours=47)["Engagementwünsche gelöscht"] == 0
    assert nach(hours=49)["Engagementwünsche gelöscht"] == 1
    assert not Engagementwunsch.objects.exists()
    assert not Nachricht.objects.filter(empfaenger="robin@example.org").exists()


@pytest.mark.parametrize(("ende", "tage"), [(None, 180), ("vermitteln", 90), ("beenden", 90), ("zurueckziehen", 90)])
def test_what_is_personal_goes_in_its_time_and_the_count_remains(kontaktstelle, sportverein, ende, tage):
    wunsch = fabriken.engagementwunsch()
    wunsch.vorschlagen(fabriken.DURCH_KONTAKTSTELLE, [fabriken.angebot(sportverein)])
    if ende:
        getattr(wunsch, ende)(*[] if ende == "zurueckziehen" else [fabriken.DURCH_KONTAKTSTELLE])
    nach(days=tage - 1)
    wunsch.refresh_from_db()
    assert wunsch.name
    nach(days=tage + 1)
    wunsch.refresh_from_db()
    assert (wunsch.name, wunsch.email, wunsch.text, wunsch.lat, wunsch.ort) == ("", "", "", None, "")
    assert not wunsch.vorschlaege.exists()
    assert (wunsch.themen, wunsch.zustaendig_ags) == (["tiere"], fabriken.SOEST)
    assert wunsch.hat_ergebnis and set(nach(days=tage + 1).values()) == {0}
    assert not Nachricht.objects.filter(empfaenger="robin@example.org").exists()


def test_the_database_keeps_nobody_unreachable_and_nothing_after_deletion(kontaktstelle):
    wunsch = fabriken.engagementwunsch()
    diese = Engagementwunsch.objects.filter(pk=wunsch.pk)
    for werte in ({"email": ""}, {"geloescht_am": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            diese.update(**werte)


def test_it_is_found_nowhere_in_public(buergerin, kontaktstelle, sportverein):
    fabriken.engagementwunsch()
    fabriken.angebot(sportverein)
    for seite in ("/", "/angebote/", "/kontaktstelle/", "/sitemap.xml", "/feeds/angebote.atom"):
        text = buergerin.get(seite).text
        assert not [wort for wort in PERSOENLICH if wort in text], seite


def test_the_ways_in(buergerin, kontaktstelle, sportverein):
    fabriken.angebot(sportverein)
    for seite in ("/", "/kontaktstelle/", "/angebote/?q=Unterwasserrugby"):
        assert buergerin.get(seite).text.count(f'href="{SEITE}"') == 2, seite


def test_every_step_is_on_record(kontaktstelle):
    wunsch = fabriken.engagementwunsch()
    wunsch.vermitteln(fabriken.DURCH_KONTAKTSTELLE)
    vorgaenge = Verlaufseintrag.objects.von(wunsch).order_by("pk").values_list("vorgang", flat=True)
    assert list(vorgaenge) == ["anbieten", "bestaetigen", "vermitteln"]


def test_the_token_of_one_page_opens_no_other(buergerin, kontaktstelle):
    wunsch = fabriken.engagementwunsch(bestaetigt=False)
    falsch = reverse("engagementwunsch_bestaetigen", args=[token(MEIN_WUNSCH[0], wunsch.kennung)])
    assert buergerin.post(falsch).status_code == 404


def test_an_address_that_confirms_nothing_is_not_flooded(buergerin, kontaktstelle):
    for nummer in range(7):
        antwort = buergerin.post(SEITE, ANGABEN | {"text": f"Nachricht {nummer}"})
        assert antwort.url == reverse("engagementwunsch_gesendet")
    assert Nachricht.objects.filter(anlass="wunsch_bestaetigen").count() == 5
