"""What stands above every page of the workspace? Its navigation, with the number of waiting enquiries."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from ..models import Anfrage

register = template.Library()


@register.simple_tag(takes_context=True)
def arbeitsnavigation(context) -> list[dict]:
    """Entries {abschnitt, text, url, anzahl} for the organisation whose pages these are."""
    request = context["request"]
    zugang = getattr(request, "zugang", None)
    if zugang is None:
        return []
    nummer = zugang.organisation_id
    wartend = Anfrage.objects.fuer(request.user).filter(angebot__organisation=nummer).unbeantwortet().count()
    punkte = [
        ("uebersicht", _("Übersicht"), reverse("arbeitsbereich"), 0),
        ("anfragen", _("Anfragen"), reverse("arbeitsbereich_anfragen"), wartend),
        ("angebote", _("Angebote"), reverse("arbeitsbereich_angebote"), 0),
        ("profil", _("Profil"), reverse("arbeitsbereich_profil", args=[nummer]), 0),
        ("team", _("Team"), reverse("arbeitsbereich_team", args=[nummer]), 0),
        ("konto", _("Ihr Konto"), reverse("konto"), 0),
    ]
    return [{"abschnitt": a, "text": t, "url": url, "anzahl": n} for a, t, url, n in punkte]
