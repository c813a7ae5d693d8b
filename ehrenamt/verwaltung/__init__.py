"""The desk of the Kontaktstelle: the Django admin, with states, scope and queues."""

from .ablauf import AblaufAdmin, EntscheidungsAdmin, Tat, sammeltat
from .basis import PortalAdmin, PortalweitAdmin, ZustaendigkeitAdmin
from .formulare import GrundForm
from .site import Verwaltung
from .warteschlange import Warteschlange

__all__ = [
    "AblaufAdmin",
    "EntscheidungsAdmin",
    "GrundForm",
    "PortalAdmin",
    "PortalweitAdmin",
    "Tat",
    "Verwaltung",
    "Warteschlange",
    "ZustaendigkeitAdmin",
    "sammeltat",
]
