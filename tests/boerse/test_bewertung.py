"""Is the search measured rightly, and over a set of questions that is whole?"""

import json
from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from boerse import bewertung, demo
from boerse.bewertung import Dokument, Frage, benoten, fragen_laden, ndcg, recall


@pytest.fixture
def vorrat():
    return [
        Dokument("hund", "Gassi gehen\nHunde wollen raus, jeder Hund freut sich.", "Tiere"),
        Dokument("chor", "Singen im Chor\nEin Lied, zwei Stimmen.", "Kultur und Musik"),
        Dokument("heim", "Besuche im Tierheim\nKatzen und ein Hund warten.", "Tiere"),
    ]


@pytest.mark.parametrize(
    ("folge", "erwartet"),
    [
        (["a", "b"], 1.0),  # 3/log2(2) + 1/log2(3), no better order
        (["b", "a"], 0.796708),  # (1 + 3/1.584963) / 3.630930
        (["x", "a"], 0.521296),  # (3/1.584963) / 3.630930
        (["x", "y"], 0.0),
        ([], 0.0),
    ],
)
def test_ndcg_by_hand(folge, erwartet):
    assert ndcg(folge, {"a": 2, "b": 1}) == pytest.approx(erwartet, abs=1e-6)


def test_the_first_places_alone_count():
    viele = {str(nummer): 1 for nummer in range(20)}
    assert ndcg([str(nummer) for nummer in range(10)], viele) == pytest.approx(1)
    assert recall([str(nummer) for nummer in range(20)], viele) == 0.5
    assert ndcg(["x"] * 10 + ["a"], {"a": 2}) == recall(["x"] * 10 + ["a"], {"a": 2}) == 0


def test_the_mean_over_questions_counts_the_empty_ones():
    fragen = [Frage("eins", "abstimmung", "x", {"a": 2, "b": 1}), Frage("zwei", "abstimmung", "x", {"c": 2})]
    note = benoten(fragen, [["a"], []])
    assert (note.ndcg, note.recall, note.leer) == (pytest.approx(3 / 3.630930 / 2), 0.25, 0.5)


def test_a_question_is_measured_over_what_can_be_found():
    frage = Frage("eins", "abstimmung", "x", {"a": 2, "b": 1})
    assert bewertung.beantwortbare([frage], {"a"}) == [Frage("eins", "abstimmung", "x", {"a": 2})]
    assert bewertung.beantwortbare([frage], {"b"}) == []


def test_the_simple_searches(vorrat, db):
    fragen = ["hund", "hunde ausführen", "musik", "und der", "nichts davon"]
    assert bewertung.teilwort(vorrat, fragen) == [["hund", "heim"], [], [], [], []]
    assert bewertung.volltext(vorrat, fragen) == [["hund", "heim"], [], ["chor"], [], []]
    assert bewertung.bm25(vorrat, fragen)[:3] == [["hund", "heim"], ["hund", "heim"], ["chor"]]
    assert bewertung.bm25([], fragen) == [[], [], [], [], []]


def test_the_judged_set_is_whole():
    fragen = fragen_laden()
    bekannte = {zeile["id"] for zeile in json.loads(demo.DATEI.read_text("utf-8"))}
    assert len(fragen) >= 80
    assert max(Counter(frage.frage.lower() for frage in fragen).values()) == 1
    assert {kennung for frage in fragen for kennung in frage.urteile} <= bekannte
    assert {note for frage in fragen for note in frage.urteile.values()} == {1, 2}
    assert all(2 in frage.urteile.values() for frage in fragen)


def test_half_of_it_is_kept_for_scoring_and_of_every_kind():
    fragen = fragen_laden()
    teile = Counter(frage.teil for frage in fragen)
    assert set(teile) == {"abstimmung", "pruefung"}
    assert abs(teile["abstimmung"] - len(fragen) / 2) <= 2
    arten = Counter((frage.art, frage.teil) for frage in fragen)
    assert all(abs(arten[art, "abstimmung"] - arten[art, "pruefung"]) <= 1 for art, _teil in arten)


def test_without_the_demonstration_there_is_nothing_to_measure(db):
    with pytest.raises(CommandError, match="demodaten_laden"):
        call_command("suche_bewerten")
