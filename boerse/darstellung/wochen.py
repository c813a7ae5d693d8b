"""How did listings do, week by week? What was seen, remembered, enquired and placed, as bars and as a table."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ..auswahl import AnfrageStatus
from ..models import Anfrage, Tageszahl
from ..models.tageszahl import Tagesart

WOCHEN = 12
# In units of the drawing; a bar is one narrower, so that there is room between two.
BREITE, HOEHE = 8, 32


@dataclass(frozen=True)
class Balken:
    x: int
    y: int
    hoehe: int


@dataclass(frozen=True)
class Reihe:
    name: str
    werte: list[int]

    @property
    def summe(self) -> int:
        return sum(self.werte)

    @property
    def balken(self) -> list[Balken]:
        """The highest week fills the drawing; what is there at all can be seen."""
        hoechster = max(self.werte, default=0)
        hoehen = [max(2, wert * HOEHE // hoechster) if wert else 0 for wert in self.werte]
        return [Balken(platz * BREITE, HOEHE - hoehe, hoehe) for platz, hoehe in enumerate(hoehen)]


@dataclass(frozen=True)
class Wochen:
    beginne: list[date]
    reihen: list[Reihe]

    @property
    def leer(self) -> bool:
        return not any(reihe.summe for reihe in self.reihen)

    @property
    def zeilen(self) -> list[tuple[date, list[int]]]:
        """The table: a week and its numbers, the newest first."""
        werte = zip(*(reihe.werte for reihe in self.reihen), strict=True)
        return list(zip(self.beginne, map(list, werte), strict=True))[::-1]


def wochen(angebote: QuerySet, heute: date | None = None) -> Wochen:
    """Of all these listings together, in two queries; a week begins on Monday, the last one is not over yet."""
    heute = heute or timezone.localdate()
    montag = heute - timedelta(days=heute.weekday())
    beginne = [montag - timedelta(weeks=zurueck) for zurueck in reversed(range(WOCHEN))]
    gezaehlt: Counter = Counter()
    for art, tag, anzahl in [*Tageszahl.objects.je_tag(angebote, beginne[0]), *_anfragen(angebote, beginne[0])]:
        gezaehlt[art, tag - timedelta(days=tag.weekday())] += anzahl
    namen = {
        Tagesart.GESEHEN.value: _("gesehen"),
        Tagesart.GEMERKT.value: _("gemerkt"),
        "angefragt": _("angefragt"),
        "vermittelt": _("vermittelt"),
    }
    reihen = [Reihe(name, [gezaehlt[art, beginn] for beginn in beginne]) for art, name in namen.items()]
    return Wochen(beginne, reihen)


def _anfragen(angebote: QuerySet, ab: date) -> list[tuple[str, date, int]]:
    """A placement counts in the week in which it was noted."""
    juengst = Q(weitergegeben_am__date__gte=ab) | Q(ergebnis_am__date__gte=ab)
    zeilen = Anfrage.objects.filter(
        juengst, angebot__in=angebote.order_by().values("pk"), weitergegeben_am__isnull=False
    )
    ereignisse = []
    for bei, am, status in zeilen.values_list("weitergegeben_am", "ergebnis_am", "status"):
        ereignisse.append(("angefragt", timezone.localdate(bei), 1))
        if status == AnfrageStatus.VERMITTELT and am:
            ereignisse.append(("vermittelt", timezone.localdate(am), 1))
    return [ereignis for ereignis in ereignisse if ereignis[1] >= ab]
