"""Mailed links to a team end for whoever left it, and at the organisation's own address once there is a team."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse import mails
from ehrenamt.links import token
from ehrenamt.models import Nachricht
from ehrenamt.rollen import PORTAL

from .. import fabriken


def link(an: str, worte: str = "stand") -> str:
    text = Nachricht.objects.filter(empfaenger=an).latest("pk").text
    return re.search(rf"https?://[^/\s]+(/\w+/{worte}/\S+)", text)[1]


@pytest.fixture
def geschrieben(leitung, redaktion, sportverein):
    """Both of the team have a mail about an enquiry."""
    return fabriken.anfrage(fabriken.angebot(sportverein))


def test_the_link_of_a_person_ends_with_the_place_in_the_team(geschrieben, leitung, redaktion, sportverein, buergerin):
    eigene, andere = link(leitung.email), link(redaktion.email)
    assert eigene != andere
    assert buergerin.get(andere).status_code == 200
    sportverein.teamzugaenge.get(konto=redaktion).beenden(PORTAL)
    antwort = buergerin.get(andere)
    assert antwort.status_code == 410
    assert "nicht mehr im Team" in antwort.content.decode()
    assert "Kim Beispiel" not in antwort.content.decode()
    buergerin.post(andere, {"schritt": "vermitteln"})
    geschrieben.refresh_from_db()
    assert geschrieben.status == geschrieben.Status.OFFEN
    assert buergerin.get(eigene).status_code == 200


def test_links_about_listings_end_too(leitung, redaktion, sportverein, buergerin):
    fabriken.eingereicht(sportverein).freigeben(fabriken.DURCH_KONTAKTSTELLE)
    ziel = link(redaktion.email)
    assert buergerin.get(ziel).status_code == 200
    redaktion.loeschen(timezone.now())
    assert buergerin.get(ziel).status_code == buergerin.post(ziel, {"schritt": "pausieren"}).status_code == 410


def test_the_organisations_own_address_decides_only_while_there_is_no_team(sportverein, buergerin):
    fabriken.anfrage(fabriken.angebot(sportverein))
    ziel = link("tus@example.org")
    assert buergerin.get(ziel).status_code == 200
    fabriken.mitglied(sportverein)
    assert buergerin.get(ziel).status_code == 410


def test_links_from_before_go_on_working(geschrieben, buergerin):
    alt = token(mails.ANFRAGE_STAND[0], geschrieben.kennung)
    assert buergerin.get(reverse("anfrage_stand", args=[alt])).status_code == 200


def test_who_never_registered_is_told_before_anything_else(kontaktstelle):
    for nummer in (1, 2):
        organisation = fabriken.organisation(freigegeben=False, nutzungsbedingungen_am=None)
        angebot = fabriken.angebot(organisation)
        if nummer == 1:
            fabriken.anfrage(angebot)
        else:
            fabriken.eingereicht(organisation, titel="Noch eins").freigeben(fabriken.DURCH_KONTAKTSTELLE)
        anlaesse = Nachricht.objects.filter(empfaenger=organisation.kontakt_email).order_by("pk")
        assert anlaesse[0].anlass == "organisation_eingetragen"
        assert anlaesse.count() == 2


def test_a_former_address_of_the_organisation_opens_nothing(kontaktstelle, buergerin):
    organisation = fabriken.organisation(kontakt_email="alt@example.org", nutzungsbedingungen_am=None)
    fabriken.anfrage(fabriken.angebot(organisation))
    wege = [link("alt@example.org")] + [
        re.search(r"https?://[^/\s]+(/organisation/eintrag/\S+)", nachricht.text)[1]
        for nachricht in Nachricht.objects.filter(anlass="organisation_eingetragen")
    ]
    assert len(wege) == 2
    assert [buergerin.get(weg).status_code for weg in wege] == [200, 200]
    organisation.kontakt_email = "neu@example.org"
    organisation.save()
    assert [buergerin.get(weg).status_code for weg in wege] == [410, 410]
    buergerin.post(wege[1])
    organisation.refresh_from_db()
    assert organisation.status == organisation.Status.FREIGEGEBEN
