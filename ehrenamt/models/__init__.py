from .nachricht import Nachricht
from .seite import Seite
from .verlauf import Verlaufseintrag
from .zaehler import Zaehler
from .zwischenspeicher import Zwischenspeicher

__all__ = ["Nachricht", "Seite", "Verlaufseintrag", "Zaehler", "Zwischenspeicher"]
