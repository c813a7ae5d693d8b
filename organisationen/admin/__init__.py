"""The desk of the Kontaktstelle for organisations, places and itself. What an organisation offers adds boerse."""

from . import barrieremeldung, gemeinde, kontaktstelle, konto, uebernahmeantrag

__all__ = ["barrieremeldung", "gemeinde", "kontaktstelle", "konto", "uebernahmeantrag"]
