"""What did an import do? Counts, and what was wrong with which row."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Hinweis:
    """About one row: its number, its id where it has one, the field concerned, the reason."""

    nummer: int
    externe_id: Any
    feld: str
    grund: str

    def __str__(self) -> str:
        zeile = _("Zeile %(nummer)s") % {"nummer": self.nummer}
        kennung = f" (id {str(self.externe_id)[:40]})" if self.externe_id not in (None, "") else ""
        feld = f", {self.feld}" if self.feld else ""
        return f"{zeile}{kennung}{feld}: {self.grund}"


@dataclass
class Bericht:
    """`anzahl`: neu, geaendert, zur_pruefung, unveraendert, fehlerhaft. A Hinweis is no error: the row was good."""

    anzahl: Counter = field(default_factory=Counter)
    fehler: list[Hinweis] = field(default_factory=list)
    hinweise: list[Hinweis] = field(default_factory=list)

    def __str__(self) -> str:
        return _(
            "%(neu)s neu, %(geaendert)s geändert, %(zur_pruefung)s zur Prüfung, "
            "%(unveraendert)s unverändert, %(fehlerhaft)s fehlerhaft"
        ) % {name: self.anzahl[name] for name in ("neu", "geaendert", "zur_pruefung", "unveraendert", "fehlerhaft")}
