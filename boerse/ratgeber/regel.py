"""What is a rule, which are there, and what do they find?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from django.db import connection
from django.db.models import IntegerChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.gemerkt import gemerkt

from .text import Stelle, Text

# Of one kind in one listing; who mends three finds the fourth.
STELLEN_HOECHSTENS = 3


class Schwere(IntegerChoices):
    """A Sperre stops submission, or the way online where an organisation needs no approval; the others only speak."""

    HINWEIS = 1, _("Hinweis")
    WARNUNG = 2, _("Warnung")
    SPERRE = 3, _("Sperre")


@dataclass(frozen=True)
class Regel:
    """`finden` gives fields of the document and what stands there; `grund` says why it matters and how to mend it."""

    schluessel: str
    schwere: Schwere
    titel: str
    grund: str
    beispiel: str
    finden: Callable[[Text], Iterable[Stelle]]


@dataclass(frozen=True)
class Befund:
    feld: str
    regel: Regel
    stelle: str = ""

    def __str__(self) -> str:
        satz = f"{self.schwere.label}: {self.regel.titel}"
        return f"{satz} („{self.stelle}“)" if self.stelle else satz

    @property
    def schwere(self) -> Schwere:
        return self.regel.schwere


REGELN: dict[str, Regel] = {}


def regel(schwere: Schwere, titel: str, grund: str, beispiel: str) -> Callable:
    """Makes a function a rule, known by the function's name. The words are the stock that staff edit."""

    def eintragen(finden: Callable[[Text], Iterator[Stelle]]) -> Callable[[Text], Iterator[Stelle]]:
        name = finden.__name__
        REGELN[name] = Regel(name, schwere, titel, grund, beispiel, finden)
        return finden

    return eintragen


def befunde(inhalt: dict, *, heute: date | None = None, vorlage: str = "") -> list[Befund]:
    """What the rules in force find in a document, the gravest first; `vorlage` is what it copies (see vorlagen())."""
    text = Text(inhalt, heute or timezone.localdate(), vorlage)
    gefunden = [
        Befund(feld, regel, stelle)
        for regel in geltende()
        for feld, stelle in islice(dict.fromkeys(regel.finden(text)), STELLEN_HOECHSTENS)
    ]
    return sorted(gefunden, key=lambda befund: -befund.schwere)


@gemerkt(3)
def geltende() -> list[Regel]:
    """The rules that are switched on, in the words of staff."""
    from ..models import Schreibregel

    zeilen = {zeile.schluessel: zeile for zeile in Schreibregel.objects.all()}
    return [
        replace(regel, titel=zeile.titel, grund=zeile.grund, beispiel=zeile.beispiel) if zeile else regel
        for regel in REGELN.values()
        if not (zeile := zeilen.get(regel.schluessel)) or zeile.aktiv
    ]


def von_schwere(schwere: Schwere) -> list[str]:
    """The names of the rules of this severity."""
    return [regel.schluessel for regel in REGELN.values() if regel.schwere == schwere]


def schwerste(schluessel: Iterable[str]) -> Schwere | None:
    """The gravest of rules given by name."""
    return max((REGELN[name].schwere for name in schluessel if name in REGELN), default=None)


def regeln_bereitstellen() -> None:
    """Add the rules that are missing among those that staff edit; never change one that is there."""
    from ..models import Schreibregel

    if Schreibregel._meta.db_table not in connection.introspection.table_names():
        return  # on the way back to an older version
    zeilen = [
        Schreibregel(schluessel=r.schluessel, titel=r.titel, grund=r.grund, beispiel=r.beispiel)
        for r in REGELN.values()
    ]
    Schreibregel.objects.bulk_create(zeilen, ignore_conflicts=True)
