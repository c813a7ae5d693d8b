"""Taking over an organisation that somebody else entered."""

import pytest
from django.urls import reverse

from ehrenamt.ablauf import GrundFehlt
from ehrenamt.models import Nachricht
from organisationen.models import Uebernahmeantrag

from .. import fabriken


@pytest.fixture
def person(gemeinden):
    return fabriken.konto("neu@example.org")


@pytest.fixture
def antrag(person, sportverein):
    return Uebernahmeantrag.objects.create(organisation=sportverein, konto=person, begruendung="Ich bin im Vorstand.")


def test_a_request_waits_for_staff_and_can_be_completed(angemeldet, person, sportverein):
    adresse = reverse("organisation_uebernehmen", args=[sportverein.pk])
    browser = angemeldet(person)
    assert browser.post(adresse, {"begruendung": "Vorstand"}).url == adresse
    browser.post(adresse, {"begruendung": "Vorstand seit 2024"})
    assert Uebernahmeantrag.objects.get().begruendung == "Vorstand seit 2024"
    assert not sportverein.team.exists()
    assert "Vorstand seit 2024" in browser.get(adresse).content.decode()
    assert sportverein.name in browser.get(reverse("organisation_neu")).content.decode()


def test_who_is_in_the_team_already_goes_to_the_workspace(angemeldet, redaktion, sportverein):
    antwort = angemeldet(redaktion).get(reverse("organisation_uebernehmen", args=[sportverein.pk]))
    assert antwort.url == reverse("arbeitsbereich_organisation", args=[sportverein.pk])


def test_a_blocked_organisation_cannot_be_taken_over(angemeldet, person, sportverein):
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Spam")
    assert angemeldet(person).get(reverse("organisation_uebernehmen", args=[sportverein.pk])).status_code == 404


def test_when_staff_confirm_the_person_leads_the_organisation(antrag, person, sportverein):
    antrag.bestaetigen(fabriken.DURCH_KONTAKTSTELLE)
    assert sportverein.leitung_hat(person)
    assert not Uebernahmeantrag.objects.exists()
    assert Nachricht.objects.filter(anlass="uebernahme_bestaetigt", empfaenger=person.email).exists()


def test_a_refusal_needs_a_reason_and_says_it(antrag, person, sportverein):
    with pytest.raises(GrundFehlt):
        antrag.ablehnen(fabriken.DURCH_KONTAKTSTELLE, " ")
    antrag.ablehnen(fabriken.DURCH_KONTAKTSTELLE, "Der Vorstand kennt Sie nicht.")
    assert not sportverein.team.exists()
    assert "kennt Sie nicht" in Nachricht.objects.get(anlass="uebernahme_abgelehnt").text
