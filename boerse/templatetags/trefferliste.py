"""How are the rows of a list of hits drawn? Those that a page repeats a hundred times: filter values, areas, facts.

A row is one line of HTML with names in it; a template would look up every name of every row for ten times the time.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from ehrenamt.templatetags.portal import symbol

register = template.Library()

WAHL = (
    '<div class="filterwahl{leer}">'
    '<input class="kern-form-check__{art}" type="{art}" name="{name}" value="{wert}" id="{kennung}"{gewaehlt}>'
    '<label for="{kennung}">{label}</label>{zahl}</div>'
)
FAKT = "<li>{}<span>{}{}{}</span></li>"
FLAECHE = (
    '<a href="{url}" aria-label="{name}: {angebote}"{aktuell}>'
    '<path class="landkarte__flaeche landkarte__flaeche--{stufe}{gewaehlt}" d="{pfad}"/></a>'
)
SCHRIFT = '<g class="landkarte__schrift{gewaehlt}" aria-hidden="true">{name}{zahl}</g>'
ZAHL = '<text class="landkarte__zahl" x="{}" y="{}">{}</text>'
NAME = '<text class="landkarte__name" x="{}" y="{}">{}</text>'
ZEILE = '<tspan x="{}" dy="{}">{}</tspan>'
ORT = '<li><a href="{url}"{aktuell}>{name}</a> <span class="zahl">{anzahl}</span></li>'

GEWAEHLT = mark_safe(" checked")
AKTUELL = mark_safe(' aria-current="true"')


@register.simple_tag
def filterwahlen(optionen: Iterable, einzeln: bool = False) -> SafeString:
    """Answers as rows with a box to tick, and the number of hits where it is known."""
    art = "radio" if einzeln else "checkbox"
    return format_html_join("", WAHL, (_wahl(option, art) for option in optionen))


def _wahl(option, art: str) -> dict:
    anzahl = getattr(option, "anzahl", None)
    return {
        "art": art,
        "name": option.name,
        "wert": option.wert,
        "kennung": option.kennung,
        "label": option.label,
        "gewaehlt": GEWAEHLT if option.gewaehlt else "",
        "leer": " filterwahl--leer" if anzahl == 0 and not option.gewaehlt else "",
        "zahl": "" if anzahl is None else format_html('<span class="zahl leise">{}</span>', anzahl),
    }


@register.simple_tag
def faktenzeilen(fakten: Iterable) -> SafeString:
    return format_html_join(
        "",
        FAKT,
        (
            (
                symbol(fakt.symbol, 20),
                fakt.text,
                format_html(" <strong>{}</strong>", fakt.stark) if fakt.stark else "",
                format_html(' <span class="leise">{}</span>', fakt.zusatz) if fakt.zusatz else "",
            )
            for fakt in fakten
        ),
    )


@register.simple_tag
def kartenflaechen(karte: dict) -> SafeString:
    """The areas as links, shaded."""
    return format_html_join("", FLAECHE, (flaeche | _zustand(flaeche) for flaeche in karte["flaechen"]))


@register.simple_tag
def kartenschrift(karte: dict, mit_namen: bool = False) -> SafeString:
    """Names and numbers, above all areas."""
    return format_html_join(
        "",
        SCHRIFT,
        (
            {
                "gewaehlt": " landkarte__schrift--gewaehlt" if f["gewaehlt"] else "",
                "name": kartenname(f["name"], f["x"], f["y"]) if mit_namen else "",
                "zahl": format_html(ZAHL, f["x"], f["y"], f["anzahl"]) if f["anzahl"] or karte["mit_namen"] else "",
            }
            for f in karte["flaechen"]
        ),
    )


@register.simple_tag
def ortszeilen(karte: dict, alle: bool = False) -> SafeString:
    """The map's places as a list: same links, same counts."""
    orte = [f | _zustand(f) for f in karte["flaechen"] if alle or f["anzahl"] or f["gewaehlt"]]
    return format_html_join("", ORT, orte)


def kartenname(name: str, x: float, y: float) -> SafeString:
    """A long name stands in two lines."""
    zeilen = name.split(" ", 1) if len(name) > 10 else [name]
    abstaende = ["-1.25em", "1.1em"] if len(zeilen) > 1 else ["-0.15em"]
    tspans = format_html_join("", ZEILE, ((x, dy, zeile) for dy, zeile in zip(abstaende, zeilen, strict=True)))
    return format_html(NAME, x, y, tspans)


def _zustand(flaeche: dict) -> dict:
    anzahl = flaeche["anzahl"]
    return {
        "angebote": ngettext("%(anzahl)s Angebot", "%(anzahl)s Angebote", anzahl) % {"anzahl": anzahl},
        "aktuell": AKTUELL if flaeche["gewaehlt"] else "",
        "gewaehlt": " landkarte__flaeche--gewaehlt" if flaeche["gewaehlt"] else "",
    }
