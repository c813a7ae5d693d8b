"""How long does the answer to a request take, and what does it cost? From the address to the last byte of HTML."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import RequestFactory

from ehrenamt.wsgi import application


@dataclass
class Messwerte:
    """Of one kind of request, in milliseconds."""

    dauern: list[float] = field(default_factory=list)
    abfragen: list[int] = field(default_factory=list)
    python: list[float] = field(default_factory=list)
    datenbank: list[float] = field(default_factory=list)

    def p(self, prozent: int) -> float:
        return sorted(self.dauern)[min(len(self.dauern) - 1, len(self.dauern) * prozent // 100)]


def mittel(werte: list[float]) -> float:
    return sum(werte) / len(werte) if werte else float("nan")


class Pruefstand:
    """The whole portal, without a web server around it."""

    def __init__(self) -> None:
        self.anwendung = application
        self.fabrik = RequestFactory(
            headers={"host": settings.ALLOWED_HOSTS[0].lstrip("."), "accept-encoding": "gzip", "accept-language": "de"}
        )
        self._zaehler = 0

    def messen(self, adressen: Iterable[str]) -> Messwerte:
        werte = Messwerte()
        with connection.execute_wrapper(self._zaehlen):
            for adresse in adressen:
                self._eine(adresse, werte)
        return werte

    def aufrufen(self, adresse: str) -> bytes:
        """The body of the answer; anything but a page is an error of the measurement."""
        umgebung = self.fabrik.get(adresse, secure=not settings.DEMO).environ
        stand: list[str] = []
        antwort = self.anwendung(umgebung, lambda status, kopf, fehler=None: stand.append(status))
        try:
            inhalt = b"".join(antwort)
        finally:
            antwort.close()
        if not stand[0].startswith("200"):
            raise RuntimeError(f"{adresse}: {stand[0]}")
        return inhalt

    def _eine(self, adresse: str, werte: Messwerte) -> None:
        self._zaehler, server, rechnen, beginn = 0, rechenzeit_server(), time.thread_time(), time.perf_counter()
        self.aufrufen(adresse)
        werte.dauern.append((time.perf_counter() - beginn) * 1000)
        werte.python.append((time.thread_time() - rechnen) * 1000)
        werte.abfragen.append(self._zaehler)
        if server is not None:
            werte.datenbank.append((rechenzeit_server() - server) * 1000)

    def _zaehlen(self, ausfuehren, sql, parameter, viele, umgebung):
        self._zaehler += 1
        return ausfuehren(sql, parameter, viele, umgebung)


def rechenzeit_server() -> float | None:
    """Seconds that PostgreSQL has computed for this connection; None where it runs on another machine."""
    connection.ensure_connection()
    datei = Path(f"/proc/{connection.connection.info.backend_pid}")
    try:
        if "postgres" not in (datei / "comm").read_text():
            return None
        return int((datei / "schedstat").read_text().split()[0]) / 1e9
    except (OSError, ValueError):
        return None
