"""`manage.py faellig`: what will happen when, by number and without names."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from boerse.models import Anfrage
from boerse.pflichten import PFLICHTEN, faelliges_erledigen
from ehrenamt.vorhersage import naechster_lauf, vorhersagen
from tests import fabriken


@pytest.fixture
def angebot(kontaktstelle, sportverein):
    return fabriken.angebot(sportverein)


def zahlen(jetzt: datetime, tage: int = 14) -> dict:
    return {(tag, f.pflicht.name): len(f.nummern) for tag, f in vorhersagen(PFLICHTEN, jetzt, tage)}


def test_each_row_stands_at_its_day_and_there_alone(angebot):
    jetzt = timezone.now()
    for stunden in (-1, 0, 30, 31, 24 * 20):
        anfrage = fabriken.anfrage(angebot, bestaetigt=False)
        Anfrage.objects.filter(pk=anfrage.pk).update(loeschen_am=jetzt + timedelta(hours=stunden))
    geloescht = {tag: anzahl for (tag, name), anzahl in zahlen(jetzt).items() if name == "Anfragen gelöscht"}
    assert geloescht.pop(None) == 2
    tage = [timezone.localdate(jetzt + timedelta(hours=stunden)) for stunden in (30, 31)]
    assert geloescht == {tag: tage.count(tag) for tag in tage}


def test_it_says_what_really_happens(angebot):
    for _ in range(3):
        fabriken.anfrage(angebot, bestaetigt=False)
    jetzt = timezone.now() + timedelta(days=3)
    vorher = zahlen(jetzt, 0)
    getan = faelliges_erledigen(jetzt)
    assert {name: anzahl for (_tag, name), anzahl in vorher.items()} == {n: a for n, a in getan.items() if a}
    assert not zahlen(jetzt, 0)


def test_the_command_names_numbers_alone_and_what_is_overdue(angebot, capsys):
    anfrage = fabriken.anfrage(angebot, bestaetigt=False)
    call_command("faellig", tage=3, einzeln=True)
    ausgabe = capsys.readouterr().out
    assert "Nächster Lauf: " in ausgabe and "Anfragen gelöscht" in ausgabe and "überfällig" not in ausgabe
    assert f"      {anfrage.pk}\n" in ausgabe
    assert "Kim" not in ausgabe and "kim@" not in ausgabe
    Anfrage.objects.update(loeschen_am=timezone.now() - timedelta(hours=3))
    call_command("faellig")
    assert "\nJetzt\n" in (ausgabe := capsys.readouterr().out)
    assert "davon 1 überfällig" in ausgabe


def test_nothing_to_come(db, capsys):
    call_command("faellig", tage=2)
    assert "In den nächsten 2 Tagen ist nichts fällig." in capsys.readouterr().out


def test_what_is_known_by_a_secret_is_only_counted(db, buergerin, capsys):
    from django.contrib.sessions.models import Session

    Session.objects.create(session_key="geheimer-schluessel", expire_date=timezone.now() - timedelta(minutes=1))
    call_command("faellig", einzeln=True)
    ausgabe = capsys.readouterr().out
    assert "Sitzungen gelöscht" in ausgabe and "geheimer-schluessel" not in ausgabe


def test_the_next_run_is_the_workers():
    assert naechster_lauf(datetime(2026, 11, 22, 10, 6, 59, tzinfo=UTC)) == datetime(2026, 11, 22, 10, 7, tzinfo=UTC)
    assert naechster_lauf(datetime(2026, 11, 22, 23, 7, tzinfo=UTC)) == datetime(2026, 11, 23, 0, 7, tzinfo=UTC)
