"""Mails: rows that are sent once, whatever the mail server does, and say nobody's name in the log."""

import logging
import smtplib

import pytest
from django.core import mail
from django.db import connection, transaction

from boerse.models import Anfrage
from ehrenamt import tasks, versand
from ehrenamt.models import Nachricht

from .. import fabriken, jobs


def schreiben(**weiteres) -> Nachricht:
    return Nachricht.objects.einstellen(
        "probe", "kim@example.org", "Ein Betreff", "Ein Text", "<p>Ein Text</p>", **weiteres
    )


@pytest.fixture
def server(monkeypatch):
    """A mail server that answers with the given exception; without one it takes everything."""

    def antwortet(fehler: Exception | None) -> None:
        def send(self, *args, **kwargs):
            raise fehler

        if fehler:
            monkeypatch.setattr(mail.EmailMultiAlternatives, "send", send)

    return antwortet


def test_a_mail_is_sent_with_the_headers_that_answers_need(db, mailoutbox):
    nachricht = schreiben(reply_to="antwort@example.org")
    jobs.erledigen()
    gesendet = mailoutbox[0]
    assert gesendet.to == ["kim@example.org"]
    assert gesendet.reply_to == ["antwort@example.org"]
    assert gesendet.extra_headers["Message-ID"] == nachricht.message_id
    assert gesendet.extra_headers["Auto-Submitted"] == "auto-generated"
    assert gesendet.alternatives[0].content == "<p>Ein Text</p>"
    nachricht.refresh_from_db()
    assert nachricht.status == Nachricht.Status.GESENDET and nachricht.gesendet_am


def test_a_mail_is_sent_once_however_often_its_job_runs(db, mailoutbox):
    schreiben()
    jobs.erledigen()
    jobs.erledigen()
    assert len(mailoutbox) == 1


def test_a_mail_deleted_meanwhile_is_not_sent(db, mailoutbox):
    schreiben().delete()
    jobs.erledigen()
    assert not mailoutbox


def test_a_rollback_drops_the_mail_and_its_job(db):
    with pytest.raises(RuntimeError), transaction.atomic():
        schreiben()
        assert list(jobs.wartende())
        raise RuntimeError
    assert not list(jobs.wartende())
    assert not Nachricht.objects.exists()


def test_the_job_carries_the_number_alone(db):
    nachricht = schreiben()
    assert list(jobs.wartende()) == [(tasks.nachricht_senden.name, {"nachricht_id": nachricht.pk})]


@pytest.mark.parametrize(
    "fehler",
    [
        smtplib.SMTPRecipientsRefused({"kim@example.org": (450, b"kim@example.org: later")}),
        smtplib.SMTPDataError(451, b"try later kim@example.org"),
        smtplib.SMTPServerDisconnected("gone"),
        ConnectionRefusedError("no"),
        TimeoutError(),
    ],
)
def test_a_temporary_failure_tries_again_and_names_nobody(db, server, fehler):
    nachricht = schreiben()
    server(fehler)
    with pytest.raises(versand.VersandGescheitert) as gefangen:
        jobs.erledigen()
    zeile = logging.Formatter().formatException((gefangen.type, gefangen.value, gefangen.tb))
    assert "kim@example.org" not in zeile.replace("tests/", "").split("VersandGescheitert")[-1]
    assert gefangen.value.__suppress_context__
    nachricht.refresh_from_db()
    assert nachricht.status == Nachricht.Status.WARTET


@pytest.mark.parametrize(
    ("fehler", "art"),
    [
        (
            smtplib.SMTPRecipientsRefused({"kim@example.org": (550, b"no such user")}),
            "SMTPRecipientsRefused 550",
        ),
        (smtplib.SMTPDataError(554, b"spam"), "SMTPDataError 554"),
        (smtplib.SMTPNotSupportedError("SMTPUTF8"), "SMTPNotSupportedError"),
        (ValueError("kim@example.org cannot be written"), "ValueError"),
    ],
)
def test_a_permanent_refusal_is_kept_and_not_tried_again(db, server, fehler, art):
    nachricht = schreiben()
    server(fehler)
    jobs.erledigen()
    nachricht.refresh_from_db()
    assert (nachricht.status, nachricht.fehler) == (Nachricht.Status.ABGEWIESEN, art)


def test_a_mail_that_went_out_at_last_has_no_error_any_more(db, mailoutbox):
    nachricht = schreiben()
    Nachricht.objects.update(fehler="SMTPDataError 451")
    jobs.erledigen()
    nachricht.refresh_from_db()
    assert (nachricht.status, nachricht.fehler) == (Nachricht.Status.GESENDET, "")


def test_two_workers_cannot_send_the_same_mail(zweite_verbindung, mailoutbox):
    """The lock is a connection's, so it goes with a worker that is killed."""
    nachricht = schreiben()
    with zweite_verbindung.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [f"nachricht {nachricht.pk}"])
    with pytest.raises(versand.VersandGescheitert):
        jobs.erledigen()
    assert not mailoutbox
    zweite_verbindung.close()
    jobs.erledigen()
    assert len(mailoutbox) == 1


