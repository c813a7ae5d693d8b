"""What does Lighthouse's mobile preset say about a running portal? Four pages, each with what costs points.

`python -m tests.lighthouse https://localhost:8443`: as in production, where gunicorn has a --certfile and a --keyfile;
any certificate will do. In demo mode http is enough.
"""

import json
import os
import re
import shutil
import ssl
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ehrenamt.settings")

from django.conf import settings

from ehrenamt.gestaltung import pakete_installieren

from ..browser import CHROMIUM

BEREICHE = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
SEITEN = {"Start": "/", "Liste": "/angebote/", "Angebot": None, "Fragebogen": "/passt-zu-mir/"}
OHNE_WERTUNG = {"notApplicable", "informative", "manual"}
SCHALTER = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-sync --ignore-certificate-errors"


def main(adresse: str = "http://localhost:8000") -> int:
    module = pakete_installieren(Path(__file__).parent, settings.BAU / "lighthouse", "Lighthouse fehlt")
    alles_gut = True
    print(f"{'':12}" + "".join(f"{bereich:>16}" for bereich in BEREICHE))
    for name, pfad in SEITEN.items():
        bericht = _messen(module, adresse + (pfad or _ein_angebot(adresse)))
        punkte = {bereich: round((bericht["categories"][bereich]["score"] or 0) * 100) for bereich in BEREICHE}
        print(f"{name:12}" + "".join(f"{zahl:16}" for zahl in punkte.values()), _zeiten(bericht), flush=True)
        for grund in _abzuege(bericht):
            print(f"{'':12}{grund}")
        alles_gut &= all(zahl >= BEREICHE[bereich] for bereich, zahl in punkte.items())
    return 0 if alles_gut else 1


def _ein_angebot(adresse: str) -> str:
    beliebig = ssl._create_unverified_context()
    with urlopen(f"{adresse}/angebote/", context=beliebig) as antwort:
        return re.search(r'href="(/angebote/\d+-[^"/]*/)"', antwort.read().decode())[1]


def _messen(module: Path, adresse: str) -> dict:
    befehl = [shutil.which("node") or "node", str(module / "lighthouse" / "cli" / "index.js"), adresse, "--quiet"]
    befehl += ["--output=json", f"--chrome-flags={SCHALTER}"]
    umgebung = os.environ | {"CHROME_PATH": CHROMIUM or ""}
    return json.loads(subprocess.run(befehl, env=umgebung, check=True, capture_output=True).stdout)


def _zeiten(bericht: dict) -> str:
    werte = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    return "  ".join(bericht["audits"][wert]["displayValue"] for wert in werte)


def _abzuege(bericht: dict) -> list[str]:
    """Audits that cost points, with the first place each complains about."""
    zeilen = []
    for bereich in BEREICHE:
        for teil in bericht["categories"][bereich]["auditRefs"]:
            pruefung = bericht["audits"][teil["id"]]
            if teil["weight"] and pruefung["scoreDisplayMode"] not in OHNE_WERTUNG and (pruefung["score"] or 0) < 0.9:
                stellen = pruefung.get("details", {}).get("items", [])
                zeilen.append(f"{teil['id']} {pruefung['score']} {json.dumps(stellen[:1])[:300]}")
    return zeilen


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
