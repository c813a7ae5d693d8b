"""What does axe find on a page, in each width and colour scheme? And what has a person looked at in its place?"""

import re
from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
AXE_ADRESSE = "/axe.min.js"
# Everything once; in the other widths what depends on the arrangement. The colours are the same in all of them, so
# each scheme is looked at in one.
ANORDNUNG = ["scrollable-region-focusable", "target-size"]
FARBEN = ["color-contrast", "link-in-text-block"]
LAEUFE = [(1280, "light", None), (768, "light", ANORDNUNG), (320, "dark", [*ANORDNUNG, *FARBEN])]
# What a translation can spoil: languages, and names that come from texts.
SPRACHE = ["html-has-lang", "html-lang-valid", "valid-lang", "document-title", "link-name", "button-name", "label"]
# What axe cannot decide: rule, element, its reason, and what was found by looking.
GEPRUEFT = [
    ("color-contrast", "<t(ext|span)", "", "the names on the map have a wide edge in the colour of the page"),
    ("color-contrast", "<h3>", "pseudo element", "the number of a step and the line to the next one stand beside it"),
    ("frame-tested", '<iframe class="vorschau"', "", "what it shows is a page of its own, and looked at as one"),
    ("frame-tested", '<iframe class="mailfenster"', "", "a mail, which is no page of the portal"),
]
# Colours change at once, or axe would see them half way.
OHNE_UEBERGANG = """() => {
  const blatt = new CSSStyleSheet();
  blatt.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [blatt];
}"""
LAUF = """([regeln, ausser]) => axe.run({exclude: ausser}, {
  resultTypes: ['violations', 'incomplete'],
  preload: false,
  ...(regeln && {runOnly: regeln}),
}).then(({violations, incomplete}) => [...violations, ...incomplete].flatMap(
  regel => regel.nodes.map(n => [regel.id, n.html, [...n.any, ...n.all, ...n.none].map(p => p.message).join('; ')])
))"""


def befunde(page: Page, ganz: bool, laeufe: list[tuple] = LAEUFE) -> set[str]:
    """In one width after the other, so that the page is loaded only once. Kopf and Fuß are the same on all pages of a
    group: they are looked at where the page is looked at `ganz`."""
    gefunden = set()
    page.add_script_tag(url=AXE_ADRESSE)
    page.evaluate(OHNE_UEBERGANG)
    for breite, schema, regeln in laeufe:
        page.set_viewport_size({"width": breite, "height": 900})
        page.emulate_media(color_scheme=schema)
        for regel, element, grund in page.evaluate(LAUF, [regeln, [] if ganz else [["header"], ["footer"]]]):
            if not _geprueft(regel, element, grund):
                gefunden.add(f"{breite} {schema} {regel}: {' '.join(element.split())[:120]} – {grund[:160]}")
    return gefunden


def _geprueft(regel: str, element: str, grund: str) -> bool:
    return any(regel == r and re.match(e, element) and g in grund for r, e, g, _gesehen in GEPRUEFT)
