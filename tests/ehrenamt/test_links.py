"""Tokens in mailed links: for one purpose, one object, one time; and nothing of them in the log."""

import logging
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import signing

from ehrenamt.links import LinkAbgelaufen, LinkUngueltig, kennung, token
from ehrenamt.protokoll import OhneToken, Zeile

TAG = timedelta(days=1)


def test_a_token_gives_back_what_it_was_made_for():
    wer = uuid4()
    assert kennung("probe", token("probe", wer), TAG) == str(wer)


def test_another_purpose_or_a_changed_letter_is_refused():
    echt = token("probe", uuid4())
    for falsch in ("", "x", ":::", "\x00", "äöü", echt[:-1], echt[1:], echt.swapcase()):
        with pytest.raises(LinkUngueltig):
            kennung("probe", falsch, TAG)
    with pytest.raises(LinkUngueltig):
        kennung("anderes", echt, TAG)


def test_a_token_ends(monkeypatch):
    echt = token("probe", uuid4())
    assert kennung("probe", echt, TAG)
    spaeter = signing.time.time() + TAG.total_seconds() + 60
    monkeypatch.setattr(signing.time, "time", lambda: spaeter)
    with pytest.raises(LinkAbgelaufen):
        kennung("probe", echt, TAG)


def test_another_secret_makes_all_links_worthless(settings):
    echt = token("probe", uuid4())
    settings.SECRET_KEY = "ein anderes"
    with pytest.raises(LinkUngueltig):
        kennung("probe", echt, TAG)


def test_a_new_secret_keeps_mailed_links_alive_while_the_old_one_is_named(settings):
    echt, alt = token("probe", uuid4()), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "ein neues", ["ein ganz altes", alt]
    assert kennung("probe", echt, TAG)
    assert kennung("probe", token("probe", uuid4()), TAG)
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(LinkUngueltig):
        kennung("probe", echt, TAG)


def zeile(text: str, *args, exc_info=None) -> str:
    eintrag = logging.LogRecord("django.request", logging.WARNING, "", 0, text, args, exc_info)
    OhneToken().filter(eintrag)
    return Zeile("{levelname} {message}", style="{").format(eintrag)


def test_no_token_stands_in_the_log():
    geheim = token("meine_daten", uuid4())
    for adresse in (f"/meine-daten/{geheim}/", f"/meine-daten/{geheim}/loeschung/"):
        assert geheim not in zeile("Not Found: %s", adresse)


def test_what_postgresql_says_about_a_row_stays_out_of_the_log():
    regel = 'new row violates check constraint "x"'
    meldung = f"{regel}\nDETAIL:  Failing row contains (1, Kim,\n\nkim@" + "example.org)."
    try:
        raise ValueError(meldung)
    except ValueError as fehler:
        text = zeile("Fehler", exc_info=(type(fehler), fehler, fehler.__traceback__))
    assert regel in text
    assert "kim@example.org" not in text
    assert text.endswith("DETAIL: …")
