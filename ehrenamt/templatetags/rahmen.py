"""What stands around every page? Head and foot, drawn once for all who see the same. Built in like portal.py."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ..gemerkt import gemerkt
from ..kontext import Portal
from .portal import zeichnung

register = template.Library()


@register.simple_tag(takes_context=True)
def streifen(context) -> SafeString:
    """Whose portal it is, and the ways into it in simpler and in signed language."""
    return _gezeichnet("_streifen.html", _portal(context))


@register.simple_tag(takes_context=True)
def navigation(context) -> SafeString:
    """The brand and the main navigation, with the number of remembered listings."""
    gemerkte = len(context.get("merkliste") or ())
    return _gezeichnet("_marke.html", _portal(context), _angemeldet(context), context.get("bereich", ""), gemerkte)


@register.simple_tag(takes_context=True)
def fuss(context) -> SafeString:
    """The foot, the same below every page."""
    return _gezeichnet("_fuss.html", _portal(context), _angemeldet(context))


@register.simple_tag
def huegel() -> SafeString:
    """The hills above the footer."""
    return mark_safe(zeichnung("huegel"))  # a file of this project, not input


@gemerkt(3)
def _gezeichnet(
    vorlage: str, portal: Portal, angemeldet: bool = False, bereich: str = "", gemerkte: int = 0
) -> SafeString:
    kontext = {"portal": portal, "angemeldet": angemeldet, "bereich": bereich, "gemerkte": gemerkte}
    return render_to_string(vorlage, kontext)


def _portal(context) -> Portal:
    return context.get("portal") or Portal()


def _angemeldet(context) -> bool:
    nutzer = context.get("user")
    return bool(nutzer and nutzer.is_authenticated)
