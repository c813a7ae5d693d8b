"""What does every page know about the portal it belongs to?"""

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property


class Portal:
    """The deployment's names, and its Kontaktstelle, which is fetched only by pages that show it."""

    name = settings.PORTAL_NAME
    kreis = settings.PORTAL_KREIS
    traeger = settings.PORTAL_TRAEGER
    kontaktstelle = settings.PORTAL_KONTAKTSTELLE

    @cached_property
    def kontaktstelle_daten(self):
        """The office with telefon, email and sprechzeiten, or None; by name, since this package knows no app."""
        return apps.get_model("organisationen", "Kontaktstelle").objects.des_portals()


def portal(request: HttpRequest) -> dict:
    return {"portal": Portal()}
