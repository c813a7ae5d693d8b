"""What is read for every page and hardly ever changes? Kept in the process for a moment: an edit shows soon."""

import time
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.translation import get_language
from django.utils.translation.trans_real import translation

# No longer than this, whatever is wished; 0 keeps nothing.
HOECHSTENS = 600.0
SAETZE = 5_000


def gemerkt(sekunden: float) -> Callable:
    """Ask again when what is known is older than that; by language, and by arguments of which there are few. Nobody
    may change what it gives."""

    def merker(laden: Callable) -> Callable:
        bekannt: dict[tuple, tuple[float, Any]] = {}

        @wraps(laden)
        def merken(*was: Any) -> Any:
            schluessel, jetzt = (get_language(), *was), time.monotonic()
            seit, wert = bekannt.get(schluessel, (float("-inf"), None))
            if jetzt - seit >= min(sekunden, HOECHSTENS):
                wert = laden(*was)
                bekannt[schluessel] = (jetzt, wert)
            return wert

        return merken

    return merker


def nachschlagen_merken() -> None:
    """Each sentence and each static file is looked up once: Django asks the catalogue of every app, twice, for what
    the German source says itself."""
    staticfiles_storage.url = lru_cache(staticfiles_storage.url)
    for sprache, _name in settings.LANGUAGES:
        katalog = translation(sprache)
        katalog.gettext, katalog.ngettext = map(lru_cache(SAETZE), (katalog.gettext, katalog.ngettext))
