"""The desk of the Kontaktstelle for everything about listings; one noun per module."""

from . import (
    anfrage,
    angebot,
    begriff,
    engagementwunsch,
    fassung,
    meldung,
    organisation,
    schreibregel,
    suchluecke,
    textbaustein,
    vorlage,
    wortgruppe,
)

__all__ = [
    "anfrage",
    "angebot",
    "begriff",
    "engagementwunsch",
    "fassung",
    "meldung",
    "organisation",
    "schreibregel",
    "suchluecke",
    "textbaustein",
    "vorlage",
    "wortgruppe",
]
