"""The desk of the Kontaktstelle for everything about listings; one noun per module."""

from . import fassung

__all__ = ["fassung"]
