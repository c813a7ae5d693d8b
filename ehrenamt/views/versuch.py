"""How does a view try what a table of states may refuse? Do it, and say how it went."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from ..ablauf import AblaufFehler


def versuchen(request: HttpRequest, tat: Callable[[], None], erfolg: str) -> bool:
    """Whether it was done; the next page says `erfolg`, or why not."""
    try:
        tat()
    except AblaufFehler as fehler:
        messages.error(request, str(fehler))
        return False
    messages.success(request, erfolg)
    return True
