"""Where do the editable pages come from, and how does their text become HTML?"""

import re
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

ORDNER = Path(__file__).parent / "seitentexte"
# CommonMark with tables; raw HTML in the text is shown as text, links to javascript: are refused.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def seiten_bereitstellen() -> None:
    """Add the pages of the package (first line "# title") that are missing; never change a text that is there.

    A translation is added where the German text is still the one that it translates.
    """
    from .models import Seite

    neue, vorhandene = [], {seite.slug: seite for seite in Seite.objects.all()}
    for slug, (titel, text) in _mitgebrachte().items():
        seite = vorhandene.get(slug)
        if seite is None:
            neue.append(Seite(slug=slug, titel=titel, text=text))
        elif seite.text.get("de") == text["de"] and text.keys() - seite.text.keys():
            seite.titel, seite.text = titel | seite.titel, text | seite.text
            seite.save(update_fields=["titel", "text"])
    Seite.objects.bulk_create(neue, ignore_conflicts=True)


def _mitgebrachte() -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Slug → titles and texts by language; further languages are in folders of their own."""
    seiten: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for datei in [*sorted(ORDNER.glob("*.md")), *sorted(ORDNER.glob("*/*.md"))]:
        sprache = "de" if datei.parent == ORDNER else datei.parent.name
        titel, _zeile, text = datei.read_text(encoding="utf-8").partition("\n")
        titel_je, text_je = seiten.setdefault(datei.stem, ({}, {}))
        titel_je[sprache], text_je[sprache] = titel.removeprefix("# "), text.strip()
    return seiten


def als_html(text: str, slug: str = "") -> SafeString:
    """The Markdown as HTML, with the parts that the portal itself writes into the page `slug` (SEITENTEILE).

    A part stands where the text has a line "[[name]]", else at the end: what the law asks for is there whatever
    somebody edited.
    """
    teile = settings.SEITENTEILE.get(slug, {})
    for name in teile:
        zeile = re.compile(rf"^[ \t]*{re.escape(_marke(name))}[ \t]*$", re.MULTILINE)
        text = zeile.sub(f"\n{_marke(name)}\n", text, count=1) if zeile.search(text) else f"{text}\n\n{_marke(name)}"
    html = _MARKDOWN.render(text)
    for name, pfad in teile.items():
        html = html.replace(f"<p>{_marke(name)}</p>", import_string(pfad)(), 1)
    return mark_safe(html)


def _marke(name: str) -> str:
    return f"[[{name}]]"
