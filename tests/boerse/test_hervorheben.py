"""Are the words that answer a question marked on the cards, and nothing else?"""

import time

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from boerse.filters import AngebotFilter
from boerse.models import Wortgruppe
from boerse.suche.hervorheben import hervorheben
from tests import fabriken


def karte(q: str, **felder):
    """The first hit for this question, marked."""
    fabriken.angebot(**({"kurzbeschreibung": "Kurz.", "beschreibung": "Lang."} | felder))
    suche = AngebotFilter(QueryDict(f"q={q}"))
    treffer = suche.ergebnisse()[0:1]
    hervorheben(treffer, suche.frage)
    return treffer[0]


@pytest.mark.parametrize(
    ("frage", "titel", "markiert"),
    [
        ("garten", "Gärten pflegen", "<mark>Gärten</mark> pflegen"),
        ("strasse", "Fest auf der Straße", "Fest auf der <mark>Straße</mark>"),
        ("senior", "Senior:innen besuchen", "<mark>Senior:innen</mark> besuchen"),
        ("trainerin", "Trainer*in gesucht", "<mark>Trainer*in</mark> gesucht"),
        ("schwimmen", "Schwimmunterricht für Kinder", "<mark>Schwimmunterricht</mark> für Kinder"),
        ("repaircafe", "Im Repair-Café helfen", "Im <mark>Repair-Café</mark> helfen"),
        ("hund", "Mit Hunden (jung) gehen", "Mit <mark>Hunden</mark> (jung) gehen"),
        ("gartn", "Garten", "<mark>Garten</mark>"),
        ("garten", "-Garten- pflegen", "-<mark>Garten</mark>- pflegen"),
    ],
)
def test_what_the_search_understood_is_marked(frage, titel, markiert, gemeinden):
    assert karte(frage, titel=titel).titel_markiert == markiert


@pytest.mark.parametrize("wort", ["-", "a", "hund", "hund-", "Hundefreizeithof"])
def test_a_word_that_never_ends_takes_no_time(wort, gemeinden):
    """Of an import, or of somebody who means no good: one such listing must not slow down the list for everybody."""
    anfang = time.process_time()
    fund = karte("hund+garten+a", titel="Im Garten", beschreibung=f"{wort * (4900 // len(wort))} Hund")
    assert time.process_time() - anfang < 1
    assert fund.titel_markiert == "Im <mark>Garten</mark>"


def test_what_is_only_kin_is_marked_where_nothing_closer_stands(gemeinden):
    gruppe = Wortgruppe(woerter=["Kita"], verwandt=["vorlesen"])
    gruppe.clean()
    gruppe.save()
    assert karte("kita", titel="In der Kita vorlesen").titel_markiert == "In der <mark>Kita</mark> vorlesen"
    assert AngebotFilter(QueryDict("q=kita")).qs.get().delete()
    assert karte("kita", titel="Abends vorlesen").titel_markiert == "Abends <mark>vorlesen</mark>"


def test_synonyms_are_marked_and_phrases_only_as_a_whole(gemeinden):
    for woerter in (["Kita", "Kindergarten"], ["alte Leute", "Senioren"]):
        gruppe = Wortgruppe(woerter=woerter)
        gruppe.clean()
        gruppe.save()
    assert karte("kita", titel="Im Kindergarten vorlesen").titel_markiert == "Im <mark>Kindergarten</mark> vorlesen"
    fund = karte("alte+leute", titel="Senioren in alten Häusern")
    assert fund.titel_markiert == "<mark>Senioren</mark> in alten Häusern"


def test_what_stands_in_the_text_only_is_shown_with_the_words_around_it(gemeinden):
    text = f"{'Am Anfang steht etwas anderes. ' * 5}Dann gehen wir mit Hunden spazieren.{' Und danach noch viel.' * 20}"
    fund = karte("hund", titel="Draußen", beschreibung=text)
    assert fund.titel_markiert == "Draußen"
    assert fund.auszug.startswith("… ") and fund.auszug.endswith(" …")
    assert "gehen wir mit <mark>Hunden</mark> spazieren" in fund.auszug
    assert len(fund.auszug) < 250


def test_what_the_title_says_already_needs_no_excerpt(gemeinden):
    fund = karte("hund", titel="Hunde", kurzbeschreibung="Hunde ausführen.")
    assert not hasattr(fund, "auszug")


@pytest.mark.parametrize("frage", ["hund", "script", "mark", "img", "amp", "lt"])
def test_what_somebody_wrote_stays_text(frage, gemeinden, client):
    boese = "<script>alert('Hund')</script> & <img src=x onerror=alert(1)> </mark>Hund &lt;b&gt; \"lt\" amp"
    angebot = fabriken.angebot(titel=boese[:110], kurzbeschreibung=boese, beschreibung=boese * 20)
    suche = AngebotFilter(QueryDict(f"q={frage}"))
    treffer = [a for a in suche.ergebnisse()[0:20] if a.pk == angebot.pk]
    hervorheben(treffer, suche.frage)
    for fund in treffer:
        for html in (fund.titel_markiert, getattr(fund, "auszug", "")):
            ohne = html.replace("<mark>", "").replace("</mark>", "")
            assert "<" not in ohne and ">" not in ohne and '"' not in ohne and html.count("<mark>") == html.count("</m")
    seite = client.get("/angebote/", {"q": frage}).content.decode()
    assert "<script>alert" not in seite and "<img src=x" not in seite


@pytest.mark.parametrize("sortierung", ["relevanz", "neu"])
def test_the_page_marks_without_a_further_query(sortierung, gemeinden, client):
    fabriken.angebot(titel="Hunde ausführen", beschreibung="Mit Hunden durch den Wald.")
    seite = client.get("/angebote/", {"q": "wald", "sortierung": sortierung}).content.decode()
    assert "durch den <mark>Wald</mark>" in seite
    with CaptureQueriesContext(connection) as ein_treffer:
        client.get("/angebote/", {"q": "wald", "sortierung": sortierung})
    fabriken.angebot(titel="Im Wald", beschreibung="Mit Hunden durch den Wald.")
    with CaptureQueriesContext(connection) as zwei_treffer:
        client.get("/angebote/", {"q": "wald", "sortierung": sortierung})
    assert len(ein_treffer) == len(zwei_treffer)
