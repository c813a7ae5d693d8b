"""How do listings come from the database to a list? Each as one text, by a statement that is always the same.

The same text says the same, so what was made of it is kept in the process: the texts themselves are fetched each time.
"""

import json
from functools import cache, lru_cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS, connection

from organisationen.models import Organisation

from .darstellung.daten import WIE_GESPEICHERT
from .filterfelder import schnelle_kopie
from .mitlesen import ORTE, ZEITEN, orte_und_zeiten_vorlegen
from .models import Angebot
from .querysets import KARTE

BEKANNT = 1000
MIT_TEXT = {*KARTE, *WIE_GESPEICHERT, "quelle", "externe_id"}


def angebote(nummern: list[int], *, mit_text: bool = False) -> list[Angebot]:
    """The listings of these numbers, in this order, with everything a card shows; `mit_text`: and with their texts.

    Those of the same content share their `kartentexte` (darstellung/kartentext.py).
    """
    if not nummern:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_abfrage(mit_text), [nummern])
        zeilen = dict(cursor.fetchall())
    return [schnelle_kopie(_angebot(zeilen[nummer])) for nummer in nummern if nummer in zeilen]


@cache
def _abfrage(mit_text: bool) -> str:
    felder = sorted(MIT_TEXT if mit_text else KARTE)
    zeilen = Angebot.objects.order_by().annotate(_orte=ORTE, _zeiten=ZEITEN)
    sql, _keine = zeilen.values("id", "organisation_id", *felder, "_orte", "_zeiten").query.sql_with_params()
    return f"SELECT id, row_to_json(zeile)::text FROM ({sql}) zeile WHERE id = ANY(%s)"


@lru_cache(BEKANNT)
def _angebot(zeile: str) -> Angebot:
    werte = json.loads(zeile)
    felder = [feld for feld in Angebot._meta.concrete_fields if feld.attname in werte]
    inhalt = [_wert(feld, werte[feld.attname]) for feld in felder]
    angebot = Angebot.from_db(DEFAULT_DB_ALIAS, [feld.attname for feld in felder], inhalt)
    wer = [werte["organisation_id"], werte["organisation__name"]]
    angebot.organisation = Organisation.from_db(DEFAULT_DB_ALIAS, ["id", "name"], wer)
    orte_und_zeiten_vorlegen(angebot, werte["_orte"], werte["_zeiten"])
    angebot.kartentexte = {}
    return angebot


def _wert(feld: Any, wert: Any) -> Any:
    """JSON knows no dates."""
    return wert if isinstance(feld, ArrayField) else feld.to_python(wert)
