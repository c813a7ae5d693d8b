"""Interest in a listing: from the form to the organisation's mail, and what happens to links that come too late."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import signing
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from boerse.mails import BESTAETIGUNG, anfrage_stand_link
from boerse.models import Anfrage
from ehrenamt.ablauf import NichtMoeglich
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Seite
from ehrenamt.rollen import ORGANISATION

from .. import fabriken

ANGABEN = {
    "name": "Kim Beispiel",
    "weg": "email",
    "email": "kim@example.org",
    "telefon": "",
    "nachricht": "Ich lese gern vor.",
    "mindestens_16": "ja",
}


@pytest.fixture
def angebot(kontaktstelle, sportverein):
    return fabriken.angebot(sportverein)


def seite(angebot) -> str:
    return reverse("anfrage", args=[angebot.pk, angebot.slug])


def link_aus(nachricht: Nachricht, teil: str) -> str:
    """The address of a link in a mail that has this part, without the host."""
    return re.search(rf"https?://[^/\s]+(/\S*{teil}\S*)", nachricht.text)[1]


def test_the_form_says_who_gets_the_message_when_it_is_deleted_and_whom_to_call(buergerin, angebot):
    text = buergerin.get(seite(angebot)).content.decode()
    assert "An TuS Musterdorf senden" in text
    assert "Art. 6 Abs. 1" in text
    assert "0221 4710-120" in text
    assert "180 Tagen" in text
    assert 'type="checkbox"' not in text


def test_nobody_sees_the_message_before_the_button_behind_the_mailed_link(buergerin, angebot):
    antwort = buergerin.post(seite(angebot), ANGABEN)
    assert antwort.url == reverse("anfrage_gesendet", args=[angebot.pk, angebot.slug])
    assert "kim@example.org" not in buergerin.get(antwort.url).content.decode()
    anfrage = Anfrage.objects.get()
    assert anfrage.status == Anfrage.Status.UNBESTAETIGT
    assert [n.empfaenger for n in Nachricht.objects.all()] == ["kim@example.org"]

    link = link_aus(Nachricht.objects.get(), "bestaetigung")
    assert "Ich lese gern vor." in buergerin.get(link).content.decode()
    anfrage.refresh_from_db()
    assert anfrage.status == Anfrage.Status.UNBESTAETIGT

    antwort = buergerin.post(link, follow=True)
    assert "angekommen" in antwort.content.decode()
    anfrage.refresh_from_db()
    assert anfrage.status == Anfrage.Status.OFFEN
    mail = Nachricht.objects.get(anlass="anfrage_eingegangen")
    assert (mail.empfaenger, mail.reply_to) == ("tus@example.org", "kim@example.org")
    assert "Ich lese gern vor." in mail.text and "Ich lese gern vor." in mail.html


def test_the_confirmation_mail_repeats_nothing_that_was_typed(buergerin, angebot):
    """Else strangers could be sent other people's words through the portal."""
    buergerin.post(seite(angebot), ANGABEN | {"name": "Kauft jetzt", "nachricht": "Werbung"})
    mail = Nachricht.objects.get()
    for text in (mail.betreff, mail.text, mail.html):
        assert "Kauft jetzt" not in text and "Werbung" not in text


def test_version_of_the_privacy_text_and_time_are_kept(buergerin, angebot):
    Seite.objects.update_or_create(slug="datenschutz", defaults={"version": 7})
    buergerin.post(seite(angebot), ANGABEN)
    anfrage = Anfrage.objects.get()
    assert anfrage.datenschutz_version == 7
    assert timezone.now() - anfrage.datenschutz_am < timedelta(minutes=1)


def test_by_telephone_only_the_kontaktstelle_calls_back(buergerin, angebot):
    antwort = buergerin.post(seite(angebot), ANGABEN | {"weg": "telefon", "telefon": "0221 4710-123"}, follow=True)
    anfrage = Anfrage.objects.get()
    assert (anfrage.email, anfrage.status) == ("", Anfrage.Status.UEBERNOMMEN)
    assert "ruft Sie an" in antwort.content.decode()
    mail = Nachricht.objects.get()
    assert mail.anlass == "anfrage_an_kontaktstelle"
    assert "Kim" not in mail.text + mail.html and "4710-123" not in mail.text + mail.html


