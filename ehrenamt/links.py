"""How does a mailed link work without an account? A signed token: purpose, object, time."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse


class LinkAbgelaufen(Exception):
    """The link was right but is too old."""


class LinkUngueltig(Exception):
    """The link was not made by this portal for this purpose."""


def token(zweck: str, kennung: Any) -> str:
    """A token for one purpose and one object (its UUID), to stand in an address."""
    return signing.dumps(str(kennung), salt=f"link.{zweck}")


def kennung(zweck: str, token: str, gueltig: timedelta) -> str:
    """The object's UUID from a token. Raises LinkAbgelaufen or LinkUngueltig."""
    try:
        return signing.loads(token, salt=f"link.{zweck}", max_age=gueltig)
    except signing.SignatureExpired as fehler:
        raise LinkAbgelaufen from fehler
    except (signing.BadSignature, ValueError) as fehler:
        raise LinkUngueltig from fehler


def absolut(name: str, *args: Any) -> str:
    """The full address of a page, for mails."""
    return settings.PORTAL_ADRESSE + reverse(name, args=args)
