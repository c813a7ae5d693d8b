from .erklaerung import Barriere, Erklaerung
from .gebaerdenfilm import Gebaerdenfilm
from .nachricht import Nachricht
from .seite import Seite
from .verlauf import Verlaufseintrag
from .zaehler import Zaehler
from .zwischenspeicher import Zwischenspeicher

__all__ = [
    "Barriere",
    "Erklaerung",
    "Gebaerdenfilm",
    "Nachricht",
    "Seite",
    "Verlaufseintrag",
    "Zaehler",
    "Zwischenspeicher",
]
