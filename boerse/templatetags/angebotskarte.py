"""How is a listing drawn in a list? As a card: Thema, title, who; the facts, the features, and how fresh it is.

In Python, like the rows in trefferliste.py: a page of hits is twenty cards, and a template would take most of its time.
"""

from collections.abc import Iterable
from datetime import date

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ehrenamt.sprachen import auf_deutsch
from ehrenamt.templatetags.portal import symbol, themensymbol, weich, zeit_seit

from .merkliste import merkknopf

register = template.Library()

KARTE = (
    '<article class="karte"><p class="karte__thema thema thema--{slug}"><span class="kachel">{symbol}</span> {thema} '
    '{knopf}</p><h3><a class="karte__link" href="{url}">{titel}</a></h3>'
    '<p class="karte__organisation">{organisation}</p>{auszug}{fakten}{passung}{merkmale}{frische}</article>'
)
FAKT = "<li>{symbol}<span>{text}{stark}{zusatz}</span></li>"


@register.simple_tag(takes_context=True)
def angebotskarten(context, angebote: Iterable) -> SafeString:
    """One after the other, as items of a list."""
    return mark_safe("".join(f"<li>{angebotskarte(context, angebot)}</li>" for angebot in angebote))


@register.simple_tag(takes_context=True)
def angebotskarte(context, angebot) -> SafeString:
    """One listing from darstellung.karten()."""
    thema = angebot.thema
    karte = KARTE.format(
        slug=thema.slug if thema else "",
        symbol=themensymbol(thema, 24),
        thema=f"<span>{escape(weich(thema.label))}</span>" if thema else "",
        knopf=merkknopf(context, angebot),
        url=angebot.get_absolute_url(),
        titel=conditional_escape(auf_deutsch(angebot.titel_markiert or angebot.titel)),
        organisation=conditional_escape(auf_deutsch(angebot.organisation.name)),
        auszug=f'<p class="karte__auszug">{auf_deutsch(angebot.auszug)}</p>' if angebot.auszug else "",
        fakten=_liste("fakten", map(_fakt, angebot.fakten)),
        passung=render_to_string("boerse/_passung.html", {"passung": angebot.passung}) if angebot.passung else "",
        merkmale=_liste("merkmale", (f"<li>{escape(merkmal)}</li>" for merkmal in angebot.merkmale)),
        frische=_liste("frische", [_frische(angebot.zuletzt_bestaetigt_am)] if angebot.zuletzt_bestaetigt_am else []),
    )
    return mark_safe(karte)  # what people wrote is escaped


def _liste(klasse: str, zeilen: Iterable[str]) -> str:
    inhalt = "".join(zeilen)
    return f'<ul class="{klasse}" role="list">{inhalt}</ul>' if inhalt else ""


def _fakt(fakt) -> str:
    return FAKT.format(
        symbol=symbol(fakt.symbol, 20),
        text=conditional_escape(fakt.text),  # may be marked as German
        stark=f" <strong>{escape(fakt.stark)}</strong>" if fakt.stark else "",
        zusatz=f' <span class="leise">{escape(fakt.zusatz)}</span>' if fakt.zusatz else "",
    )


def _frische(tag: date) -> str:
    """When it was last confirmed."""
    wort, zeit = _("zuletzt bestätigt"), zeit_seit(tag)
    return f"<li>{symbol('hakenkreis', 20)}<span>{wort} {zeit}</span></li>"
