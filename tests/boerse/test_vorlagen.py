"""Does a new listing begin well? Templates that the coach has nothing against, and that staff put in their words."""

import re

import pytest
from django.urls import reverse

from boerse import inhalt
from boerse.darstellung import seite
from boerse.models import Fassung, Vorlage
from boerse.ratgeber import REGELN, Schwere, befunde, regel
from boerse.vorlagen import mitgelieferte, vorlagen_bereitstellen
from boerse.vorschau import als_angebot

from .. import fabriken

VORLAGEN = mitgelieferte()
KLAMMER = re.compile(r"\[[^\]]+\]")
AUSGEFUELLT = {
    "[Wochentag und Uhrzeit]": "dienstags von 15 bis 17 Uhr",
    "[Datum]": "ersten Samstag im Juni",
    "[Anzahl]": "zwölf",
    "[Alter]": "sechs und neun Jahren",
    "[Klassen]": "eins bis vier",
    "[Zahl der Jahre]": "zwei Jahre",
    "[Monat und Jahr]": "März",
}


def ausfuellen(wert):
    if isinstance(wert, str):
        return KLAMMER.sub(lambda treffer: AUSGEFUELLT.get(treffer[0], "Haus am Markt"), wert)
    return wert


def test_there_are_ten_templates_and_each_leaves_something_to_say():
    assert len(VORLAGEN) >= 10
    assert len({vorlage["schluessel"] for vorlage in VORLAGEN}) == len(VORLAGEN)
    for vorlage in VORLAGEN:
        assert inhalt.pruefen(vorlage["inhalt"], vollstaendig=False) == {}, vorlage["name"]
        assert inhalt.dokument(vorlage["inhalt"]) == vorlage["inhalt"] | {"version": inhalt.VERSION}


@pytest.mark.parametrize("vorlage", VORLAGEN, ids=lambda vorlage: vorlage["schluessel"])
def test_a_template_passes_the_coach_once_it_is_filled_in(vorlage, monkeypatch):
    monkeypatch.setattr(regel, "geltende", lambda: list(REGELN.values()))
    offen = vorlage["inhalt"] | {"orte": [{"gemeinde": fabriken.SOEST}]}
    voll = {name: ausfuellen(wert) for name, wert in offen.items()}
    if voll != offen:
        assert "platzhalter" in {befund.regel.schluessel for befund in befunde(offen)}
    assert [str(befund) for befund in befunde(voll) if befund.schwere > Schwere.HINWEIS] == []


def test_a_new_listing_begins_with_the_template_that_is_chosen(angemeldet, redaktion, sportverein):
    browser, adresse = angemeldet(redaktion), reverse("arbeitsbereich_angebot_neu", args=[sportverein.pk])
    Vorlage.objects.filter(pk="fahrdienst").update(aktiv=False)
    auswahl = browser.get(adresse).text
    assert "?vorlage=vorlesen" in auswahl and "?vorlage=fahrdienst" not in auswahl
    gewaehlt = browser.get(adresse, {"vorlage": "vorlesen"}).text
    assert 'value="Kindern in der Kita vorlesen"' in gewaehlt and "vorlagen-titel" not in gewaehlt
    for keine in ("fahrdienst", "gibtesnicht", "\x00"):
        assert "?vorlage=vorlesen" in browser.get(adresse, {"vorlage": keine}).text
    assert not Fassung.objects.exists()


def test_staff_put_templates_in_their_words(angemeldet, kontaktstelle, db):
    seite_ = reverse("admin:boerse_vorlage_change", args=["vorlesen"])
    browser = angemeldet(kontaktstelle)
    felder = browser.get(seite_).context["adminform"].form
    daten = {name: wert for name in felder.fields if (wert := felder[name].value()) not in (None, "")}
    antwort = browser.post(seite_, daten | {"titel": "In unserer Bücherei vorlesen"})
    assert antwort.status_code == 302
    vorlagen_bereitstellen()
    neu = Vorlage.objects.get(pk="vorlesen").inhalt
    alt = next(v["inhalt"] for v in VORLAGEN if v["schluessel"] == "vorlesen")
    assert neu == alt | {"titel": "In unserer Bücherei vorlesen", "version": inhalt.VERSION}


def test_an_office_says_for_how_long_and_how_it_is_handed_over(sportverein):
    angebot = fabriken.angebot(
        sportverein, taetigkeiten=["vorstand-amt"], amtszeit="zwei Jahre", uebergabe="ein halbes Jahr zu zweit"
    )
    fakten = {str(fakt.titel): fakt.text for fakt in seite(als_angebot(angebot, fabriken.inhalt()))["kerndaten"]}
    assert "Amtszeit" not in fakten
    fakten = {str(fakt.titel): fakt.text for fakt in seite(angebot)["kerndaten"]}
    assert fakten["Amtszeit"] == "Zwei Jahre" and fakten["Übergabe"] == "Ein halbes Jahr zu zweit"
