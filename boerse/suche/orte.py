"""Which place does somebody mean? A PLZ, a Gemeinde or an Ortsteil, as typed."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.conf import settings
from django.db.models import BooleanField, Case, F, Func, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThanOrEqual

from ehrenamt.gemerkt import gemerkt
from ehrenamt.sortierung import sortiername
from organisationen.models import Gemeinde, Ortsteil, Postleitzahl
from organisationen.regionen import in_regionen

# In how many letters a mistyped name can differ, and how many inhabitants a town elsewhere needs to be meant by one.
AEHNLICH_AB, ZWEI_FALSCHE_AB, AEHNLICH_BIS = 4, 7, 60
GROSS_AB = 30_000


@dataclass(frozen=True)
class Suchort:
    """A place of a search: what to call it, its middle, the Gemeinden it lies in, whether the portal serves it.

    `einwohner`: of a Gemeinde, else 0.
    """

    name: str
    lat: float
    lon: float
    ags: tuple[str, ...]
    bedient: bool
    einwohner: int = 0

    @property
    def ist_gebiet(self) -> bool:
        """A Kreis or a Land: its middle is where hardly anybody lives."""
        return len(self.ags[0]) < 8

    @property
    def punkt(self) -> tuple[float, float]:
        return self.lat, self.lon


def ort_finden(eingabe: str) -> Suchort | None:
    """What people type in "Wo?": "59494", "59494 Soest", "Moehnesee", "Ense-Bremen", "Wickede"."""
    if plz := re.search(r"(?<!\d)\d{5}(?!\d)", eingabe):
        return plz_finden(plz.group())
    keys = schluessel(eingabe)
    if not keys:
        return None
    zeilen = _zeilen(_benannt(keys), _ortsteil(eingabe, keys), keys)
    # Who has typed "Wien" does not mean Wienhausen; "Frankfurt" means Frankfurt am Main.
    gemeint = [z for z in zeilen if z[0] or z[1] or not re.match(rf"({'|'.join(map(re.escape, keys))})\w", z[-1])]
    # Served before foreign, the whole name before its beginning, then the larger one.
    beste = max(gemeint, key=lambda z: (z[1], z[0], z[2]), default=None)
    return _suchort(beste) if beste else None


def ort_aehnlich(eingabe: str) -> Suchort | None:
    """A place that is spelled nearly so, served or large: "Lipstadt", "Sost", "Bad Sassendorff"."""
    key = sortiername(" ".join(eingabe.split()))
    if not AEHNLICH_AB <= len(key) <= AEHNLICH_BIS:
        return None
    buchstaben = 1 if len(key) < ZWEI_FALSCHE_AB else 2
    abstand = Func("sortiername", Value(key), function="levenshtein", output_field=IntegerField())
    nahe = Q(LessThanOrEqual(abstand, buchstaben))
    zeilen = [z for z in _zeilen(nahe, nahe, {key}) if (z[1] or z[2] >= GROSS_AB) and z[-1][0] == key[0]]
    beste = max(zeilen, key=lambda z: (z[1], SequenceMatcher(None, key, z[-1]).ratio(), z[2]), default=None)
    return _suchort(beste) if beste else None


def genannte(folgen: list[str]) -> dict[str, Suchort]:
    """Which of these words or sequences of words name a place, whole: served before foreign, then the larger one."""
    namen = _ortsnamen()
    je_schluessel = {key: folge for folge in folgen for key in schluessel(folge) if key in namen}
    benannt = Q(sortiername__in=list(je_schluessel))
    zeilen = _zeilen(benannt, benannt, set(je_schluessel)) if je_schluessel else []
    orte: dict[str, Suchort] = {}
    for zeile in sorted(zeilen, key=lambda z: (z[1], z[2])):
        orte[je_schluessel[zeile[-1]]] = _suchort(zeile)
    return orte


@gemerkt(60)
def _ortsnamen() -> frozenset[str]:
    """All of them: most questions name no place, and need not be looked up."""
    staedte = Gemeinde.objects.order_by().values_list("sortiername", flat=True)
    return frozenset(staedte.union(Ortsteil.objects.order_by().values_list("sortiername", flat=True)))


ORTSTEILE_JE_GEMEINDE = 10
_SPALTEN = ["genau", "bedient", "groesse", "name", "gehoert", "ort_ags", "breite", "laenge", "sortiername"]


def _zeilen(gemeinden: Q, ortsteile: Q, keys: set[str]) -> QuerySet:
    """Gemeinden and Ortsteile in one query, as tuples of _SPALTEN."""
    orte = _benannte(Ortsteil.objects.filter(ortsteile), "gemeinde__", keys).annotate(
        # The city of Münster is larger than the part of Stuttgart that is called so, too.
        groesse=F("gemeinde__einwohner") / ORTSTEILE_JE_GEMEINDE,
        breite=Coalesce("lat", "gemeinde__lat"),
        laenge=Coalesce("lon", "gemeinde__lon"),
        gehoert=F("gemeinde__name"),
    )
    staedte = _benannte(Gemeinde.objects.filter(gemeinden), "", keys)
    staedte = staedte.annotate(groesse=F("einwohner"), breite=F("lat"), laenge=F("lon"), gehoert=Value(""))
    return staedte.values_list(*_SPALTEN).union(orte.values_list(*_SPALTEN), all=True).order_by()


def _suchort(zeile: tuple) -> Suchort:
    _genau, bedient, groesse, name, gehoert, ags, lat, lon, _key = zeile
    if gehoert in ("", name):
        return Suchort(name, lat, lon, (ags,), bedient, groesse)
    return Suchort(f"{name} ({gehoert})", lat, lon, (ags,), bedient)


def _benannte(zeilen: QuerySet, weg: str, keys: set[str]) -> QuerySet:
    return zeilen.order_by().annotate(
        genau=_wahrheit(Q(sortiername__in=keys)),
        bedient=_wahrheit(wo_bedient(weg)),
        ort_ags=F(f"{weg}ags"),
    )


def plz_finden(plz: str) -> Suchort | None:
    """The middle of a postcode area and the Gemeinden it touches, the served ones first."""
    zeilen = list(
        Postleitzahl.objects.filter(plz=plz)
        .annotate(bedient=_wahrheit(wo_bedient("gemeinde__")))
        .order_by("-bedient", "-gemeinde__einwohner")
        .values_list("gemeinde_id", "gemeinde__name", "lat", "lon", "bedient")
    )
    if not zeilen:
        return None
    _ags, name, lat, lon, bedient = zeilen[0]
    return Suchort(f"{plz} {name}", lat, lon, tuple(zeile[0] for zeile in zeilen), bedient)


def gemeinden_finden(angaben: list[str]) -> dict[str, Suchort]:
    """The places of the parameter `gemeinde`: AGS, slug, or a region (05974) by its prefix. Unknown ones are absent."""
    if not angaben:
        return {}
    gesucht = Q(ags__in=angaben) | Q(slug__in=angaben)
    regionen = [angabe for angabe in angaben if re.fullmatch(r"\d{2}|\d{5}", angabe)]
    for region in regionen:
        gesucht |= Q(ags__startswith=region)
    orte: dict[str, Suchort] = {}
    for g in (
        Gemeinde.objects.filter(gesucht).annotate(bedient=_wahrheit(wo_bedient())).order_by("-bedient", "-einwohner")
    ):
        for angabe in {g.ags, g.slug} & set(angaben):
            orte[angabe] = Suchort(g.name, g.lat, g.lon, (g.ags,), g.bedient)
        for region in regionen:
            if g.ags.startswith(region):
                name = g.land if len(region) == 2 else g.kreis_name
                orte.setdefault(region, Suchort(name, g.lat, g.lon, (region,), g.bedient))
    return orte


def schluessel(eingabe: str) -> set[str]:
    """The keys a name may be stored under: as typed, and with ae, oe, ue read as umlauts."""
    key = sortiername(" ".join(eingabe.split()))
    return {key, re.sub(r"([aou])e", r"\1", key)} if any(z.isalnum() for z in key) else set()


def _benannt(keys: set[str]) -> Q:
    """Named so, or beginning so."""
    q = Q(sortiername__in=keys)
    for key in keys:
        if len(key) >= 3:
            q |= Q(sortiername__startswith=key)
    return q


def _ortsteil(eingabe: str, keys: set[str]) -> Q:
    q = _benannt(keys)
    vorn, _strich, hinten = eingabe.partition("-")
    if hinten:
        q |= Q(sortiername__in=schluessel(hinten), gemeinde__sortiername__in=schluessel(vorn))
    return q


def wo_bedient(weg: str = "") -> Q:
    """Where this portal looks for volunteers; `weg`: from what is asked to its Gemeinde."""
    return in_regionen(f"{weg}ags", settings.PORTAL_REGIONEN)


def _wahrheit(q: Q) -> Case:
    return Case(When(q, then=Value(True)), default=Value(False), output_field=BooleanField())
