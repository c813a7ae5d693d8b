"""How does a listing bring its places and times along? Aggregated beside it, so that a list is one query, not three."""

from collections.abc import Iterator
from datetime import time
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, Func, JSONField, Model, QuerySet
from django.db.models.query import ModelIterable

# In the order of the models' fields, as from_db() wants them.
ORT = ["id", "angebot_id", "nummer", "gemeinde_id", "ortsteil", "plz", "strasse", "name", "anzeige", "lat", "lon"]
FENSTER = ["id", "angebot_id", "wochentag", "tageszeit", "von", "bis"]


class _Zeilen(Func):
    """The rows that belong to a listing, as a JSON array of arrays."""

    output_field = JSONField()
    template = (
        "(SELECT coalesce(jsonb_agg(jsonb_build_array(%(spalten)s) ORDER BY zeile.%(reihenfolge)s), '[]') "
        "FROM %(tabelle)s WHERE zeile.angebot_id = %(expressions)s)"
    )


ORTE = _Zeilen(
    F("pk"),
    spalten=", ".join([f"zeile.{name}" for name in ORT] + ["gemeinde.name"]),
    tabelle="boerse_einsatzort zeile JOIN organisationen_gemeinde gemeinde ON gemeinde.ags = zeile.gemeinde_id",
    reihenfolge="nummer",
)
ZEITEN = _Zeilen(
    F("pk"),
    spalten=", ".join(f"zeile.{name}" for name in FENSTER),
    tabelle="boerse_zeitfenster zeile",
    reihenfolge="id",
)


class MitOrtenUndZeiten(ModelIterable):
    """Rows of mit_orten_und_zeiten: their `einsatzorte` and `zeitfenster` are there as after a prefetch."""

    def __iter__(self) -> Iterator[Model]:
        for angebot in super().__iter__():
            orte_und_zeiten_vorlegen(angebot, angebot.__dict__.pop("_orte"), angebot.__dict__.pop("_zeiten"))
            yield angebot


class Zeilen(list):
    """What is there already, for whoever asks for all of it."""

    def all(self) -> "Zeilen":
        return self


def mit_orten_und_zeiten(angebote: QuerySet) -> QuerySet:
    """In their order; of the Gemeinde of a place just the name."""
    zeilen = angebote.annotate(_orte=ORTE, _zeiten=ZEITEN)
    zeilen._iterable_class = MitOrtenUndZeiten
    return zeilen


def orte_und_zeiten_vorlegen(angebot: Model, orte: list[list], zeiten: list[list]) -> None:
    """From the arrays of ORTE and ZEITEN."""
    vorlegen(angebot, "einsatzorte", [_ort(*zeile) for zeile in orte])
    vorlegen(angebot, "zeitfenster", [_fenster(*zeile) for zeile in zeiten])


def vorlegen(angebot: Model, name: str, zeilen: list) -> None:
    """What a prefetch would have left behind."""
    angebot.__dict__.setdefault("_prefetched_objects_cache", {})[name] = Zeilen(zeilen)


def _ort(*werte: Any) -> Model:
    from organisationen.models import Gemeinde

    from .models import Einsatzort

    *werte, name = werte
    ort = Einsatzort.from_db(DEFAULT_DB_ALIAS, ORT, werte)
    ort.gemeinde = Gemeinde.from_db(DEFAULT_DB_ALIAS, ["ags", "name"], [ort.gemeinde_id, name])
    return ort


def _fenster(*werte: Any) -> Model:
    from .models import Zeitfenster

    *werte, von, bis = werte
    zeiten = [zeit and time.fromisoformat(zeit) for zeit in (von, bis)]
    return Zeitfenster.from_db(DEFAULT_DB_ALIAS, FENSTER, [*werte, *zeiten])
