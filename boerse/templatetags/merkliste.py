"""How does one remember a listing? With a button of the form in boerse/_merkformular.html."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
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
    titel = {"titel": auf_deutsch(escape(angebot.titel))}
    if gemerkt := angebot.pk in context["merkliste"]:
        verborgen = _(": %(titel)s, von der Merkliste nehmen") % titel
        # On the Merkliste itself everything is remembered; there the button says what it does.
        wort = _("Entfernen") if context.get("bereich") == "merkliste" else _("Gemerkt")
    else:
        wort, verborgen = _("Merken"), _(": %(titel)s") % titel
    knopf = KNOPF.format(
        an=" merken--an" if gemerkt else "",
        tat="vergessen" if gemerkt else "merken",
        nummer=angebot.pk,
        herz=symbol("herz", 24),
        wort=wort,
        verborgen=verborgen,
    )
    return mark_safe(knopf)  # what people wrote is escaped
