"""Which listings suit somebody's wishes? A score, added up in the database, and reasons in words.

What must be so is a condition: public, within the radius (or done from home, where that is welcome), and at least
one shared Thema, Tätigkeit or Zielgruppe where any was named. What suits adds points (GEWICHT): sharing one or more
of Themen, Tätigkeiten, Zielgruppen; a slot that fits weekday and daypart; how often and how long; and nearness, from
full at the place itself down to nothing at the edge of the radius. What somebody left open, or a listing does not
say, adds nothing and takes nothing away. Of two with the same score the one confirmed last comes first.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Case, F, FloatField, Q, QuerySet, Value, When
from django.db.models.functions import Greatest

from .auswahl import Art, Digital, Haeufigkeit, WieOft
from .bedingungen import zur_zeit
from .darstellung import karten
from .darstellung.gruende import gruende
from .models import Angebot
from .suche.umkreis import im_umkreis, mit_entfernung
from .vokabular import begriffe

ANZAHL = 10
GEWICHT = {
    "themen": 3.0,
    "taetigkeiten": 3.0,
    "zielgruppen": 1.0,
    "zeit": 2.0,
    "wie_oft": 1.0,
    "stunden": 1.0,
    "naehe": 2.0,
}
BEGRIFFSFELDER = ["themen", "taetigkeiten", "zielgruppen"]
UMKREIS_VORGABE = 10
KIND_BIS = 15  # years

_PASST_ZU = {
    WieOft.EINMALIG: Q(art=Art.EINMALIG) | Q(haeufigkeit=Haeufigkeit.SELTENER),
    WieOft.MONATLICH: Q(haeufigkeit__in=[Haeufigkeit.MONATLICH, Haeufigkeit.SELTENER]),
    WieOft.VIERZEHNTAEGIG: Q(haeufigkeit__in=[Haeufigkeit.VIERZEHNTAEGIG, Haeufigkeit.MONATLICH]),
    WieOft.WOECHENTLICH: Q(haeufigkeit__in=[Haeufigkeit.WOECHENTLICH, Haeufigkeit.VIERZEHNTAEGIG]),
}


@dataclass(frozen=True)
class Vorlieben:
    """What somebody would like; empty means "no matter"."""

    themen: list[str] = field(default_factory=list)
    taetigkeiten: list[str] = field(default_factory=list)
    zielgruppen: list[str] = field(default_factory=list)
    wochentage: list[str] = field(default_factory=list)
    tageszeiten: list[str] = field(default_factory=list)
    wie_oft: str = ""
    stunden: float | None = None
    punkt: tuple[float, float] | None = None
    umkreis: int = UMKREIS_VORGABE
    digital: str = Digital.NEIN
    kind: bool = False

    @classmethod
    def aus_wunsch(cls, wunsch) -> "Vorlieben":
        namen = [*BEGRIFFSFELDER, "wochentage", "tageszeiten", "wie_oft", "stunden", "digital"]
        return cls(
            **{name: getattr(wunsch, name) for name in namen},
            punkt=None if wunsch.lat is None else (wunsch.lat, wunsch.lon),
            umkreis=wunsch.umkreis or UMKREIS_VORGABE,
            kind=not wunsch.mindestens_16,
        )


def passende(vorlieben: Vorlieben, anzahl: int = ANZAHL, heute: date | None = None) -> QuerySet:
    """The best public listings, with `punkte`, `passt_zeit`, `passt_wie_oft`, `passt_stunden` and, where a place was
    named, `entfernung`; for cards."""
    angebote = Angebot.objects.oeffentlich(heute).filter(_bedingung(vorlieben))
    summe = [_punkte(feld, _ueberschneidung(feld, vorlieben)) for feld in BEGRIFFSFELDER]
    for name, q in _weiche(vorlieben).items():
        angebote = angebote.annotate(**{f"passt_{name}": Case(When(q, then=Value(True)), default=Value(False))})
    summe += [_punkte(name, Q(**{f"passt_{name}": True})) for name in ("zeit", "wie_oft", "stunden")]
    if vorlieben.punkt:
        angebote = mit_entfernung(angebote, [vorlieben.punkt])
        summe.append(_naehe(vorlieben.umkreis))
    angebote = angebote.annotate(punkte=sum(summe, Value(0.0)))
    return angebote.order_by("-punkte", "-zuletzt_bestaetigt_am", "-pk").fuer_liste()[:anzahl]


def _bedingung(vorlieben: Vorlieben) -> Q:
    q = _erreichbar(vorlieben)
    if genannt := [_ueberschneidung(feld, vorlieben) for feld in BEGRIFFSFELDER if getattr(vorlieben, feld)]:
        q &= reduce(or_, genannt)
    if vorlieben.kind:
        q &= Q(mindestalter=None) | Q(mindestalter__lte=KIND_BIS)
    return q


def _erreichbar(vorlieben: Vorlieben) -> Q:
    von_zu_hause = Q(digital__in=[Digital.NUR, Digital.MOEGLICH])
    if vorlieben.digital == Digital.NUR:
        return von_zu_hause
    nahe = im_umkreis([vorlieben.punkt], vorlieben.umkreis) if vorlieben.punkt else ~Q(pk__in=[])
    return nahe | von_zu_hause if vorlieben.digital == Digital.MOEGLICH else nahe & ~Q(digital=Digital.NUR)


def _ueberschneidung(feld: str, vorlieben: Vorlieben) -> Q:
    werte = getattr(vorlieben, feld)
    return Q(**{f"{feld}__overlap": werte}) if werte else Q(pk__in=[])


def _weiche(vorlieben: Vorlieben) -> dict[str, Q]:
    nie = Q(pk__in=[])
    zeit = vorlieben.wochentage or vorlieben.tageszeiten
    return {
        "zeit": zur_zeit(vorlieben.wochentage, vorlieben.tageszeiten) if zeit else nie,
        "wie_oft": _PASST_ZU.get(vorlieben.wie_oft, nie),
        "stunden": Q(stunden__lte=vorlieben.stunden) if vorlieben.stunden else nie,
    }


def _punkte(name: str, q: Q) -> Case:
    return Case(When(q, then=Value(GEWICHT[name])), default=Value(0.0), output_field=FloatField())


def _naehe(umkreis: int) -> Case:
    rest = Greatest(Value(0.0), 1.0 - F("entfernung") / float(umkreis)) * GEWICHT["naehe"]
    return Case(When(entfernung__isnull=False, then=rest), default=Value(0.0), output_field=FloatField())


def treffer(vorlieben: Vorlieben, anzahl: int = ANZAHL, heute: date | None = None) -> list[Angebot]:
    """The same as cards, each with its `gruende` in words; four queries whatever the number."""
    vokabular = begriffe()
    angebote = karten(passende(vorlieben, anzahl, heute), vokabular, [vorlieben.punkt] if vorlieben.punkt else None)
    for angebot in angebote:
        angebot.gruende = gruende(angebot, vorlieben, vokabular)
    return angebote
