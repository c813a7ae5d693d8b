from .anfrage import Anfrage
from .angebot import Angebot
from .begriff import Taetigkeit, Thema, Zielgruppe
from .einsatzort import Einsatzort
from .fassung import Fassung
from .meldung import Meldung
from .zeitfenster import Zeitfenster

__all__ = [
    "Anfrage",
    "Angebot",
    "Einsatzort",
    "Fassung",
    "Meldung",
    "Taetigkeit",
    "Thema",
    "Zeitfenster",
    "Zielgruppe",
]
