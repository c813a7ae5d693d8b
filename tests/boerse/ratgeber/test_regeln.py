"""Does the coach find what is wrong with a text, and leave alone what is not? By texts written before the rules."""

import time
import tomllib
from datetime import date
from pathlib import Path

import pytest

from boerse.models import Schreibregel
from boerse.ratgeber import REGELN, Schwere, alle_befunde, befunde, regel, regeln_bereitstellen
from tests import fabriken

HEUTE = date(2026, 11, 1)
# Texts that an expression could take forever to read.
LANG = ["a", "a.", "0 ", "A ", "@a", "1.1.", "nur für ", "Menschen mit Behinderung können ", "\n-", "seit ist "]


def _texte(name: str) -> list[dict]:
    datei = Path(__file__).parent / f"{name}.toml"
    texte = tomllib.loads(datei.read_text(encoding="utf-8"))["text"]
    return [{"orte": [{"gemeinde": fabriken.SOEST}]} | text for text in texte]


GUT, SCHLECHT = _texte("gut"), _texte("schlecht")


@pytest.fixture
def vorrat(monkeypatch):
    """The rules as they come with the portal, without asking the database for staff's words."""
    monkeypatch.setattr(regel, "geltende", lambda: list(REGELN.values()))


def _regeln(inhalt: dict) -> set[str]:
    return {befund.regel.schluessel for befund in befunde(inhalt, heute=HEUTE)}


def test_every_seeded_defect_is_found_by_its_rule(vorrat):
    texte = [text for text in SCHLECHT if text["mangel"] != "kopie"]
    assert len(SCHLECHT) >= 60
    assert {text["mangel"] for text in SCHLECHT} == set(REGELN)
    assert [(t["mangel"], t["titel"]) for t in texte if t["mangel"] not in _regeln(t)] == []


def test_hardly_a_good_text_gets_a_warning(vorrat):
    gewarnt = [t["titel"] for t in GUT if any(b.schwere > Schwere.HINWEIS for b in befunde(t, heute=HEUTE))]
    assert len(GUT) >= 60
    assert len(gewarnt) <= 0.05 * len(GUT), gewarnt
    assert not any(b.schwere == Schwere.SPERRE for t in GUT for b in befunde(t, heute=HEUTE))


def test_reading_a_text_takes_milliseconds(vorrat):
    seit = time.process_time()
    for text in GUT:
        befunde(text, heute=HEUTE)
    assert (time.process_time() - seit) / len(GUT) < 0.005
    for stueck in LANG:
        seit = time.process_time()
        befunde({"titel": stueck * 50, "beschreibung": (stueck * 5000)[:5000]}, heute=HEUTE)
        assert time.process_time() - seit < 0.25, stueck


@pytest.mark.parametrize("inhalt", [{}, {"titel": None, "orte": None, "beginn": "morgen", "zeiten": "x", "themen": 3}])
def test_a_document_that_says_nothing_breaks_nothing(vorrat, inhalt):
    assert "ort_fehlt" in _regeln(inhalt)


def test_what_is_denied_is_no_wage(vorrat):
    for satz in ("Ein Gehalt bekommt hier niemand.", "Das ist kein Minijob.", "Statt Stundenlohn gibt es Kuchen."):
        assert "bezahlt" not in _regeln({"beschreibung": satz}), satz
    je_stunde = {"aufwandsentschaedigung": "10 Euro pro Stunde"}
    assert "bezahlt" in _regeln(je_stunde)
    assert "bezahlt" not in _regeln(je_stunde | {"leistungen": ["uebungsleiterpauschale"]})


def test_the_gravest_comes_first(vorrat):
    schweren = [befund.schwere for befund in befunde({"titel": "HELFER!!!", "ende": "2020-01-01"}, heute=HEUTE)]
    assert schweren[0] == Schwere.SPERRE and schweren == sorted(schweren, reverse=True)


def test_a_copy_of_what_is_public_is_found(gemeinden, django_assert_num_queries):
    nach_titel = {text["titel"]: text for text in GUT}
    kopien = [text for text in SCHLECHT if text["mangel"] == "kopie"]
    vorlagen = [nach_titel[text["vorlage"]] for text in kopien]
    angebote = [fabriken.angebot(**{k: v for k, v in text.items() if k != "zielgruppen"}) for text in vorlagen]
    inhalte = [({"beschreibung": v["beschreibung"]} | k, None) for v, k in zip(vorlagen, kopien, strict=True)]
    with django_assert_num_queries(1 + len(inhalte)):  # all copies, and the words of staff for each
        gefunden = alle_befunde(inhalte)
    stellen = [[b.stelle for b in funde if b.regel.schluessel == "kopie"] for funde in gefunden]
    assert stellen == [[text["vorlage"]] for text in kopien]
    # Neither the listing's own text nor another good one.
    eigene = [(angebot_text, angebot.pk) for angebot_text, angebot in zip(vorlagen, angebote, strict=True)]
    andere = [(text, None) for text in GUT if text not in vorlagen]
    assert not [b for funde in alle_befunde(eigene + andere) for b in funde if b.regel.schluessel == "kopie"]


def test_staff_switch_rules_off_and_put_them_in_their_words(db):
    Schreibregel.objects.filter(pk="titel_laut").update(aktiv=False)
    Schreibregel.objects.filter(pk="titel_kurz").update(titel="Sagen Sie mehr")
    regeln_bereitstellen()
    gefunden = {b.regel.schluessel: b.regel.titel for b in befunde({"titel": "HELFER GESUCHT!!!"})}
    assert "titel_laut" not in gefunden and gefunden["titel_kurz"] == "Sagen Sie mehr"
    assert set(Schreibregel.objects.values_list("pk", flat=True)) == set(REGELN)
