"""One run: set up, disturb, come to rest, settle accounts."""

import csv
import time
from argparse import Namespace
from collections import Counter
from datetime import timedelta
from random import Random

from django.core.management import call_command
from django.db import Error, connection
from django.test import override_settings
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import ProcrastinateException

from boerse.models import Angebot
from boerse.pflichten import PFLICHTEN
from ehrenamt.datenbank import Cluster
from ehrenamt.models import Nachricht
from ehrenamt.sortierung import slug, sortiername
from organisationen.models import Gemeinde

from .. import fabriken
from ..conftest import GEMEINDEN
from .abrechnung import abrechnen
from .last import Mensch, pflichten_anstossen
from .postamt import Postamt
from .prozesse import Arbeiter, Unheil

MENSCHEN = 2
RUHE_HOECHSTENS = 240  # seconds after which everything must have found its way


class Lauf:
    def __init__(self, cluster: Cluster, postamt: Postamt, wahl: Namespace) -> None:
        self.cluster, self.postamt, self.wahl = cluster, postamt, wahl

    def durchfuehren(self) -> int:
        print(f"Samen {self.wahl.samen}", flush=True)
        angebote = _einrichten()
        arbeiter = [Arbeiter(self.cluster.ordner / f"worker{i}.log") for i in range(2)]
        try:
            unheil, menschen = self._stoeren(arbeiter, angebote)
            self._zur_ruhe_kommen(arbeiter)
        finally:
            for einer in arbeiter:
                einer.beenden()
        return self._abrechnen(unheil, menschen, arbeiter)

    def _stoeren(self, arbeiter: list[Arbeiter], angebote: list[int]) -> tuple:
        pause = (1, 3) if self.wahl.kurz else (3, 9)
        unheil = Unheil(self.cluster, arbeiter, self.postamt, Random(self.wahl.samen), pause)
        menschen = [Mensch(angebote, self.wahl.samen + i, self.wahl.je_sekunde / MENSCHEN) for i in range(MENSCHEN)]
        for faden in (unheil, *menschen):
            faden.start()
        schluss = time.monotonic() + self.wahl.sekunden
        while time.monotonic() < schluss:
            time.sleep(1)
            pflichten_anstossen()
            _zeit_vergeht(haengende=False)
        for faden in (unheil, *menschen):
            faden.ende.set()
        for faden in (unheil, *menschen):
            faden.join(60)
        return unheil, menschen

    def _zur_ruhe_kommen(self, arbeiter: list[Arbeiter]) -> None:
        """Nobody is killed any more; the mail server is as moody as before. What waits must go out by itself."""
        beginn = time.monotonic()
        while (offen := _offen()) and time.monotonic() - beginn < RUHE_HOECHSTENS:
            pflichten_anstossen()
            _zeit_vergeht(haengende=self.wahl.kurz)
            time.sleep(1)
        self.ruhe = f"{time.monotonic() - beginn:.0f} s bis zur Ruhe" + (f", offen: {dict(offen)}" if offen else "")

    def _abrechnen(self, unheil: Unheil, menschen: list, arbeiter: list[Arbeiter]) -> int:
        vorgaenge = [vorgang for mensch in menschen for vorgang in mensch.vorgaenge]
        zahlen, fehler = abrechnen(vorgaenge, self.postamt.annahmen, unheil.zeiten)
        zahlen["Versuche ohne Datenbank"] = sum(mensch.fehlversuche for mensch in menschen)
        zahlen["Starts der Worker"] = sum(einer.starts for einer in arbeiter)
        for name, anzahl in [*unheil.taten.items(), *self.postamt.stoerungen.items(), *sorted(zahlen.items())]:
            print(f"{name:<55}{anzahl:>7}")
        print(f"Längste Tat eines Menschen: {max(mensch.laengste for mensch in menschen):.1f} s; {self.ruhe}")
        for satz in fehler[:30]:
            print(f"FEHLER: {satz}")
        if fehler:
            for einer in arbeiter:
                print(einer.protokoll.read_text()[-3000:])
        print(f"{len(fehler)} Fehler")
        return bool(fehler)


def gemeinden_anlegen() -> None:
    with GEMEINDEN.open(encoding="utf-8", newline="") as datei:
        for zeile in csv.DictReader(datei):
            Gemeinde.objects.create(**zeile, slug=slug(zeile["name"], "ort"), sortiername=sortiername(zeile["name"]))


@override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
def _einrichten() -> list[int]:
    """A region, an office and some organisations with two responsible persons each."""
    call_command("migrate", verbosity=0)
    gemeinden_anlegen()
    fabriken.kontaktstelle("Kontaktstelle", "05974")
    angebote = []
    for _ in range(10):
        organisation = fabriken.organisation()
        for _person in range(2):
            fabriken.mitglied(organisation)
        angebote += [fabriken.angebot(organisation).pk for _ in range(2)]
    # Everybody is to be asked today whether they are still true, once.
    Angebot.objects.update(zuletzt_bestaetigt_am=timezone.localdate() - timedelta(days=81))
    return angebote


def _offen() -> Counter:
    """What must still happen by itself."""
    try:
        offen = Counter(Nachricht.objects.filter(status="wartet").values_list("anlass", flat=True))
        return offen + Counter({pflicht.name: pflicht.faellig(timezone.now()).count() for pflicht in PFLICHTEN})
    except Error:
        connection.close()
        return Counter(datenbank=1)


def _zeit_vergeht(*, haengende: bool) -> None:
    """What is to be tried again in a minute is tried now; and where nobody may wait for it, those workers that were
    killed are known to be dead at once."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")
            if haengende:
                cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
        if haengende:
            app.tasks["ehrenamt.tasks.haengende_wiederholen"].defer(timestamp=0)
    except (Error, ProcrastinateException):
        connection.close()
