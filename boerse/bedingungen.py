"""What does each search parameter ask of a listing? One condition per parameter, from its cleaned value."""

from collections.abc import Callable
from typing import Any

from django.db.models import F, Q
from django.db.models.lookups import GreaterThan

from .auswahl import Art, Deutsch, Digital, Fuehrungszeugnis, Geeignet, Tageszeit, Wochentag
from .models import Einsatzort, Zeitfenster
from .zeitmaske import maske

# Who speaks this much German can take part where this much, or less, is asked for. Where a listing says nothing,
# ordinary German is meant.
DEUTSCH_REICHT = {
    Deutsch.EGAL: [Deutsch.EGAL],
    Deutsch.GRUNDKENNTNISSE: [Deutsch.EGAL, Deutsch.GRUNDKENNTNISSE],
    Deutsch.GUT: [Deutsch.EGAL, Deutsch.GRUNDKENNTNISSE, Deutsch.GUT, ""],
    Deutsch.SEHR_GUT: [*Deutsch.values, ""],
}
DIGITAL_PASST = {
    Digital.MOEGLICH: [Digital.MOEGLICH, Digital.NUR],
    Digital.NUR: [Digital.NUR],
    Digital.NEIN: [Digital.NEIN, Digital.MOEGLICH],
}
VOLLJAEHRIG, ALLEIN_AB = 18, 14
OHNE_NACHWEISE = Q(fuehrungszeugnis__in=["", Fuehrungszeugnis.KEINS], nachweise=[])
KURZ_UND_EINFACH = ~Q(kurz_und_einfach=[])


def eine_von(feld: str) -> Callable[[list], Q]:
    return lambda werte: Q(**{f"{feld}__in": werte})


def eine_aus(feld: str) -> Callable[[list], Q]:
    """At least one of the wanted codes stands in the listing's list."""
    return lambda werte: Q(**{f"{feld}__overlap": werte})


def alle_aus(feld: str) -> Callable[[list], Q]:
    """Every wanted code stands in the listing's list: each is something this person needs."""
    return lambda werte: Q(**{f"{feld}__contains": werte})


def in_gemeinden(vorsilben: list[str]) -> Q:
    """With a place in one of the regions (AGS or a beginning of one)."""
    orte = Q(gemeinde__in=[v for v in vorsilben if len(v) == 8])
    for vorsilbe in vorsilben:
        if len(vorsilbe) < 8:
            orte |= Q(gemeinde__ags__startswith=vorsilbe)
    return Q(pk__in=Einsatzort.objects.filter(orte).order_by().values("angebot_id"))


def zur_zeit(wochentage: list[str], tageszeiten: list[str]) -> Q:
    """With one slot that fits both weekday and daypart; "flexibel" fits every wish."""
    if {Wochentag.FLEXIBEL, Tageszeit.FLEXIBEL} & {*wochentage, *tageszeiten}:
        return _im_fenster(wochentage, tageszeiten)
    return Q(GreaterThan(F("zeitmaske").bitand(maske(wochentage, tageszeiten)), 0))


def _im_fenster(wochentage: list[str], tageszeiten: list[str]) -> Q:
    """Whoever asks for "flexibel" itself means slots that say so, which the bits of a week cannot tell."""
    fenster = Zeitfenster.objects.order_by()
    if wochentage:
        fenster = fenster.filter(wochentag__in=[*wochentage, Wochentag.FLEXIBEL])
    if tageszeiten:
        fenster = fenster.filter(tageszeit__in=[*tageszeiten, Tageszeit.FLEXIBEL])
    return Q(pk__in=fenster.values("angebot_id"))


def genau(werte: dict[str, Any]) -> list[Q]:
    """Of the wishes that a listing also meets by saying nothing definite: what says exactly the thing wished for."""
    q = []
    if "wochentag" in werte or "tageszeit" in werte:
        gefragt = Q(**{f"{name}__in": werte[name] for name in ("wochentag", "tageszeit") if name in werte})
        fenster = Zeitfenster.objects.order_by()
        dann, sonst = (Q(pk__in=fenster.filter(wann).values("angebot_id")) for wann in (gefragt, ~gefragt))
        # Best is what happens then and at no other time.
        q += [dann, dann & ~sonst]
    if "alter" in werte:
        q += _fuer_das_alter(werte["alter"])
    if werte.get("digital") == Digital.MOEGLICH:
        q.append(Q(digital=Digital.NUR))
    if "von" in werte:
        q.append(Q(beginn__gte=werte["von"]) | Q(ende__gte=werte["von"], beginn__isnull=False))
    if "bis" in werte:
        q.append(Q(beginn__lte=werte["bis"]))
    return q


def _fuer_das_alter(jahre: int) -> list[Q]:
    """Who is not of age looks for what says that this is old enough, best with the age itself; a child comes along."""
    jung, genannt = Q(geeignet__contains=[Geeignet.JUGENDLICHE]), Q(mindestalter__lte=jahre)
    if jahre >= VOLLJAEHRIG:
        return [~jung]
    if jahre < ALLEIN_AB:
        jung |= Q(geeignet__contains=[Geeignet.FAMILIEN])
    return [jung | genannt, genannt]


def im_zeitraum(von: Any, bis: Any) -> Q:
    """Not over before `von`, not begun only after `bis`. What has no dates can begin any day."""
    q = Q()
    if von:
        einmal = Q(ende=None, art=Art.EINMALIG)
        q &= Q(ende__gte=von) | Q(ende=None) & ~einmal | einmal & (Q(beginn=None) | Q(beginn__gte=von))
    if bis:
        q &= Q(beginn=None) | Q(beginn__lte=bis)
    return q


def alter(jahre: int) -> Q:
    jung_genug = Q(hoechstalter=None) | Q(hoechstalter__gte=jahre)
    return jung_genug & (Q(mindestalter=None) | Q(mindestalter__lte=jahre))


def deutsch(stufe: str) -> Q:
    return Q(deutsch__in=DEUTSCH_REICHT[stufe])


def digital(wunsch: str) -> Q:
    return Q(digital__in=DIGITAL_PASST[wunsch])
