"""Accounts: logging in by password or mailed code, new password, new address, the person's own page."""

import re

import pytest
from django.urls import reverse

from ehrenamt.models import Nachricht
from organisationen.models import Konto

from .. import fabriken


@pytest.fixture
def person(gemeinden):
    return fabriken.konto("Person@Example.org")


def mail(an: str = "person@example.org") -> str:
    return Nachricht.objects.filter(empfaenger=an).latest("pk").text


def link(text: str) -> str:
    return re.search(r"https?://[^/\s]+(/konto/\S+)", text)[1]


def test_the_address_counts_regardless_of_case(client, person):
    angaben = {"login": "PERSON@example.ORG", "password": fabriken.PASSWORT}
    assert client.post(reverse("account_login"), angaben).url == reverse("arbeitsbereich")
    assert Konto.objects.get_by_natural_key("person@EXAMPLE.org") == person


def test_a_wrong_password_says_so_in_german(client, person):
    antwort = client.post(reverse("account_login"), {"login": person.email, "password": "falsch"})
    assert antwort.status_code == 200
    assert "E-Mail-Adresse" in antwort.content.decode()


def test_log_in_by_mailed_code(client, person):
    ziel = reverse("organisation_neu")
    antwort = client.post(reverse("account_request_login_code"), {"email": person.email, "next": ziel})
    code = re.search(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", mail(), re.MULTILINE)[1]
    antwort = client.post(antwort.url, {"code": code})
    assert antwort.url == ziel
    assert client.get(ziel).status_code == 200


def test_an_unknown_address_learns_nothing_from_the_page(client, person):
    bekannt = client.post(reverse("account_request_login_code"), {"email": person.email})
    unbekannt = client.post(reverse("account_request_login_code"), {"email": "niemand@example.org"})
    assert bekannt.url == unbekannt.url


def test_a_forgotten_password_is_set_anew_by_the_mailed_link(client, person):
    client.post(reverse("account_reset_password"), {"email": person.email})
    antwort = client.get(link(mail()), follow=True)
    adresse = antwort.redirect_chain[-1][0]
    neu = {"password1": "ganz-anderes-passwort-7", "password2": "ganz-anderes-passwort-7"}
    assert client.post(adresse, neu).status_code == 302
    person.refresh_from_db()
    assert person.check_password(neu["password1"])


def test_a_new_address_counts_once_it_is_confirmed(angemeldet, person):
    browser = angemeldet(person)
    browser.post(reverse("account_email"), {"email": "neu@example.org", "action_add": ""})
    person.refresh_from_db()
    assert person.email == "person@example.org"
    adresse = link(mail("neu@example.org"))
    browser.get(adresse)
    person.refresh_from_db()
    assert person.email == "person@example.org", "opening the link changes nothing"
    browser.post(adresse)
    person.refresh_from_db()
    assert person.email == "neu@example.org"


def test_an_address_cannot_sign_up_twice_and_its_owner_is_told(client, person):
    angaben = {"email": "person@EXAMPLE.org", "password1": fabriken.PASSWORT}
    antwort = client.post(reverse("account_signup"), angaben)
    assert antwort.url == reverse("account_email_verification_sent")
    assert Konto.objects.count() == 1
    assert "schon" in mail()


def test_logging_out_needs_the_button(angemeldet, person):
    browser = angemeldet(person)
    browser.get(reverse("account_logout"))
    assert browser.get(reverse("konto")).status_code == 200
    browser.post(reverse("account_logout"))
    assert browser.get(reverse("konto")).status_code == 302


def test_the_name_is_for_the_team(angemeldet, buergerin, leitung, sportverein):
    browser = angemeldet(leitung)
    assert browser.post(reverse("konto"), {"name": "Kim Beispiel"}).url == reverse("konto")
    assert "Kim Beispiel" in browser.get(reverse("arbeitsbereich_team", args=[sportverein.pk])).content.decode()
    assert "Kim Beispiel" not in buergerin.get(sportverein.get_absolute_url()).content.decode()
    assert buergerin.get(reverse("konto")).url == f"{reverse('account_login')}?next={reverse('konto')}"


SEITEN = ["konto", "account_email", "account_change_password", "mfa_index"]


@pytest.mark.parametrize("name", SEITEN)
def test_pages_of_the_account_stand_in_the_portals_frame_without_inline_code(angemeldet, person, name):
    antwort = angemeldet(person).get(reverse(name))
    seite = antwort.content.decode()
    assert antwort.status_code == 200
    assert "unternavigation" in seite
    assert not re.search(r"<script(?![^>]*src=)[^>]*>(?!\s*</script>)|<style|\sstyle=|\son[a-z]+=", seite)
    assert "script-src 'self'" in antwort["Content-Security-Policy"]
