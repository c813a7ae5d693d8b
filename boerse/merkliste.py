"""Which listings did somebody remember? Their numbers in a signed cookie: no log-in, no row, no script."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "merkliste"
HOECHSTENS = 50
# After the last change.
HALTBAR = timedelta(days=90)


class Merkliste:
    """Numbers of listings in the order of remembering, each once."""

    def __init__(self, nummern: Iterable[int] = ()) -> None:
        self._nummern = dict.fromkeys(nummern)

    @classmethod
    def aus(cls, request: HttpRequest) -> "Merkliste":
        """What the cookie holds; one that was not written here, or is too old, holds nothing."""
        if COOKIE not in request.COOKIES:
            return cls()
        return cls(map(int, filter(None, request.get_signed_cookie(COOKIE, "", max_age=HALTBAR).split("."))))

    def __len__(self) -> int:
        return len(self._nummern)

    def __iter__(self):
        return iter(self._nummern)

    def __contains__(self, nummer: object) -> bool:
        return nummer in self._nummern

    @property
    def voll(self) -> bool:
        return len(self) >= HOECHSTENS

    def mit(self, nummer: int) -> "Merkliste":
        return Merkliste([*self, nummer])

    def ohne(self, nummer: int) -> "Merkliste":
        return Merkliste(andere for andere in self if andere != nummer)

    def nur(self, nummern: Iterable[int]) -> "Merkliste":
        bleiben = set(nummern)
        return Merkliste(nummer for nummer in self if nummer in bleiben)

    def schreiben(self, antwort: HttpResponse) -> None:
        """Into the cookie; an empty list leaves none behind."""
        if not self:
            antwort.delete_cookie(COOKIE, samesite="Lax")
            return
        inhalt = ".".join(map(str, self))
        antwort.set_signed_cookie(
            COOKIE, inhalt, max_age=HALTBAR, secure=not settings.DEMO, httponly=True, samesite="Lax"
        )


def fuer_vorlagen(request: HttpRequest) -> dict:
    """Every page counts the remembered listings in its head; cards know whether theirs is one."""
    return {"merkliste": Merkliste.aus(request)}
