"""Under 16: nobody reads a child's message before a parent said yes, and a no deletes everything at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse.mails import ANFRAGE_ELTERN, MEINE_DATEN
from boerse.models import Anfrage
from boerse.pflichten import faelliges_erledigen
from ehrenamt.felder import klein, postfach
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.rollen import ORGANISATION
from tests import fabriken

from .test_anfragen import ANGABEN, link_aus, seite

KIND = ANGABEN | {"mindestens_16": "nein", "eltern_email": "mutter@example.org"}
TELEFONISCH = KIND | {"weg": "telefon", "email": "", "telefon": "0221 4710-123"}


@pytest.fixture
def angebot(kontaktstelle, sportverein):
    return fabriken.angebot(sportverein)


@pytest.fixture
def wartend(angebot):
    neu = fabriken.anfrage(angebot, mindestens_16=False, bestaetigt=False)
    neu.bestaetigen()
    return neu


def elternseite(anfrage) -> str:
    return reverse("anfrage_eltern", args=[token(ANFRAGE_ELTERN[0], anfrage.kennung)])


def an(adresse: str) -> list[str]:
    return list(Nachricht.objects.filter(empfaenger=adresse).order_by("pk").values_list("anlass", flat=True))


def test_from_the_form_through_the_parents_yes_to_the_kontaktstelle(buergerin, angebot):
    buergerin.post(seite(angebot), KIND)
    assert an("mutter@example.org") == [], "the child confirms its own address first"
    antwort = buergerin.post(link_aus(Nachricht.objects.get(), "bestaetigung"), follow=True)
    assert "jetzt fragen wir Ihre Eltern" in antwort.text and "mutter@example.org" in antwort.text
    anfrage = Anfrage.objects.get()
    assert (anfrage.status, anfrage.bestaetigt_am) == (Anfrage.Status.ELTERN, None)
    assert timedelta(hours=47) < anfrage.loeschen_am - timezone.now() <= timedelta(hours=48)
    assert an("mutter@example.org") == ["anfrage_eltern"]
    assert an("kim@example.org") == ["anfrage_bestaetigen", "eltern_gefragt"]

    link = link_aus(Nachricht.objects.get(anlass="anfrage_eltern"), "/eltern/")
    text = buergerin.get(link).text
    for erwartet in ("Kim Beispiel", "kim@example.org", "Ich lese gern vor.", "TuS Musterdorf", "Dienstags vorlesen"):
        assert erwartet in text
    anfrage.refresh_from_db()
    assert anfrage.status == Anfrage.Status.ELTERN, "an opened link changes nothing"

    for _ in range(2):
        antwort = buergerin.post(link, {"entscheidung": "ja"}, follow=True)
        assert "Sie haben am" in antwort.text
    anfrage.refresh_from_db()
    assert anfrage.status == Anfrage.Status.UEBERNOMMEN and anfrage.eltern_bestaetigt_am
    assert anfrage.loeschen_am - timezone.now() > timedelta(days=179)
    assert Nachricht.objects.filter(anlass="anfrage_an_kontaktstelle").count() == 1
    assert an("kim@example.org")[2:] == ["eltern_zugestimmt"]
    assert Verlaufseintrag.objects.von(anfrage).get(vorgang="eltern_zustimmen").rolle == "eltern"


def test_a_child_with_a_telephone_only_waits_for_a_parent_too(buergerin, angebot):
    antwort = buergerin.post(seite(angebot), TELEFONISCH, follow=True)
    assert "Elternteil an mutter@example.org" in antwort.text and "Lesezeichen" in antwort.text
    anfrage = Anfrage.objects.get()
    assert anfrage.status == Anfrage.Status.ELTERN
    assert list(Nachricht.objects.values_list("anlass", flat=True)) == ["anfrage_eltern"]
    buergerin.post(elternseite(anfrage), {"entscheidung": "ja"})
    anfrage.refresh_from_db()
    assert anfrage.status == Anfrage.Status.UEBERNOMMEN
    assert an("kim@example.org") == []


def test_the_parents_mail_repeats_nothing_that_was_typed(buergerin, angebot):
    buergerin.post(seite(angebot), TELEFONISCH | {"name": "Kauft jetzt", "nachricht": "Werbung"})
    mail = Nachricht.objects.get()
    for text in (mail.betreff, mail.text, mail.html):
        assert not any(wort in text for wort in ("Kauft jetzt", "Werbung", "4710-123"))


def test_a_town_with_its_own_office_signs_all_mails(buergerin, kontaktstelle, stadt_lippstadt, sportverein):
    lippstadt = fabriken.angebot(sportverein, orte=[{"gemeinde": fabriken.LIPPSTADT}])
    buergerin.post(seite(lippstadt), KIND)
    buergerin.post(link_aus(Nachricht.objects.get(), "bestaetigung"))
    mails = list(Nachricht.objects.all())
    assert len(mails) == 3
    for mail in mails:
        assert mail.reply_to == lippstadt.kontaktstelle.email
        for text in (mail.text, mail.html):
            assert text.count("Freundliche Grüße") == 1
            assert "Ehrenamtsagentur Lippstadt" in text and "Kontaktstelle Ehrenamt" not in text


@pytest.mark.parametrize(
    ("eltern", "hilfe"),
    [
        ("", "die E-Mail-Adresse eines Elternteils ein."),
        ("kim@example.org", "Das ist Ihre eigene Adresse"),
        ("KIM@Example.ORG", "Das ist Ihre eigene Adresse"),
        ("kim+mama@example.org", "Das ist Ihre eigene Adresse"),
        ("mutter@example", "Das Ende der Adresse fehlt"),
    ],
)
def test_under_16_an_address_of_somebody_else_is_needed(buergerin, angebot, eltern, hilfe):
    antwort = buergerin.post(seite(angebot), KIND | {"eltern_email": eltern})
    assert antwort.status_code == 200 and hilfe in antwort.text
    assert not Anfrage.objects.exists()


def test_from_16_on_no_parents_address_is_kept(buergerin, angebot):
    buergerin.post(seite(angebot), ANGABEN | {"eltern_email": "kein mailfeld"})
    assert Anfrage.objects.get().eltern_email == ""


@pytest.mark.parametrize(
    ("eine", "andere", "gleich"),
    [
        ("Kim@Example.org", "kim@example.org", True),
        ("kim+x@example.org", "kim@example.org", True),
        ("k.im@gmail.com", "kim@googlemail.com", True),
        ('"kim"@example.org', "kim@example.org", True),
        ("kim@müller.example", "kim@xn--mller-kva.example", True),
        ("kim@MÜLLER.example", "kim@müller.example", True),
        ("k.im@example.org", "kim@example.org", False),
        ("kım@example.org", "kim@example.org", False),
    ],
)
def test_which_addresses_end_in_one_mailbox(eine, andere, gleich):
    assert (postfach(eine) == postfach(andere)) is gleich


def test_only_plain_letters_are_made_small():
    assert klein("KIM@\u212a\u017f.ORG") == "kim@\u212a\u017f.org"


@pytest.mark.parametrize("telefon", ["", "0221 4710-123"])
def test_a_no_deletes_everything_at_once_and_the_child_is_told_kindly(buergerin, angebot, telefon):
    email = "" if telefon else "kim@example.org"
    anfrage = fabriken.anfrage(angebot, mindestens_16=False, bestaetigt=False, email=email, telefon=telefon)
    if email:
        anfrage.bestaetigen()
    antwort = buergerin.post(elternseite(anfrage), {"entscheidung": "nein"})
    assert "gelöscht" in antwort.text
    assert not Anfrage.objects.exists()
    assert an("eltern@example.org") == []
    assert an("kim@example.org") == (["eltern_abgelehnt"] if email else [])
    assert not Nachricht.objects.filter(anlass="anfrage_an_kontaktstelle").exists()
    for methode in (buergerin.get, buergerin.post):
        assert methode(elternseite(anfrage), {"entscheidung": "nein"}).status_code == 410


def test_a_yes_can_be_taken_back_and_the_organisation_is_asked_to_delete(buergerin, wartend):
    wartend.eltern_zustimmen()
    wartend.weiterleiten(fabriken.DURCH_KONTAKTSTELLE)
    assert "Doch nicht einverstanden?" in buergerin.get(elternseite(wartend)).text
    antwort = buergerin.post(elternseite(wartend), {"entscheidung": "nein"})
    assert "Die Organisation haben wir gebeten" in antwort.text
    wartend.refresh_from_db()
    assert (wartend.status, wartend.eltern_email, wartend.name) == (Anfrage.Status.ZURUECKGEZOGEN, "", "")
    assert an("eltern@example.org") == [] and an("kim@example.org") == ["eltern_abgelehnt"]
    assert an("tus@example.org") == ["anfrage_geloescht"]
    assert Verlaufseintrag.objects.von(wartend).first().rolle == "eltern"


def test_without_an_answer_everything_goes_after_48_hours_as_the_child_was_told(wartend):
    mail = Nachricht.objects.get(anlass="eltern_gefragt")
    frist = timezone.localtime(wartend.loeschen_am)
    assert f"{frist:%H:%M} Uhr" in mail.text and "Ohne Antwort löschen wir" in mail.text
    faelliges_erledigen(timezone.now() + timedelta(hours=47))
    assert Anfrage.objects.exists()
    faelliges_erledigen(timezone.now() + timedelta(hours=49))
    assert not Anfrage.objects.exists() and not Nachricht.objects.exists()


def test_nobody_reads_it_before_the_parents_yes(wartend, kontaktstelle, leitung, angemeldet, buergerin):
    amt = angemeldet(kontaktstelle)
    adresse = reverse("admin:boerse_anfrage_change", args=[wartend.pk])
    assert amt.get(adresse).status_code == 404
    assert f"/{wartend.pk}/change/" not in amt.get("/verwaltung/boerse/anfrage/?liste=alle").text
    assert not Nachricht.objects.in_zustaendigkeit(kontaktstelle).exists(), "nor its mails"
    assert angemeldet(leitung).get(reverse("arbeitsbereich_anfrage", args=[wartend.pk])).status_code == 404
    wartend.eltern_zustimmen()
    text = amt.get(adresse).text
    assert "Kim Beispiel" in text and "eltern@example.org" in text and "zugestimmt" in text


def test_the_parents_yes_and_address_go_with_the_enquiry(wartend, leitung, angemeldet):
    wartend.eltern_zustimmen()
    wartend.weiterleiten(fabriken.DURCH_KONTAKTSTELLE)
    mail = Nachricht.objects.filter(anlass="anfrage_eingegangen").first()
    for text in (mail.text, mail.html):
        assert "Ein Elternteil hat am" in text and "eltern@example.org" in text
    seite_der_organisation = angemeldet(leitung).get(reverse("arbeitsbereich_anfrage", args=[wartend.pk])).text
    assert "eltern@example.org" in seite_der_organisation


def test_the_child_sees_where_it_stands_and_may_withdraw(buergerin, wartend):
    adresse = reverse("meine_daten", args=[token(MEINE_DATEN[0], wartend.kennung)])
    text = buergerin.get(adresse).text
    assert "Wir haben Ihrem Elternteil an eltern@example.org geschrieben" in text
    assert "/anfrage/eltern/" not in text, "the parent's link is the parent's alone"
    buergerin.post(reverse("meine_daten_rueckzug", args=[token(MEINE_DATEN[0], wartend.kennung)]))
    wartend.refresh_from_db()
    assert wartend.status == Anfrage.Status.ZURUECKGEZOGEN
    antwort = buergerin.post(elternseite(wartend), {"entscheidung": "ja"}, follow=True)
    assert "Ihr Kind hat die Anfrage zurückgezogen" in antwort.text
    wartend.refresh_from_db()
    assert wartend.status == Anfrage.Status.ZURUECKGEZOGEN


def test_the_childs_link_does_not_open_the_parents_page(buergerin, wartend):
    kind = token(MEINE_DATEN[0], wartend.kennung)
    assert buergerin.get(reverse("anfrage_eltern", args=[kind])).status_code == 404


def test_a_listing_that_ended_meanwhile_gets_no_message(buergerin, wartend, angebot):
    angebot.beenden(ORGANISATION, "besetzt")
    assert buergerin.post(elternseite(wartend), {"entscheidung": "ja"}).status_code == 410
    wartend.refresh_from_db()
    assert wartend.status == Anfrage.Status.ELTERN
    assert buergerin.post(elternseite(wartend), {"entscheidung": "nein"}).status_code == 200
    assert not Anfrage.objects.exists()


def test_the_page_needs_few_queries(buergerin, wartend, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        buergerin.get(elternseite(wartend))


def test_a_parents_address_is_not_flooded_by_telephone_numbers(buergerin, angebot):
    """Also where each enquiry is withdrawn again, and where the same mailbox is written in other ways."""
    for nummer in range(7):
        daten = TELEFONISCH | {"name": f"Kim {nummer}", "eltern_email": f"mutter+{nummer}@example.org"}
        antwort = buergerin.post(seite(angebot), daten)
        Anfrage.objects.all().delete()
    assert "heute schon mehrmals geschrieben" in antwort.text
    assert Nachricht.objects.filter(anlass="anfrage_eltern").count() == 5
