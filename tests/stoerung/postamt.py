"""A mail server as bad as they get: it refuses, drops, hangs and takes mails without saying so. It keeps accounts."""

import socketserver
import threading
import time
from collections import Counter
from dataclasses import dataclass
from email import message_from_bytes
from random import Random

# What it never takes: the address is refused, or the mail after it was read.
UNBEKANNT, UNERWUENSCHT = "weg", "spam"


@dataclass(frozen=True)
class Annahme:
    message_id: str
    zeit: float
    bestaetigt: bool  # whether the sender was told


class Postamt(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    request_queue_size = 50

    def __init__(self, samen: int, haengt: float) -> None:
        super().__init__(("127.0.0.1", 0), _Gespraech)
        self.zufall = Random(samen)
        self.haengt = haengt  # seconds; longer than the portal waits
        self.zu = False  # away altogether
        self.annahmen: list[Annahme] = []
        self.stoerungen: Counter[str] = Counter()
        self.schloss = threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def adresse(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}?timeout={self.haengt / 2:g}"

    def stoert(self, was: str, anteil: float) -> bool:
        with self.schloss:
            ja = self.zufall.random() < anteil
            self.stoerungen[was] += ja
        return ja

    def annehmen(self, message_id: str, bestaetigt: bool) -> None:
        with self.schloss:
            self.annahmen.append(Annahme(message_id, time.monotonic(), bestaetigt))

    def handle_error(self, request, client_address) -> None:
        """Workers are killed in the middle of a word."""


class _Gespraech(socketserver.StreamRequestHandler):
    server: Postamt

    def handle(self) -> None:
        if self.server.zu:
            return
        self.sagen("220 postamt")
        while zeile := self.rfile.readline():
            befehl = zeile.strip().decode("ascii", "replace")
            if not self.befolgen(befehl):
                return

    def befolgen(self, befehl: str) -> bool:
        """Whether the conversation goes on."""
        wort = befehl[:4].upper()
        if wort == "DATA":
            self.sagen("354 los")
            return self.lesen()
        if wort == "QUIT":
            self.sagen("221 bis bald")
            return False
        if wort == "RCPT":
            self.empfaenger = befehl.partition("<")[2]
            if self.empfaenger.startswith(UNBEKANNT):
                self.sagen("550 unbekannt")
            elif self.server.stoert("4xx auf RCPT", 0.05):
                self.sagen("450 nicht jetzt")
            else:
                self.sagen("250 gut")
        else:
            self.sagen("250 gut")
        return True

    def lesen(self) -> bool:
        zeilen = []
        while (zeile := self.rfile.readline()) not in (b".\r\n", b""):
            zeilen.append(zeile)
        message_id = message_from_bytes(b"".join(zeilen))["Message-ID"]
        if not zeile or self.server.stoert("aufgelegt nach dem Lesen", 0.03):
            return False
        if self.empfaenger.startswith(UNERWUENSCHT):
            self.sagen("554 unerwuenscht")
            return True
        if self.server.stoert("4xx auf DATA", 0.05):
            self.sagen("451 voll")
            return True
        return self.antworten(message_id)

    def antworten(self, message_id: str) -> bool:
        """It is taken; whether the sender learns of it is another matter."""
        if self.server.stoert("angenommen und aufgelegt", 0.02):
            self.server.annehmen(message_id, bestaetigt=False)
            return False
        if self.server.stoert("angenommen und verstummt", 0.02):
            self.server.annehmen(message_id, bestaetigt=False)
            time.sleep(self.server.haengt)
            return False
        self.server.annehmen(message_id, bestaetigt=True)
        self.sagen("250 angenommen")
        return True

    def sagen(self, satz: str) -> None:
        self.wfile.write(satz.encode("ascii") + b"\r\n")
