"""What is waiting for a decision, how much of it, since when, and what is to be done next?"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, DateTimeField, F, Min, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone


@dataclass
class Warteschlange:
    """One line of the first page. `zeilen` are what waits, `zeitfeld` says since when (nothing: nobody waits), and
    `adresse` leads to exactly these. `schritt` is the next thing to do, at `hin` where that is another page.
    `teile` are parts of it, by the value of the alias `teilfeld`. `zaehlen()` fills in the figures."""

    rang: int
    titel: Any
    zeilen: QuerySet
    zeitfeld: str
    adresse: str
    schritt: Any = ""
    hin: str = ""
    teilfeld: str = ""
    teile: dict[str, "Warteschlange"] = field(default_factory=dict)
    anzahl: int = 0
    seit: datetime | None = None

    @property
    def tage(self) -> int:
        return (timezone.localdate() - timezone.localdate(self.seit)).days if self.seit else 0

    def frage(self, nummer: int) -> QuerySet:
        seit = Cast(Min(self.zeitfeld) if self.zeitfeld else Value(None), DateTimeField())
        teil = F(self.teilfeld) if self.teilfeld else Value("")
        zeilen = self.zeilen.order_by().annotate(_nummer=Value(nummer), _teil=teil).values("_nummer", "_teil")
        zahlen = zeilen.annotate(_anzahl=Count("pk"), _seit=seit)
        return zahlen.values_list("_nummer", "_teil", "_anzahl", "_seit")

    def dazu(self, anzahl: int, seit: datetime | None) -> None:
        self.anzahl += anzahl
        self.seit = min(filter(None, (self.seit, seit)), default=None)


def zaehlen(schlangen: list[Warteschlange]) -> None:
    """All figures of the first page in one query."""
    fragen = [schlange.frage(nummer) for nummer, schlange in enumerate(schlangen)]
    if not fragen:
        return
    for nummer, teil, *zahlen in fragen[0].union(*fragen[1:], all=True).order_by():
        schlange = schlangen[nummer]
        schlange.dazu(*zahlen)
        if teil:
            schlange.teile[teil].dazu(*zahlen)
