"""How do pages get into a browser without a server? Rendered pages are laid before it, and its requests answered."""

from functools import cache
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Page, Route

HERKUNFT = "http://portal.example"


@cache
def _datei(pfad: str) -> dict:
    return _als_antwort(Client().get(pfad))


def _als_antwort(antwort: HttpResponse) -> dict:
    return {"status": antwort.status_code, "headers": dict(antwort.headers), "body": antwort.getvalue()}


def mit_gestaltung(page: Page) -> None:
    """The server of a test knows the static files by their plain names alone."""
    page.route("**/static/**", lambda route: route.fulfill(**_datei(urlsplit(route.request.url).path)))


class Fenster:
    """Shows what it is given; styles and pictures come from the portal, nothing from outside."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._gezeigt: tuple[str, dict] = ("", {})
        page.route("**/*", self._beantworten)

    def zeigen(self, adresse: str, antwort: HttpResponse) -> Page:
        ziel = f"{HERKUNFT}{adresse}"
        self._gezeigt = (
            ziel.partition("#")[0],
            {"status": 200, "headers": dict(antwort.headers), "body": antwort.content},
        )
        self.page.goto(ziel)
        return self.page

    def _beantworten(self, route: Route) -> None:
        ziel, inhalt = self._gezeigt
        adresse = route.request.url
        if adresse == ziel and route.request.is_navigation_request():
            route.fulfill(**inhalt)
        elif adresse.startswith(HERKUNFT):
            teile = urlsplit(adresse)
            route.fulfill(**_datei(f"{teile.path}?{teile.query}"))
        else:
            route.abort()
