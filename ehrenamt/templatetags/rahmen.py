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
    return _streifen(_portal(context))


@register.simple_tag(takes_context=True)
def navigation(context) -> SafeString:
    """The brand and the main navigation, with the number of remembered listings."""
    gemerkte = len(context.get("merkliste") or ())
    return _navigation(_portal(context), _angemeldet(context), context.get("bereich", ""), gemerkte)


@register.simple_tag(takes_context=True)
def fuss(context) -> SafeString:
    """The foot, the same below every page."""
    return _fuss(_portal(context), _angemeldet(context))


@register.simple_tag
def huegel() -> SafeString:
    """The hills above the footer."""
    return mark_safe(zeichnung("huegel"))  # a file of this project, not input


@gemerkt(600)
def _streifen(portal: Portal) -> SafeString:
    return render_to_string("_streifen.html", {"portal": portal})


@gemerkt(600)
def _navigation(portal: Portal, angemeldet: bool, bereich: str, gemerkte: int) -> SafeString:
    kontext = {"portal": portal, "angemeldet": angemeldet, "bereich": bereich, "gemerkte": gemerkte}
    return render_to_string("_marke.html", kontext)


@gemerkt(3)  # it shows the Kontaktstelle
def _fuss(portal: Portal, angemeldet: bool) -> SafeString:
    return render_to_string("_fuss.html", {"portal": portal, "angemeldet": angemeldet})


def _portal(context) -> Portal:
    return context.get("portal") or Portal()


def _angemeldet(context) -> bool:
    nutzer = context.get("user")
    return bool(nutzer and nutzer.is_authenticated)
