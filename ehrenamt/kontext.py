"""What does every page know about the portal it belongs to?"""

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property

from .gemerkt import gemerkt
from .sprachen import Seitensprache, in_sprache

# Beginnings of URL names.
BEREICHE = [
    ("angebot", "angebote"),
    ("anfrage", "angebote"),
    ("organisation", "organisationen"),
    ("kontaktstelle", "kontaktstelle"),
    ("engagementwunsch", "kontaktstelle"),
    ("merkliste", "merkliste"),
    ("arbeitsbereich", "arbeitsbereich"),
    ("fuer_organisationen", "fuer_organisationen"),
]


class Portal:
    """The deployment's names, and its Kontaktstelle, which is fetched only by pages that show it. There is but one
    deployment: what is kept for one of these holds for all."""

    adresse = settings.PORTAL_ADRESSE
    demo = settings.DEMO
    seiten_aus = settings.SEITEN_AUS

    def __eq__(self, anderes: object) -> bool:
        return isinstance(anderes, Portal)

    def __hash__(self) -> int:
        return hash(Portal)

    @property
    def name(self) -> str:
        return in_sprache(settings.PORTAL_NAMEN["name"])

    @property
    def kreis(self) -> str:
        return in_sprache(settings.PORTAL_NAMEN["kreis"])

    @property
    def traeger(self) -> str:
        return in_sprache(settings.PORTAL_NAMEN["traeger"])

    @property
    def kontaktstelle(self) -> str:
        return in_sprache(settings.PORTAL_NAMEN["kontaktstelle"])

    @property
    def fristen(self) -> dict:
        """The periods, for pages that tell of them."""
        return settings.FRISTEN

    @cached_property
    def kontaktstelle_daten(self):
        """The office with telefon, email and sprechzeiten, or None."""
        return _kontaktstelle()


@gemerkt(3)
def _kontaktstelle():
    """By name, since this package knows no app."""
    return apps.get_model("organisationen", "Kontaktstelle").objects.des_portals()


def portal(request: HttpRequest) -> dict:
    return {"portal": Portal(), "bereich": _bereich(request), "seitensprache": Seitensprache(request)}


def _bereich(request: HttpRequest) -> str:
    """Which entry of the main navigation is current? A view that knows better says so in its own context."""
    name = getattr(request.resolver_match, "url_name", None) or ""
    return next((bereich for anfang, bereich in BEREICHE if name.startswith(anfang)), "")
