"""Which words does the desk need in its templates?"""

from django import template
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from ..models import Verlaufseintrag

register = template.Library()

# What the Verlauf holds beside the transitions of the tables.
WEITERE = {
    "stellen": _("Anfrage gestellt"),
    "eingesehen": _("Name und Text eingesehen"),
    "nachgeprueft": _("angesehen"),
    "erledigen": _("erledigt"),
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
