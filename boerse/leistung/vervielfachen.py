"""How do ten thousand listings become a hundred thousand in seconds? Copied by the database, each somewhere else."""

from django.db import connection
from django.db.models import Model

from ..models import Angebot, Einsatzort, Fundstelle, Zeitfenster
from .kopieren import nummern_weiterzaehlen

# Prime, so that the places of the copies are those of quite other listings.
SPRUNG = 104_729


def vervielfachen(eigene: int, anzahl: int, organisationen: int) -> None:
    """Copies of the first `eigene` listings until there are `anzahl`."""
    _kopien(
        Angebot, "id", eigene, anzahl,
        kennung="gen_random_uuid()",
        organisation_id=f"1 + (v.organisation_id + k * {SPRUNG}::bigint) % {organisationen}",
        veroeffentlicht_am="v.veroeffentlicht_am - k * interval '7 hours'",
        zuletzt_bestaetigt_am="v.zuletzt_bestaetigt_am - k::int % 5",
    )  # fmt: skip
    nummern_weiterzaehlen(Angebot)
    orte = f"(SELECT max(id) FROM {Einsatzort._meta.db_table})"
    andere = f"JOIN {Einsatzort._meta.db_table} o ON o.id = 1 + (v.id * 7919 + k * {SPRUNG}::bigint) % {orte}"
    ort = {spalte: f"o.{spalte}" for spalte in ("gemeinde_id", "ortsteil", "plz", "lat", "lon")}
    _kopien(Einsatzort, "angebot_id", eigene, anzahl, andere, **ort)
    _kopien(Zeitfenster, "angebot_id", eigene, anzahl)
    _kopien(Fundstelle, "angebot_id", eigene, anzahl)


def _kopien(modell: type[Model], schluessel: str, eigene: int, anzahl: int, dazu: str = "", **ausdruecke: str) -> None:
    """`ausdruecke`: in SQL, what a copy has of its own; v is the row copied, k the number of the copy."""
    tabelle = modell._meta.db_table
    ausdruecke[schluessel] = neue = f"v.{schluessel} + k * {eigene}"
    spalten = [f.column for f in modell._meta.concrete_fields if f.column and (f.column != "id" or schluessel == "id")]
    werte = ", ".join(ausdruecke.get(spalte, f'v."{spalte}"') for spalte in spalten)
    namen = ", ".join(f'"{spalte}"' for spalte in spalten)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {tabelle} ({namen}) SELECT {werte} FROM generate_series(1, {anzahl // eigene}) k "
            f"CROSS JOIN {tabelle} v {dazu} WHERE v.{schluessel} <= {eigene} AND {neue} <= {anzahl}"
        )
