"""What is due goes, what is not stays; the clock is an argument."""

from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from boerse import pflichten as aufgaben
from boerse.models import Anfrage, Angebot, Engagementwunsch, Meldung
from ehrenamt import pflichten
from ehrenamt.models import Nachricht, Verlaufseintrag, Zaehler
from ehrenamt.rollen import ORGANISATION
from organisationen.auswahl import TeamRolle
from organisationen.models import Einladung

from .. import fabriken
from ..plan import nutzt


@pytest.fixture
def angebot(kontaktstelle, sportverein):
    return fabriken.angebot(sportverein)


def nach(**dauer) -> dict[str, int]:
    return aufgaben.faelliges_erledigen(timezone.now() + timedelta(**dauer))


def test_unconfirmed_enquiries_go_altogether_after_48_hours(angebot):
    fabriken.anfrage(angebot, bestaetigt=False)
    assert nach(hours=47)["Anfragen gelöscht"] == 0
    assert nach(hours=49)["Anfragen gelöscht"] == 1
    assert not Anfrage.objects.exists()
    assert not Nachricht.objects.filter(empfaenger="kim@example.org").exists()


def test_180_days_after_the_confirmation_an_enquiry_without_result_is_emptied_and_ended(angebot):
    anfrage = fabriken.anfrage(angebot)
    nach(days=179)
    anfrage.refresh_from_db()
    assert anfrage.name
    nach(days=181)
    anfrage.refresh_from_db()
    assert (anfrage.name, anfrage.email, anfrage.nachricht) == ("", "", "")
    assert anfrage.status == Anfrage.Status.OHNE_RUECKMELDUNG
    assert not Nachricht.objects.filter(anlass="anfrage_geloescht").exists()


def test_90_days_after_the_result_an_enquiry_is_emptied_and_still_counts(angebot):
    anfrage = fabriken.anfrage(angebot)
    anfrage.vermitteln(ORGANISATION)
    nach(days=89)
    anfrage.refresh_from_db()
    assert anfrage.name
    nach(days=91)
    anfrage.refresh_from_db()
    assert (anfrage.name, anfrage.status) == ("", Anfrage.Status.VERMITTELT)
    assert Anfrage.objects.count() == 1


def test_what_the_organisation_wrote_to_the_person_goes_with_the_enquiry(angebot):
    anfrage = fabriken.anfrage(angebot)
    anfrage.absagen(ORGANISATION, "Liebe Kim, leider nein.")
    assert not Verlaufseintrag.objects.filter(grund__contains="Kim").exists()
    nach(days=91)
    anfrage.refresh_from_db()
    assert anfrage.absage_grund == ""


def test_reports_mails_invitations_counters_and_sessions_go_in_their_time(angebot, sportverein):
    Meldung.objects.melden(angebot, grund="falsch", text="", email="kim@example.org")
    Einladung.objects.create(organisation=sportverein, email="neu@example.org", rolle=TeamRolle.REDAKTION)
    Zaehler.objects.create(schluessel="x", gueltig_bis=timezone.now() + timedelta(hours=1))
    Session.objects.create(session_key="x", expire_date=timezone.now() + timedelta(hours=12))
    modelle = [Meldung, Nachricht, Einladung, Zaehler, Session]
    assert all(modell.objects.count() == 1 for modell in modelle)
    nach(minutes=1)
    assert all(modell.objects.count() == 1 for modell in modelle)
    alte = Nachricht.objects.get()
    nach(days=181)
    assert not any(modell.objects.exists() for modell in modelle if modell != Nachricht)
    assert alte not in Nachricht.objects.all(), "newer ones ask whether the listing is still true"


