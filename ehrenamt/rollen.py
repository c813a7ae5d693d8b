"""Who acts? The roles that transitions name, and the one who has the role."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Rolle(TextChoices):
    BUERGERIN = "buergerin", _("Interessierte Person")
    ELTERN = "eltern", _("Elternteil")
    ORGANISATION = "organisation", _("Organisation")
    KONTAKTSTELLE = "kontaktstelle", _("Kontaktstelle")
    PORTAL = "portal", _("Portal")


@dataclass(frozen=True)
class Akteur:
    """A role and, where somebody is logged in, the Konto. A signed link acts without one."""

    rolle: Rolle
    konto: object | None = None


BUERGERIN = Akteur(Rolle.BUERGERIN)
ELTERN = Akteur(Rolle.ELTERN)
ORGANISATION = Akteur(Rolle.ORGANISATION)
PORTAL = Akteur(Rolle.PORTAL)
