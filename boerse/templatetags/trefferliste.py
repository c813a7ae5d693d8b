"""How are the rows of a list of hits drawn? Those that a page repeats a hundred times: filter values, areas, facts.

A row is one line of HTML with names in it; a template would look up every name of every row for ten times the time.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ehrenamt.templatetags.portal import symbol, zeit_seit

register = template.Library()

WAHL = (
    '<div class="filterwahl{leer}">'
    '<input class="kern-form-check__{art}" type="{art}" name="{name}" value="{wert}" id="{kennung}"{gewaehlt}>'
    '<label for="{kennung}">{label}</label>{zahl}</div>'
)
TAG = (
    '<div class="wochentag">'
    '<input class="kern-form-check__checkbox" type="checkbox" name="{name}" value="{wert}" id="{kennung}"{gewaehlt}>'
    '<label for="{kennung}"><span aria-hidden="true">{kurz}</span><span class="kern-sr-only">{label}</span></label>'
    "</div>"
)
FAKT = "<li>{symbol}<span>{text}{stark}{zusatz}</span></li>"
MERKMAL = "<li>{text}</li>"
FRISCHE = "<li>{symbol}<span>{wort} {zeit}</span></li>"
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
    return _reihen(WAHL, _wahlen(optionen, "radio" if einzeln else "checkbox"))


def _wahlen(optionen: Iterable, art: str) -> Iterator[dict[str, Any]]:
    for option in optionen:
        anzahl = getattr(option, "anzahl", None)
        yield {
            "art": art,
            "name": option.name,
            "wert": escape(option.wert),
            "kennung": escape(option.kennung),
            "label": escape(option.label),
            "gewaehlt": " checked" if option.gewaehlt else "",
            "leer": " filterwahl--leer" if anzahl == 0 and not option.gewaehlt else "",
            "zahl": "" if anzahl is None else f'<span class="zahl leise">{anzahl}</span>',
        }


@register.simple_tag
def wochentage(optionen: Iterable) -> SafeString:
    """The same as boxes in a row, with the first letters of each day."""
    return _reihen(TAG, (wahl | {"kurz": wahl["label"][:2]} for wahl in _wahlen(optionen, "checkbox")))


@register.simple_tag
def faktenzeilen(fakten: Iterable) -> SafeString:
    return _reihen(
        FAKT,
        (
            {
                "symbol": symbol(fakt.symbol, 20),
                "text": conditional_escape(fakt.text),  # may be marked as German
                "stark": f" <strong>{escape(fakt.stark)}</strong>" if fakt.stark else "",
                "zusatz": f' <span class="leise">{escape(fakt.zusatz)}</span>' if fakt.zusatz else "",
            }
            for fakt in fakten
        ),
    )


@register.simple_tag
def merkmalzeilen(merkmale: Iterable[str]) -> SafeString:
    return _reihen(MERKMAL, ({"text": escape(merkmal)} for merkmal in merkmale))


@register.simple_tag
def frischezeile(tag: date) -> SafeString:
    """When a listing was last confirmed."""
    zeile = {"symbol": symbol("hakenkreis", 20), "wort": _("zuletzt bestätigt"), "zeit": zeit_seit(tag)}
    return _reihen(FRISCHE, [zeile])


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
