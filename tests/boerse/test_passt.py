"""The questionnaire: what suits comes first and says why, and no address is an error."""

import pytest

from .. import fabriken

SEITE = "/passt-zu-mir/"


def titel(antwort) -> list[str]:
    return [angebot.titel for angebot in antwort.context["angebote"]]


def test_without_answers_there_are_eight_questions(buergerin, kontaktstelle):
    antwort = buergerin.get(SEITE)
    assert antwort.status_code == 200
    assert len(antwort.context["fragen"]) == 8
    assert antwort.text.count("Weiß ich noch nicht") >= 8
    assert "angebote" not in antwort.context


def test_what_suits_comes_first_and_says_why(buergerin, sportverein):
    zeiten = [{"wochentag": "sa", "tageszeit": "vormittags"}]
    fabriken.angebot(
        sportverein,
        titel="Passt",
        taetigkeiten=["vorlesen-erzaehlen"],
        zielgruppen=["kinder"],
        zeiten=zeiten,
        fuehrungszeugnis="erweitert",
    )
    fabriken.angebot(sportverein, titel="Sagt wenig", taetigkeiten=["lernhilfe"])
    fabriken.angebot(sportverein, titel="Anderes", taetigkeiten=["garten-natur"], zielgruppen=["tiere-natur"])
    antwort = buergerin.get(SEITE + "?gern=lernen&zielgruppe=kinder&wochentag=sa&ort=Soest&weg=auto")
    assert titel(antwort) == ["Passt", "Sagt wenig"]
    passung = antwort.context["angebote"][0].passung
    assert passung.gruende == ["samstags", "unter 1\u00a0km", "Vorlesen und erzählen", "für Kinder"]
    assert passung.offen == ["erweitertes Führungszeugnis"]
    assert passung.worte == "passt sehr gut"
    assert antwort.context["angebote"][1].passung.offen == ["für wen", "wann"]
    assert '<meta name="robots" content="noindex">' in antwort.text


def test_open_answers_leave_the_address(buergerin, kontaktstelle):
    antwort = buergerin.get(SEITE + "?thema=&thema=tiere&weg=&hilfen=")
    assert (antwort.status_code, antwort["Location"]) == (302, SEITE + "?thema=tiere")
    assert buergerin.get(SEITE + "?thema=&weg=")["Location"] == SEITE


def test_the_answers_stand_beside_the_matches_to_be_changed(buergerin, kontaktstelle):
    antwort = buergerin.get(SEITE + "?thema=tiere&barrierefrei=wc&ort=Soest")
    assert antwort.context["verborgene"] == [("barrierefrei", "wc")]
    assert [f.antworten for f in antwort.context["fragen"] if f.name in ("thema", "ort")] == [["Tiere"], ["Soest"]]


def test_nothing_suits_shows_the_nearest_and_the_way_to_the_desk(buergerin, sportverein):
    fabriken.angebot(sportverein, titel="Ganz anders", themen=["sport-bewegung"])
    antwort = buergerin.get(SEITE + "?thema=tiere")
    assert antwort.context["anzahl"] == 0
    assert titel(antwort) == ["Ganz anders"]
    assert "/ich-moechte-helfen/" in antwort.text


def test_how_to_get_there_alone_is_no_answer(buergerin, kontaktstelle):
    assert "angebote" not in buergerin.get(SEITE + "?weg=auto").context


@pytest.mark.parametrize(
    "frage",
    ["thema=quatsch", "ort=Nirgendwo", "alter=-3", "alter=99999999999", "weg=rakete", "digital=x", "stunden=viele"],
)
def test_what_makes_no_sense_gives_a_hint(frage, buergerin, kontaktstelle):
    antwort = buergerin.get(SEITE + "?" + frage)
    assert antwort.status_code == 200
    assert len(antwort.context["hinweise"]) == 1


def test_pages_of_the_result(buergerin, sportverein):
    for _nummer in range(25):
        fabriken.angebot(sportverein)
    antwort = buergerin.get(SEITE + "?thema=schule-bildung&ort=Soest&wochentag=di")
    assert (len(antwort.context["angebote"]), antwort.context["anzahl"]) == (20, 25)
    assert len(buergerin.get(SEITE + "?thema=schule-bildung&seite=2").context["angebote"]) == 5
    assert "letzte" in buergerin.get(SEITE + "?thema=schule-bildung&seite=9").context["hinweise"][0]


def test_time_first_on_the_start_page_leads_here(buergerin, sportverein):
    fabriken.angebot(sportverein, stunden=1.0)
    assert 'action="/passt-zu-mir/"' in buergerin.get("/").text
    assert titel(buergerin.get(SEITE + "?stunden=2&wochentag=sa&weg=ohne_auto")) == ["Dienstags vorlesen"]


def test_only_reading_is_possible(buergerin, kontaktstelle):
    assert buergerin.post(SEITE).status_code == 405
