"""How are a hundred values counted over all hits in one step? By adding up numbers.

Every value has a place of STELLEN digits in one long number; a listing has a 1 at the places of its values. The sum
over any listings then holds at each place how many of them have that value (up to 999,999).
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from ..auswahl import Fuehrungszeugnis

STELLEN = 6
# Parameter → field of the listing.
LISTEN = {"thema": "themen", "zielgruppe": "zielgruppen", "taetigkeit": "taetigkeiten", "sprache": "sprachen"}
# These narrow each other: who needs a lift and a WC needs both.
LISTEN_MIT_ALLEM = ["geeignet", "barrierefrei"]
SPALTEN = ["art", "haeufigkeit", "allein_gruppe", "digital", "deutsch"]
FELDER = [*LISTEN.values(), *LISTEN_MIT_ALLEM, *SPALTEN, "fuehrungszeugnis", "nachweise", "kurz_und_einfach"]

Wert = tuple[str, str]

_ALLE = "SELECT nummer, art, wert FROM boerse_merkmal"
_NEUE = """
INSERT INTO boerse_merkmal (nummer, art, wert)
SELECT (SELECT coalesce(max(nummer), -1) FROM boerse_merkmal) + row_number() OVER (ORDER BY art, wert), art, wert
FROM unnest(%s::text[], %s::text[]) AS neu(art, wert)
WHERE NOT EXISTS (SELECT FROM boerse_merkmal da WHERE da.art = neu.art AND da.wert = neu.wert)
"""


def merkmale(angebote: Iterable[Any]) -> list[Decimal]:
    """The number of each of these listings, in their order."""
    werte = [set(_werte(angebot)) for angebot in angebote]
    nummern = _nummern(set().union(*werte))
    return [Decimal(sum(10 ** (STELLEN * nummern[wert]) for wert in eigene)) for eigene in werte]


def an_stelle(summe: str, nummer: str) -> str:
    """SQL: what the sum (as text) says at this place; NULL where it has no such place."""
    return f"nullif(substr({summe}, length({summe}) - {STELLEN} * {nummer} - {STELLEN - 1}, {STELLEN}), '')::int"


def _werte(angebot: Any) -> Iterator[Wert]:
    """The same as the filters of bedingungen.py ask for."""
    for art, feld in (LISTEN | {feld: feld for feld in LISTEN_MIT_ALLEM}).items():
        yield from ((art, wert) for wert in getattr(angebot, feld))
    yield from ((feld, getattr(angebot, feld)) for feld in SPALTEN)
    if angebot.fuehrungszeugnis in ("", Fuehrungszeugnis.KEINS) and not angebot.nachweise:
        yield "ohne_nachweise", "1"
    if angebot.kurz_und_einfach:
        yield "kurz_und_einfach", "1"


def _nummern(gesucht: set[Wert]) -> dict[Wert, int]:
    """The places of these values; a new value gets the next one."""
    with transaction.atomic(), connection.cursor() as cursor:
        bekannt = _bekannte(cursor)
        if neue := sorted(gesucht - bekannt.keys()):
            # Two that need a new place at the same moment take turns.
            cursor.execute("LOCK TABLE boerse_merkmal IN SHARE ROW EXCLUSIVE MODE")
            cursor.execute(_NEUE, [[art for art, _wert in neue], [wert for _art, wert in neue]])
            bekannt = _bekannte(cursor)
    return bekannt


def _bekannte(cursor) -> dict[Wert, int]:
    cursor.execute(_ALLE)
    return {(art, wert): nummer for nummer, art, wert in cursor.fetchall()}
