from .nachricht import Nachricht
from .seite import Seite
from .verlauf import Verlaufseintrag
from .zaehler import Zaehler

__all__ = ["Nachricht", "Seite", "Verlaufseintrag", "Zaehler"]
