"""Which Gemeinden does a region mean? Written DE (all), 05 (Land), 05974 (Kreis) or 05974040 (Gemeinde)."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q

MUSTER = r"^(DE|\d{2}|\d{5}|\d{8})$"


def in_regionen(feld: str, regionen: Iterable[str]) -> Q:
    """A condition on a field holding an AGS. No region means nothing, never everything."""
    bedingung = Q(pk__in=[])
    for region in regionen:
        bedingung |= ~Q(pk__in=[]) if region == "DE" else Q(**{f"{feld}__startswith": region})
    return bedingung


def zustaendig(feld: str, regionen: Iterable[str]) -> Q:
    """A condition: what somebody looks after who looks after these regions.

    Organisations may sit outside of all regions served; they belong to whoever looks after the first one.
    """
    regionen = list(regionen)
    bedingung = in_regionen(feld, regionen)
    if any(region == "DE" or erste.startswith(region) for region in regionen for erste in settings.PORTAL_REGIONEN[:1]):
        bedingung |= ~in_regionen(feld, settings.PORTAL_REGIONEN)
    return bedingung


def bedient(ags: str) -> bool:
    """Whether this portal looks for volunteers there (PORTAL_REGIONEN)."""
    return any(region == "DE" or ags.startswith(region) for region in settings.PORTAL_REGIONEN)
