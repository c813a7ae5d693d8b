"""How do pages get into a browser without a server of their own? Rendered ones are laid before it, one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Page

from .axe import AXE, AXE_ADRESSE


@cache
def _datei(pfad: str) -> dict:
    antwort = Client().get(pfad)
    return {"status": antwort.status_code, "headers": dict(antwort.headers), "body": antwort.getvalue()}


def mit_gestaltung(page: Page) -> None:
    """The server of a test knows the static files by their plain names alone."""
    page.route("**/static/**", lambda route: route.fulfill(**_datei(urlsplit(route.request.url).path)))


class _Ausgabe(BaseHTTPRequestHandler):
    """The page that is shown, and static files, which the browser keeps; it would not if its requests were answered
    by playwright. Nothing here asks the database, since this is not the test's thread."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        pfad = urlsplit(self.path).path
        if self.path == self.server.adresse:
            self._senden(200, self.server.kopf, self.server.inhalt)
        elif pfad == AXE_ADRESSE:
            self._senden(200, {"Content-Type": "text/javascript"}, AXE.encode(), bleibt=True)
        elif pfad.startswith("/static/"):
            datei = _datei(pfad)
            self._senden(
                datei["status"], {"Content-Type": datei["headers"]["Content-Type"]}, datei["body"], bleibt=True
            )
        else:
            self._senden(404, {}, b"")

    def _senden(self, stand: int, kopf: dict, inhalt: bytes, *, bleibt: bool = False) -> None:
        self.send_response(stand)
        eigene = {"Content-Length": str(len(inhalt)), "Cache-Control": "max-age=3600" if bleibt else "no-store"}
        for name, wert in (kopf | eigene).items():
            self.send_header(name, wert)
        self.end_headers()
        self.wfile.write(inhalt)

    def log_message(self, *_args) -> None:
        """Nobody reads it."""


class Fenster:
    """Shows what it is given, whatever its status; styles come from the portal, nothing from outside."""

    def __init__(self, page: Page, server: ThreadingHTTPServer) -> None:
        self.page, self.server = page, server

    def zeigen(self, adresse: str, antwort: HttpResponse) -> Page:
        self.server.adresse = adresse.partition("#")[0]
        self.server.kopf, self.server.inhalt = dict(antwort.headers), antwort.content
        gezeigt = self.page.goto(f"http://127.0.0.1:{self.server.server_port}{self.server.adresse}")
        assert gezeigt.ok, adresse
        return self.page


@contextmanager
def geoeffnet(page: Page) -> Iterator[Fenster]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Ausgabe)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield Fenster(page, server)
    finally:
        server.shutdown()
        server.server_close()
