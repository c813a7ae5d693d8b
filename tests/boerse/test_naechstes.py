"""Nothing found: does the page say so and lead to what comes nearest, each link to hits?"""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from boerse.filters import AngebotFilter
from boerse.models import Wortgruppe
from boerse.naechstes import naechstes
from tests import fabriken


def suche(anfrage: str) -> AngebotFilter:
    gefunden = AngebotFilter(QueryDict(anfrage))
    assert not gefunden.qs.exists()
    return gefunden


def treffer(vorschlag: dict) -> int:
    return AngebotFilter(QueryDict(urlsplit(vorschlag["url"]).query)).qs.count()


@pytest.fixture
def angebote(sportverein, kontaktstelle):
    fabriken.angebot(sportverein, titel="Schach spielen", orte=[{"gemeinde": fabriken.SOEST}])
    fabriken.angebot(sportverein, titel="Schach im Park", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    fabriken.angebot(sportverein, titel="Gassi gehen", themen=["tiere"], orte=[{"gemeinde": fabriken.SOEST}])


@pytest.mark.parametrize("wo", ["gemeinde=05974044", "ort=Warstein", "ort=Warstein&umkreis=5"])
def test_what_a_place_lacks_is_offered_nearby_with_numbers(wo, angebote):
    orte = naechstes(suche(f"q=schach&{wo}"))["nachbarorte"]
    assert {(ort["text"], ort["anzahl"]) for ort in orte} == {("Soest", 1), ("Lippstadt", 1)}
    for ort in orte:
        assert treffer(ort) == ort["anzahl"]
        assert parse_qs(urlsplit(ort["url"]).query)["q"] == ["schach"]


def test_without_a_place_there_are_no_neighbours(angebote):
    assert naechstes(suche("q=drohnenflug"))["nachbarorte"] == []


def test_terms_that_are_kin_to_the_words_are_offered(angebote):
    Wortgruppe.objects.all().delete()
    gruppe = Wortgruppe(woerter=["Glimmrick", "Zottelvieh"], verwandt=["Tiere"])
    gruppe.clean()
    gruppe.save()
    begriffe = naechstes(AngebotFilter(QueryDict("q=glimmrick")))["begriffe_nahe"]
    assert [(b["text"], b["anzahl"]) for b in begriffe] == [("Tiere", 1)]
    assert treffer(begriffe[0]) == 1
    # The other wishes stay in force.
    assert naechstes(AngebotFilter(QueryDict("q=glimmrick&gemeinde=05974028")))["begriffe_nahe"] == []


def test_words_that_belong_to_those_asked_for_are_offered_where_they_find_something(angebote):
    Wortgruppe.objects.all().delete()
    gruppe = Wortgruppe(woerter=["Glimmrick", "Zottelvieh"], verwandt=["Gassi"])
    gruppe.clean()
    gruppe.save()
    worte = naechstes(AngebotFilter(QueryDict("q=glimmrick")))["worte_nahe"]
    assert [wort["text"] for wort in worte] == ["gassi"] and treffer(worte[0]) == 1


def test_the_page_says_so_and_leads_on(angebote, django_assert_max_num_queries):
    adresse = reverse("angebote")
    Client().get(adresse)
    with django_assert_max_num_queries(12):
        seite = Client().get(adresse, {"q": "schach", "gemeinde": "05974044"})
    assert seite.context["anzahl"] == 0
    text = re.sub(r"\s+", " ", seite.text)
    for satz in (
        "Dazu gibt es gerade nichts.",
        "ohne Warstein",
        "In der Nähe gibt es das:",
        "überlegt gern mit Ihnen",
        "0221 4710-120",
    ):
        assert satz in text, satz


def test_to_leave_out_the_only_wish_is_no_advice(client, gemeinden):
    fabriken.angebot()
    seite = client.get("/angebote/", {"q": "Qwertzuiop"})
    assert seite.context["lockerungen"] == []
    assert "Versuchen Sie es mit einem anderen Wort" in seite.content.decode()
    assert "Sortieren" not in seite.content.decode()