def test_a_towns_listing_names_the_towns_own_office(buergerin, kontaktstelle, stadt_lippstadt, fremde_organisation):
    angebot = fabriken.angebot(fremde_organisation, orte=[{"gemeinde": fabriken.LIPPSTADT}])
    text = buergerin.get(seite(angebot)).content.decode()
    formular = text.partition("<main")[2].partition("</main>")[0]
    assert "ruft die Ehrenamtsagentur Lippstadt Sie an" in formular
    assert "Rufen Sie die Ehrenamtsagentur Lippstadt an" in formular


def test_an_organisation_without_any_address_is_reached_through_the_kontaktstelle(kontaktstelle):
    anfrage = fabriken.anfrage(fabriken.angebot(fabriken.organisation(kontakt_email="")))
    assert anfrage.status == Anfrage.Status.UEBERNOMMEN
    assert anfrage.weitergegeben_am is None
    with pytest.raises(NichtMoeglich):
        anfrage.weiterleiten(fabriken.DURCH_KONTAKTSTELLE)


@pytest.mark.parametrize("weg", ["email", "telefon"])
def test_sending_the_same_form_twice_makes_one_enquiry(buergerin, angebot, weg):
    daten = ANGABEN | {"weg": weg, "telefon": "0221 4710-123", "nummer": str(uuid4())}
    erste = buergerin.post(seite(angebot), daten)
    zweite = buergerin.post(seite(angebot), daten)
    assert zweite.status_code == 302 and erste.status_code == 302
    assert Anfrage.objects.count() == Nachricht.objects.count() == 1


def test_who_goes_back_and_corrects_the_address_sends_a_new_enquiry(buergerin, angebot):
    daten = ANGABEN | {"nummer": str(uuid4())}
    buergerin.post(seite(angebot), daten | {"email": "kmi@example.org"})
    buergerin.post(seite(angebot), daten)
    assert set(Nachricht.objects.values_list("empfaenger", flat=True)) == {"kmi@example.org", "kim@example.org"}


def test_a_number_that_somebody_made_up_does_no_harm(buergerin, angebot):
    assert buergerin.post(seite(angebot), ANGABEN | {"nummer": "'; drop"}).status_code == 302


@pytest.mark.parametrize(
    ("adresse", "hilfe"),
    [
        ("kim@example", "Das Ende der Adresse fehlt"),
        ("kim.example.org", "fehlt das @-Zeichen"),
        ("kim@example,org", "Komma"),
        ("kim@@example.org", "zwei @-Zeichen"),
        ("kim @example.org", "Leerzeichen"),
        ("kim@example.con", "Gemeint ist vermutlich „.com“"),
        ("kim@gmx.d", "Gemeint ist vermutlich „.de“"),
        ("@example.org", "fehlt der Name"),
        ("", "Bitte tragen Sie Ihre E-Mail-Adresse ein."),
    ],
)
def test_typing_errors_in_the_address_are_explained_and_nothing_is_lost(buergerin, angebot, adresse, hilfe):
    antwort = buergerin.post(seite(angebot), ANGABEN | {"email": adresse})
    text = antwort.content.decode()
    assert antwort.status_code == 200
    assert hilfe in text
    assert "Kim Beispiel" in text and "Ich lese gern vor." in text
    assert not Anfrage.objects.exists()


def test_the_way_not_chosen_is_neither_checked_nor_kept(buergerin, angebot):
    buergerin.post(seite(angebot), ANGABEN | {"telefon": "weiß nicht"})
    assert Anfrage.objects.get().telefon == ""


def test_a_machine_that_fills_in_the_hidden_field_is_told_that_all_went_well(buergerin, angebot):
    antwort = buergerin.post(seite(angebot), ANGABEN | {"betreff": "Kaufen"})
    assert antwort.url == reverse("anfrage_gesendet", args=[angebot.pk, angebot.slug])
    assert not Anfrage.objects.exists()


def test_too_many_forms_from_one_address_are_asked_to_wait(buergerin, angebot):
    codes = [buergerin.post(seite(angebot), ANGABEN).status_code for _ in range(11)]
    assert codes == [302] * 10 + [429]
    assert buergerin.get(seite(angebot)).status_code == 200


