"""The engine of duties: several workers share the rows, and what cannot be done keeps up nothing else."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from ehrenamt import pflichten
from ehrenamt.models import Zaehler
from ehrenamt.pflichten import Pflicht, PflichtOffen, alle_erledigen

JETZT = timezone.now()


def zaehler(anzahl: int) -> list[Zaehler]:
    return Zaehler.objects.bulk_create(Zaehler(schluessel=f"z{i}", gueltig_bis=JETZT) for i in range(anzahl))


def faellig(jetzt):
    return Zaehler.objects.filter(anzahl=0).order_by("schluessel")


def abhaken(zeile, jetzt=None):
    Zaehler.objects.filter(pk=zeile.pk).update(anzahl=1)


def pflicht(tun=abhaken) -> Pflicht:
    return Pflicht("Gezählt", faellig, tun)


@pytest.mark.parametrize("tun", [abhaken, None])
def test_blocks_cover_everything_once(db, monkeypatch, tun):
    monkeypatch.setattr(pflichten, "BLOCK_TUN", 3)
    monkeypatch.setattr(pflichten, "BLOCK_LOESCHEN", 3)
    zaehler(10)
    assert pflicht(tun).erledigen(JETZT) == 10
    assert pflicht(tun).erledigen(JETZT) == 0


def test_a_block_ends_early_where_it_takes_long(db, monkeypatch):
    """A page that wants one of the locked rows does not wait for the whole block."""
    monkeypatch.setattr(pflichten, "BLOCK_SEKUNDEN", 0)
    zaehler(3)
    bloecke = []
    echt = transaction.atomic
    monkeypatch.setattr(pflichten.transaction, "atomic", lambda: bloecke.append(1) or echt())
    assert pflicht().erledigen(JETZT) == 3
    assert len(bloecke) == 3 + 3, "a transaction for each row, in it a savepoint"


def test_what_another_worker_holds_is_skipped(zweite_verbindung):
    zaehler(3)
    zweite_verbindung.set_autocommit(False)
    with zweite_verbindung.cursor() as cursor:
        cursor.execute("SELECT 1 FROM ehrenamt_zaehler WHERE schluessel = 'z1' FOR NO KEY UPDATE")
    assert pflicht().erledigen(JETZT) == 2
    zweite_verbindung.rollback()
    assert pflicht().erledigen(JETZT) == 1


def test_what_was_done_meanwhile_is_not_done_again(db, monkeypatch):
    """Between finding and locking somebody may have acted."""
    zaehler(3)
    echt = Pflicht._finden

    def finden(self, jetzt, ohne):
        nummern = echt(self, jetzt, ohne)
        abhaken(Zaehler(pk="z1"))
        return nummern

    monkeypatch.setattr(Pflicht, "_finden", finden)
    getan = []
    assert pflicht(lambda zeile, jetzt: getan.append(zeile.pk) or abhaken(zeile)).erledigen(JETZT) == 2
    assert getan == ["z0", "z2"]


def test_what_takes_long_is_done_before_the_row_is_locked(zweite_verbindung, monkeypatch, keine_fehler_im_protokoll):
    """Once for each row, also where the transaction ends early; what fails there is missing and keeps up nothing."""
    monkeypatch.setattr(pflichten, "BLOCK_SEKUNDEN", 0)
    zaehler(3)
    vorbereitet, getan = [], {}

    def vorbereiten(zeile):
        with zweite_verbindung.cursor() as cursor:
            cursor.execute("SELECT 1 FROM ehrenamt_zaehler FOR UPDATE NOWAIT")
        vorbereitet.append(zeile.pk)
        if zeile.pk == "z1":
            raise RuntimeError("cannot be")
        return f"für {zeile.pk}"

    def tun(zeile, jetzt, bereit):
        getan[zeile.pk] = bereit
        abhaken(zeile)

    assert Pflicht("Gezählt", faellig, tun, vorbereiten=vorbereiten).erledigen(JETZT) == 3
    assert vorbereitet == ["z0", "z1", "z2"]
    assert getan == {"z0": "für z0", "z1": None, "z2": "für z2"}
    assert "ehrenamt.Zaehler z1" in keine_fehler_im_protokoll[0].getMessage()
    keine_fehler_im_protokoll.clear()


def test_rows_stay_free_for_those_who_only_refer_to_them(zweite_verbindung):
    zaehler(1)

    def waehrenddessen(zeile, jetzt):
        abhaken(zeile)
        with zweite_verbindung.cursor() as cursor:
            cursor.execute("SET lock_timeout = '10ms'")
            cursor.execute("SELECT 1 FROM ehrenamt_zaehler FOR KEY SHARE")

    assert pflicht(waehrenddessen).erledigen(JETZT) == 1


def test_what_stays_due_is_not_done_for_ever(db, keine_fehler_im_protokoll):
    zaehler(2)
    getan = []

    def vergisst_den_ersten(zeile, jetzt):
        getan.append(zeile.pk)
        if zeile.pk != "z0":
            abhaken(zeile)

    with pytest.raises(PflichtOffen, match="1 von 2"):
        pflicht(vergisst_den_ersten).erledigen(JETZT)
    assert getan == ["z0", "z1"]
    assert "Bleibt fällig: Gezählt z0" in keine_fehler_im_protokoll[0].getMessage()
    keine_fehler_im_protokoll.clear()


def klemmt_im_ersten(zeile, jetzt):
    abhaken(zeile)
    if zeile.pk == "z0":
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")


def test_an_error_of_the_database_undoes_that_row_alone(db, keine_fehler_im_protokoll):
    zaehler(3)
    with pytest.raises(PflichtOffen, match="1 von 3"):
        pflicht(klemmt_im_ersten).erledigen(JETZT)
    assert [z.pk for z in faellig(JETZT)] == ["z0"]
    assert "ehrenamt.Zaehler z0" in keine_fehler_im_protokoll[0].getMessage()
    keine_fehler_im_protokoll.clear()


def test_a_lost_connection_ends_the_duty_and_nothing_counts_as_done(zweite_verbindung):
    zaehler(3)

    def verliert_die_verbindung(zeile, jetzt):
        abhaken(zeile)
        if zeile.pk == "z1":
            with zweite_verbindung.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
            abhaken(zeile)

    with pytest.raises(OperationalError):
        pflicht(verliert_die_verbindung).erledigen(JETZT)
    assert faellig(JETZT).count() == 3, "the next duty has a connection again"


def test_a_row_that_cannot_be_deleted_keeps_up_no_other(db, monkeypatch, keine_fehler_im_protokoll):
    zaehler(3)
    echt = pflichten.QuerySet.delete

    def loeschen(zeilen):
        if zeilen.filter(pk="z1").exists():
            raise RuntimeError("somebody refers to it")
        return echt(zeilen)

    monkeypatch.setattr(pflichten.QuerySet, "delete", loeschen)
    with pytest.raises(PflichtOffen, match="1 von 3"):
        pflicht(None).erledigen(JETZT)
    assert [z.pk for z in Zaehler.objects.all()] == ["z1"]
    keine_fehler_im_protokoll.clear()


def test_many_rows_are_done_by_one_statement(db, django_assert_max_num_queries):
    zaehler(50)
    alle = Pflicht("Gezählt", faellig, alle=lambda zeilen, jetzt: zeilen.update(anzahl=1))
    with django_assert_max_num_queries(12):
        assert alle.erledigen(JETZT) == 50


def test_one_duty_that_fails_keeps_up_no_other(db, keine_fehler_im_protokoll):
    zaehler(1)

    def unmoeglich(jetzt):
        raise RuntimeError

    with pytest.raises(PflichtOffen, match="Kaputt") as offen:
        alle_erledigen([Pflicht("Kaputt", unmoeglich), pflicht()], JETZT)
    assert offen.value.getan == {"Gezählt": 1}
    keine_fehler_im_protokoll.clear()


def test_the_command_says_what_was_done_although_something_failed(db, monkeypatch, capsys):
    def erledigen():
        raise PflichtOffen("Kaputt", {"Gezählt": 1})

    monkeypatch.setattr("boerse.management.commands.pflichten.faelliges_erledigen", erledigen)
    with pytest.raises(CommandError, match="Kaputt"):
        call_command("pflichten")
    assert "Gezählt: 1" in capsys.readouterr().out


def test_a_clock_may_be_ahead(db):
    """Duties are asked about the future, too."""
    zaehler(1)
    spaeter = Pflicht("Abgelaufen", Zaehler.objects.abgelaufen)
    assert not spaeter.faellig(JETZT).exists()
    assert spaeter.faellig(JETZT + timedelta(seconds=1)).exists()
