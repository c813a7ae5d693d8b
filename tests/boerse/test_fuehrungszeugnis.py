"""Is the advice on the Führungszeugnis right, and does nobody but the person get the letter's data?"""

import logging

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse

from boerse.forms import fuehrungszeugnis as form
from boerse.fuehrungszeugnis import Aufgabe, Grund, Kontakt, Oft, rat
from ehrenamt.papier import Papierfehler

LOTSE = "/arbeitsbereich/fuehrungszeugnis/"
PERSON = {
    "grund": "kinder", "taetigkeit": "Übungsleitung #[x]", "gemeinnuetzig": "on", "name": "Łucja Müßig-Geheim",
    "geburtsdatum": "1990-02-01", "strasse": "Brüderstraße 12", "ort": "59494 Soest",
}  # fmt: skip


def adresse(organisation) -> str:
    return reverse("arbeitsbereich_bescheinigung", args=[organisation.pk])


@pytest.mark.parametrize("kontakt", Kontakt)
@pytest.mark.parametrize(
    ("aufgabe", "allein", "nacht", "oft", "erwartet"),
    [
        (Aufgabe.RAND, True, True, Oft.REGELMAESSIG, {}),
        (Aufgabe.NAH, False, False, Oft.SELTEN, {}),
        (Aufgabe.NAH, True, False, Oft.SELTEN, {"kinder": "kinder", "hilfen": "einfach", "erwachsene": "einfach"}),
        (Aufgabe.NAH, False, True, Oft.SELTEN, {"kinder": "kinder", "hilfen": "einfach", "erwachsene": "einfach"}),
        (
            *(Aufgabe.NAH, False, False, Oft.REGELMAESSIG),
            {"kinder": "kinder", "hilfen": "hilfen", "erwachsene": "einfach"},
        ),
    ],
)
def test_what_counts_is_how_close_and_how_long_people_are_together(kontakt, aufgabe, allein, nacht, oft, erwartet):
    ergebnis = rat(kontakt, aufgabe, allein=allein, nacht=nacht, oft=oft)
    schein = erwartet.get(kontakt)
    assert ergebnis.schein == schein
    assert ergebnis.art == {None: "keins", "einfach": "einfach"}.get(schein, "erweitert")
    assert ergebnis.gruende
    assert ergebnis.quelle


def test_the_guide_answers_with_reason_law_and_the_letter(redaktion, sportverein, angemeldet):
    client = angemeldet(redaktion)
    assert "Unser Rat" not in client.get(LOTSE).text
    assert "Unser Rat" not in client.get(LOTSE, {"kontakt": "unsinn"}).text
    antworten = {"kontakt": "kinder", "aufgabe": "nah", "allein": "nein", "nacht": "ja", "oft": "selten"}
    text = client.get(LOTSE, antworten).text
    for wort in ("erweitertes Führungszeugnis", "übernachtet", "§ 72a", "keine Entscheidung"):
        assert wort in text
    assert f"{adresse(sportverein)}?grund=kinder" in text


@pytest.mark.parametrize("grund", Grund)
def test_the_letter_is_an_accessible_pdf_and_nothing_of_it_is_kept(grund, sportverein, redaktion, angemeldet, caplog):
    client = angemeldet(redaktion)
    caplog.set_level(logging.DEBUG)
    geschrieben = []

    def mithoeren(ausfuehren, sql, werte, viele, kontext):
        geschrieben.append(str(werte))
        return ausfuehren(sql, werte, viele, kontext)

    with connection.execute_wrapper(mithoeren):
        antwort = client.post(adresse(sportverein), PERSON | {"grund": grund})
    assert antwort.content.startswith(b"%PDF")
    assert b"<pdfuaid:part>1<" in antwort.content
    assert b"<xmpTPg:NPages>1<" in antwort.content
    assert sportverein.name.encode() in antwort.content
    assert "no-store" in antwort["Cache-Control"]
    assert "geheim" not in antwort["Content-Disposition"].lower()
    assert geschrieben
    for spur in (*geschrieben, caplog.text):
        assert "Geheim" not in spur
        assert "Brüderstraße" not in spur


def test_an_empty_letter_needs_no_person(sportverein, redaktion, angemeldet):
    antwort = angemeldet(redaktion).post(adresse(sportverein), {"grund": "einfach", "leer": "ja"})
    assert antwort.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("falsch", "satz"),
    [
        ({"name": "Kim 😀"}, "kann das PDF nicht zeigen"),
        ({"geburtsdatum": "2999-01-01"}, "Geburtsdatum"),
        ({"geburtsdatum": "0001-01-01"}, "Geburtsdatum"),
        ({"grund": "unsinn", "leer": "ja"}, "gültige Auswahl"),
    ],
)
def test_what_cannot_be_printed_is_said(falsch, satz, sportverein, redaktion, angemeldet):
    antwort = angemeldet(redaktion).post(adresse(sportverein), PERSON | falsch)
    assert antwort.status_code == 200
    assert satz in antwort.text
    assert "no-store" in antwort["Cache-Control"]


def test_where_printing_fails_the_form_says_so_and_keeps_what_was_typed(
    sportverein, redaktion, angemeldet, monkeypatch
):
    def scheitern(*_args, **_daten):
        raise Papierfehler("Das PDF ließ sich gerade nicht erstellen.")

    monkeypatch.setattr(form, "setzen", scheitern)
    antwort = angemeldet(redaktion).post(adresse(sportverein), PERSON)
    assert antwort.status_code == 200
    assert "nicht erstellen" in antwort.text
    assert PERSON["name"] in antwort.text


def test_only_an_approved_organisation_certifies_and_only_its_own_people(sportverein, redaktion, fremde, angemeldet):
    assert angemeldet(fremde).post(adresse(sportverein), PERSON).status_code == 404
    type(sportverein).objects.filter(pk=sportverein.pk).update(status="in_pruefung")
    antwort = angemeldet(redaktion).post(adresse(sportverein), PERSON)
    assert antwort["Content-Type"].startswith("text/html")
    assert "freigegeben" in antwort.text


def test_after_a_session_ended_the_persons_data_is_not_kept_for_later(sportverein):
    antwort = Client().post(adresse(sportverein), PERSON)
    assert antwort.status_code == 302
    assert not Session.objects.exists()


def test_the_form_of_a_listing_explains_which_one_is_needed(sportverein, redaktion, angemeldet):
    text = angemeldet(redaktion).get(reverse("arbeitsbereich_angebot_neu", args=[sportverein.pk])).text
    assert 'href="/fuehrungszeugnis/"' in text
