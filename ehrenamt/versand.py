"""How does a mail get out once, whatever fails meanwhile, without keeping anybody waiting?"""

import contextlib
import smtplib
import time
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from .models import Nachricht

# So long a mail that is out waits for a database that restarts, to have that noted.
GEDULD = 60


class VersandGescheitert(Exception):
    """A temporary failure. Says only of which kind: the mail server's words hold addresses, and this is logged."""


def versenden(nummer: int) -> None:
    """Hand a mail that waits to the mail server and note what it said. Raises VersandGescheitert where it may take
    the mail later; what was sent or deleted meanwhile is left alone.

    No row is locked while the mail server takes its time, so whoever deletes the mail does not wait for it.
    """
    with _allein(nummer):
        nachricht = Nachricht.objects.filter(pk=nummer, status=Nachricht.Status.WARTET).first()
        if nachricht is None:
            return
        try:
            nachricht.senden()
        except (smtplib.SMTPException, OSError, ValueError) as fehler:
            endgueltig, art = _endgueltig(fehler), _art(fehler)
            _festhalten(nachricht, status=Nachricht.Status.ABGEWIESEN if endgueltig else nachricht.status, fehler=art)
            if not endgueltig:
                raise VersandGescheitert(art) from None
        else:
            _festhalten(nachricht, status=Nachricht.Status.GESENDET, gesendet_am=timezone.now(), fehler="")


@contextlib.contextmanager
def _allein(nummer: int) -> Iterator[None]:
    """Nobody else sends this mail meanwhile. The lock belongs to the connection: PostgreSQL lets it go when the
    worker is killed."""
    schluessel = [f"nachricht {nummer}"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", schluessel)
        if not cursor.fetchone()[0]:
            raise VersandGescheitert("ein anderer Worker sendet sie gerade")
    try:
        yield
    finally:
        # Where the connection was lost, so was the lock.
        with contextlib.suppress(OperationalError, InterfaceError), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", schluessel)


def _festhalten(nachricht: Nachricht, **werte) -> None:
    """What the mail server said must not be forgotten because the database restarts just now."""
    frist = time.monotonic() + GEDULD
    while True:
        try:
            Nachricht.objects.filter(pk=nachricht.pk, status=Nachricht.Status.WARTET).update(**werte)
            return
        except (OperationalError, InterfaceError):
            if time.monotonic() > frist:
                raise
            connection.close()
            time.sleep(0.5)


def _endgueltig(fehler: Exception) -> bool:
    """Whether this mail will never be taken: a permanent no to it or its receiver (5xx, RFC 5321 4.2.1), or an
    address that cannot be written. A no to the sender or the log-in is about the portal, and put right there."""
    if isinstance(fehler, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in fehler.recipients.values())
    if isinstance(fehler, smtplib.SMTPDataError):
        return fehler.smtp_code >= 500
    return isinstance(fehler, ValueError | smtplib.SMTPNotSupportedError)


def _art(fehler: Exception) -> str:
    codes = [code for code, _text in getattr(fehler, "recipients", {}).values()]
    codes += [fehler.smtp_code] if isinstance(fehler, smtplib.SMTPResponseException) else []
    return " ".join([type(fehler).__name__, *map(str, codes)])
