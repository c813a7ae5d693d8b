"""What can a cookie or a foreign site's form do to a session?"""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize("wert", ['"aaaaaaaa\\000bbbb"', "ä" * 20, "a" * 5000, "aaaaaaaa' OR 1=1"])
def test_a_made_up_session_is_none(db, wert):
    antwort = Client().get(reverse("start"), headers={"Cookie": f"sitzung={wert}"})
    assert antwort.status_code == 200


@pytest.mark.parametrize("herkunft", ["https://boese.example", "null"])
def test_a_foreign_form_puts_nothing_into_a_new_session(db, herkunft):
    """Its answer would else replace the cookie of the session that the person has."""
    browser = Client(enforce_csrf_checks=True)
    antwort = browser.post(
        reverse("organisation_neu"), {"name": "Untergeschoben", "aktion": "x"}, headers={"Origin": herkunft}
    )
    assert antwort.status_code == 403
    assert "sitzung" not in antwort.cookies
    assert not Session.objects.exists()


def test_the_own_form_is_kept(db):
    browser = Client(enforce_csrf_checks=True)
    antwort = browser.post(
        reverse("organisation_neu"), {"name": "Chor", "aktion": "x"}, headers={"Origin": "http://testserver"}
    )
    assert antwort.status_code == 403
    assert "sitzung" in antwort.cookies