def test_a_listing_that_takes_a_break_explains_itself(buergerin, angebot):
    angebot.pausieren(ORGANISATION)
    for antwort in (buergerin.get(seite(angebot)), buergerin.post(seite(angebot), ANGABEN)):
        assert antwort.status_code == 410
        assert "nicht mehr aktuell" in antwort.content.decode()
    assert not Anfrage.objects.exists()


def test_a_listing_that_never_was_public_has_no_form(buergerin, sportverein):
    entwurf = fabriken.fassung(sportverein).angebot
    assert buergerin.get(reverse("anfrage", args=[entwurf.pk, "x"])).status_code == 404


def test_a_wrong_slug_leads_to_the_right_address(buergerin, angebot):
    antwort = buergerin.get(reverse("anfrage", args=[angebot.pk, "falsch"]))
    assert (antwort.status_code, antwort.url) == (301, seite(angebot))


# The mailed link


def bestaetigung(anfrage) -> str:
    return reverse("anfrage_bestaetigen", args=[token(BESTAETIGUNG[0], anfrage.kennung)])


def test_a_doubled_click_changes_nothing_and_says_so(buergerin, angebot):
    anfrage = fabriken.anfrage(angebot, bestaetigt=False)
    for _ in range(2):
        antwort = buergerin.post(bestaetigung(anfrage), follow=True)
        assert antwort.status_code == 200 and "angekommen" in antwort.content.decode()
    assert Nachricht.objects.filter(anlass="anfrage_eingegangen").count() == 1


def test_the_page_of_a_link_keeps_its_address_to_itself(buergerin, angebot):
    antwort = buergerin.get(bestaetigung(fabriken.anfrage(angebot, bestaetigt=False)))
    assert antwort["Referrer-Policy"] == "strict-origin"
    assert antwort["X-Robots-Tag"] == "noindex"
    assert "no-store" in antwort["Cache-Control"]


def test_an_expired_link_says_what_to_do(buergerin, angebot, monkeypatch):
    anfrage = fabriken.anfrage(angebot, bestaetigt=False)
    vor_drei_tagen = signing.time.time() - 3 * 24 * 3600
    monkeypatch.setattr(signing.time, "time", lambda: vor_drei_tagen)
    adresse = bestaetigung(anfrage)
    monkeypatch.undo()
    antwort = buergerin.post(adresse)
    assert (antwort.status_code, "abgelaufen" in antwort.content.decode()) == (410, True)
    anfrage.refresh_from_db()
    assert anfrage.nie_bestaetigt


def test_a_forged_link_or_one_for_another_purpose_opens_nothing(buergerin, angebot):
    anfrage = fabriken.anfrage(angebot, bestaetigt=False)
    for falsch in ("erfunden", token("meine_daten", anfrage.kennung), token(BESTAETIGUNG[0], anfrage.kennung) + "x"):
        antwort = buergerin.post(reverse("anfrage_bestaetigen", args=[falsch]))
        assert (antwort.status_code, "stimmt nicht" in antwort.content.decode()) == (404, True)


def test_a_listing_withdrawn_in_the_meantime_gets_no_message(buergerin, angebot):
    anfrage = fabriken.anfrage(angebot, bestaetigt=False)
    angebot.beenden(ORGANISATION, "besetzt")
    antwort = buergerin.post(bestaetigung(anfrage))
    assert (antwort.status_code, "nicht mehr aktuell" in antwort.content.decode()) == (410, True)
    assert not Nachricht.objects.filter(anlass="anfrage_eingegangen").exists()


def test_a_link_to_what_is_deleted_says_so(buergerin, angebot):
    anfrage = fabriken.anfrage(angebot, bestaetigt=False)
    adresse = bestaetigung(anfrage)
    anfrage.loeschen()
    antwort = buergerin.post(adresse)
    assert (antwort.status_code, "Schon gelöscht" in antwort.content.decode()) == (410, True)


# What the organisation does


def stand(anfrage) -> str:
    return reverse("anfrage_stand", args=[anfrage_stand_link(anfrage).rstrip("/").rpartition("/")[2]])


