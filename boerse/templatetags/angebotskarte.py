"""How is a listing drawn in a list? As a card: Thema, title, who; the facts, the features, and how fresh it is."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ehrenamt.sprachen import auf_deutsch
from ehrenamt.templatetags.portal import symbol, zeit_seit

from ..darstellung.kartentext import liste
from .merkliste import merkknopf

register = template.Library()

KARTE = (
    '<article class="karte"><p class="karte__thema thema thema--{slug}">{kopf} {knopf}</p>'
    '<h3><a class="karte__link" href="{url}">{titel}</a></h3><p class="karte__organisation">{organisation}</p>'
    "{auszug}{fakten}{passung}{merkmale}{frische}</article>"
)


@register.simple_tag(takes_context=True)
def angebotskarten(context, angebote: Iterable) -> SafeString:
    """One after the other, as items of a list."""
    return mark_safe("".join([f"<li>{angebotskarte(context, angebot)}</li>" for angebot in angebote]))


@register.simple_tag(takes_context=True)
def angebotskarte(context, angebot) -> SafeString:
    """One listing from darstellung.karten()."""
    text, passung = angebot.kartentext, angebot.passung
    karte = KARTE.format(
        slug=text.thema.slug if text.thema else "",
        kopf=text.kopf,
        knopf=merkknopf(context, angebot),
        url=text.url,
        titel=conditional_escape(auf_deutsch(angebot.titel_markiert)) if angebot.titel_markiert else text.titel,
        organisation=text.organisation,
        auszug=f'<p class="karte__auszug">{auf_deutsch(angebot.auszug)}</p>' if angebot.auszug else "",
        fakten=text.faktenliste,
        passung=render_to_string("boerse/_passung.html", {"passung": passung}) if passung else "",
        merkmale=text.merkmalliste,
        frische=_frische(angebot.zuletzt_bestaetigt_am, timezone.localdate(), get_language()),
    )
    return mark_safe(karte)  # what people wrote is escaped


@lru_cache
def _frische(tag: date | None, _heute: date, _sprache: str) -> str:
    """When it was last confirmed."""
    satz = f"<li>{symbol('hakenkreis', 20)}<span>{_('zuletzt bestätigt')} {zeit_seit(tag)}</span></li>" if tag else ""
    return liste("frische", [satz])
