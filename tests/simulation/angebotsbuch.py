"""Where should each listing stand? Asked after 80 days, warned after 87, paused after 90, archived 180 days later."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from .buch import Mail

TAG = timedelta(days=1)
RUHEND = {"pausiert", "abgelaufen", "beendet"}


@dataclass
class Inserat:
    nummer: int
    organisation: int
    stand: str
    bestaetigt: date
    ende: date | None = None
    stufe: int = 0
    erinnert: date | None = None
    ruht_seit: date | None = None
    text_wartet: bool = False

    def wahr(self, heute: date) -> None:
        """Somebody said that it is true, so it is public."""
        self.stand, self.bestaetigt, self.ruht_seit = "veroeffentlicht", heute, None
        self.stufe, self.erinnert = 0, None

    def ruhen(self, stand: str, heute: date) -> None:
        self.stand, self.ruht_seit = stand, heute

    def endet_vorher(self, heute: date) -> bool:
        """Its last day comes before it would be paused, so nobody is asked."""
        return self.ende is not None and (self.ende < heute or self.ende < self.bestaetigt + 90 * TAG)


class Angebotsbuch:
    def __init__(self, empfaenger, gesperrt) -> None:
        self.empfaenger, self.gesperrt = empfaenger, gesperrt
        self.alle: dict[int, Inserat] = {}
        self.gefragt: dict[int, date] = {}  # organisation -> day of the last mail
        # Once their organisation was blocked, listings come back with the warning first, however old they are.
        self.unterbrochen: set[int] = set()
        self.aeltestes = 0  # the most days that a public listing stood unconfirmed after a run

    def lauf(self, heute: date) -> Counter[Mail]:
        """What one run of the duties must bring; the mails of it."""
        faellige: dict[int, list[Inserat]] = {}
        for inserat in self.alle.values():
            if inserat.ende and inserat.ende < heute and inserat.stand in ("veroeffentlicht", "pausiert"):
                inserat.ruhen("abgelaufen", heute)
            if self._stufe(inserat, heute) and not self.gesperrt(inserat.organisation):
                faellige.setdefault(inserat.organisation, []).append(inserat)
        mails: Counter[Mail] = Counter()
        for organisation, inserate in faellige.items():
            if self.gefragt.get(organisation) != heute:
                self._fragen(organisation, inserate, heute, mails)
        self._archivieren(heute)
        return mails

    def _stufe(self, i: Inserat, heute: date) -> str:
        alter = (heute - i.bestaetigt).days
        if i.stand != "veroeffentlicht" or i.endet_vorher(heute):
            return ""
        if i.stufe == 2:
            return "pause" if alter >= 90 and heute - i.erinnert >= 3 * TAG else ""
        return "warnung" if alter >= 87 else "frage" if alter >= 80 and i.stufe == 0 else ""

    def _fragen(self, organisation: int, inserate: list[Inserat], heute: date, mails: Counter) -> None:
        self.gefragt[organisation] = heute
        for inserat in inserate:
            schritt = self._stufe(inserat, heute)
            if schritt == "pause":
                inserat.ruhen("pausiert", heute)
            else:
                inserat.stufe, inserat.erinnert = (2 if schritt == "warnung" else 1), heute
        for adresse in self.empfaenger(organisation):
            mails[Mail("aktualitaet", adresse, ("organisation", organisation))] += 1

    def _archivieren(self, heute: date) -> None:
        for i in self.alle.values():
            if i.stand in RUHEND and heute - i.ruht_seit >= 180 * TAG and not i.text_wartet:
                i.stand = "archiviert"
            elif self.gesperrt(i.organisation):
                self.unterbrochen.add(i.organisation)
            elif i.stand == "veroeffentlicht" and not i.endet_vorher(heute) and i.organisation not in self.unterbrochen:
                self.aeltestes = max(self.aeltestes, (heute - i.bestaetigt).days)
