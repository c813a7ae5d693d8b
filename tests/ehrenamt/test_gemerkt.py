"""What is kept in the process, and for how long."""

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.utils.translation import gettext, ngettext, override
from django.utils.translation.trans_real import translation

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


def test_what_was_asked_with_one_argument_is_no_answer_to_another(uhr):
    lesen = gemerkt.gemerkt(3)(lambda angemeldet: "Arbeitsbereich" if angemeldet else "Anmelden")
    assert [lesen(True), lesen(False), lesen(True)] == ["Arbeitsbereich", "Anmelden", "Arbeitsbereich"]


def test_a_sentence_that_was_looked_up_before_reads_the_same(monkeypatch):
    monkeypatch.setattr(gemerkt, "staticfiles_storage", SimpleNamespace(url=str))
    for sprache, _name in settings.LANGUAGES:
        for suche in ("gettext", "ngettext"):
            katalog = translation(sprache)
            monkeypatch.setattr(katalog, suche, getattr(katalog, suche))
    with override("en"):
        vorher = [gettext("Merkliste"), *(ngettext("%(n)s Tag", "%(n)s Tage", n) for n in (0, 1, 2))]
        gemerkt.nachschlagen_merken()
        for _mal in range(2):
            assert [gettext("Merkliste"), *(ngettext("%(n)s Tag", "%(n)s Tage", n) for n in (0, 1, 2))] == vorher
    assert gettext("Merkliste") == "Merkliste"
