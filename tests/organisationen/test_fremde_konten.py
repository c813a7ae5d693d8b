"""Who gets into an account? Only who has its address, whatever somebody else prepared."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from ehrenamt.models import Nachricht
from organisationen.models import Konto

ADRESSE, PASSWORT = "opfer@example.org", "vorbereitet-99"


@pytest.fixture
def vorbereitet(db) -> Konto:
    """Somebody signed up with an address that is not theirs, and does not get its mails."""
    Client().post(reverse("account_signup"), {"email": ADRESSE, "password1": PASSWORT})
    return Konto.objects.get(email=ADRESSE)


def test_a_password_prepared_by_somebody_else_ends_when_the_owner_comes_by_code(vorbereitet):
    assert vorbereitet.check_password(PASSWORT)
    browser = Client()
    browser.post(reverse("account_request_login_code"), {"email": ADRESSE})
    text = Nachricht.objects.filter(anlass="login_code").get().text
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", text, re.MULTILINE)[1]
    browser.post(reverse("account_confirm_login_code"), {"code": code})
    assert browser.get(reverse("organisation_neu")).status_code == 200  # logged in, and stays so
    assert EmailAddress.objects.get(email=ADRESSE).verified
    vorbereitet.refresh_from_db()
    assert not vorbereitet.has_usable_password()


@pytest.mark.parametrize("weg", ["", "1.2.3.4", "kein Anschluss", "a, b, c"])
def test_the_log_in_answers_whatever_stands_in_the_forwarded_address(db, settings, weg):
    settings.PORTAL_PROXYS = 2
    antwort = Client().post(
        reverse("account_login"), {"login": ADRESSE, "password": "falsch"}, headers={"X-Forwarded-For": weg}
    )
    assert antwort.status_code == 200


def test_one_household_is_counted_once_at_the_log_in(db):
    """Changing the last half of an IPv6 address costs nothing."""
    stand = [
        Client()
        .post(reverse("account_login"), {"login": f"a{n}@example.org", "password": "x"}, REMOTE_ADDR=f"2001:db8::{n}")
        .status_code
        for n in range(40)
    ]
    assert 429 in stand or "viele Versuche" in str(stand)


@pytest.mark.parametrize("ziel", ["http://[::1", "https://boese.example/", "//boese.example", "javascript:alert(1)"])
def test_no_log_in_leads_out_of_the_portal_or_fails_over_where_to_go_next(leitung, ziel):
    for seite in ("account_login", "account_signup", "account_request_login_code"):
        antwort = Client().get(reverse(seite), {"next": ziel})
        assert antwort.status_code == 200
        assert f'="{ziel}"' not in antwort.text.replace(f'value="{ziel}"', "")
    leitung.set_password(PASSWORT)
    leitung.save()
    EmailAddress.objects.get_or_create(user=leitung, email=leitung.email, defaults={"verified": True, "primary": True})
    daten = {"login": leitung.email, "password": PASSWORT, "next": ziel}
    antwort = Client().post(reverse("account_login"), daten)
    assert (antwort.status_code, antwort.headers["Location"]) == (302, reverse("arbeitsbereich"))
