"""What do all pages of the workspace share? Fetching what belongs to the person."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from organisationen.zugang import zugang_waehlen

from ...models import Angebot


def angebot_holen(request: HttpRequest, pk: int) -> Angebot:
    """A listing of an organisation this person acts for, else 404."""
    angebot = get_object_or_404(Angebot.objects.fuer(request.user).select_related("organisation__gemeinde"), pk=pk)
    zugang_waehlen(request, angebot.organisation_id)
    return angebot