@pytest.mark.parametrize("pausiert", [False, True])
def test_a_dated_listing_ends_the_day_after_its_last_day(kontaktstelle, sportverein, pausiert):
    heute = timezone.localdate()
    angebot = fabriken.angebot(sportverein, beginn=str(heute), ende=str(heute))
    if pausiert:
        angebot.pausieren(ORGANISATION)
    assert nach(minutes=0)["Angebote abgelaufen"] == 0
    assert nach(days=1)["Angebote abgelaufen"] == 1
    assert nach(days=1)["Angebote abgelaufen"] == 0
    angebot.refresh_from_db()
    assert angebot.status == Angebot.Status.ABGELAUFEN
    assert Verlaufseintrag.objects.von(angebot).first().rolle == "portal"


def test_doing_it_twice_changes_nothing(angebot):
    fabriken.anfrage(angebot)
    nach(days=200)
    assert set(nach(days=200).values()) == {0}


def test_many_rows_go_in_several_batches(angebot, monkeypatch):
    monkeypatch.setattr(pflichten, "BLOCK_LOESCHEN", 3)
    monkeypatch.setattr(pflichten, "BLOCK_TUN", 3)
    Zaehler.objects.bulk_create(Zaehler(schluessel=str(i), gueltig_bis=timezone.now()) for i in range(10))
    for _ in range(4):
        fabriken.anfrage(angebot, bestaetigt=False)
    getan = nach(days=3)
    assert (getan["Zähler gelöscht"], getan["Anfragen gelöscht"]) == (10, 4)


def test_a_row_that_cannot_be_deleted_keeps_up_no_other(angebot, monkeypatch, keine_fehler_im_protokoll):
    erste, zweite = (fabriken.anfrage(angebot, bestaetigt=False) for _ in range(2))
    echt = Anfrage.loeschen

    def klemmt(self, *args, **kwargs):
        if self.pk == erste.pk:
            raise RuntimeError("klemmt")
        echt(self, *args, **kwargs)

    monkeypatch.setattr(Anfrage, "loeschen", klemmt)
    Zaehler.objects.create(schluessel="x", gueltig_bis=timezone.now())
    with pytest.raises(pflichten.PflichtOffen):
        nach(days=3)
    assert list(Anfrage.objects.all()) == [erste]
    assert not Zaehler.objects.exists()
    assert f"boerse.Anfrage {erste.pk}" in keine_fehler_im_protokoll[0].getMessage()
    keine_fehler_im_protokoll.clear()
    assert zweite.pk != erste.pk


@pytest.mark.parametrize(
    ("faellige", "index"),
    [
        (lambda: Anfrage.objects.faellig(timezone.now()), "anfrage_loeschen"),
        (lambda: Engagementwunsch.objects.faellig(timezone.now()), "wunsch_loeschen"),
        (lambda: Engagementwunsch.objects.zu_erinnern(timezone.now()), "wunsch_erinnern"),
        (lambda: Angebot.objects.abgelaufen(date(2026, 11, 22)), "angebot_ende"),
        (lambda: Nachricht.objects.faellig(date(2026, 11, 22)), "loeschen_am"),
        (lambda: Meldung.objects.faellig(timezone.now()), "loeschen_am"),
        (lambda: Zaehler.objects.abgelaufen(timezone.now()), "gueltig_bis"),
    ],
)
def test_what_is_due_is_found_by_an_index(db, faellige, index):
    assert nutzt(faellige()[: pflichten.BLOCK_LOESCHEN], index)


def test_a_mail_whose_tries_are_used_up_is_queued_again(angebot):
    fabriken.anfrage(angebot, bestaetigt=False)
    nachricht = Nachricht.objects.get()
    assert nach(hours=7)["Nachrichten neu eingereiht"] == 0, "its job still waits"
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
    assert nach(hours=5)["Nachrichten neu eingereiht"] == 0
    assert nach(hours=7)["Nachrichten neu eingereiht"] == 1
    assert ProcrastinateJob.objects.filter(status="todo").get().args == {"nachricht_id": nachricht.pk}


def test_the_command_says_what_it_did(angebot, capsys):
    call_command("pflichten")
    assert "Anfragen gelöscht: 0" in capsys.readouterr().out