def test_who_deletes_a_mail_does_not_wait_for_the_mail_server(zweite_verbindung, monkeypatch):
    nachricht = schreiben()

    def waehrenddessen(self, *args, **kwargs):
        with zweite_verbindung.cursor() as cursor:
            cursor.execute("SET lock_timeout = '10ms'")
            cursor.execute("DELETE FROM ehrenamt_nachricht WHERE id = %s", [nachricht.pk])

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", waehrenddessen)
    jobs.erledigen()
    assert not Nachricht.objects.exists()


def test_that_a_mail_went_out_is_noted_although_the_database_was_restarted_meanwhile(zweite_verbindung, monkeypatch):
    schreiben()
    anrufe = []

    def waehrenddessen(self, *args, **kwargs):
        anrufe.append(self)
        with zweite_verbindung.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", waehrenddessen)
    jobs.erledigen()
    assert Nachricht.objects.get().status == Nachricht.Status.GESENDET
    assert len(anrufe) == 1


def test_line_breaks_cannot_add_headers(db):
    nachricht = Nachricht.objects.einstellen("probe", "kim@example.org", "Betreff\nBcc: alle@example.org", "Text")
    assert "\n" not in nachricht.betreff


def test_plain_text_is_not_escaped_and_html_is(kontaktstelle):
    organisation = fabriken.organisation("Müller & Söhne <e. V.>")
    anfrage = fabriken.anfrage(fabriken.angebot(organisation), name="<b>Kim</b>")
    nachricht = Nachricht.objects.get(anlass="anfrage_eingegangen")
    assert "<b>Kim</b>" in nachricht.text
    assert "<b>Kim</b>" not in nachricht.html and "&lt;b&gt;Kim" in nachricht.html
    bestaetigung = Nachricht.objects.get(anlass="anfrage_bestaetigen")
    assert "Müller & Söhne <e. V.>" in bestaetigung.text
    assert "Müller &amp; Söhne" in bestaetigung.html
    assert anfrage.status == Anfrage.Status.OFFEN


def test_every_mail_of_a_listings_life_is_complete(kontaktstelle, sportverein):
    """Each has a subject, a greeting in both forms, and no template left overs."""
    fassung = fabriken.eingereicht(sportverein)
    amt = fabriken.DURCH_KONTAKTSTELLE
    fassung.zurueckgeben(amt, "Bitte nennen Sie die Uhrzeit.")
    fassung.einreichen(fabriken.ORGANISATION)
    fassung.freigeben(amt)
    fassung.angebot.refresh_from_db()
    anfrage = fabriken.anfrage(fassung.angebot)
    anfrage.zurueckziehen()
    fassung.angebot.sperren(amt, "Verstoß.")
    zweite = fabriken.eingereicht(sportverein)
    zweite.ablehnen(amt, "Das ist bezahlte Arbeit.")
    sportverein.sperren(amt, "Verstoß.")
    neue = fabriken.organisation(freigegeben=False)
    neue.ablehnen(amt, "Keine gemeinnützige Organisation.")
    neue.freigeben(amt)
    anlaesse = set()
    for nachricht in Nachricht.objects.all():
        anlaesse.add(nachricht.anlass)
        assert nachricht.betreff.strip()
        assert nachricht.text.startswith("Guten Tag,"), nachricht.anlass
        assert "Guten Tag," in nachricht.html, nachricht.anlass
        assert nachricht.html.count('class="knopf"') <= 1, nachricht.anlass
        for rest in ("{{", "{%", "None", "<img"):
            assert rest not in nachricht.text + nachricht.html, (nachricht.anlass, rest)
        assert "\n\n\n" not in nachricht.text, nachricht.anlass
    assert anlaesse >= {
        "fassung_zurueckgegeben",
        "fassung_freigegeben",
        "fassung_abgelehnt",
        "angebot_gesperrt",
        "organisation_gesperrt",
        "organisation_abgelehnt",
        "organisation_freigegeben",
        "anfrage_zurueckgezogen",
    }
    assert "Bitte nennen Sie die Uhrzeit." in Nachricht.objects.get(anlass="fassung_zurueckgegeben").text


def test_a_returned_text_leads_to_where_it_can_be_edited(kontaktstelle, sportverein, fremde_organisation, leitung):
    """Who has an account goes to the form; others to the page behind the signed link."""
    for organisation, teil in ((sportverein, "/arbeitsbereich/"), (fremde_organisation, "stand/")):
        fabriken.eingereicht(organisation).zurueckgeben(fabriken.DURCH_KONTAKTSTELLE, "Bitte ergänzen.")
        assert teil in Nachricht.objects.filter(anlass="fassung_zurueckgegeben").first().text
