"""Where should each enquiry stand? The promises to citizens, in words of the simulation's own."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .buch import Mail

STUNDEN_48, TAGE = timedelta(hours=48), timedelta(days=1)
LAUFEND = {"offen", "beantwortet", "kennenlernen_vereinbart", "uebernommen"}
# The occasions of which every single mail is foretold.
ANLAESSE = {
    "anfrage_erinnerung",
    "anfrage_ueberfaellig",
    "anfrage_uebernommen",
    "anfrage_nachfrage",
    "rueckmeldung_buergerin",
    "rueckmeldung_organisation",
}


@dataclass
class Eintrag:
    """One enquiry, as its person and its organisation know it."""

    nummer: int
    name: str
    email: str
    telefon: str
    angebot: int
    organisation: int
    gestellt: datetime
    stand: str
    bestaetigt: datetime | None = None
    weitergegeben: bool = False
    wartet_seit: datetime | None = None
    stufe: int = 0
    beantwortet: datetime | None = None  # by the organisation, in this turn
    zugestellt: bool = False
    nachgefragt: bool = False
    gemeldet: bool | None = None
    verneint: int = 0
    uebernommen: datetime | None = None
    ergebnis: datetime | None = None
    gefragt: dict[str, int] = field(default_factory=lambda: {"buergerin": 0, "organisation": 0})
    fort: bool = False  # nothing personal left

    @property
    def bezug(self) -> tuple[str, int]:
        return "anfrage", self.nummer

    def runde(self, jetzt: datetime) -> None:
        """The organisation's turn, from now on."""
        self.stand, self.weitergegeben, self.wartet_seit = "offen", True, jetzt
        self.stufe, self.beantwortet, self.zugestellt = 0, None, False
        self.nachgefragt, self.gemeldet = False, None

    def antwort(self, stand: str, jetzt: datetime, *, von_organisation: bool) -> None:
        self.stand = stand
        if von_organisation and self.beantwortet is None:
            self.beantwortet = jetzt

    def ende(self, stand: str, jetzt: datetime) -> None:
        self.stand, self.ergebnis = stand, jetzt


class Anfragenbuch:
    def __init__(self, empfaenger, stelle: str, gesperrt) -> None:
        self.empfaenger = empfaenger  # organisation -> addresses
        self.stelle = stelle
        self.gesperrt = gesperrt  # organisation -> bool
        self.alle: dict[int, Eintrag] = {}
        self.verfallen = 0
        self.geloescht = 0

    def lauf(self, jetzt: datetime) -> Counter[Mail]:
        """What one run of the duties must bring; the mails of it."""
        mails: Counter[Mail] = Counter()
        for eintrag in list(self.alle.values()):
            if eintrag.fort:
                continue
            if eintrag.stand == "offen":
                self._uhr(eintrag, jetzt, mails)
            self._nachfrage(eintrag, jetzt, mails)
            self._rueckmeldung(eintrag, jetzt, mails)
            self._loeschung(eintrag, jetzt)
        return mails

    def _uhr(self, e: Eintrag, jetzt: datetime, mails: Counter) -> None:
        wartet = jetzt - e.wartet_seit
        if wartet >= 10 * TAGE or self.gesperrt(e.organisation):
            e.stand, e.uebernommen, e.zugestellt = "uebernommen", jetzt, False
            mails[Mail("anfrage_ueberfaellig", self.stelle, e.bezug)] += 1
            if e.email:
                mails[Mail("anfrage_uebernommen", e.email, e.bezug)] += 1
            return
        stufe = 2 if wartet >= 7 * TAGE else 1 if wartet >= 3 * TAGE else 0
        if stufe > e.stufe:
            e.stufe = stufe
            for adresse in self.empfaenger(e.organisation):
                mails[Mail("anfrage_erinnerung", adresse, e.bezug, "letzte" if stufe == 2 else "")] += 1

    def _nachfrage(self, e: Eintrag, jetzt: datetime, mails: Counter) -> None:
        """ "Hat sich jemand gemeldet?" is asked once, where only the organisation says so."""
        fraglich = e.stand in ("beantwortet", "kennenlernen_vereinbart") and e.beantwortet and not e.zugestellt
        if fraglich and e.email and not e.nachgefragt and e.gemeldet is not True and jetzt - e.beantwortet >= 3 * TAGE:
            e.nachgefragt = True
            mails[Mail("anfrage_nachfrage", e.email, e.bezug)] += 1

    def _rueckmeldung(self, e: Eintrag, jetzt: datetime, mails: Counter) -> None:
        seit = e.ergebnis if e.stand == "vermittelt" else e.bestaetigt if e.stand in LAUFEND else None
        if seit is None:
            return
        woche = 12 if jetzt - seit >= 84 * TAGE else 4 if jetzt - seit >= 28 * TAGE else 0
        if e.email and woche > e.gefragt["buergerin"]:
            e.gefragt["buergerin"] = woche
            mails[Mail("rueckmeldung_buergerin", e.email, e.bezug, f"Woche {woche}")] += 1
        erreichbar = e.weitergegeben and not self.gesperrt(e.organisation)
        if erreichbar and woche > e.gefragt["organisation"]:
            e.gefragt["organisation"] = woche
            for adresse in self.empfaenger(e.organisation):
                mails[Mail("rueckmeldung_organisation", adresse, e.bezug, f"Woche {woche}")] += 1

    def _loeschung(self, e: Eintrag, jetzt: datetime) -> None:
        if e.bestaetigt is None and e.stand == "unbestaetigt":
            if jetzt - e.gestellt >= STUNDEN_48:
                self.verfallen += 1
                del self.alle[e.nummer]
        elif e.ergebnis is not None:
            e.fort = e.fort or jetzt - e.ergebnis >= 90 * TAGE
        elif e.bestaetigt is not None and jetzt - e.bestaetigt >= 180 * TAGE:
            e.ende("ohne_rueckmeldung", jetzt)
            e.fort = True
