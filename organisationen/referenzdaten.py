"""Where do all German Gemeinden, Ortsteile, postcodes and outlines come from? The package's files, by COPY."""

import csv
import gzip
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import connection, transaction

from ehrenamt.sortierung import slug, sortiername

ORDNER = Path(__file__).parent / "daten"
DATEIEN = ["gemeinden", "postleitzahlen", "ortsteile", "flaechen"]

# What is there is brought up to date, except a slug (it stands in addresses) and an Ortsteil (staff edit it).
_AUFNEHMEN = {
    "organisationen_gemeinde": (
        "ags name slug sortiername typ kreis_name land plz_sitz einwohner lat lon",
        "(ags) DO UPDATE SET name = EXCLUDED.name, sortiername = EXCLUDED.sortiername, typ = EXCLUDED.typ, "
        "kreis_name = EXCLUDED.kreis_name, land = EXCLUDED.land, plz_sitz = EXCLUDED.plz_sitz, "
        "einwohner = EXCLUDED.einwohner, lat = EXCLUDED.lat, lon = EXCLUDED.lon",
    ),
    "organisationen_postleitzahl": (
        "plz gemeinde_id lat lon",
        "(plz, gemeinde_id) DO UPDATE SET lat = EXCLUDED.lat, lon = EXCLUDED.lon",
    ),
    "organisationen_ortsteil": ("gemeinde_id name sortiername plz lat lon", "(gemeinde_id, name) DO NOTHING"),
    "organisationen_flaeche": (
        "ags name ringe",
        "(ags) DO UPDATE SET name = EXCLUDED.name, ringe = EXCLUDED.ringe",
    ),
}


def laden(regionen: Iterable[str] = ("DE",)) -> bool:
    """Bring the reference data of these regions into the database; False where they were there already.

    The state of the files is noted at the table itself: a second run reads one line.
    """
    regionen = tuple(regionen)
    stand = _stand(regionen)
    if _geladener_stand() == stand:
        return False
    with transaction.atomic():
        _aufnehmen("organisationen_gemeinde", _gemeinden(regionen))
        _aufnehmen("organisationen_postleitzahl", _postleitzahlen(regionen))
        _aufnehmen("organisationen_ortsteil", _ortsteile(regionen))
        _aufnehmen("organisationen_flaeche", _flaechen(regionen))
        with connection.cursor() as cursor:
            cursor.execute(f"COMMENT ON TABLE organisationen_gemeinde IS '{stand}'")
    return True


def regionen_ohne_gemeinde(regionen: Iterable[str]) -> list[str]:
    """Those of the regions that no Gemeinde of the package lies in."""
    schluessel = [zeile["ags"] for zeile in _zeilen("gemeinden")]
    return [region for region in regionen if not any(_gehoert(ags, [region]) for ags in schluessel)]


def _gemeinden(regionen: Iterable[str]) -> Iterator[tuple]:
    alle = list(_zeilen("gemeinden"))
    adressen = _slugs(alle)
    for z in alle:
        if _gehoert(z["ags"], regionen):
            kopf = z["ags"], z["name"], adressen[z["ags"]], sortiername(z["name"])
            yield *kopf, *(z[k] for k in ("typ", "kreis_name", "land", "plz_sitz", "einwohner", "lat", "lon"))


def _slugs(gemeinden: list[dict[str, str]]) -> dict[str, str]:
    """An address for each Gemeinde: its name; where several have it with the Kreis, at last with the AGS."""
    slugs = {z["ags"]: slug(re.sub(r"[./]", " ", z["name"]), "gemeinde") for z in gemeinden}
    nach_namen = dict(slugs)
    for zusatz in ("kreis_name", "ags"):
        wie_oft = Counter(slugs.values())
        for z in gemeinden:
            if wie_oft[slugs[z["ags"]]] > 1:
                slugs[z["ags"]] = f"{nach_namen[z['ags']]}-{slug(z[zusatz], 'kreis')}"
    return slugs


def _postleitzahlen(regionen: Iterable[str]) -> Iterator[tuple]:
    return ((z["plz"], z["ags"], z["lat"], z["lon"]) for z in _zeilen("postleitzahlen") if _gehoert(z["ags"], regionen))


def _ortsteile(regionen: Iterable[str]) -> Iterator[tuple]:
    for z in _zeilen("ortsteile"):
        if _gehoert(z["ags"], regionen):
            yield z["ags"], z["name"], sortiername(z["name"]), z["plz"], z["lat"], z["lon"]


def _flaechen(regionen: Iterable[str]) -> Iterator[tuple]:
    return ((z["ags"], z["name"], z["ringe"]) for z in _zeilen("flaechen") if _gehoert(z["ags"], regionen))


def _gehoert(ags: str, regionen: Iterable[str]) -> bool:
    return any(region == "DE" or ags.startswith(region) for region in regionen)


def _zeilen(name: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(1_000_000)  # outlines are long
    with gzip.open(ORDNER / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as datei:
        yield from csv.DictReader(datei)


def _aufnehmen(tabelle: str, zeilen: Iterable[tuple]) -> None:
    felder, bei_konflikt = _AUFNEHMEN[tabelle]
    spalten = ", ".join(felder.split())
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMP TABLE neu ON COMMIT DROP AS SELECT {spalten} FROM {tabelle} WITH NO DATA",
        )
        with cursor.copy(f"COPY neu ({spalten}) FROM STDIN") as copy:
            for zeile in zeilen:
                copy.write_row(zeile)
        cursor.execute(f"INSERT INTO {tabelle} ({spalten}) SELECT {spalten} FROM neu ON CONFLICT {bei_konflikt}")
        cursor.execute(f"DROP TABLE neu; ANALYZE {tabelle}")


def _stand(regionen: tuple[str, ...]) -> str:
    summe = hashlib.sha256(",".join(regionen).encode())
    for name in DATEIEN:
        summe.update((ORDNER / f"{name}.csv.gz").read_bytes())
    return f"Referenzdaten {summe.hexdigest()}"


def _geladener_stand() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT obj_description('organisationen_gemeinde'::regclass) "
            "WHERE EXISTS (SELECT FROM organisationen_gemeinde)"
        )
        zeile = cursor.fetchone()
    return zeile[0] or "" if zeile else ""
