"""Which jobs does the project package run? Sending mails, and keeping the queue itself in order."""

import smtplib

from django.db import transaction
from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

# Finished jobs are kept for so long, for whoever looks for a mistake.
AUFHEBEN_STUNDEN = 72


class VersandGescheitert(Exception):
    """A temporary failure. Says only of which kind: the mail server's words hold addresses, and this is logged."""


@app.task(queue="mail", retry=RetryStrategy(max_attempts=40, linear_wait=60))
def nachricht_senden(nachricht_id: int) -> None:
    """Send one Nachricht once. A temporary failure raises, and the job is tried again later.

    The row is locked while it is sent, so that two workers cannot send it both; what was sent or deleted
    meanwhile is left alone.
    """
    from .models import Nachricht

    with transaction.atomic():
        nachricht = (
            Nachricht.objects.select_for_update().filter(pk=nachricht_id, status=Nachricht.Status.WARTET).first()
        )
        if nachricht is None:
            return
        try:
            nachricht.senden()
        except (smtplib.SMTPException, OSError) as fehler:
            if not _endgueltig(fehler):
                raise VersandGescheitert(type(fehler).__name__) from None
            nachricht.status, nachricht.fehler = Nachricht.Status.ABGEWIESEN, type(fehler).__name__
        else:
            nachricht.status, nachricht.gesendet_am = Nachricht.Status.GESENDET, timezone.now()
        nachricht.save(update_fields=["status", "fehler", "gesendet_am"])


def _endgueltig(fehler: Exception) -> bool:
    """Whether the mail server said a permanent no to this mail (5xx, RFC 5321 4.2.1)."""
    if isinstance(fehler, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in fehler.recipients.values())
    return isinstance(fehler, smtplib.SMTPDataError) and fehler.smtp_code >= 500


@app.periodic(cron="* * * * *")
@app.task(queue="ordnung", queueing_lock="haengende_wiederholen", pass_context=True)
async def haengende_wiederholen(context: JobContext, timestamp: int) -> None:
    """A worker that was killed leaves its job "doing" for ever: give it to another one."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        await jobs.retry_job(job)


@app.periodic(cron="37 * * * *")
@app.task(queue="ordnung", queueing_lock="alte_jobs_loeschen", pass_context=True)
async def alte_jobs_loeschen(context: JobContext, timestamp: int) -> None:
    jobs = context.app.job_manager
    await jobs.delete_old_jobs(
        nb_hours=AUFHEBEN_STUNDEN, include_failed=True, include_cancelled=True, include_aborted=True
    )
