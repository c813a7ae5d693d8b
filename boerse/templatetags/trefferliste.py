"""How are the rows of a list of hits drawn? Those that a page repeats a hundred times: filter values and areas.

A row is one line of HTML with names in it; a template would look up every name of every row for ten times the time.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

register = template.Library()

# What changes from page to page is put between what does not.
WAHL = (
    '<div class="filterwahl',
    '"><input class="kern-form-check__{art}" type="{art}" name="{name}" value="{wert}" id="{kennung}"',
    '><label for="{kennung}">{label}</label>',
    "</div>",
)
TAG = (
    '<div class="wochentag"><input class="kern-form-check__checkbox" type="checkbox" name="{name}" value="{wert}" '
    'id="{kennung}"{gewaehlt}>'
    '<label for="{kennung}"><span aria-hidden="true">{kurz}</span><span class="kern-sr-only">{label}</span></label>'
    "</div>"
)
FLAECHE = (
    '<a href="{url}" aria-label="{name}: {angebote}"{aktuell}>'
    '<path class="landkarte__flaeche landkarte__flaeche--{stufe}{gewaehlt}" d="{pfad}"/></a>'
)
SCHRIFT = '<g class="landkarte__schrift {klassen}{gewaehlt}" aria-hidden="true">{namen}{zahl}</g>'
ORT = '<li><a href="{url}"{aktuell}>{name}</a> <span class="zahl">{anzahl}</span></li>'
ZEILE = '<tspan x="{x}" dy="{dy}">{text}</tspan>'


def _reihen(muster: str, reihen: Iterable[dict[str, Any]]) -> SafeString:
    """Each row in the pattern. Whoever makes a row has escaped what people wrote."""
    return mark_safe("".join(map(muster.format_map, reihen)))


@register.simple_tag
def filterwahlen(optionen: Iterable, einzeln: bool = False) -> SafeString:
    """Answers as rows with a box to tick, and the number of hits where it is known."""
    art = "radio" if einzeln else "checkbox"
    return mark_safe("".join([_wahl(option, art) for option in optionen]))


def _wahl(option, art: str) -> str:
    anzahl = getattr(option, "anzahl", None)
    anfang, eingabe, label, ende = _festes(art, option.name, option.wert, str(option.label), option.kennung)
    leer = " filterwahl--leer" if anzahl == 0 and not option.gewaehlt else ""
    zahl = "" if anzahl is None else f'<span class="zahl leise">{anzahl}</span>'
    return f"{anfang}{leer}{eingabe}{' checked' if option.gewaehlt else ''}{label}{zahl}{ende}"


@lru_cache(5000)
def _festes(art: str, name: str, wert: str, label: str, kennung: str) -> tuple[str, ...]:
    """The parts of a row that are the same on every page."""
    werte = {"art": art, "name": name, "wert": escape(wert), "kennung": escape(kennung), "label": escape(label)}
    return tuple(teil.format_map(werte) for teil in WAHL)


@register.simple_tag
def wochentage(optionen: Iterable) -> SafeString:
    """The same as boxes in a row, with the first letters of each day."""
    return _reihen(TAG, map(_tag, optionen))


def _tag(option) -> dict[str, str]:
    label = escape(option.label)
    gewaehlt = " checked" if option.gewaehlt else ""
    teile = {"name": option.name, "wert": escape(option.wert), "kennung": escape(option.kennung)}
    return teile | {"label": label, "kurz": label[:2], "gewaehlt": gewaehlt}


@register.simple_tag
def kartenflaechen(karte: dict) -> SafeString:
    """The areas as links, shaded."""
    return _reihen(FLAECHE, (flaeche | _zustand(flaeche) for flaeche in karte["flaechen"]))


@register.simple_tag
def kartenschrift(karte: dict, mit_namen: bool = False) -> SafeString:
    """Names and numbers, above all areas."""
    return _reihen(SCHRIFT, (_schrift(flaeche, karte, mit_namen) for flaeche in karte["flaechen"]))


def _schrift(flaeche: dict, karte: dict, mit_namen: bool) -> dict[str, Any]:
    punkt = f'x="{flaeche["x"]}" y="{flaeche["y"]}"'
    namen = _namen(flaeche["schrift"].zeilen, flaeche["x"]) if mit_namen else ""
    zahl = f'<text class="landkarte__zahl" {punkt}>{flaeche["anzahl"]}</text>'
    return {
        "klassen": flaeche["schrift"].klassen,
        "gewaehlt": " landkarte__schrift--gewaehlt" if flaeche["gewaehlt"] else "",
        "namen": f'<text class="landkarte__name" {punkt}>{namen}</text>' if mit_namen else "",
        "zahl": zahl if flaeche["anzahl"] or karte["mit_namen"] else "",
    }


def _namen(zeilen: list[str], x: float) -> SafeString:
    abstaende = ["-1.25em", "1.1em"] if len(zeilen) > 1 else ["-0.15em"]
    return _reihen(
        ZEILE, ({"x": x, "dy": dy, "text": escape(text)} for dy, text in zip(abstaende, zeilen, strict=True))
    )


@register.simple_tag
def ortszeilen(karte: dict, alle: bool = False) -> SafeString:
    """The map's places as a list: same links, same counts."""
    return _reihen(ORT, (f | _zustand(f) for f in karte["flaechen"] if alle or f["anzahl"] or f["gewaehlt"]))


def _zustand(flaeche: dict) -> dict[str, Any]:
    anzahl = flaeche["anzahl"]
    return {
        "name": escape(flaeche["name"]),
        "url": escape(flaeche["url"]),
        "angebote": ngettext("%(anzahl)s Angebot", "%(anzahl)s Angebote", anzahl) % {"anzahl": anzahl},
        "aktuell": ' aria-current="true"' if flaeche["gewaehlt"] else "",
        "gewaehlt": " landkarte__flaeche--gewaehlt" if flaeche["gewaehlt"] else "",
    }
