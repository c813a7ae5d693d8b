"""How does a mailed link work without an account? A signed token: purpose, object, time."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from .felder import klein


class LinkAbgelaufen(Exception):
    """The link was right but is too old."""


class LinkUngueltig(Exception):
    """The link was not made by this portal for this purpose."""


class Empfaenger(str):
    """An e-mail address that knows whose it is: the number of a Konto, or ohne_konto()."""

    def __new__(cls, adresse: str, konto: str) -> "Empfaenger":
        neu = super().__new__(cls, adresse)
        neu.konto = konto
        return neu


class Link(str):
    """The address of a page behind a token. In a mail it becomes the receiver's own (Nachricht.objects.schreiben), so
    that it ends when that person no longer acts for the organisation."""

    def __new__(cls, name: str, zweck: str, kennung: Any, an: str | None = None, sprache: str = "") -> "Link":
        neu = super().__new__(cls, absolut(name, token(zweck, kennung, an), sprache=sprache))
        neu._teile = name, zweck, kennung
        return neu

    def fuer(self, an: str | None) -> "Link":
        """The same link for the Konto of this number; None leaves it open to whoever has it."""
        return Link(*self._teile, an)


def ohne_konto(adresse: str) -> str:
    """Stands in a link for an address that belongs to no person with an account, without naming it."""
    return f"-{salted_hmac('link.ohne_konto', klein(adresse), algorithm='sha256').hexdigest()[:16]}"


def token(zweck: str, kennung: Any, an: str | None = None) -> str:
    """A token for one purpose and one object (its UUID), to stand in an address; it may name its receiver."""
    return signing.dumps(f"{kennung} {an}" if an else str(kennung), salt=f"link.{zweck}")


def kennung(zweck: str, token: str, gueltig: timedelta) -> str:
    """The object's UUID from a token. Raises LinkAbgelaufen or LinkUngueltig."""
    return oeffnen(zweck, token, gueltig)[0]


def oeffnen(zweck: str, token: str, gueltig: timedelta) -> tuple[str, str | None]:
    """The object's UUID and the receiver named in a token. Raises LinkAbgelaufen or LinkUngueltig."""
    try:
        wert = signing.loads(token, salt=f"link.{zweck}", max_age=gueltig)
    except signing.SignatureExpired as fehler:
        raise LinkAbgelaufen from fehler
    except (signing.BadSignature, ValueError) as fehler:
        raise LinkUngueltig from fehler
    kennung, _leer, an = wert.partition(" ")
    return kennung, an or None


def absolut(name: str, *args: Any, sprache: str = "") -> str:
    """The full address of a page, for mails: in the reader's language, whoever causes the mail in whichever."""
    with override(sprache or settings.LANGUAGE_CODE):
        return settings.PORTAL_ADRESSE + reverse(name, args=args)
