"""The desk of the Kontaktstelle for organisations, places and itself. What an organisation offers adds boerse."""

from . import gemeinde, kontaktstelle, konto, uebernahmeantrag

__all__ = ["gemeinde", "kontaktstelle", "konto", "uebernahmeantrag"]
