"""The listings as data for other programs."""

from datetime import date

import pytest
from django.conf import settings

from boerse.models import Angebot
from ehrenamt import gemerkt
from tests import fabriken

API = "/api/v1/angebote"
FRAGEN = [
    "",
    "q=Garten",
    "q=Gaerten+Kinder",
    "q=Garten+in+Lippstadt",
    "q=gartn",
    "q=Garten+nachts+mittwochs",
    "q=Garten+ab+12",
    "ort=Soest&umkreis=30",
    "plz=59494&umkreis=50&sortierung=entfernung",
    "thema=tiere&q=Garten&sortierung=neu",
    "gemeinde=lippstadt&gemeinde=soest&wochentag=sa",
    "q=Xylophonreparatur",
    "alter=x&seite=-1&q=%00&organisation=99999999999999999999&quatsch=1",
    "seite=2",
    "q=Garten&seite=2",
    "sortierung=beginn&seite=3",
    "seite=999",
]


@pytest.fixture
def viele(gemeinden):
    """More than two pages, in two towns, on two days."""
    verein = fabriken.organisation("Gartenfreunde")
    for nummer in range(45):
        fabriken.angebot(
            verein,
            titel=["Garten pflegen", "Kindern vorlesen", "Gartenfest für Kinder"][nummer % 3],
            themen=["tiere" if nummer % 2 else "schule-bildung"],
            orte=[{"gemeinde": fabriken.SOEST if nummer % 4 else fabriken.LIPPSTADT}],
            zeiten=[{"wochentag": "sa" if nummer % 5 else "mi", "tageszeit": "vormittags"}],
        )


def _liste(client, query: str) -> tuple[int, int, list[int]]:
    kontext = client.get(f"/angebote/?{query}").context
    return (
        kontext["anzahl"] + len(kontext["weitere"]),
        kontext["seite"].number,
        [angebot.pk for angebot in kontext["seite"]],
    )


def test_the_same_hits_in_the_same_order_as_on_the_list(client, viele):
    for query in FRAGEN:
        daten = client.get(f"{API}?{query}").json()
        gefunden = [ergebnis["id"] for ergebnis in daten["ergebnisse"]]
        assert (daten["anzahl"], daten["seite"], gefunden) == _liste(client, query), query


def test_all_pages_together_are_all_hits(client, viele):
    nummern, ziel = [], f"{API}?q=Garten&thema=tiere&thema=schule-bildung&quatsch=1"
    while ziel:
        daten = client.get(ziel.removeprefix(settings.PORTAL_ADRESSE)).json()
        nummern += [ergebnis["id"] for ergebnis in daten["ergebnisse"]]
        ziel = daten["weiter"]
    assert len(nummern) == len(set(nummern)) == daten["anzahl"] == 45


def test_what_a_hit_says(client, gemeinden):
    angebot = fabriken.angebot(
        titel="Vorlesen in der Bücherei",
        kontakt_name="Erika Geheim",
        kontakt_telefon="0221 4710-999",
        zeiten=[{"wochentag": "mi", "tageszeit": "abends", "von": "18:30"}],
        orte=[{"gemeinde": fabriken.SOEST, "plz": "59494", "strasse": "Musterweg 4", "name": "Bücherei"}],
    )
    Angebot.objects.filter(pk=angebot.pk).update(quelle="freinet", externe_id="A-17")
    antwort = client.get(f"{API}?q=Vorlesen&ort=Soest")
    [daten] = antwort.json()["ergebnisse"]
    erwartet = {
        "id": angebot.pk,
        "kennung": str(angebot.kennung),
        "quelle": "freinet",
        "externe_id": "A-17",
        "titel": "Vorlesen in der Bücherei",
        "organisation": angebot.organisation.name,
        "gemeinde": "Soest",
        "url": settings.PORTAL_ADRESSE + angebot.get_absolute_url(),
        "themen": ["schule-bildung"],
        "zeiten": [{"wochentag": "mi", "tageszeit": "abends", "von": "18:30:00", "bis": None}],
        "bestaetigt_am": date.today().isoformat(),
    }
    assert {name: daten[name] for name in erwartet} == erwartet
    assert daten["orte"][0]["strasse"] == "Musterweg 4"
    assert daten["entfernung_km"] < 5
    assert "Erika" not in antwort.text
    assert "4710-999" not in antwort.text


def test_a_hidden_address_stays_hidden(client, gemeinden):
    ort = {"gemeinde": fabriken.SOEST, "plz": "59494", "strasse": "Musterweg 4", "name": "Frauenhaus"}
    fabriken.angebot(orte=[ort | {"anzeige": "gemeinde", "ortsteil": "Ampen"}])
    text = client.get(API).text
    assert not [wort for wort in ("Musterweg", "Frauenhaus", "Ampen", "59494") if wort in text]


def test_only_what_is_public(client, gemeinden):
    fabriken.eingereicht(titel="Wartet")
    fabriken.angebot(titel="Gesperrt").sperren(fabriken.DURCH_KONTAKTSTELLE, "Grund")
    assert client.get(API).json()["anzahl"] == 0


def test_every_website_and_every_store_may_read_it(client, gemeinden):
    fabriken.angebot()
    antwort = client.get(API)
    assert antwort["Content-Type"] == "application/json"
    assert antwort["Access-Control-Allow-Origin"] == "*"
    assert antwort["Cache-Control"] == "public, max-age=60"
    assert not antwort.cookies
    assert "Cookie" not in antwort.get("Vary", "")
    assert client.get(API, headers={"If-None-Match": antwort["ETag"]}).status_code == 304
    fabriken.angebot()
    assert client.get(API, headers={"If-None-Match": antwort["ETag"]}).status_code == 200


def test_with_and_without_slash_but_only_to_read(client, gemeinden):
    assert client.get(f"{API}/").json() == client.get(API).json()
    assert client.head(API).status_code == 200
    assert client.post(API).status_code == 405


def test_what_is_ignored_is_said(client, gemeinden):
    antwort = client.get(f"{API}?alter=uralt&ort=Nirgendwo")
    assert antwort.status_code == 200
    assert len(antwort.json()["hinweise"]) == 2


@pytest.mark.parametrize("query", FRAGEN)
def test_few_queries_whatever_the_number_of_hits(query, client, viele, monkeypatch, django_assert_max_num_queries):
    client.get(f"{API}?{query}")
    # The names of places and the vocabulary are kept by every process.
    monkeypatch.setattr(gemerkt, "HOECHSTENS", 60)
    # What finds nothing is asked again without its wishes.
    with django_assert_max_num_queries(10):
        client.get(f"{API}?{query}")
