"""What does a card say of a listing, and how is that written as HTML? What hangs on its content alone.

Drawn in Python: a page of hits is twenty cards, and a template would look up every name of each for ten times the time.
"""

from collections.abc import Iterable
from functools import cached_property
from html import escape

from django.utils.html import conditional_escape
from django.utils.translation import get_language

from ehrenamt.sprachen import auf_deutsch
from ehrenamt.templatetags.portal import symbol, themensymbol, weich

from .fakten import Fakt, fakten, merkmale

THEMA = '<span class="kachel">{symbol}</span> {label}'
FAKT = "<li>{symbol}<span>{text}{stark}{zusatz}</span></li>"


class Kartentext:
    """`fakten` and `merkmale` in words; as HTML the Thema, the facts, the features."""

    def __init__(self, angebot, punkte: list) -> None:
        self.fakten, self.merkmale = fakten(angebot, punkte), merkmale(angebot)
        self.url, self.thema = angebot.get_absolute_url(), angebot.thema
        self.titel = conditional_escape(auf_deutsch(angebot.titel))
        self.organisation = conditional_escape(auf_deutsch(angebot.organisation.name))

    @cached_property
    def kopf(self) -> str:
        label = f"<span>{escape(weich(self.thema.label))}</span>" if self.thema else ""
        return THEMA.format(symbol=themensymbol(self.thema, 24), label=label)

    @cached_property
    def faktenliste(self) -> str:
        return liste("fakten", map(_fakt, self.fakten))

    @cached_property
    def merkmalliste(self) -> str:
        return liste("merkmale", (f"<li>{escape(merkmal)}</li>" for merkmal in self.merkmale))


def kartentext(angebot, punkte: list) -> Kartentext:
    """In the current language; already known for what came by zeilen.py, if nothing else speaks in it."""
    bekannte = getattr(angebot, "kartentexte", None)
    if bekannte is None or punkte:
        return Kartentext(angebot, punkte)
    worte = (get_language(), *angebot.themen_namen, None, *angebot.zielgruppen_namen)
    if worte not in bekannte:
        bekannte[worte] = Kartentext(angebot, punkte)
    return bekannte[worte]


def liste(klasse: str, zeilen: Iterable[str]) -> str:
    inhalt = "".join(zeilen)
    return f'<ul class="{klasse}" role="list">{inhalt}</ul>' if inhalt else ""


def _fakt(fakt: Fakt) -> str:
    return FAKT.format(
        symbol=symbol(fakt.symbol, 20),
        text=conditional_escape(fakt.text),  # may be marked as German
        stark=f" <strong>{escape(fakt.stark)}</strong>" if fakt.stark else "",
        zusatz=f' <span class="leise">{escape(fakt.zusatz)}</span>' if fakt.zusatz else "",
    )
