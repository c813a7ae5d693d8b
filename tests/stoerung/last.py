"""What people do meanwhile: they enquire, confirm, withdraw, delete; organisations refuse. They try until it works."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from uuid import UUID, uuid4

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

from boerse.models import Anfrage, Angebot
from ehrenamt.ablauf import AblaufFehler
from ehrenamt.rollen import BUERGERIN, ORGANISATION

from .postamt import UNBEKANNT, UNERWUENSCHT


@dataclass
class Vorgang:
    """One person's enquiry, as far as this person was told that it worked."""

    email: str
    plan: str
    formular: UUID = field(default_factory=uuid4)
    nummer: int | None = None
    schritte: list[str] = field(default_factory=list)


PLAENE = {
    "offen": ["bestaetigen"],
    "zurueckgezogen": ["bestaetigen", "zurueckziehen"],
    "abgesagt": ["bestaetigen", "absagen"],
    "geloescht": ["bestaetigen", "loeschen"],
    "erinnert": ["bestaetigen", "vier_tage_warten"],
    "uebernommen": ["bestaetigen", "elf_tage_warten"],
    "verfallen": [],
    "liegt": [],
}
TATEN: dict[str, Callable[[Anfrage], None]] = {
    "bestaetigen": lambda anfrage: anfrage.bestaetigen(),
    "zurueckziehen": lambda anfrage: anfrage.zurueckziehen(),
    "absagen": lambda anfrage: anfrage.absagen(ORGANISATION, "Leider schon besetzt."),
    "loeschen": lambda anfrage: anfrage.loeschen(BUERGERIN),
    "vier_tage_warten": lambda anfrage: _altern(anfrage, 4),
    "elf_tage_warten": lambda anfrage: _altern(anfrage, 11),
}


def _altern(anfrage: Anfrage, tage: int) -> None:
    Anfrage.objects.filter(pk=anfrage.pk, status="offen", erinnerungen=0).update(
        wartet_seit=timezone.now() - timedelta(days=tage)
    )


class Mensch(threading.Thread):
    def __init__(self, angebote: list[int], samen: int, je_sekunde: float) -> None:
        super().__init__(daemon=True)
        self.angebote, self.zufall, self.pause = angebote, Random(samen), 1 / je_sekunde
        self.vorgaenge: list[Vorgang] = []
        self.fehlversuche = 0
        self.laengste = 0.0  # seconds that one deed took, waiting for the database included
        self.ende = threading.Event()

    def run(self) -> None:
        while not self.ende.wait(self.zufall.uniform(0, 2 * self.pause)):
            vorsilbe = self.zufall.choices(["person", UNBEKANNT, UNERWUENSCHT], [90, 5, 5])[0]
            vorgang = Vorgang("", self.zufall.choice(list(PLAENE)))
            vorgang.email = f"{vorsilbe}-{vorgang.formular.hex}@example.org"
            self.vorgaenge.append(vorgang)
            self._gehen(vorgang)
        connection.close()

    def _gehen(self, vorgang: Vorgang) -> None:
        vorgang.nummer = self._bis_es_geht(lambda: self._stellen(vorgang))
        for schritt in PLAENE[vorgang.plan]:
            self._bis_es_geht(lambda schritt=schritt: TATEN[schritt](Anfrage.objects.get(pk=vorgang.nummer)))
            vorgang.schritte.append(schritt)
        if vorgang.plan == "verfallen":
            alt = Anfrage.objects.filter(pk=vorgang.nummer)
            self._bis_es_geht(lambda: alt.update(loeschen_am=timezone.now()))

    def _stellen(self, vorgang: Vorgang) -> int:
        """The same form sent again is the same enquiry."""
        return Anfrage.objects.stellen(
            Angebot.objects.get(pk=self.zufall.choice(self.angebote)),
            sprache="de",
            datenschutz_version=1,
            formular=vorgang.formular,
            name="Kim Beispiel",
            email=vorgang.email,
            nachricht="Guten Tag!",
            mindestens_16=True,
        ).pk

    def _bis_es_geht(self, tat: Callable):
        beginn = time.monotonic()
        while True:
            try:
                ergebnis = tat()
                break
            except (OperationalError, InterfaceError, ConnectorException):
                # Whether it was done, nobody knows; so it is tried again.
                self.fehlversuche += 1
                connection.close()
                time.sleep(0.2)
            except AblaufFehler:
                ergebnis = None  # done by the try before
                break
        self.laengste = max(self.laengste, time.monotonic() - beginn)
        return ergebnis


def pflichten_anstossen() -> None:
    """Two workers may be at them at once: one run is done, the next one waits."""
    try:
        app.tasks["boerse.tasks.pflichten"].defer(timestamp=0)
    except AlreadyEnqueued:
        pass
    except (OperationalError, InterfaceError, ConnectorException):
        connection.close()
