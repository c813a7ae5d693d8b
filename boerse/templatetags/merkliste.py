"""How does one remember a listing? With a button of the form in boerse/_merkformular.html."""

from functools import lru_cache

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ehrenamt.sprachen import auf_deutsch
from ehrenamt.templatetags.portal import symbol

register = template.Library()

# The redirect leads to the button's id: the browser puts the focus there, so that the new state is said at once.
KNOPF = (
    '<button class="merken{an}" form="merkliste" id="merken-{nummer}" name="{tat}" value="{nummer}">{herz}'
    '<span class="merken__wort">{wort}</span><span class="kern-sr-only">{verborgen}</span></button>'
)


@register.simple_tag(takes_context=True)
def merkknopf(context, angebot) -> SafeString:
    """Says what is so, does the opposite; the hidden words tell the buttons of a list from each other."""
    gemerkt = angebot.pk in context["merkliste"]
    auf_merkliste = context.get("bereich") == "merkliste"
    return _knopf(angebot.pk, angebot.titel, gemerkt, auf_merkliste, get_language())


@lru_cache(2000)
def _knopf(nummer: int, titel: str, gemerkt: bool, auf_merkliste: bool, _sprache: str) -> SafeString:
    werte = {"titel": auf_deutsch(escape(titel))}
    if gemerkt:
        verborgen = _(": %(titel)s, von der Merkliste nehmen") % werte
        # On the Merkliste itself everything is remembered; there the button says what it does.
        wort = _("Entfernen") if auf_merkliste else _("Gemerkt")
    else:
        wort, verborgen = _("Merken"), _(": %(titel)s") % werte
    knopf = KNOPF.format(
        an=" merken--an" if gemerkt else "",
        tat="vergessen" if gemerkt else "merken",
        nummer=nummer,
        herz=symbol("herz", 24),
        wort=wort,
        verborgen=verborgen,
    )
    return mark_safe(knopf)  # what people wrote is escaped
