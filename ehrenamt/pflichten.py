"""How is done what is due? A duty derives from the data each time: a run that was missed or runs twice does no harm."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

logger = logging.getLogger(__name__)

# So many rows in one transaction: what is deleted, and what is done one by one, where rows stay locked meanwhile.
BLOCK_LOESCHEN = 500
BLOCK_TUN = 20


class PflichtOffen(Exception):
    """Some duties could not be done; the log says which. The others are done."""


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
        while zeilen := self._block(jetzt, getan, offen):
            offen |= zeilen
        offen -= getan
        if offen:
            raise PflichtOffen(f"{len(offen)} von {len(offen) + len(getan)}")
        return len(getan)

    def _block(self, jetzt: datetime, getan: set, offen: set) -> set:
        """One transaction. Gives the numbers of its rows, and adds those that were done to `getan`."""
        groesse = BLOCK_TUN if self.tun else BLOCK_LOESCHEN
        with transaction.atomic():
            faellige = self.faellig(jetzt).exclude(pk__in=offen)
            zeilen = list(faellige.select_for_update(skip_locked=True, of=("self",), no_key=True)[:groesse])
            nummern = {zeile.pk for zeile in zeilen}
            if self.tun is None:
                self._alle(zeilen, nummern, jetzt)
                erledigt = nummern
            else:
                erledigt = {zeile.pk for zeile in zeilen if self._getan(zeile, jetzt)}
        getan |= erledigt
        return nummern

    def _alle(self, zeilen: list[Model], nummern: set, jetzt: datetime) -> None:
        if not zeilen:
            return
        modell = type(zeilen[0])
        if self.alle:
            self.alle(modell._default_manager.filter(pk__in=nummern), jetzt)
        else:
            modell._base_manager.filter(pk__in=nummern).delete()

    def _getan(self, zeile: Model, jetzt: datetime) -> bool:
        try:
            with transaction.atomic():
                self.tun(zeile, jetzt)
        except Exception:
            logger.exception("Nicht erledigt: %s %s", zeile._meta.label, zeile.pk)
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
        raise PflichtOffen(", ".join(offen))
    return getan
