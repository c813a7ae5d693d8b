"""Which words of a search without a hit are counted, and how often by one client? Single words; never the question."""

import logging
import re
from datetime import timedelta

from django.db import DatabaseError, connection
from django.http import HttpRequest
from django.utils import timezone

from ehrenamt.herkunft import ist_programm
from ehrenamt.ratenbegrenzung import erstmals, klasse

from ..models.suchluecke import GEZEIGT_AB
from .frage import Frage
from .sprache import stamm

logger = logging.getLogger(__name__)

WOERTER_HOECHSTENS = 3
# Longer questions are stories, in which a word says who tells them.
FRAGE_HOECHSTENS = 8
LAENGE = range(3, 31)
# With so many digits it may be a telephone number; a Postleitzahl has five.
ZIFFERN_HOECHSTENS = 5
# What one client can add in a day, and what all can together.
JE_ANSCHLUSS = 30
PLATZ = 5000
# One connection that asks day after day is one, until the word is shown: no more is stored of it than to which of 16
# classes it belongs for this word, as a sixteenth of all do. Who shares a class is missed; that costs a few days.
KLASSEN = 16
_ZAEHLEN = """
INSERT INTO boerse_suchluecke AS luecke (wort, form, anzahl, seit, zuletzt, erledigt, klassen)
SELECT wort, form, 1, %(heute)s, %(heute)s, false, klasse
FROM unnest(%(woerter)s::text[], %(formen)s::text[], %(klassen)s::int[]) AS neu(wort, form, klasse)
WHERE (SELECT count(*) FROM boerse_suchluecke) < %(platz)s
   OR EXISTS (SELECT FROM boerse_suchluecke alt WHERE alt.wort = neu.wort)
ORDER BY wort
ON CONFLICT (wort) DO UPDATE SET zuletzt = excluded.zuletzt,
    anzahl = luecke.anzahl + (luecke.anzahl >= %(gezeigt)s OR luecke.klassen & excluded.klassen = 0)::int,
    klassen = CASE WHEN luecke.anzahl >= %(gezeigt)s THEN 0 ELSE luecke.klassen | excluded.klassen END
"""


def zaehlen(request: HttpRequest, frage: Frage) -> None:
    """Count the unknown words of a search that found nothing; each once a day for one client, who stays unknown.

    Two statements at most, and never an error: the page is worth more than the count.
    """
    formen = {stamm(wort): wort for wort in zaehlbare(frage)}
    if not formen or request.method != "GET" or ist_programm(request):
        return
    try:
        neue = erstmals(request, "suchluecke", sorted(formen), JE_ANSCHLUSS, timedelta(days=1))
        if neue:
            _eintragen({wort: formen[wort] for wort in neue}, [1 << klasse(request, wort, KLASSEN) for wort in neue])
    except DatabaseError:
        logger.warning("Suche ohne Treffer nicht gezählt", exc_info=True)


def zaehlbare(frage: Frage) -> list[str]:
    """The unknown words that cannot be an address or a number; none where the question holds one."""
    text = frage.text
    if "@" in text or sum(map(str.isdigit, text)) > ZIFFERN_HOECHSTENS or len(text.split()) > FRAGE_HOECHSTENS:
        return []
    # What stands next to a dot in a word is the address of a site.
    adressen = " ".join(re.findall(r"\S*\w[.:/]{1,3}\w+\.\S*|\S*\w\.\w\S*", text)).lower()
    worte = [w for w in frage.unbekannte if w.isalpha() and len(w) in LAENGE and w not in adressen]
    return [wort for wort in worte if len(stamm(wort)) in LAENGE][:WOERTER_HOECHSTENS]


def _eintragen(formen: dict[str, str], klassen: list[int]) -> None:
    werte = {"woerter": list(formen), "formen": list(formen.values()), "klassen": klassen}
    grenzen = {"heute": timezone.localdate(), "platz": PLATZ, "gezeigt": GEZEIGT_AB}
    with connection.cursor() as cursor:
        cursor.execute(_ZAEHLEN, werte | grenzen)
