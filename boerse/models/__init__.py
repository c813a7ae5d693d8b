from .anfrage import Anfrage
from .angebot import Angebot
from .befund import Befund, Stand
from .begriff import Taetigkeit, Thema, Zielgruppe
from .einsatzort import Einsatzort
from .engagementwunsch import Engagementwunsch
from .fassung import Fassung
from .meldung import Meldung
from .merkmal import Merkmal
from .rueckmeldung import Rueckmeldung
from .schreibregel import Schreibregel
from .suchluecke import Suchluecke
from .suchwort import Fundstelle, Suchwort
from .tageszahl import Tageszahl
from .textbaustein import Textbaustein
from .vorlage import Vorlage
from .wortgruppe import Wortgruppe
from .zeitfenster import Zeitfenster

__all__ = [
    "Anfrage",
    "Angebot",
    "Befund",
    "Einsatzort",
    "Engagementwunsch",
    "Fassung",
    "Fundstelle",
    "Meldung",
    "Merkmal",
    "Rueckmeldung",
    "Schreibregel",
    "Stand",
    "Suchluecke",
    "Suchwort",
    "Taetigkeit",
    "Tageszahl",
    "Textbaustein",
    "Thema",
    "Vorlage",
    "Wortgruppe",
    "Zeitfenster",
    "Zielgruppe",
]
