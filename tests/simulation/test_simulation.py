"""Nobody is left waiting: 200 organisations, 1,000 listings, 3,000 enquiries, 400 days, all duties every day."""

import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.utils import timezone

from boerse import aktualitaet, antwort, loeschung, wartung
from boerse.models import Anfrage
from boerse.pflichten import PFLICHTEN
from ehrenamt.models import Nachricht
from ehrenamt.models.nachricht import NachrichtManager
from ehrenamt.pflichten import Pflicht, alle_erledigen

from .anfragenbuch import ANLAESSE, Anfragenbuch
from .angebotsbuch import Angebotsbuch
from .buch import Postbuch, Uhr
from .leute import Leute, Termine
from .pruefung import Pruefung
from .vereine import Vereine
from .welt import Groesse, Welt

BEGINN = datetime(2027, 1, 4, 4, 0, tzinfo=UTC)
TAG = timedelta(days=1)
GELOESCHT = {"Anfragen gelöscht", "Nachrichten gelöscht"}
KERN = [
    *wartung.PFLICHTEN,
    *aktualitaet.PFLICHTEN,
    *antwort.PFLICHTEN,
    *(pflicht for pflicht in loeschung.PFLICHTEN if pflicht.name in GELOESCHT),
]


@pytest.fixture
def uhr(monkeypatch) -> Uhr:
    uhr = Uhr(BEGINN)
    monkeypatch.setattr(timezone, "now", lambda: uhr.jetzt)
    return uhr


@pytest.fixture
def post(monkeypatch) -> Postbuch:
    """Mails are written but no jobs: there is nobody to send them."""
    post = Postbuch()
    monkeypatch.setattr("ehrenamt.tasks.nachricht_einreihen", lambda nummer: None)
    echt, einstellen = NachrichtManager.schreiben, NachrichtManager.einstellen
    monkeypatch.setattr(NachrichtManager, "schreiben", post.schreiber(echt, einstellen))
    return post


