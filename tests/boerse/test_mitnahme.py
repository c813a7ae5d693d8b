"""Can an organisation take along everything it has here? As JSON, and its listings as a table that can be imported."""

import json

import pytest
from django.urls import reverse

from boerse.importieren import importieren
from boerse.importieren.datei import zeilen
from boerse.models import Angebot, Fassung, Tageszahl

from .. import fabriken


@pytest.fixture
def bestand(sportverein):
    angebot = fabriken.angebot(
        sportverein, titel="Dienstags vorlesen", zeiten=[{"wochentag": "di"}], leistungen=["auslagen", "fortbildung"]
    )
    fabriken.fassung(sportverein, titel="=SUMME(A1)", beschreibung="Noch ein Entwurf; mit Semikolon")
    fabriken.anfrage(angebot)
    fabriken.anfrage(angebot, bestaetigt=False, name="Geheim", email="geheim@example.org")
    Tageszahl.objects.create(angebot=angebot, tag="2026-11-01", art="gesehen", anzahl=7)
    return angebot


def test_the_leitung_takes_everything_along(angemeldet, leitung, sportverein, bestand):
    fabriken.anfrage(name="Andere", email="andere@example.org")
    antwort = angemeldet(leitung).get(reverse("arbeitsbereich_mitnahme", args=[sportverein.pk]))
    assert "attachment" in antwort["Content-Disposition"] and "no-store" in antwort["Cache-Control"]
    daten = json.loads(antwort.content)
    assert daten["organisation"]["name"] == sportverein.name and daten["team"][0]["email"] == leitung.email
    assert {a["titel"] for a in daten["angebote"]} == {"Dienstags vorlesen", "=SUMME(A1)"}
    assert [a["email"] for a in daten["anfragen"]] == ["kim@example.org"]
    assert daten["tageszahlen"][0]["anzahl"] == 7


def test_the_table_can_be_imported_again_and_holds_no_formula(angemeldet, leitung, sportverein, bestand):
    datei = angemeldet(leitung).get(reverse("arbeitsbereich_mitnahme_csv", args=[sportverein.pk])).content
    assert "'=SUMME(A1)" in datei.decode() and "\n=" not in datei.decode()
    gelesen, _bemerkung = zeilen(datei, "angebote.csv")
    bericht = importieren(gelesen, "umzug")
    assert not bericht.fehler, str(bericht)
    neues = Angebot.objects.get(externe_id=bestand.pk, quelle="umzug")
    alt, neu = (Fassung.objects.letzter_text(angebot) for angebot in (bestand, neues))
    assert {name: neu.get(name) for name in alt if name != "zeiten"} == {n: w for n, w in alt.items() if n != "zeiten"}
    assert [zeit["wochentag"] for zeit in neu["zeiten"]] == ["di"]


@pytest.mark.parametrize("name", ["arbeitsbereich_mitnahme", "arbeitsbereich_mitnahme_csv"])
def test_nobody_else_takes_it(angemeldet, redaktion, fremde, sportverein, name):
    adresse = reverse(name, args=[sportverein.pk])
    assert angemeldet(redaktion).get(adresse).status_code == 403
    assert angemeldet(fremde).get(adresse).status_code == 404
