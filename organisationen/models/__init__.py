from .barrieremeldung import Barrieremeldung
from .einladung import Einladung
from .gemeinde import Flaeche, Gemeinde, Ortsteil, Postleitzahl
from .kontaktstelle import Gebiet, Kontaktstelle
from .konto import Konto
from .organisation import Organisation
from .teamzugang import Teamzugang
from .uebernahme import Uebernahmeantrag

__all__ = [
    "Barrieremeldung",
    "Einladung",
    "Flaeche",
    "Gebiet",
    "Gemeinde",
    "Kontaktstelle",
    "Konto",
    "Organisation",
    "Ortsteil",
    "Postleitzahl",
    "Teamzugang",
    "Uebernahmeantrag",
]