class Simulation:
    def __init__(self, uhr: Uhr, post: Postbuch, groesse: Groesse, samen: int, voll: bool) -> None:
        self.voll = voll
        self.uhr, self.post, self.groesse, self.zufall = uhr, post, groesse, Random(samen)
        self.welt = Welt(uhr, self.zufall, groesse)
        self.angebote = Angebotsbuch(self.welt.empfaenger, self.welt.gesperrt)
        self.anfragen = Anfragenbuch(self.welt.empfaenger, self.welt.stelle, self.welt.gesperrt)
        self.termine = Termine(self.welt, post)
        self.leute = Leute(self.termine, self.anfragen, self.angebote)
        self.vereine = Vereine(self.termine, self.angebote)
        self.angebote.alle = {i.nummer: i for i in self.welt.angebote(groesse.angebote * 7 // 10)}
        self.pruefung = Pruefung(self.anfragen, self.angebote)
        self.getan: Counter[str] = Counter()
        self.laeufe = self.versaeumt = 0

    def laufen(self) -> None:
        noch = self.groesse.angebote - len(self.angebote.alle)
        for tag in range(self.groesse.tage):
            self.uhr.jetzt = BEGINN + tag * TAG
            if tag % 10 == 0 and tag < self.groesse.tage // 2:
                self.vereine.veroeffentlichen(noch * 10 // (self.groesse.tage // 2))
            for _ in range(self._anfragen_am(tag)):
                self.termine.vormerken(0, 0.6, self.leute.stellen)
            self.vereine.tag()
            self.termine.bis(BEGINN + (tag + 0.65) * TAG)
            self.uhr.jetzt = BEGINN + (tag + 0.65) * TAG
            Nachricht.objects.filter(status="wartet").update(status="gesendet")
            self._abends()

    def _anfragen_am(self, tag: int) -> int:
        """Evenly over all days but the last hundred, so that much comes to its end."""
        tage = self.groesse.tage - 100
        return (tag + 1) * self.groesse.anfragen // tage - tag * self.groesse.anfragen // tage if tag < tage else 0

    def _abends(self) -> None:
        """One run; sometimes none, sometimes for days none, sometimes two."""
        if self.zufall.random() < 0.04 or (self.uhr.jetzt.day in (11, 12) and self.uhr.jetzt.month % 3 == 0):
            self.versaeumt += 1
            return
        self._lauf()
        if self.zufall.random() < 0.1:
            self.uhr.jetzt += timedelta(hours=self.zufall.choice([0, 1]))
            self._lauf()

    def _lauf(self) -> None:
        self.laeufe += 1
        erwartet = self.anfragen.lauf(self.uhr.jetzt) + self.angebote.lauf(self.uhr.heute)
        self.getan += Counter(alle_erledigen(self._pflichten(), self.uhr.jetzt))
        gefragt = [i for i in self.angebote.alle.values() if i.erinnert == self.uhr.heute]
        self.vereine.gefragt(gefragt)
        self._nachfragen(erwartet)
        self.post.pruefen(erwartet, f"Lauf am {self.uhr.jetzt:%d.%m.%Y}", nur=ANLAESSE | {"aktualitaet"})
        self.pruefung.tag(self.uhr.heute)

    def _pflichten(self) -> list[Pflicht]:
        """In short form most days do only what the books are about; the rest has not much to do here."""
        if self.voll or self.laeufe % 5 == 0:
            return PFLICHTEN
        return [pflicht for pflicht in PFLICHTEN if pflicht in KERN]

    def _nachfragen(self, mails: Counter) -> None:
        """Whom the mails of a run make do something."""
        for mail in mails:
            eintrag = self.anfragen.alle.get(mail.bezug[1]) if mail.bezug[0] == "anfrage" else None
            if eintrag and mail.anlass == "anfrage_nachfrage":
                self.leute.vielleicht(0.5, 0, 5, self.leute.erhalten, eintrag)
                self.leute.vielleicht(0.3, 0, 5, self.leute.vermissen, eintrag)
            elif eintrag and mail.anlass == "anfrage_ueberfaellig":
                self.leute.vielleicht(0.85, 0, 10, self.leute.entscheiden, eintrag)


def test_nobody_is_left_waiting(gemeinden, uhr, post, request, capsys):
    """Less than a tenth of everything, for 210 days; the whole with --simulation=voll."""
    voll = request.config.getoption("simulation") == "voll"
    beginn = time.monotonic()
    simulation = Simulation(uhr, post, Groesse() if voll else Groesse(12, 70, 220, 210), samen=2027, voll=voll)
    simulation.laufen()
    _summen(simulation)
    with capsys.disabled():
        if voll:
            _bericht(simulation, time.monotonic() - beginn)


def _summen(simulation: Simulation) -> None:
    """The counts add up, and what can happen did."""
    anfragen, geschehen = simulation.anfragen, simulation.pruefung.geschehen
    gestellt = simulation.termine.getan["stellen"]
    assert gestellt == len(anfragen.alle) + anfragen.verfallen == geschehen["Anfrage.stellen"]
    assert Anfrage.objects.count() == len(anfragen.alle)
    von_selbst = {"Angebot.pausieren", "Angebot.ablaufen", "Angebot.archivieren", "Anfrage.uebernehmen"}
    von_menschen = {"Anfrage.vermissen", "Anfrage.weiterleiten", "Anfrage.aufgeben", "Angebot.erneuern"}
    assert von_selbst | von_menschen <= geschehen.keys(), geschehen
    assert ANLAESSE | {"aktualitaet"} <= simulation.post.je_anlass.keys()
    # What nobody confirmed is gone after 90 days, or as soon as a run that was missed is made up for.
    assert simulation.angebote.aeltestes <= 90 + 3, simulation.angebote.aeltestes


def _bericht(simulation: Simulation, sekunden: float) -> None:
    print(f"\n{sekunden:.0f} s, {simulation.laeufe} Läufe, {simulation.versaeumt} Tage ohne Lauf")
    print(f"Am längsten unbestätigt öffentlich: {simulation.angebote.aeltestes} Tage")
    for was, zahlen in (
        ("Menschen", simulation.termine.getan),
        ("Pflichten", simulation.getan),
        ("Mails", simulation.post.je_anlass),
    ):
        print(f"{was}: {sum(zahlen.values())}", dict(zahlen.most_common()))
