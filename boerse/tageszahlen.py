"""How is counted what people look at? In the process first, and written together after some seconds.

No cookie is set and no address kept: a count says that a page was asked for, not by whom. Programs that say so are
left out, and so is whoever is logged in: citizens never are. What a process that ends had not written yet is lost.
"""

import logging
import threading
from collections import Counter

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest
from django.utils import timezone

from ehrenamt.herkunft import ist_programm

from .models.tageszahl import Tagesart

logger = logging.getLogger(__name__)

SEKUNDEN = 10
_EINTRAGEN = """
INSERT INTO boerse_tageszahl AS zahl (angebot_id, tag, art, anzahl)
SELECT angebot.id, neu.tag, neu.art, neu.anzahl
FROM unnest(%s::bigint[], %s::date[], %s::text[], %s::int[]) AS neu(nummer, tag, art, anzahl)
JOIN boerse_angebot angebot ON angebot.id = neu.nummer
ORDER BY angebot.id, neu.tag, neu.art
ON CONFLICT (angebot_id, tag, art) DO UPDATE SET anzahl = zahl.anzahl + excluded.anzahl
"""
_offen: Counter = Counter()
_sperre = threading.Lock()


def zaehlen(request: HttpRequest, angebot_id: int, art: Tagesart) -> None:
    """Costs the page no query: another thread writes."""
    if request.method == "HEAD" or settings.SESSION_COOKIE_NAME in request.COOKIES or ist_programm(request):
        return
    with _sperre:
        erster = not _offen
        _offen[angebot_id, timezone.localdate(), art.value] += 1
    if erster:
        wecken()


def wecken() -> None:
    wecker = threading.Timer(SEKUNDEN, _im_hintergrund)
    wecker.daemon = True
    wecker.start()


def schreiben() -> None:
    """Everything counted since the last time, in one statement. Never an error: a count is not worth one."""
    with _sperre:
        zahlen = [(*schluessel, anzahl) for schluessel, anzahl in _offen.items()]
        _offen.clear()
    if not zahlen:
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute(_EINTRAGEN, [list(spalte) for spalte in zip(*zahlen, strict=True)])
    except DatabaseError:
        logger.warning("Tageszahlen nicht geschrieben", exc_info=True)


def _im_hintergrund() -> None:
    try:
        schreiben()
    finally:
        connection.close()
