"""How do listings come in from elsewhere? A file becomes rows, a row a document, a document a Fassung."""

from .angebote import importieren
from .bericht import Bericht
from .datei import DateiFehler, lesen

__all__ = ["Bericht", "DateiFehler", "importieren", "lesen"]
