"""How do German names sort and read in addresses? Without a collation of the database."""

import unicodedata

from django.utils.text import slugify as django_slugify

_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def sortiername(name: str) -> str:
    """The key that German names are sorted by (DIN 5007-1: ä as a, ß as ss)."""
    zerlegt = unicodedata.normalize("NFKD", name.replace("ß", "ss").lower())
    return "".join(z for z in zerlegt if not unicodedata.combining(z))


def slug(text: str, vorgabe: str) -> str:
    """An address from a German text: ä becomes ae; `vorgabe` where nothing is left."""
    return django_slugify(text.translate(_UMLAUTE))[:80].strip("-") or vorgabe
