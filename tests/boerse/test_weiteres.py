"""What follows where a question has few answers?"""

import pytest
from django.http import QueryDict

from boerse.filters import AngebotFilter
from boerse.models import Wortgruppe
from boerse.trefferliste import Treffer
from boerse.weiteres import GENUG
from tests import fabriken


def seite(**werte: str) -> tuple[list[str], list[str]]:
    """The titles of the hits, and of what follows them."""
    anfrage = QueryDict(mutable=True)
    anfrage.update(werte)
    treffer = Treffer(AngebotFilter(anfrage))
    titel = [angebot.titel for angebot in treffer.seite]
    return titel[: treffer.anzahl], titel[treffer.anzahl :]


def gruppe(*woerter: str, verwandt: list[str]) -> None:
    neue = Wortgruppe(woerter=list(woerter), verwandt=verwandt)
    neue.clean()
    neue.save()


@pytest.fixture
def hier_und_dort(gemeinden):
    fabriken.angebot(titel="Vorlesen hier", orte=[{"gemeinde": fabriken.SOEST}])
    fabriken.angebot(titel="Vorlesen dort", orte=[{"gemeinde": fabriken.LIPPSTADT}])


def test_what_lies_elsewhere_follows_what_lies_there(hier_und_dort):
    assert seite(q="vorlesen soest") == (["Vorlesen hier"], ["Vorlesen dort"])


def test_what_was_asked_by_a_parameter_holds(hier_und_dort):
    assert seite(q="vorlesen", gemeinde="soest") == (["Vorlesen hier"], [])


def test_nothing_follows_where_there_is_enough(gemeinden):
    for nummer in range(GENUG):
        fabriken.angebot(titel=f"Vorlesen {nummer}", orte=[{"gemeinde": fabriken.SOEST}])
    fabriken.angebot(titel="Vorlesen dort", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    genaue, weitere = seite(q="vorlesen soest")
    assert len(genaue) == GENUG
    assert weitere == []


def test_the_list_says_where_the_hits_end(hier_und_dort, client):
    inhalt = client.get("/angebote/?q=vorlesen+soest").text
    assert "1 Angebot gefunden" in inhalt
    assert inhalt.index("Nicht ganz, wonach Sie suchen") < inhalt.index(" dort")


def test_what_meets_the_wish_follows_without_the_word(gemeinden):
    fabriken.angebot(titel="Zelte aufbauen", art="einmalig")
    fabriken.angebot(titel="Getränke ausgeben", art="regelmaessig")
    assert "Zelte aufbauen" in seite(q="einmalig getränke")[1]


def test_kin_of_kin_comes_near(gemeinden):
    gruppe("Blubbelkunde", verwandt=["Quarzelei"])
    gruppe("Quarzelei", "Murmelwesen", verwandt=[])
    fabriken.angebot(titel="Murmelwesen pflegen")
    assert seite(q="blubbelkunde") == ([], ["Murmelwesen pflegen"])


def test_a_phrase_that_stands_nowhere_leaves_its_words_what_they_say(gemeinden):
    gruppe("Kaffeestunde im Heim", "Heimkaffee", verwandt=[])
    fabriken.angebot(titel="Kaffeestunde gestalten")
    assert seite(q="kaffeestunde im heim")[0] == ["Kaffeestunde gestalten"]


def test_a_long_hyphenated_word_is_known(gemeinden):
    gruppe("Dritte-Welt-Laden", "Fairkaufhaus", verwandt=[])
    fabriken.angebot(titel="Verkauf im Fairkaufhaus")
    assert seite(q="Dritte-Welt-Laden")[0] == ["Verkauf im Fairkaufhaus"]


@pytest.mark.parametrize(
    ("frage", "alter"),
    [("was kann ich mit 16 machen", 16), ("meine tochter ist 9", 9), ("schülerin, 15", 15), ("16 jahre", 16)],
)
def test_an_age_is_read(frage, alter, gemeinden):
    assert AngebotFilter(QueryDict(f"q={frage}")).werte["alter"] == alter


@pytest.mark.parametrize(
    "frage", ["mit 20 kindern basteln", "seit 30 jahren im büro", "30 jahre im büro", "ist 20 uhr gut"]
)
def test_a_number_of_other_things_is_no_age(frage, gemeinden):
    assert "alter" not in AngebotFilter(QueryDict(f"q={frage}")).werte


def test_a_right_word_is_not_taken_for_a_short_one_that_is_unlike(gemeinden):
    fabriken.angebot(titel="Stand auf dem Markt")
    assert AngebotFilter(QueryDict("q=markirung")).frage.gemeint == []


def test_a_word_whose_parts_mislead_is_at_best_near(gemeinden):
    fabriken.angebot(titel="Bank am Weg streichen")
    assert seite(q="bankdrücken") == ([], ["Bank am Weg streichen"])


def test_a_word_that_nobody_knows_leaves_what_is_new_in_that_place(hier_und_dort):
    assert seite(q="xylophon soest") == ([], ["Vorlesen hier"])
    assert seite(q="xylophon") == ([], [])
