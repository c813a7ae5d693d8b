"""How does the search text get into the database?"""

from collections.abc import Iterable

from ..vokabular import bezeichnungen
from .text import VERSION, suchvektor


def suchtext_schreiben(angebote: Iterable) -> None:
    """Write the search text of these listings; called by release, import, renaming and `suchtext_erneuern`."""
    begriffe = bezeichnungen()
    for angebot in angebote:
        type(angebot).objects.filter(pk=angebot.pk).update(
            suchtext=suchvektor(angebot, begriffe), suchtext_version=VERSION
        )
