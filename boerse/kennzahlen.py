"""How well does an organisation answer? Its rate and its time, from the enquiries of the last 12 months.

Counted is what was handed over to the organisation itself; it counts as answered as long as the person has not said
that nobody got in touch. The clock starts when the message was handed over first: that is the wait the person feels.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Aggregate, Case, Count, F, FloatField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Ceil, Extract, Greatest, NullIf
from django.utils import timezone
from django.utils.translation import gettext as _

from .auswahl import AnfrageStatus
from .models import Anfrage

ZEITRAUM = timedelta(days=365)
BEANTWORTETE_MINDESTENS = 5
QUOTE_MINDESTENS = 80
# "meist": two of three; whoever was left without an answer waited longer than everybody else.
MEIST, HAELFTE = 0.6666, 0.5
NIE = 1_000_000

# A denial ("Hat sich jemand gemeldet?") takes the time of the answer back.
BEANTWORTET = Q(beantwortet_am__isnull=False)


class Quantil(Aggregate):
    """The smallest value that so large a part of all values does not exceed."""

    function = "PERCENTILE_DISC"
    template = "%(function)s(%(anteil)s) WITHIN GROUP (ORDER BY %(expressions)s)%(filter)s"

    def __init__(self, ausdruck, anteil: float, **weitere) -> None:
        super().__init__(ausdruck, anteil=anteil, output_field=FloatField(), **weitere)


@dataclass(frozen=True)
class Antwortverhalten:
    """`tage`: two of three enquiries were answered within so many days; None where that cannot be said."""

    beantwortet: int = 0
    faellig: int = 0
    faellig_beantwortet: int = 0
    offen: int = 0
    tage: int | None = None

    @property
    def quote(self) -> int | None:
        """In per cent of the enquiries whose days are over, rounded down."""
        return self.faellig_beantwortet * 100 // self.faellig if self.faellig else None

    @property
    def genug(self) -> bool:
        return self.beantwortet >= BEANTWORTETE_MINDESTENS

    @property
    def ist_gut(self) -> bool:
        quote = self.quote
        return (quote is None or quote >= QUOTE_MINDESTENS) and self.tage is not None and self.tage <= frist().days

    @property
    def ist_oeffentlich(self) -> bool:
        """Good answering is shown to everybody, the other only to the organisation and to staff."""
        return self.genug and self.ist_gut

    @property
    def satz(self) -> str:
        if self.tage is None:
            return ""
        if self.tage == 1:
            return _("antwortet meist innerhalb eines Tages")
        return _("antwortet meist innerhalb von %(n)s Tagen") % {"n": self.tage}

    @property
    def oeffentlich(self) -> str:
        """What everybody reads about it, if anything."""
        return self.satz if self.ist_oeffentlich else ""


def frist() -> timedelta:
    """So long an organisation has, until the Kontaktstelle takes over."""
    return timedelta(days=settings.FRISTEN["anfrage_uebernehmen_tage"])


def antwortverhalten(organisation, jetzt: datetime | None = None) -> Antwortverhalten:
    """In one query, over the listings of this organisation alone."""
    return auswerten(Anfrage.objects.filter(angebot__organisation=organisation), MEIST, jetzt)


def auswerten(anfragen: QuerySet, anteil: float, jetzt: datetime | None = None) -> Antwortverhalten:
    """`anteil`: the part of the enquiries that `tage` speaks of."""
    jetzt = jetzt or timezone.now()
    zahlen = _gezaehlt(anfragen, jetzt).aggregate(**_groessen(jetzt, anteil))
    zahlen["tage"] = int(zahlen["tage"]) if zahlen["tage"] is not None and zahlen["tage"] < NIE else None
    return Antwortverhalten(**zahlen)


def mit_antwortverhalten(organisationen: QuerySet, jetzt: datetime | None = None) -> QuerySet:
    """With `antwort_quote` (per cent), `antwort_tage` (NIE: never) and `anfragen_offen`, to sort and to narrow by."""
    jetzt = jetzt or timezone.now()
    groessen = _groessen(jetzt, MEIST)
    quote = groessen["faellig_beantwortet"] * 100 / NullIf(groessen["faellig"], 0)
    gruppe = _gezaehlt(Anfrage.objects.filter(angebot__organisation=OuterRef("pk")), jetzt)
    gruppe = gruppe.order_by().values("angebot__organisation")
    werte = {"antwort_quote": quote, "antwort_tage": groessen["tage"], "anfragen_offen": groessen["offen"]}
    return organisationen.annotate(
        **{name: Subquery(gruppe.annotate(wert=wert).values("wert")) for name, wert in werte.items()}
    )


def _gezaehlt(anfragen: QuerySet, jetzt: datetime) -> QuerySet:
    """What the organisation had its full time for: not what was withdrawn, or taken over by hand, before."""
    ende = F("weitergegeben_am") + frist()
    zu_frueh = Q(status=AnfrageStatus.ZURUECKGEZOGEN, ergebnis_am__lt=ende) | Q(
        uebernommen_am__gte=F("weitergegeben_am"), uebernommen_am__lt=ende
    )
    im_zeitraum = anfragen.filter(weitergegeben_am__gt=jetzt - ZEITRAUM, weitergegeben_am__lte=jetzt)
    return im_zeitraum.exclude(zu_frueh, beantwortet_am=None, verneint=0)


def _groessen(jetzt: datetime, anteil: float) -> dict[str, Aggregate]:
    faellig = Q(weitergegeben_am__lte=jetzt - frist())
    dauer = Extract(F("beantwortet_am") - F("weitergegeben_am"), "epoch") / Value(86400.0)
    tage = Case(When(BEANTWORTET, then=Greatest(Ceil(dauer), 1.0)), default=Value(float(NIE)))
    return {
        "beantwortet": Count("pk", filter=BEANTWORTET),
        "faellig": Count("pk", filter=faellig),
        "faellig_beantwortet": Count("pk", filter=faellig & BEANTWORTET),
        "offen": Count("pk", filter=Q(status=AnfrageStatus.OFFEN)),
        "tage": Quantil(tage, anteil, filter=BEANTWORTET | faellig),
    }
