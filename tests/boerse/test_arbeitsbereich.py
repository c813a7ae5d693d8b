"""The workspace: overview, listings, enquiries; who may see and do what."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse.models import Anfrage, Angebot
from ehrenamt.models import Nachricht

from .. import fabriken


@pytest.fixture
def angebot(sportverein):
    return fabriken.angebot(sportverein)


@pytest.fixture
def anfrage(angebot):
    return fabriken.anfrage(angebot)


def seite(browser, name, *args) -> str:
    antwort = browser.get(reverse(name, args=args))
    assert antwort.status_code == 200
    return antwort.content.decode()


def test_the_overview_of_a_new_organisation_says_what_to_do(angemeldet, leitung, sportverein):
    text = seite(angemeldet(leitung), "arbeitsbereich")
    assert reverse("arbeitsbereich_angebot_neu", args=[sportverein.pk]) in text
    assert "Das ist jetzt dran" not in text


def test_the_overview_shows_first_what_waits(angemeldet, leitung, sportverein, anfrage):
    Anfrage.objects.update(wartet_seit=timezone.now() - timedelta(days=4))
    fabriken.eingereicht(sportverein, titel="Lesefest").zurueckgeben(fabriken.DURCH_KONTAKTSTELLE, "Ab welchem Alter?")
    fabriken.fassung(sportverein, titel="Halb fertig")
    fabriken.angebot(sportverein, titel="Lange her")
    Angebot.objects.filter(titel="Lange her").update(zuletzt_bestaetigt_am=timezone.localdate() - timedelta(days=85))
    text = seite(angemeldet(leitung), "arbeitsbereich")
    reihenfolge = ["Kim Beispiel fragt an", "„Lesefest“ bitte ergänzen", "„Lange her“ noch aktuell?", "Halb fertig"]
    stellen = [text.index(teil) for teil in reihenfolge]
    assert stellen == sorted(stellen)
    assert "wartet seit 4 Tagen" in text
    assert "Ab welchem Alter?" in text


def test_an_organisation_that_lost_its_approval_sees_why(angemeldet, leitung, sportverein):
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Die Angaben stimmen nicht.")
    assert "Die Angaben stimmen nicht." in seite(angemeldet(leitung), "arbeitsbereich")


def test_while_the_organisation_waits_it_can_submit(angemeldet, gemeinden):
    organisation = fabriken.organisation("Neu", freigegeben=False)
    person = fabriken.mitglied(organisation)
    fassung = fabriken.fassung(organisation)
    angemeldet(person).post(reverse("arbeitsbereich_einreichen", args=[fassung.angebot_id]))
    fassung.refresh_from_db()
    assert fassung.status == fassung.Status.EINGEREICHT
    assert "prüft Ihre Organisation" in seite(angemeldet(person), "arbeitsbereich")


def test_a_blocked_organisation_cannot_submit(angemeldet, leitung, sportverein):
    fassung = fabriken.fassung(sportverein)
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Spam")
    browser = angemeldet(leitung)
    antwort = browser.post(reverse("arbeitsbereich_einreichen", args=[fassung.angebot_id]), follow=True)
    assert "nicht freigegeben" in antwort.content.decode()
    fassung.refresh_from_db()
    assert fassung.status == fassung.Status.ENTWURF


def test_staff_without_an_organisation_go_to_their_desk(client, kontaktstelle):
    antwort = client.post(reverse("account_login"), {"login": kontaktstelle.email, "password": fabriken.PASSWORT})
    assert antwort.url == reverse("admin:index")


def test_who_has_no_organisation_yet_registers_one(angemeldet, gemeinden):
    antwort = angemeldet(fabriken.konto()).get(reverse("arbeitsbereich"))
    assert antwort.url == reverse("organisation_neu")


@pytest.mark.parametrize(
    ("name", "daten", "status"),
    [
        ("arbeitsbereich_bestaetigen", {}, "veroeffentlicht"),
        ("arbeitsbereich_pausieren", {}, "pausiert"),
        ("arbeitsbereich_beenden", {"grund": "besetzt"}, "beendet"),
        ("arbeitsbereich_beenden", {"grund": "erfunden"}, "beendet"),
    ],
)
def test_a_listing_is_confirmed_paused_ended(angemeldet, redaktion, angebot, name, daten, status):
    Angebot.objects.update(zuletzt_bestaetigt_am=timezone.localdate() - timedelta(days=30))
    adresse = reverse(name, args=[angebot.pk])
    assert angemeldet(redaktion).post(adresse, daten).url == reverse("arbeitsbereich_angebot", args=[angebot.pk])
    angebot.refresh_from_db()
    assert angebot.status == status
    if name == "arbeitsbereich_bestaetigen":
        assert angebot.zuletzt_bestaetigt_am == timezone.localdate()
    seite(angemeldet(redaktion), "arbeitsbereich_angebot", angebot.pk)


def test_a_paused_listing_is_resumed_once(angemeldet, redaktion, angebot):
    browser, adresse = angemeldet(redaktion), reverse("arbeitsbereich_fortsetzen", args=[angebot.pk])
    browser.post(reverse("arbeitsbereich_pausieren", args=[angebot.pk]))
    browser.post(adresse)
    antwort = browser.post(adresse, follow=True)
    assert "Das geht nicht mehr" in antwort.content.decode()
    angebot.refresh_from_db()
    assert angebot.status == Angebot.Status.VEROEFFENTLICHT


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("arbeitsbereich_beantworten", "beantwortet"),
        ("arbeitsbereich_kennenlernen", "kennenlernen_vereinbart"),
        ("arbeitsbereich_vermitteln", "vermittelt"),
        ("arbeitsbereich_absagen", "abgesagt"),
    ],
)
def test_an_enquiry_is_marked(angemeldet, redaktion, anfrage, name, status):
    browser = angemeldet(redaktion)
    assert "Guten Tag!" in seite(browser, "arbeitsbereich_anfrage", anfrage.pk)
    assert browser.post(reverse(name, args=[anfrage.pk])).url == reverse("arbeitsbereich_anfrage", args=[anfrage.pk])
    anfrage.refresh_from_db()
    assert anfrage.status == status
    assert anfrage.beantwortet_am is not None
    seite(browser, "arbeitsbereich_anfrage", anfrage.pk)


def test_a_refusal_mails_the_reason_and_a_too_long_one_is_not_lost(angemeldet, redaktion, anfrage):
    browser, adresse = angemeldet(redaktion), reverse("arbeitsbereich_absagen", args=[anfrage.pk])
    antwort = browser.post(adresse, {"grund": "Leider " * 200})
    assert antwort.status_code == 200
    assert "Leider Leider" in antwort.content.decode()
    browser.post(adresse, {"grund": "Der Platz ist schon vergeben."})
    assert "Der Platz ist schon vergeben." in Nachricht.objects.get(anlass="anfrage_abgesagt").text


def test_only_confirmed_enquiries_are_seen(angemeldet, redaktion, angebot):
    unbestaetigt = fabriken.anfrage(angebot, bestaetigt=False)
    browser = angemeldet(redaktion)
    assert browser.get(reverse("arbeitsbereich_anfrage", args=[unbestaetigt.pk])).status_code == 404
    assert "Kim Beispiel" not in seite(browser, "arbeitsbereich_anfragen")


def test_discarded_before_anybody_saw_it_is_gone_from_the_list(angemeldet, redaktion, sportverein):
    fassung = fabriken.fassung(sportverein, titel="Doch nicht")
    browser = angemeldet(redaktion)
    assert "Doch nicht" in seite(browser, "arbeitsbereich_angebote")
    browser.post(reverse("arbeitsbereich_verwerfen", args=[fassung.angebot_id]))
    assert "Doch nicht" not in seite(browser, "arbeitsbereich_angebote")


SEHEN = ["arbeitsbereich_angebot", "arbeitsbereich_text", "arbeitsbereich_vorschau"]
TUN = ["einreichen", "zuruecknehmen", "verwerfen", "kopieren", "bestaetigen", "pausieren", "fortsetzen", "beenden"]
ANFRAGE_TUN = ["beantworten", "antworten", "kennenlernen", "vermitteln", "absagen"]


def test_foreigners_the_anonymous_and_methods(angemeldet, buergerin, redaktion, fremde, anfrage):
    angebot = anfrage.angebot
    gelesen = [reverse(name, args=[angebot.pk]) for name in SEHEN]
    gelesen.append(reverse("arbeitsbereich_anfrage", args=[anfrage.pk]))
    taten = [reverse(f"arbeitsbereich_{name}", args=[angebot.pk]) for name in TUN]
    taten += [reverse(f"arbeitsbereich_{name}", args=[anfrage.pk]) for name in ANFRAGE_TUN]
    eigene, fremder = angemeldet(redaktion), angemeldet(fremde)
    for adresse in gelesen:
        assert eigene.get(adresse).status_code == 200, adresse
        assert fremder.get(adresse).status_code == 404, adresse
        assert buergerin.get(adresse).url == f"{reverse('account_login')}?next={adresse}"
    for adresse in taten:
        assert eigene.get(adresse).status_code == 405, adresse
        assert fremder.post(adresse).status_code == 404, adresse
        assert buergerin.post(adresse).url == f"{reverse('account_login')}?next={reverse('arbeitsbereich')}"
    neu = reverse("arbeitsbereich_angebot_neu", args=[angebot.organisation_id])
    assert fremder.get(neu).status_code == 404


def test_pages_need_few_queries(angemeldet, leitung, sportverein, django_assert_max_num_queries):
    for nummer in range(12):
        fabriken.anfrage(fabriken.angebot(sportverein, titel=f"Angebot {nummer}"))
        fabriken.fassung(sportverein, titel=f"Entwurf {nummer}")
    browser = angemeldet(leitung)
    browser.get(reverse("arbeitsbereich"))
    for name, hoechstens in (("arbeitsbereich", 16), ("arbeitsbereich_angebote", 9), ("arbeitsbereich_anfragen", 9)):
        with django_assert_max_num_queries(hoechstens):
            browser.get(reverse(name))
    angebot = Angebot.objects.first()
    for name in SEHEN:
        with django_assert_max_num_queries(18):
            browser.get(reverse(name, args=[angebot.pk]))


def test_whoever_is_alone_is_told_to_invite_somebody(angemeldet, leitung, sportverein):
    browser = angemeldet(leitung)
    assert "Besser zu zweit" in seite(browser, "arbeitsbereich")
    fabriken.mitglied(sportverein, "redaktion")
    assert "Besser zu zweit" not in seite(browser, "arbeitsbereich")


def test_a_contact_is_suggested_from_the_team(angemeldet, leitung, redaktion, sportverein):
    type(redaktion).objects.filter(pk=redaktion.pk).update(name="Kim <Beispiel>")
    text = seite(angemeldet(leitung), "arbeitsbereich_angebot_neu", sportverein.pk)
    assert '<datalist id="teamliste"><option value="Kim &lt;Beispiel&gt;"></option></datalist>' in text
    assert 'list="teamliste"' in text
