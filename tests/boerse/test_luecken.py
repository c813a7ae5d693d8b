"""Which words of a search without a hit are counted? Single ones, once a day for each client, without a name."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boerse.models import Suchluecke
from boerse.models.suchluecke import GEZEIGT_AB
from boerse.pflichten import faelliges_erledigen
from boerse.suche import luecken
from ehrenamt.models import Zaehler
from ehrenamt.ratenbegrenzung import absender, klasse
from tests import fabriken

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


def suchen(worte: str, von: str = "198.51.100.1", seite: str = "angebote", wer: str = BROWSER, **kopf):
    antwort = Client(REMOTE_ADDR=von, HTTP_USER_AGENT=wer, **kopf).get(reverse(seite), {"q": worte})
    assert antwort.status_code == 200
    return antwort


def gezaehlt() -> dict[str, int]:
    return dict(Suchluecke.objects.values_list("form", "anzahl"))


@pytest.fixture(autouse=True)
def jeder_anschluss_seine_klasse(monkeypatch):
    """Two of a dozen connections are often of one class."""
    monkeypatch.setattr(luecken, "klasse", lambda anfrage, *_was: sum(absender(anfrage).encode()) % 31)


@pytest.fixture
def angebot(sportverein):
    return fabriken.angebot(sportverein, titel="Im Garten helfen")


def test_an_unknown_word_is_counted_once_a_day_for_each_client(angebot):
    for von in ("198.51.100.1", "198.51.100.1", "198.51.100.2", "2001:db8::1", "2001:db8::2"):
        suchen("Drohnenflug", von)
    assert gezaehlt() == {"drohnenflug": 3}


def test_the_words_of_a_question_are_counted_singly(angebot):
    suchen("Drohnenflug xylophonisch")
    assert gezaehlt() == {"drohnenflug": 1, "xylophonisch": 1}
    assert {feld.name for feld in Suchluecke._meta.fields} == {
        "wort", "form", "anzahl", "seit", "zuletzt", "erledigt", "klassen",
    }  # fmt: skip


def test_what_finds_something_is_not_counted(angebot):
    suchen("garten drohnenflug")
    suchen("gartn")
    assert gezaehlt() == {}


def test_a_place_in_the_question_does_not_hide_the_word(angebot):
    suchen("drohnenflug soest")
    assert gezaehlt() == {"drohnenflug": 1}


@pytest.mark.parametrize(
    "worte",
    [
        "erikamuster@seed.example",
        "Mustermannova erika@seed.example",
        "Mustermannova erika @ seed . example",
        "Mustermannova 02921 471112",
        "0171/4711123",
        "www.mustermannova.example",
        "https://mustermannova.example/xylophonisch",
        "ich heiße mustermannova und möchte gern bald etwas xylophonisches tun",
        "drohne7",
        "x" * 31,
        "qx",
    ],
)
def test_addresses_numbers_and_stories_are_not_counted(worte, angebot):
    suchen(worte)
    assert gezaehlt() == {}


@pytest.mark.parametrize(
    ("wer", "kopf"),
    [("", {}), ("Mozilla/5.0 (compatible; Suchbot/2.1)", {}), (BROWSER, {"HTTP_SEC_PURPOSE": "prefetch;prerender"})],
)
def test_programs_are_not_counted(wer, kopf, angebot):
    suchen("drohnenflug", wer=wer, **kopf)
    assert gezaehlt() == {}


def test_only_the_list_counts(angebot):
    suchen("drohnenflug", seite="angebote_feed")
    Client(HTTP_USER_AGENT=BROWSER).head(reverse("angebote"), {"q": "drohnenflug"})
    assert gezaehlt() == {}


def test_one_client_fills_neither_the_table_nor_a_word(angebot, monkeypatch):
    monkeypatch.setattr(luecken, "JE_ANSCHLUSS", 3)
    for n in range(5):
        suchen("drohnenflug " + "xyz"[n % 3] * (10 + n))
    assert gezaehlt()["drohnenflug"] == 1 and len(gezaehlt()) == 4


def test_one_client_does_not_push_a_word_to_the_desk_day_after_day(angebot):
    for _tag in range(2 * GEZEIGT_AB):
        Zaehler.objects.all().delete()
        suchen("drohnenflug")
    assert gezaehlt() == {"drohnenflug": 1}
    for n in range(2, GEZEIGT_AB + 1):
        suchen("drohnenflug", f"198.51.100.{n}")
    Zaehler.objects.all().delete()
    suchen("drohnenflug")
    # From here on everybody is told apart by the day only, and nothing is known of who has asked.
    assert Suchluecke.objects.gezeigte().values_list("anzahl", "klassen").get() == (GEZEIGT_AB + 1, 0)


def test_a_class_says_the_same_each_day_and_little(rf):
    anfragen = [rf.get("/", REMOTE_ADDR=f"198.51.{n // 250}.{n % 250}") for n in range(300)]
    klassen = [klasse(anfrage, "wort", luecken.KLASSEN) for anfrage in anfragen]
    assert klassen == [klasse(anfrage, "wort", luecken.KLASSEN) for anfrage in anfragen]
    assert set(klassen) == set(range(luecken.KLASSEN))


def test_a_full_table_takes_no_further_words_but_counts_those_it_has(angebot, monkeypatch):
    suchen("drohnenflug")
    monkeypatch.setattr(luecken, "PLATZ", 1)
    suchen("drohnenflug xylophonisch", "198.51.100.2")
    assert gezaehlt() == {"drohnenflug": 2}


def test_the_page_comes_even_if_nothing_can_be_counted(angebot, monkeypatch):
    def kaputt(*_args):
        raise DatabaseError

    monkeypatch.setattr(luecken, "erstmals", kaputt)
    assert "Dazu gibt es gerade nichts" in suchen("drohnenflug").text


def test_counting_takes_two_statements(angebot, django_assert_num_queries):
    suche = luecken.Frage("drohnenflug xylophonisch")
    anfrage = Client().get("/gesundheit/").wsgi_request
    anfrage.META["HTTP_USER_AGENT"] = BROWSER
    with django_assert_num_queries(2):
        luecken.zaehlen(anfrage, suche)
    with django_assert_num_queries(1):
        luecken.zaehlen(anfrage, suche)


def test_rare_words_go_after_thirty_days_and_frequent_ones_a_year_after_the_last_search(db):
    heute = timezone.localdate()
    for wort, anzahl, tage in (("neu", 4, 29), ("selten", 4, 30), ("oft", 5, 100), ("vergessen", 50, 367)):
        tag = heute - timedelta(days=tage)
        Suchluecke.objects.create(wort=wort, form=wort, anzahl=anzahl, seit=tag, zuletzt=tag)
    assert faelliges_erledigen()["Suchwörter ohne Treffer gelöscht"] == 2
    assert set(gezaehlt()) == {"neu", "oft"}
