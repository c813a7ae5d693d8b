"""How does one remember a listing? With a button of the form in boerse/_merkformular.html."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ehrenamt.templatetags.portal import symbol

register = template.Library()

# The redirect leads to the button's id: the browser puts the focus there, so that the new state is said at once.
KNOPF = (
    '<button class="merken{}" form="merkliste" id="merken-{}" name="{}" value="{}">{}'
    '<span class="merken__wort">{}</span><span class="kern-sr-only">{}</span></button>'
)


@register.simple_tag(takes_context=True)
def merkknopf(context, angebot) -> SafeString:
    """Says what is so, does the opposite; the hidden words tell the buttons of a list from each other."""
    herz, nummer, titel = symbol("herz", 24), angebot.pk, {"titel": angebot.titel}
    if nummer in context["merkliste"]:
        verborgen = _(": %(titel)s, von der Merkliste nehmen") % titel
        # On the Merkliste itself everything is remembered; there the button says what it does.
        wort = _("Entfernen") if context.get("bereich") == "merkliste" else _("Gemerkt")
        return format_html(KNOPF, " merken--an", nummer, "vergessen", nummer, herz, wort, verborgen)
    return format_html(KNOPF, "", nummer, "merken", nummer, herz, _("Merken"), _(": %(titel)s") % titel)
