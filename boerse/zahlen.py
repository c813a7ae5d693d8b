"""How is the portal doing? Its figures, counted once an hour: in few queries, however many listings there are.

All of it lies within the regions that the portal serves. A listing counts where its first place is and for the
Interessengebiet it names first: each is in one row of a table, and the rows add up. What is kept for the hour is
what may be published (boerse/geheimhaltung.py), nothing else.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Left
from django.utils import timezone

from organisationen.models import Organisation
from organisationen.regionen import in_regionen

from . import karte
from .auswahl import AnfrageStatus, RueckmeldungSeite
from .geheimhaltung import MINDESTENS, schuetzen, zeigbar
from .kennzahlen import HAELFTE, ZEITRAUM, auswerten
from .models import Anfrage, Angebot, Rueckmeldung, Thema

HALTBAR = 60 * 60
FRISCH_TAGE = (30, 90)
# Of a listing that names no Interessengebiet, or one that is no longer in use.
OHNE_THEMA = ""


def zahlen() -> dict[str, Any]:
    """The figures of this hour."""
    schluessel = f"zahlen:{','.join(settings.PORTAL_REGIONEN)}"
    stand = cache.get(schluessel)
    if stand is None:
        stand = zaehlen(timezone.now())
        cache.set(schluessel, stand, HALTBAR)
    return stand


def zaehlen(jetzt: datetime) -> dict[str, Any]:
    orte, themen = list(karte.region().namen), list(Thema.objects.aktive().values_list("slug", flat=True))
    gezaehlt = _angebote(jetzt) | _anfragen(jetzt) | _rueckmeldungen(jetzt)
    verhalten = auswerten(Anfrage.objects.filter(_hier("angebot__zustaendig_ags")), HAELFTE, jetzt)
    genug = verhalten.faellig >= MINDESTENS and verhalten.genug
    return {
        "stand": jetzt,
        "organisationen": Organisation.objects.oeffentlich().filter(_hier("gemeinde__ags")).count(),
        "gemeinden": _hiesige(jetzt).aggregate(anzahl=Count("zustaendig_ags", distinct=True))["anzahl"],
        **{name: _gesamt(name, zaehler.total()) for name, zaehler in gezaehlt.items()},
        "quote": verhalten.quote if genug else None,
        "tage": verhalten.tage if genug else None,
        "orte": _tabelle(gezaehlt, [*orte, *_weitere(gezaehlt, 0, orte)], lambda ort, _thema: ort),
        "themen": _tabelle(
            gezaehlt,
            [*themen, *([OHNE_THEMA] if _weitere(gezaehlt, 1, themen) else [])],
            lambda _ort, thema: thema if thema in themen else OHNE_THEMA,
        ),
    }


def ist_oeffentlich(name: str) -> bool:
    """Listings can be counted by everybody; what is counted about people is protected."""
    return name in ("angebote", *(f"bestaetigt_{tage}" for tage in FRISCH_TAGE))


def rueckmeldung(seite: str, woche: int, antwort: bool) -> str:
    """The name of such a count."""
    return f"{seite}_{woche}_{'ja' if antwort else 'nein'}"


def _hier(feld: str) -> Q:
    return in_regionen(feld, settings.PORTAL_REGIONEN)


def _hiesige(jetzt: datetime) -> QuerySet:
    return Angebot.objects.oeffentlich(timezone.localdate(jetzt)).filter(_hier("zustaendig_ags"))


def _nach_ort_und_thema(zeilen: QuerySet, weg: str, **zaehlungen) -> Iterable[dict[str, Any]]:
    """Grouped by area of the map and first Thema; `weg` leads to the listing."""
    ort = Left(f"{weg}zustaendig_ags", karte.region().stellen)
    thema = Coalesce(F(f"{weg}themen__0"), Value(OHNE_THEMA))
    return zeilen.order_by().values(ort=ort, thema=thema).annotate(**zaehlungen)


def _zaehler(zeilen: Iterable[dict[str, Any]], namen: Iterable[str]) -> dict[str, Counter]:
    gezaehlt = {name: Counter() for name in namen}
    for zeile in zeilen:
        for name, zaehler in gezaehlt.items():
            zaehler[zeile["ort"], zeile["thema"]] += zeile[name]
    return gezaehlt


def _angebote(jetzt: datetime) -> dict[str, Counter]:
    heute = timezone.localdate(jetzt)
    zaehlungen = {"angebote": Count("pk")} | {
        f"bestaetigt_{tage}": Count("pk", filter=Q(zuletzt_bestaetigt_am__gte=heute - timedelta(days=tage)))
        for tage in FRISCH_TAGE
    }
    return _zaehler(_nach_ort_und_thema(_hiesige(jetzt), "", **zaehlungen), zaehlungen)


def _anfragen(jetzt: datetime) -> dict[str, Counter]:
    """Confirmed ones, also where everything personal is deleted by now."""
    zeilen = Anfrage.objects.filter(_hier("angebot__zustaendig_ags"), bestaetigt_am__gt=jetzt - ZEITRAUM)
    vermittelt = Q(status=AnfrageStatus.VERMITTELT)
    zaehlungen = {"anfragen": Count("pk"), "vermittelt": Count("pk", filter=vermittelt)}
    return _zaehler(_nach_ort_und_thema(zeilen, "angebot__", **zaehlungen), zaehlungen)


def _rueckmeldungen(jetzt: datetime) -> dict[str, Counter]:
    zeilen = Rueckmeldung.objects.filter(_hier("anfrage__angebot__zustaendig_ags"), beantwortet_am__gt=jetzt - ZEITRAUM)
    zaehlungen = {
        rueckmeldung(seite, woche, antwort): Count("pk", filter=Q(seite=seite, woche=woche, antwort=antwort))
        for seite in RueckmeldungSeite.values
        for woche in settings.FRISTEN["rueckmeldung_wochen"]
        for antwort in (True, False)
    }
    return _zaehler(_nach_ort_und_thema(zeilen, "anfrage__angebot__", **zaehlungen), zaehlungen)


def _gesamt(name: str, anzahl: int) -> int | None:
    return anzahl if ist_oeffentlich(name) else zeigbar(anzahl)


def _weitere(gezaehlt: dict[str, Counter], stelle: int, bekannte: list[str]) -> list[str]:
    """What occurs beside the known ones."""
    return sorted({paar[stelle] for zaehler in gezaehlt.values() for paar in zaehler if zaehler[paar]} - {*bekannte})


def _tabelle(gezaehlt: dict[str, Counter], zeilen: list[str], zeile_von: Callable[[str, str], str]) -> dict[str, Any]:
    """The counts of each row by name."""
    tabelle: dict[str, dict[str, int | None]] = {}
    for name, zaehler in gezaehlt.items():
        spalte = dict.fromkeys(zeilen, 0)
        for paar, anzahl in zaehler.items():
            spalte[zeile_von(*paar)] += anzahl
        # Where the number of enquiries is hidden, so is what became of them: it would say how many there are at least.
        verborgen = [zeile for zeile, wert in tabelle.get("anfragen", {}).items() if wert is None]
        tabelle[name] = spalte if ist_oeffentlich(name) else _geschuetzt(spalte, tabelle["angebote"], verborgen)
    return tabelle


def _geschuetzt(spalte: dict[str, int], angebote: dict[str, int], verborgen: list[str]) -> dict[str, int | None]:
    """Rows with few listings go first: these everybody can count."""
    return schuetzen({zeile: spalte[zeile] for zeile in sorted(spalte, key=angebote.get)}, verborgen)
