"""How does the search text get into the database?"""

from collections.abc import Iterable

from django.db import connection

from ..vokabular import bezeichnungen
from .text import KONFIGURATION, VERSION, suchtexte

_VEKTOR = " || ".join(f"setweight(to_tsvector('{KONFIGURATION}', %({gewicht})s), '{gewicht}')" for gewicht in "ABCD")
_SCHREIBEN = f"UPDATE boerse_angebot SET suchtext = {_VEKTOR}, suchtext_version = {VERSION} WHERE id = %(id)s"


def suchtext_schreiben(angebote: Iterable) -> None:
    """Write the search text of these listings; called by release, import, renaming and `suchtext_erneuern`.

    As one statement for all: an import has thousands.
    """
    begriffe = bezeichnungen()
    zeilen = [suchtexte(angebot, begriffe) | {"id": angebot.pk} for angebot in angebote]
    if zeilen:
        with connection.cursor() as cursor:
            cursor.executemany(_SCHREIBEN, zeilen)
