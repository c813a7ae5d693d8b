"""From sign-up to the first listing."""

import re

import pytest
from django.urls import reverse

from ehrenamt.models import Nachricht, Seite
from organisationen.models import Konto, Organisation

from .. import fabriken

ANGABEN = {
    "name": "Vorlesekreis Hellweg e. V.",
    "art": "verein",
    "gemeinde": "Soest",
    "beschreibung": "Wir lesen vor.",
    "kontakt_email": "kreis@example.org",
    "einverstanden": "on",
    "aktion": "anmelden",
}


@pytest.fixture
def person(gemeinden):
    return fabriken.konto("neu@example.org")


def _link(an: str) -> str:
    text = Nachricht.objects.filter(empfaenger=an).latest("pk").text
    return re.search(r"https?://[^/\s]+(/konto/confirm-email/\S+)", text).group(1)


def test_public_page_leads_to_sign_up(buergerin):
    antwort = buergerin.get(reverse("fuer_organisationen"))
    assert f"{reverse('account_signup')}?next=" in antwort.content.decode()


def test_after_sign_up_and_verification_the_person_lands_where_they_wanted_to_go(buergerin, gemeinden):
    ziel = reverse("organisation_neu")
    antwort = buergerin.post(
        reverse("account_signup"), {"email": "neu@example.org", "password1": fabriken.PASSWORT, "next": ziel}
    )
    assert antwort.url == reverse("account_email_verification_sent")
    link = _link("neu@example.org")
    assert buergerin.get(link).status_code == 200
    assert not Konto.objects.get().emailaddress_set.get().verified, "following the link changes nothing"
    assert buergerin.post(link).url == ziel
    assert buergerin.get(ziel).status_code == 200


def test_the_verification_link_works_in_another_browser(buergerin, client, gemeinden):
    ziel = reverse("organisation_neu")
    angaben = {"email": "neu@example.org", "password1": fabriken.PASSWORT, "next": ziel}
    buergerin.post(reverse("account_signup"), angaben)
    antwort = client.post(_link("neu@example.org"), follow=True)
    assert antwort.redirect_chain[-1][0] == f"{reverse('account_login')}?next={ziel}"


def test_registration_keeps_who_leads_and_which_terms_were_agreed_to(angemeldet, person):
    Seite.objects.update_or_create(slug="nutzungsbedingungen", defaults={"version": 3, "titel": {"de": "N"}})
    antwort = angemeldet(person).post(reverse("organisation_neu"), ANGABEN)
    organisation = Organisation.objects.get()
    assert antwort.url == reverse("arbeitsbereich_angebot_neu", args=[organisation.pk])
    assert organisation.status == Organisation.Status.IN_PRUEFUNG
    assert organisation.nutzungsbedingungen_version == 3
    assert organisation.nutzungsbedingungen_am is not None
    assert organisation.leitung_hat(person)
    assert organisation.sortiername == "vorlesekreis hellweg e. v."


@pytest.mark.parametrize(
    ("aenderung", "satz"),
    [
        ({"einverstanden": ""}, "Ohne dieses Einverständnis"),
        ({"gemeinde": "Lipstadt"}, "Meinen Sie: Lippstadt (Kreis Soest)?"),
        ({"name": ""}, "Name der Organisation:"),
        ({"plz": "5949"}, "Eine PLZ hat fünf Ziffern."),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(angemeldet, person, aenderung, satz):
    antwort = angemeldet(person).post(reverse("organisation_neu"), ANGABEN | aenderung)
    text = antwort.content.decode()
    assert satz in text
    assert "Wir lesen vor." in text
    assert not Organisation.objects.exists()


def test_a_possible_double_is_shown_first_and_can_be_taken_over(angemeldet, person):
    vorhanden = fabriken.organisation("Vorlesekreis Hellweg")
    fabriken.organisation("Vorlesekreis Hellweg", fabriken.LIPPSTADT)
    browser = angemeldet(person)
    text = browser.post(reverse("organisation_neu"), ANGABEN).content.decode()
    assert reverse("organisation_uebernehmen", args=[vorhanden.pk]) in text
    assert text.count("Diese Organisation übernehmen") == 1
    assert "Wir lesen vor." in text
    assert Organisation.objects.count() == 2
    browser.post(reverse("organisation_neu"), ANGABEN | {"aktion": "trotzdem"})
    assert Organisation.objects.count() == 3


def test_blocked_organisations_are_no_doubles_to_take_over(angemeldet, person, kontaktstelle):
    fabriken.organisation("Vorlesekreis Hellweg").sperren(fabriken.DURCH_KONTAKTSTELLE, "Spam")
    angemeldet(person).post(reverse("organisation_neu"), ANGABEN)
    assert Organisation.objects.count() == 2


def test_without_log_in_the_page_leads_there_and_back(buergerin, gemeinden):
    ziel = reverse("organisation_neu")
    assert buergerin.get(ziel).url == f"{reverse('account_login')}?next={ziel}"


def test_a_registration_sent_after_the_session_ended_survives_the_log_in(buergerin, person):
    ziel = reverse("organisation_neu")
    antwort = buergerin.post(ziel, ANGABEN)
    assert antwort.url == f"{reverse('account_login')}?next={ziel}"
    antwort = buergerin.post(antwort.url, {"login": person.email, "password": fabriken.PASSWORT})
    assert antwort.url == ziel
    assert "Wir lesen vor." in buergerin.get(ziel).content.decode()
    assert not Organisation.objects.exists()


def test_the_leitung_changes_the_profile_the_redaktion_reads_it(angemeldet, leitung, redaktion, fremde, sportverein):
    adresse = reverse("arbeitsbereich_profil", args=[sportverein.pk])
    neu = ANGABEN | {"name": "TuS Neudorf"}
    assert angemeldet(redaktion).get(adresse).status_code == 200
    assert angemeldet(redaktion).post(adresse, neu).status_code == 403
    assert angemeldet(fremde).get(adresse).status_code == 404
    assert angemeldet(leitung).post(adresse, neu).url == adresse
    sportverein.refresh_from_db()
    assert (sportverein.name, sportverein.sortiername) == ("TuS Neudorf", "tus neudorf")
