"""What is read for every page and hardly ever changes? Kept in the process for moments: an edit shows in seconds."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.translation import get_language

SEKUNDEN = 3.0


def gemerkt(laden: Callable[[], Any]) -> Callable[[], Any]:
    """Ask again when what is known is older than SEKUNDEN; by language. Nobody may change what it gives."""
    bekannt: dict[str | None, tuple[float, Any]] = {}

    @wraps(laden)
    def merken() -> Any:
        sprache, jetzt = get_language(), time.monotonic()
        seit, wert = bekannt.get(sprache, (0.0, None))
        if not seit or jetzt - seit >= SEKUNDEN:
            wert = laden()
            bekannt[sprache] = (jetzt, wert)
        return wert

    return merken
