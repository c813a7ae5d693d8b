"""What is kept in the process, and for how long."""

import pytest

from ehrenamt import gemerkt


@pytest.fixture
def uhr(monkeypatch):
    zeit = {"jetzt": 100.0}
    monkeypatch.setattr(gemerkt, "HOECHSTENS", 600)
    monkeypatch.setattr("ehrenamt.gemerkt.time.monotonic", lambda: zeit["jetzt"])
    return zeit


def test_it_is_asked_again_after_its_seconds(uhr):
    stand = {"label": "Tiere"}
    lesen = gemerkt.gemerkt(3)(lambda: stand["label"])
    assert lesen() == "Tiere"
    stand["label"] = "Tiere und Natur"
    uhr["jetzt"] += 2.9
    assert lesen() == "Tiere"
    uhr["jetzt"] += 0.2
    assert lesen() == "Tiere und Natur"


def test_nothing_is_kept_where_nothing_shall_be(uhr, monkeypatch):
    monkeypatch.setattr(gemerkt, "HOECHSTENS", 0)
    werte = iter("ab")
    lesen = gemerkt.gemerkt(3)(lambda: next(werte))
    assert (lesen(), lesen()) == ("a", "b")
