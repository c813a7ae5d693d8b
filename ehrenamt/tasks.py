"""Which jobs does the project package run? Sending mails, and keeping the queue itself in order."""

import logging

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Status
from procrastinate.manager import JobManager
from procrastinate.tasks import Task
from procrastinate.utils import utcnow

logger = logging.getLogger(__name__)

# Finished jobs are kept for so long, for whoever looks for a mistake.
AUFHEBEN_STUNDEN = 72
# What keeps order and does duties goes before mails: thousands may wait while the mail server is away.
VORRANG = 10
# Jobs of workers that give no sign of life, and those that no job can still be at, although its worker lives: it
# could not say that the job was done. All jobs may run twice.
HAENGENDE = """
SELECT job.id FROM procrastinate_jobs job LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
WHERE job.status = 'doing' AND (
    worker.id IS NULL OR worker.last_heartbeat < now() - interval '30 seconds'
    OR NOT EXISTS (SELECT FROM procrastinate_events event WHERE event.job_id = job.id AND event.type = 'started'
                   AND event.at > now() - interval '1 hour'))
"""


@app.task(queue="mail", retry=RetryStrategy(max_attempts=40, linear_wait=60))
def nachricht_senden(nachricht_id: int) -> None:
    """Send one Nachricht once. A temporary failure raises, and the job is tried again later."""
    from .versand import versenden

    versenden(nachricht_id)


def nachricht_einreihen(nummer: int) -> None:
    einreihen(nachricht_senden, nachricht_id=nummer)


def einreihen(aufgabe: Task, **angaben: int | str) -> None:
    """A job in the same transaction as its cause. In a worker the app has connections of its own: on those the job
    would be there before its cause (a mail, say), and nothing would be done."""
    auftrag = aufgabe.configure()
    auftrag.job_manager = JobManager(DjangoConnector())
    auftrag.defer(**angaben)


@app.periodic(cron="* * * * *")
@app.task(queue="ordnung", queueing_lock="haengende_wiederholen", priority=VORRANG, pass_context=True)
async def haengende_wiederholen(context: JobContext, timestamp: int) -> None:
    """A worker that was killed leaves its job "doing" for ever: give it to another one."""
    for job in await context.app.connector.execute_query_all_async(HAENGENDE):
        try:
            await _wiederholen(context.app.job_manager, job["id"])
        except ConnectorException:
            # It came to an end meanwhile; else the next minute tries again.
            logger.info("Auftrag %s nicht neu eingereiht", job["id"])


async def _wiederholen(jobs, nummer: int) -> None:
    try:
        await jobs.retry_job_by_id_async(nummer, retry_at=utcnow())
    except UniqueViolation:
        # The next of its kind, of which only one may wait, is there already.
        await jobs.finish_job_by_id_async(nummer, status=Status.FAILED, delete_job=False)


@app.periodic(cron="37 * * * *")
@app.task(queue="ordnung", queueing_lock="alte_jobs_loeschen", priority=VORRANG, pass_context=True)
async def alte_jobs_loeschen(context: JobContext, timestamp: int) -> None:
    jobs = context.app.job_manager
    await jobs.delete_old_jobs(
        nb_hours=AUFHEBEN_STUNDEN, include_failed=True, include_cancelled=True, include_aborted=True
    )
