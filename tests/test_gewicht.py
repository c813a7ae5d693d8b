"""How much does a visit cost? Bytes over the wire, requests, and whether anything moves while it loads.

`pytest tests/test_gewicht.py -s` prints the table.
"""

import re

import pytest

from ehrenamt.gestaltung import STILE

from .test_abfragen import SEITEN, bestand  # noqa: F401

SPRUENGE = """() => new Promise(fertig => new PerformanceObserver(liste =>
    fertig(liste.getEntries().reduce((summe, e) => summe + e.value, 0))).observe({type: "layout-shift", buffered: true})
    || setTimeout(() => fertig(0), 100))"""
# What makes a browser fetch something by itself.
GEHOLT = re.compile(r"<(?:link|script|img|source|iframe|video|audio|track|object|embed|use|image)\b[^>]*>")
ADRESSE = re.compile(r"""\s(?:src|srcset|href|data|poster|xlink:href)="([^"]*)\"""")


@pytest.fixture
def waage(page):
    """Opens an address and says what came over the wire: waage(address) -> {file: bytes}."""
    netz = page.context.new_cdp_session(page)
    netz.send("Network.enable")
    namen, mengen = {}, {}
    netz.on("Network.requestWillBeSent", lambda e: namen.update({e["requestId"]: e["request"]["url"]}))
    netz.on("Network.loadingFinished", lambda e: mengen.update({e["requestId"]: e["encodedDataLength"]}))

    def wiegen(adresse: str) -> dict[str, int]:
        namen.clear()
        mengen.clear()
        page.goto(adresse, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => 0)")  # a busy machine lays out, and asks for fonts, late
        return {name: int(mengen[nummer]) for nummer, name in namen.items() if mengen.get(nummer)}

    return wiegen


def test_a_visit_is_light_and_nothing_moves(bestand, live_server, waage, page):  # noqa: F811
    erster = waage(live_server.url + "/angebote/")
    _zeigen("erster Besuch", erster)
    assert all(name.startswith(live_server.url) for name in erster)
    assert len(erster) <= 8
    assert sum(erster.values()) <= 70_000
    for adresse in ("/angebote/?seite=2", bestand["angebot"], "/passt-zu-mir/", "/"):
        weitere = waage(live_server.url + adresse)
        _zeigen(adresse, weitere)
        assert sum(weitere.values()) <= 20_000, adresse
        assert page.evaluate(SPRUENGE) == 0, adresse


def _zeigen(was: str, dateien: dict[str, int]) -> None:
    print(f"\n{was}: {sum(dateien.values())} B in {len(dateien)} Anfragen")
    for name, menge in dateien.items():
        print(f"  {menge:6} {name.split('/', 3)[-1]}")


def test_no_page_and_no_style_fetches_anything_from_elsewhere(bestand, buergerin):  # noqa: F811
    for art in SEITEN:
        html = buergerin.get(SEITEN[art].format(**bestand)).text
        for adresse in (a for stelle in GEHOLT.findall(html) for a in ADRESSE.findall(stelle)):
            eigen = re.match(r"/(?!/)|#|data:|https?://(testserver|localhost)/", adresse)
            assert eigen, f"{art}: {adresse}"
    for datei in STILE.glob("*.css"):
        assert not re.search(r"""(url\(|@import)\s*["']?(https?:)?//""", datei.read_text(encoding="utf-8")), datei.name
