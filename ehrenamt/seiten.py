"""Where do the editable pages come from, and how does their text become HTML?"""

from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

ORDNER = Path(__file__).parent / "seitentexte"
# CommonMark with tables; raw HTML in the text is shown as text, links to javascript: are refused.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def seiten_bereitstellen() -> None:
    """Add the pages of the package (first line "# title") that are missing; never change one that is there."""
    from .models import Seite

    neue = []
    for datei in sorted(ORDNER.glob("*.md")):
        titel, _zeile, text = datei.read_text(encoding="utf-8").partition("\n")
        neue.append(Seite(slug=datei.stem, titel={"de": titel.removeprefix("# ")}, text={"de": text.strip()}))
    Seite.objects.bulk_create(neue, ignore_conflicts=True)


def als_html(text: str) -> SafeString:
    return mark_safe(_MARKDOWN.render(text))
