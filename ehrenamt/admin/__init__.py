"""The desk of the Kontaktstelle for what has no domain noun; one noun per module."""

from . import erklaerung, gebaerdenfilm, nachricht, seite

__all__ = ["erklaerung", "gebaerdenfilm", "nachricht", "seite"]
