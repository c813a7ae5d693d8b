"""How many database queries does a page take? One ceiling for everything the public can open."""

import pytest
from django.core.cache import cache

from ehrenamt import gemerkt
from organisationen.models import Flaeche, Postleitzahl
from tests import fabriken

HOECHSTENS = 8
SEITEN = {
    "Startseite": "/",
    "Liste": "/angebote/",
    "zweite Seite": "/angebote/?seite=2",
    "ein Wort": "/angebote/?q=vorlesen",
    "mehrere Wörter": "/angebote/?q=Kindern+beim+Lernen+helfen",
    "angefangenes Wort": "/angebote/?q=vorl",
    "vertippt": "/angebote/?q=vorlehsen",
    "Ort und Zeit in der Frage": "/angebote/?q=vorlesen+Soest+dienstags",
    "Frage ohne Treffer": "/angebote/?q=vorlesen+Werl+samstags",
    "Ort": "/angebote/?ort=Soest",
    "Umkreis": "/angebote/?ort=59494&umkreis=20&sortierung=entfernung",
    "Gemeinde und Filter": "/angebote/?gemeinde=soest&thema=schule-bildung&wochentag=di&organisation={organisation}",
    "nichts gefunden": "/angebote/?q=xylophon&gemeinde=soest&alter=3",
    "Feed": "/feeds/angebote.atom?q=vorlesen",
    "Daten": "/api/v1/angebote?q=vorlesen&ort=Soest",
    "Angebot": "{angebot}",
    "Interesse zeigen": "{angebot}anfrage/",
    "Angebot melden": "{angebot}melden/",
    "Fragebogen": "/passt-zu-mir/",
    "passende Angebote": "/passt-zu-mir/?thema=schule-bildung&ort=Soest&wochentag=di",
    "nichts passt": "/passt-zu-mir/?digital=nur&alter=12",
    "Organisationen": "/organisationen/?q=verein",
    "Organisation": "{seite}",
    "Merkliste": "/merkliste/",
    "Kontaktstelle": "/kontaktstelle/",
    "Engagementwunsch": "/ich-moechte-helfen/",
    "Für Organisationen": "/fuer-organisationen/",
    "Zahlen": "/zahlen/",
    "Meine Daten": "/meine-daten/",
    "Leichte Sprache": "/leichte-sprache/",
    "Gebärdensprache": "/gebaerdensprache/",
    "Barrierefreiheit": "/barrierefreiheit/",
    "Barriere melden": "/barriere-melden/",
    "Führungszeugnis": "/fuehrungszeugnis/",
    "Impressum": "/impressum/",
    "Datenschutz": "/datenschutz/",
}


@pytest.fixture
def bestand(kontaktstelle, sportverein) -> dict:
    ring = [[8.0, 51.5], [8.2, 51.5], [8.2, 51.7], [8.0, 51.7], [8.0, 51.5]]
    for ags, name in ((fabriken.SOEST, "Soest"), ("05974052", "Werl")):
        Flaeche.objects.create(ags=ags, name=name, ringe=[ring])
    Postleitzahl.objects.create(plz="59494", gemeinde_id=fabriken.SOEST, lat=51.57, lon=8.1)
    orte = [{"gemeinde": fabriken.SOEST}, {"gemeinde": fabriken.LIPPSTADT}]
    for nummer in range(25):
        angebot = fabriken.angebot(
            sportverein, titel=f"Vorlesen {nummer}", orte=orte, zeiten=[{"wochentag": "di"}, {"wochentag": "fr"}]
        )
    return {
        "angebot": angebot.get_absolute_url(),
        "organisation": sportverein.pk,
        "seite": sportverein.get_absolute_url(),
    }


@pytest.mark.parametrize("art", SEITEN)
def test_a_public_page_takes_at_most_eight_queries(art, bestand, buergerin, monkeypatch, django_assert_max_num_queries):
    cache.clear()
    adresse = SEITEN[art].format(**bestand)
    buergerin.get(adresse)
    # What a process keeps for seconds, or all together for an hour, is there on all pages but one in many.
    monkeypatch.setattr(gemerkt, "HOECHSTENS", 60)
    with django_assert_max_num_queries(HOECHSTENS):
        assert buergerin.get(adresse).status_code == 200
