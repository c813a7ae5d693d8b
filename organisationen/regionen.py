"""Which Gemeinden does a region mean? Written DE (all), 05 (Land), 05974 (Kreis) or 05974040 (Gemeinde)."""

from collections.abc import Iterable

from django.db.models import Q

MUSTER = r"^(DE|\d{2}|\d{5}|\d{8})$"


def in_regionen(feld: str, regionen: Iterable[str]) -> Q:
    """A condition on a field holding an AGS. No region means nothing, never everything."""
    bedingung = Q(pk__in=[])
    for region in regionen:
        bedingung |= ~Q(pk__in=[]) if region == "DE" else Q(**{f"{feld}__startswith": region})
    return bedingung
