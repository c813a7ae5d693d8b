"""What is read for every page and hardly ever changes? Kept in the process for a moment: an edit shows soon."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.translation import get_language

# No longer than this, whatever is wished; 0 keeps nothing.
HOECHSTENS = 600.0


def gemerkt(sekunden: float) -> Callable:
    """Ask again when what is known is older than that; by language. Nobody may change what it gives."""

    def merker(laden: Callable[[], Any]) -> Callable[[], Any]:
        bekannt: dict[str | None, tuple[float, Any]] = {}

        @wraps(laden)
        def merken() -> Any:
            sprache, jetzt = get_language(), time.monotonic()
            seit, wert = bekannt.get(sprache, (float("-inf"), None))
            if jetzt - seit >= min(sekunden, HOECHSTENS):
                wert = laden()
                bekannt[sprache] = (jetzt, wert)
            return wert

        return merken

    return merker
