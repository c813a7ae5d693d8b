"""What could be better in a listing, and what must not stay? One set of rules for writing, submission, import and desk.

`befunde(inhalt)` reads the document of a Fassung; nothing of it keeps anybody from saving a draft. A rule is one
function in a module of its subject, known by its name; staff switch it off and put its words as they like.
"""

from . import angaben, arbeit, kopie, schutz, sprache, titel, zeit
from .kopie import alle_befunde
from .regel import REGELN, Befund, Regel, Schwere, befunde, regeln_bereitstellen, schwerste, von_schwere

__all__ = [
    "REGELN",
    "Befund",
    "Regel",
    "Schwere",
    "alle_befunde",
    "angaben",
    "arbeit",
    "befunde",
    "kopie",
    "regeln_bereitstellen",
    "schutz",
    "schwerste",
    "sprache",
    "titel",
    "von_schwere",
    "zeit",
]
