"""How does a title read that has quotation marks of its own, where it stands between quotation marks?"""

import re

INNEN = str.maketrans("„“", "‚‘")
GESCHACHTELT = re.compile(r"(?<=„)[^„“]*(?:„[^„“]*“[^„“]*)+(?=“)")


def zitat(text: str) -> str:
    """The text for a place between „ and “."""
    return str(text).translate(INNEN)


def schachteln(text: str) -> str:
    """A whole text, with each quotation inside another one in the inner marks."""
    return GESCHACHTELT.sub(lambda treffer: zitat(treffer[0]), text)