@pytest.mark.parametrize(
    ("schritt", "danach"),
    [
        ("beantworten", "beantwortet"),
        ("kennenlernen", "kennenlernen_vereinbart"),
        ("vermitteln", "vermittelt"),
        ("absagen", "abgesagt"),
    ],
)
def test_the_organisation_says_by_mailed_link_what_became_of_it(buergerin, angebot, schritt, danach):
    anfrage = fabriken.anfrage(angebot)
    adresse = link_aus(Nachricht.objects.get(anlass="anfrage_eingegangen"), "stand")
    assert "Kim Beispiel" in buergerin.get(adresse).content.decode()
    buergerin.post(adresse, {"schritt": schritt, "grund": "Schon besetzt."})
    anfrage.refresh_from_db()
    assert anfrage.status == danach
    assert anfrage.beantwortet_am


def test_a_refusal_reaches_the_person_with_the_organisations_words(buergerin, angebot):
    anfrage = fabriken.anfrage(angebot)
    buergerin.post(stand(anfrage), {"schritt": "absagen", "grund": "Schon besetzt."})
    mail = Nachricht.objects.get(anlass="anfrage_abgesagt")
    assert mail.empfaenger == "kim@example.org"
    assert "Schon besetzt." in mail.text
    assert "meine-daten" in mail.text


@pytest.mark.parametrize("unfug", ["bestaetigen", "zurueckziehen", "loeschen", "uebernehmen", ""])
def test_the_link_does_nothing_that_is_not_the_organisations(buergerin, angebot, unfug):
    anfrage = fabriken.anfrage(angebot)
    buergerin.post(stand(anfrage), {"schritt": unfug})
    anfrage.refresh_from_db()
    assert anfrage.status == Anfrage.Status.OFFEN


def test_the_organisation_cannot_open_what_never_reached_it(buergerin, angebot):
    for anfrage in (
        fabriken.anfrage(angebot, bestaetigt=False),
        fabriken.anfrage(angebot, mindestens_16=False),
        fabriken.anfrage(angebot, email="", telefon="0221 4710-123"),
    ):
        antwort = buergerin.get(stand(anfrage))
        assert antwort.status_code == 410
        assert "Kim" not in antwort.content.decode()


def test_after_a_withdrawal_the_organisation_sees_no_name(buergerin, angebot):
    anfrage = fabriken.anfrage(angebot)
    anfrage.zurueckziehen()
    text = buergerin.get(stand(anfrage)).content.decode()
    assert "zurückgezogen" in text
    assert "Kim" not in text and "kim@example.org" not in text


def test_a_blocked_organisation_sees_nothing(buergerin, angebot, sportverein):
    anfrage = fabriken.anfrage(angebot)
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Verstoß")
    assert buergerin.get(stand(anfrage)).status_code == 410


def test_only_get_and_post_are_answered(buergerin, angebot):
    anfrage = fabriken.anfrage(angebot)
    for adresse in (seite(angebot), bestaetigung(anfrage), stand(anfrage)):
        assert buergerin.put(adresse).status_code == 405


def test_the_pages_need_few_queries(buergerin, angebot, django_assert_max_num_queries):
    anfrage = fabriken.anfrage(angebot)
    with django_assert_max_num_queries(8):
        buergerin.get(seite(angebot))
    with django_assert_max_num_queries(6):
        buergerin.get(stand(anfrage))


def test_nothing_personal_stands_in_subjects_or_names(angebot):
    anfrage = fabriken.anfrage(angebot)
    anfrage.absagen(ORGANISATION, "Kim passt nicht.")
    assert "Kim" not in str(anfrage)
    for nachricht in Nachricht.objects.all():
        assert "Kim" not in nachricht.betreff + str(nachricht) + nachricht.message_id
        assert "@" not in nachricht.betreff


def test_the_database_refuses_two_enquiries_of_one_form(angebot):
    anfrage = fabriken.anfrage(angebot)
    with pytest.raises(IntegrityError), transaction.atomic():
        Anfrage.objects.filter(pk=fabriken.anfrage(angebot).pk).update(formular=anfrage.formular)
