"""How is done what is due? A duty derives from the data each time: a run that was missed or runs twice does no harm."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

logger = logging.getLogger(__name__)

# So many numbers are looked for at once; finding them may take longer than doing them.
SUCHEN = 500
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
    What takes long and only reads, `vorbereiten(row)` does before the row is locked; `tun` gets it as a third argument.
    """

    name: str
    faellig: Callable[[datetime], QuerySet]
    tun: Callable[..., object] | None = None
    alle: Callable[[QuerySet, datetime], object] | None = None
    vorbereiten: Callable[[Any], Any] | None = None

    def erledigen(self, jetzt: datetime) -> int:
        """Do it for all rows that are due, and say for how many.

        Several workers share the rows: what one of them holds, another skips. A row that cannot be done is named
        by its number in the log and keeps up no other; PflichtOffen is raised at the end.
        """
        getan: set = set()
        offen: set = set()
        vergeben: set = set()
        while nummern := self._finden(jetzt, ohne=offen | vergeben):
            for nummer in getan.intersection(nummern):
                logger.error("Bleibt fällig: %s %s", self.name, nummer)
                offen.add(nummer)  # it would be done for ever
            self._der_reihe_nach([nummer for nummer in nummern if nummer not in getan], jetzt, getan, offen, vergeben)
        if offen:
            raise PflichtOffen(f"{len(offen)} von {len(offen | getan)}")
        return len(getan)

    def _finden(self, jetzt: datetime, ohne: set) -> list:
        return list(self.faellig(jetzt).exclude(pk__in=ohne).values_list("pk", flat=True)[:SUCHEN])

    def _der_reihe_nach(self, nummern: list, jetzt: datetime, getan: set, offen: set, vergeben: set) -> None:
        """Each number ends up in one of the sets; in `vergeben` what another worker holds or did meanwhile."""
        groesse = BLOCK_TUN if self.tun else BLOCK_LOESCHEN
        bereit: dict = {}
        while nummern:
            block, nummern = nummern[:groesse], nummern[groesse:]
            bereit = self._vorbereitet(block, jetzt, bereit)
            ergebnis, rest = self._block(block, jetzt, bereit)
            # Only now, after the commit, is it true.
            getan |= {nummer for nummer, gelungen in ergebnis.items() if gelungen}
            offen |= {nummer for nummer, gelungen in ergebnis.items() if not gelungen}
            vergeben |= set(block) - ergebnis.keys() - set(rest)
            nummern = rest + nummern

    def _vorbereitet(self, nummern: list, jetzt: datetime, bereit: dict) -> dict:
        if self.vorbereiten is None:
            return {}
        neue = self.faellig(jetzt).filter(pk__in=[nummer for nummer in nummern if nummer not in bereit])
        bereit = {nummer: wert for nummer, wert in bereit.items() if nummer in nummern}
        for zeile in neue:
            bereit[zeile.pk] = None
            _versucht(zeile, lambda zeile=zeile: bereit.update({zeile.pk: self.vorbereiten(zeile)}))
        return bereit

    def _block(self, nummern: list, jetzt: datetime, bereit: dict) -> tuple[dict[Any, bool], list]:
        """One transaction: which rows could be done, and which are left because it had taken long enough."""
        with transaction.atomic():
            faellige = self.faellig(jetzt).filter(pk__in=nummern)
            if self.tun is None:
                faellige = faellige.only("pk")
            # Asked again: what is locked is due for sure, even if somebody acted just now.
            zeilen = list(faellige.select_for_update(skip_locked=True, of=("self",), no_key=True))
            genommen = [zeile.pk for zeile in zeilen]  # a model that is deleted forgets its number
            ergebnis = self._einzeln(zeilen, jetzt, bereit) if self.tun else self._zusammen(zeilen, jetzt)
        return ergebnis, [nummer for nummer in genommen if nummer not in ergebnis]

    def _einzeln(self, zeilen: list[Model], jetzt: datetime, bereit: dict) -> dict[Any, bool]:
        ergebnis: dict[Any, bool] = {}
        schluss = time.monotonic() + BLOCK_SEKUNDEN
        for zeile in zeilen:
            nummer = zeile.pk
            weiteres = () if self.vorbereiten is None else (bereit.get(nummer),)
            ergebnis[nummer] = _versucht(zeile, partial(self.tun, zeile, jetzt, *weiteres))
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
        if transaction.get_connection().in_atomic_block and transaction.get_rollback():
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
