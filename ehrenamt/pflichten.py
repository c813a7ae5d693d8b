"""How is done what is due? A duty derives from the data each time: a run that was missed or runs twice does no harm."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

logger = logging.getLogger(__name__)

# At most so many rows in one transaction: what is deleted, and what is done one by one.
BLOCK_LOESCHEN = 500
BLOCK_TUN = 20
# Rows stay locked until their transaction ends, and a page that wants to write one of them waits: after so many
# seconds the rest is left to the next transaction.
BLOCK_SEKUNDEN = 0.025


class PflichtOffen(Exception):
    """Something could not be done; the log says what. `getan`: what was done all the same."""

    def __init__(self, text: str, getan: dict[str, int] | None = None) -> None:
        super().__init__(text)
        self.getan = getan or {}


@dataclass(frozen=True)
class Pflicht:
    """One duty: `name` says what was done ("Angebote pausiert").

    `faellig(jetzt)` gives the rows whose turn it is at that moment (a plain queryset without aggregates, found by an
    index); it is also asked about the future. `tun(row, jetzt)` does it; afterwards the row is no longer due.
    `alle(rows, jetzt)` does it for many at once, where one statement is enough. Without both the rows are deleted.
    """

    name: str
    faellig: Callable[[datetime], QuerySet]
    tun: Callable[[Any, datetime], object] | None = None
    alle: Callable[[QuerySet, datetime], object] | None = None

    def erledigen(self, jetzt: datetime) -> int:
        """Do it for all rows that are due, and say for how many.

        Several workers share the rows: what one of them holds, another skips. A row that cannot be done is named
        by its number in the log and keeps up no other; PflichtOffen is raised at the end.
        """
        getan: set = set()
        offen: set = set()
        while self._block(jetzt, getan, offen):
            pass
        if offen:
            raise PflichtOffen(f"{len(offen)} von {len(offen | getan)}")
        return len(getan)

    def _block(self, jetzt: datetime, getan: set, offen: set) -> bool:
        """One transaction; says whether there was anything. Each row ends up in `getan` or `offen`."""
        groesse = BLOCK_TUN if self.tun else BLOCK_LOESCHEN
        with transaction.atomic():
            faellige = self.faellig(jetzt).exclude(pk__in=offen)
            if self.tun is None:
                faellige = faellige.only("pk")
            zeilen = list(faellige.select_for_update(skip_locked=True, of=("self",), no_key=True)[:groesse])
            # What was done and is due again would be done for ever.
            wieder = [zeile for zeile in zeilen if zeile.pk in getan]
            neue = [zeile for zeile in zeilen if zeile.pk not in getan]
            ergebnis = self._getan(neue, jetzt) if self.tun else self._zusammen(neue, jetzt)
        for zeile in wieder:
            logger.error("Bleibt fällig: %s %s", zeile._meta.label, zeile.pk)
        # Only now, after the commit, is it true.
        offen |= {zeile.pk for zeile in wieder} | {nummer for nummer, gelungen in ergebnis.items() if not gelungen}
        getan |= {nummer for nummer, gelungen in ergebnis.items() if gelungen}
        return bool(zeilen)

    def _getan(self, zeilen: list[Model], jetzt: datetime) -> dict[Any, bool]:
        ergebnis: dict[Any, bool] = {}
        schluss = time.monotonic() + BLOCK_SEKUNDEN
        for zeile in zeilen:
            nummer = zeile.pk  # a model that is deleted forgets it
            ergebnis[nummer] = _versucht(zeile, lambda zeile=zeile: self.tun(zeile, jetzt))
            if time.monotonic() > schluss:
                break
        return ergebnis

    def _zusammen(self, zeilen: list[Model], jetzt: datetime) -> dict[Any, bool]:
        """All at once; one by one where one of them cannot be done."""
        try:
            with transaction.atomic():
                self._in_einem(zeilen, jetzt)
        except Exception:
            if transaction.get_rollback():
                raise
            return {zeile.pk: _versucht(zeile, lambda zeile=zeile: self._in_einem([zeile], jetzt)) for zeile in zeilen}
        return {zeile.pk: True for zeile in zeilen}

    def _in_einem(self, zeilen: list[Model], jetzt: datetime) -> None:
        if not zeilen:
            return
        diese = type(zeilen[0])._default_manager.filter(pk__in=[zeile.pk for zeile in zeilen])
        if self.alle:
            self.alle(diese, jetzt)
        else:
            diese.delete()


def _versucht(zeile: Model, tun: Callable[[], object]) -> bool:
    """Whether it could be done. Raises where the connection is lost, and with it the whole transaction."""
    nummer = zeile.pk
    try:
        with transaction.atomic():
            tun()
    except Exception:
        if transaction.get_rollback():
            raise
        logger.exception("Nicht erledigt: %s %s", zeile._meta.label, nummer)
        return False
    return True


def alle_erledigen(pflichten: Iterable[Pflicht], jetzt: datetime) -> dict[str, int]:
    """Do whatever is due, and say how often what was done. One duty that fails does not keep up the others."""
    getan, offen = {}, []
    for pflicht in pflichten:
        try:
            getan[pflicht.name] = pflicht.erledigen(jetzt)
        except Exception:
            logger.exception("Pflicht nicht erledigt: %s", pflicht.name)
            offen.append(pflicht.name)
    if offen:
        raise PflichtOffen(", ".join(offen), getan)
    return getan
