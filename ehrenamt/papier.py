"""How does the portal print? A Typst template and values become a tagged PDF (PDF/UA-1) in the portal's own look."""

import json
import logging
import re
import subprocess
import sys
import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.utils.translation import gettext as _

from .gestaltung import PAPIERSCHRIFT, STILE, ZEICHEN

VORLAGEN = settings.BASE_DIR / "templates" / "papier"
SETZER = Path(__file__).with_name("setzer.py")
SEKUNDEN = 20
FARBEN = ("leit", "leit-zart", "leit-mittel", "band", "akzent", "text-leise", "linie")

logger = logging.getLogger(__name__)


class Papierfehler(Exception):
    """The document cannot be made; the message is a sentence for the person who wanted it."""


def setzen(vorlage: str, titel: str, **daten: Any) -> bytes:
    """The PDF of templates/papier/<vorlage>.typ. Raises Papierfehler.

    `titel`: what the reader's window shows. Characters that the fonts do not have are left out (`druckbar`).
    """
    eingabe = json.dumps(_druckbar(_rahmen() | daten | {"titel": titel}), default=str)
    befehl = [sys.executable, "-I", str(SETZER), str(VORLAGEN), vorlage, str(PAPIERSCHRIFT)]
    try:
        ergebnis = subprocess.run(befehl, input=eingabe.encode(), capture_output=True, timeout=SEKUNDEN, env={})
    except (OSError, subprocess.TimeoutExpired):
        ergebnis = None
    if ergebnis is None or ergebnis.returncode:
        # Never what it says: the message may quote somebody's data.
        logger.warning("Papier: %s ließ sich nicht setzen.", vorlage)
        raise Papierfehler(_("Das PDF ließ sich gerade nicht erstellen. Bitte versuchen Sie es in ein paar Minuten."))
    return ergebnis.stdout


def qr_code(text: str) -> str:
    """The drawing as SVG, without the quiet zone."""
    datei = BytesIO()
    segno.make(text, error="m", micro=False).save(datei, kind="svg", border=0, omitsize=True)
    return datei.getvalue().decode()


def kurz(adresse: str) -> str:
    """An address as people type it."""
    return re.sub(r"^https?://(www\.)?", "", adresse).rstrip("/")


def druckbar(text: str) -> str:
    """What the fonts have: no emoji, no control characters, not every script. Umlauts from two characters are one."""
    return "".join(zeichen for zeichen in unicodedata.normalize("NFC", text) if zeichen in _zeichen())


def _druckbar(wert: Any) -> Any:
    if isinstance(wert, dict):
        return {name: inhalt if name == "qr" else _druckbar(inhalt) for name, inhalt in wert.items()}
    if isinstance(wert, list | tuple):
        return [_druckbar(eintrag) for eintrag in wert]
    return druckbar(wert) if isinstance(wert, str) else wert


@cache
def _zeichen() -> frozenset[str]:
    return frozenset((PAPIERSCHRIFT / ZEICHEN).read_text(encoding="utf-8")) | {"\n"}


def _rahmen() -> dict[str, Any]:
    """What every document knows."""
    portal = {"name": settings.PORTAL_NAME, "traeger": settings.PORTAL_NAMEN["traeger"]["de"]}
    return {"portal": portal | {"adresse": kurz(settings.PORTAL_ADRESSE)}, "farben": _farben()}


@cache
def _farben() -> dict[str, str]:
    """The deployment's colours, out of its own style sheet: those of the light mode, which come first."""
    css = (STILE / "portal.css").read_text(encoding="utf-8")
    return {name: _farbe(css, name) for name in FARBEN}


def _farbe(css: str, name: str) -> str:
    treffer = re.search(rf"(?<=[{{;])--{name}:([^;}}]+)", css)
    wert = treffer[1].strip() if treffer else ""
    verweis = re.fullmatch(r"var\(--([\w-]+)\)", wert)
    return _farbe(css, verweis[1]) if verweis else wert
