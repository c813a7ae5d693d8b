"""Which words does the desk need in its templates?"""

from collections.abc import Iterable

from django import template
from django.contrib.contenttypes.models import ContentType
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from ..models import Verlaufseintrag

register = template.Library()

# What the Verlauf holds beside the transitions of the tables.
WEITERE = {
    "stellen": _("Anfrage gestellt"),
    "anbieten": _("Hilfe angeboten"),
    "erinnern": _("erinnert"),
    "nachfragen": _("Person gefragt, ob sich jemand gemeldet hat"),
    "eingesehen": _("Name und Text eingesehen"),
    "nachgeprueft": _("angesehen"),
    "erledigen": _("erledigt"),
    "beantworten": _("beantwortet"),
    "vertroesten": _("Zwischennachricht geschrieben"),
    "bearbeiten": _("Angaben geändert"),
    "uebernahme_bestaetigen": _("Übernahme bestätigt"),
    "uebernahme_ablehnen": _("Übernahme abgelehnt"),
}


@register.filter
def vorgangswort(eintrag: Verlaufseintrag) -> str:
    """The table's own word for a transition."""
    modell = ContentType.objects.get_for_id(eintrag.objekt_art_id).model_class()
    worte = {schritt.name: schritt.wort for schritt in getattr(modell, "ABLAUF", ())}
    return str(worte.get(eintrag.vorgang) or WEITERE.get(eintrag.vorgang) or eintrag.vorgang)


@register.simple_tag
def stuecke(teile: Iterable[tuple[str, bool]], element: str = "") -> SafeString:
    """A text in pieces, the marked ones in <ins> or <del>; no space is added, line ends become <br>."""
    ganz = "".join(
        format_html(f"<{element}>{{}}</{element}>", text) if element and markiert else conditional_escape(text)
        for text, markiert in teile
    )
    return mark_safe(ganz.replace("\n", "<br>"))
