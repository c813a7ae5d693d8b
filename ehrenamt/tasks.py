"""Which jobs does the project package run? Sending mails."""

import smtplib

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app


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
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as fehler:
            if not _endgueltig(fehler):
                raise
            nachricht.status, nachricht.fehler = Nachricht.Status.ABGEWIESEN, type(fehler).__name__
        else:
            nachricht.status, nachricht.gesendet_am = Nachricht.Status.GESENDET, timezone.now()
        nachricht.save(update_fields=["status", "fehler", "gesendet_am"])


def _endgueltig(fehler: smtplib.SMTPException) -> bool:
    """Whether the mail server said a permanent no (5xx, RFC 5321 4.2.1)."""
    if isinstance(fehler, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in fehler.recipients.values())
    return fehler.smtp_code >= 500
