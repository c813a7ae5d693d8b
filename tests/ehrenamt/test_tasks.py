"""The queue itself: a real worker sends, duties are on the timetable, what hangs is taken up again."""

import asyncio
import contextlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from ehrenamt import tasks
from ehrenamt.models import Nachricht


def test_duties_are_on_the_timetable():
    zeiten = {aufgabe.task.name: aufgabe.cron for aufgabe in app.periodic_registry.periodic_tasks.values()}
    assert zeiten == {
        "boerse.tasks.pflichten": "7 * * * *",
        "ehrenamt.tasks.haengende_wiederholen": "* * * * *",
        "ehrenamt.tasks.alte_jobs_loeschen": "37 * * * *",
    }


def test_a_real_worker_sends_what_waits(schlange):
    nachricht = Nachricht.objects.einstellen("probe", "kim@example.org", "Betreff", "Text")
    ausgabe = _arbeiter()
    nachricht.refresh_from_db()
    assert nachricht.status == Nachricht.Status.GESENDET, ausgabe
    assert "kim@example.org" not in ausgabe


def test_also_in_a_worker_a_job_is_there_only_when_its_mail_is(schlange, zweite_verbindung):
    """What duties write there: another worker must not find the job while the mail is not yet committed."""
    with app.replace_connector(app.connector.get_worker_connector()), transaction.atomic():
        Nachricht.objects.einstellen("probe", "kim@example.org", "Betreff", "Text")
        with zweite_verbindung.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM procrastinate_jobs")
            assert cursor.fetchone() == (0,)
    assert ProcrastinateJob.objects.count() == 1


def _arbeiter() -> str:
    """`manage.py procrastinate worker --one-shot` on the test's own database, as verbose as it can be."""
    daten = connection.settings_dict
    wer = f"{quote(daten['USER'])}:{quote(daten['PASSWORD'])}"
    wo = f"postgresql://{wer}@/{daten['NAME']}?host={quote(daten['HOST'])}&port={daten['PORT'] or 5432}"
    umgebung = os.environ | {"DATABASE_URL": wo, "PORTAL_PROTOKOLL": "INFO", "PORTAL_GEHEIMNIS": "geheim"}
    befehl = [sys.executable, "manage.py", "procrastinate", "worker", "--one-shot", "--queues=mail"]
    lauf = subprocess.run(befehl, cwd=settings.BASE_DIR, env=umgebung, capture_output=True, text=True, timeout=60)
    assert lauf.returncode == 0, lauf.stderr
    return lauf.stdout + lauf.stderr


def _in_arbeit(lebenszeichen: str, begonnen: str) -> None:
    """All jobs are in the hands of a worker that was last heard of, and began them, so long ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s::interval)", [lebenszeichen]
        )
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT max(id) FROM procrastinate_workers)"
        )
        cursor.execute("UPDATE procrastinate_events SET at = now() - %s::interval WHERE type = 'started'", [begonnen])


@pytest.mark.parametrize(
    ("lebenszeichen", "begonnen", "stand"),
    [
        ("5 minutes", "5 minutes", "todo"),
        ("10 seconds", "5 minutes", "doing"),
        # The worker lives, but could not say that the job was done.
        ("10 seconds", "61 minutes", "todo"),
    ],
)
def test_a_job_that_nobody_is_at_is_taken_up_again(schlange, lebenszeichen, begonnen, stand):
    Nachricht.objects.einstellen("probe", "kim@example.org", "Betreff", "Text")
    _in_arbeit(lebenszeichen, begonnen)
    _ausfuehren(tasks.haengende_wiederholen)
    assert ProcrastinateJob.objects.get().status == stand


def test_a_job_whose_successor_waits_does_not_keep_up_others(schlange):
    """Of the duties only one run may wait: a second one would be refused by the database."""
    aufgaben = app.tasks["boerse.tasks.pflichten"], tasks.nachricht_senden
    aufgaben[0].defer(timestamp=1)
    aufgaben[1].defer(nachricht_id=1)
    _in_arbeit("5 minutes", "5 minutes")
    aufgaben[0].defer(timestamp=2)
    _ausfuehren(tasks.haengende_wiederholen)
    staende = [(job.task_name.split(".")[-1], job.status) for job in ProcrastinateJob.objects.order_by("pk")]
    assert staende == [("pflichten", "failed"), ("nachricht_senden", "todo"), ("pflichten", "todo")]


def test_duties_and_order_go_before_mails(schlange):
    """Thousands may wait while the mail server is away."""
    Nachricht.objects.einstellen("probe", "kim@example.org", "Betreff", "Text")
    app.tasks["boerse.tasks.pflichten"].defer(timestamp=0)
    vorraenge = {aufgabe.task.priority for aufgabe in app.periodic_registry.periodic_tasks.values()}
    assert vorraenge == {tasks.VORRANG}
    assert ProcrastinateJob.objects.order_by("-priority").first().task_name == "boerse.tasks.pflichten"


def test_finished_jobs_go_after_three_days(schlange):
    for alter in (71, 73):
        Nachricht.objects.einstellen("probe", f"kim{alter}@example.org", "Betreff", "Text")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded'")
        cursor.execute(
            "UPDATE procrastinate_events SET at = now() - CASE WHEN job_id = (SELECT min(id) FROM procrastinate_jobs)"
            " THEN interval '71 hours' ELSE interval '73 hours' END"
        )
    _ausfuehren(tasks.alte_jobs_loeschen)
    assert ProcrastinateJob.objects.count() == 1


def _ausfuehren(aufgabe) -> None:
    """In a thread of its own: once a browser was open, an event loop runs in this one."""
    assert asyncio.iscoroutinefunction(aufgabe.func)

    def laufen() -> None:
        with contextlib.closing(connection):
            async_to_sync(aufgabe.func)(SimpleNamespace(app=app), timestamp=0)

    with ThreadPoolExecutor(1) as faden:
        faden.submit(laufen).result()
