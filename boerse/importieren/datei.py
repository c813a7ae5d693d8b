"""What stands in a file? JSON list or CSV become numbered rows; what cannot be read is said in one sentence."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

PFLICHT = ["id", "titel", "beschreibung", "organisation", "gemeinde"]
Zeilen = list[tuple[int, Any]]


class DateiFehler(Exception):
    """The file as a whole cannot be imported; the text says why, in one sentence."""


def lesen(pfad: str | Path) -> tuple[Zeilen, str]:
    """The numbered rows of a file, and a remark on its encoding where one is due."""
    try:
        return zeilen(Path(pfad).read_bytes(), Path(pfad).name)
    except FileNotFoundError:
        raise DateiFehler(_("Die Datei „%(name)s“ gibt es nicht.") % {"name": pfad}) from None
    except OSError as fehler:
        raise DateiFehler(
            _("Die Datei „%(name)s“ lässt sich nicht lesen: %(grund)s.") % {"name": pfad, "grund": fehler.strerror}
        ) from None


def zeilen(daten: bytes, name: str) -> tuple[Zeilen, str]:
    """The same for what was uploaded."""
    if not daten.strip():
        raise DateiFehler(_("Die Datei „%(name)s“ ist leer.") % {"name": name})
    csv_gemeint = name.lower().endswith((".csv", ".txt")) or (
        not name.lower().endswith(".json") and daten.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"[", b"{")
    )
    return _aus_csv(daten, name) if csv_gemeint else (_aus_json(daten, name), "")


def _aus_json(daten: bytes, name: str) -> Zeilen:
    try:
        liste = json.loads(daten.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise DateiFehler(_("„%(name)s“ ist nicht in UTF-8 gespeichert.") % {"name": name}) from None
    except json.JSONDecodeError as fehler:
        raise DateiFehler(
            _("„%(name)s“ ist kein gültiges JSON: Zeile %(zeile)s, Spalte %(spalte)s.")
            % {"name": name, "zeile": fehler.lineno, "spalte": fehler.colno}
        ) from None
    except (RecursionError, ValueError):
        raise DateiFehler(_("„%(name)s“ ist kein gültiges JSON.") % {"name": name}) from None
    if not isinstance(liste, list):
        raise DateiFehler(_("„%(name)s“ enthält keine Liste von Angeboten.") % {"name": name})
    return list(enumerate(liste, start=1))


def _aus_csv(daten: bytes, name: str) -> tuple[Zeilen, str]:
    text, bemerkung = _entschluesseln(daten, name)
    kopf = text.partition("\n")[0]
    trenner = max(";,\t", key=kopf.count)
    try:
        leser = csv.DictReader(io.StringIO(text, newline=""), delimiter=trenner, strict=True)
        leser.fieldnames = [feld.strip().lower() for feld in leser.fieldnames or []]
        # Numbered as a spreadsheet does: the header is row 1.
        liste = list(enumerate(leser, start=2))
    except csv.Error:
        raise DateiFehler(_("„%(name)s“ ist keine gültige CSV-Datei.") % {"name": name}) from None
    if fehlend := [feld for feld in PFLICHT if feld not in leser.fieldnames]:
        raise DateiFehler(
            _("In der Kopfzeile von „%(name)s“ fehlt: %(felder)s.") % {"name": name, "felder": ", ".join(fehlend)}
        )
    return [(nummer, zeile) for nummer, zeile in liste if any(zeile.values())], bemerkung


def _entschluesseln(daten: bytes, name: str) -> tuple[str, str]:
    try:
        if daten.startswith((b"\xff\xfe", b"\xfe\xff")):
            return daten.decode("utf-16"), ""
        return daten.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        bemerkung = _("„%(name)s“ ist nicht in UTF-8 gespeichert; sie wurde als Windows-1252 gelesen.")
        return daten.decode("cp1252", errors="replace"), bemerkung % {"name": name}
