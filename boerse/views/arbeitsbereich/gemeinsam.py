"""What do all pages of the workspace share? Fetching what belongs to the person, trying a transition."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from ehrenamt.ablauf import AblaufFehler
from organisationen.zugang import zugang_waehlen

from ...models import Angebot


def angebot_holen(request: HttpRequest, pk: int) -> Angebot:
    """A listing of an organisation this person acts for, else 404."""
    angebot = get_object_or_404(Angebot.objects.fuer(request.user).select_related("organisation__gemeinde"), pk=pk)
    zugang_waehlen(request, angebot.organisation_id)
    return angebot


def versuchen(request: HttpRequest, tat: Callable[[], None], erfolg: str) -> bool:
    """Do it, and say how it went."""
    try:
        tat()
    except AblaufFehler as fehler:
        messages.error(request, str(fehler))
        return False
    messages.success(request, erfolg)
    return True
