"""What do organisations do with their listings, and the Kontaktstelle with both?"""

from collections import Counter

from boerse.models import Angebot, Fassung
from ehrenamt.rollen import ORGANISATION
from organisationen.models import Organisation

from .angebotsbuch import Angebotsbuch, Inserat
from .buch import Mail
from .leute import AMT, Termine


class Vereine:
    def __init__(self, termine: Termine, angebote: Angebotsbuch) -> None:
        self.termine, self.angebote = termine, angebote
        self.welt, self.zufall, self.uhr = termine.welt, termine.zufall, termine.uhr

    def tag(self) -> None:
        """What happens on any day, without being asked."""
        inserate = list(self.angebote.alle.values())
        for je_jahr, tat in (
            (0.7, self.bearbeiten),
            (0.2, self.pausieren),
            (0.2, self.beenden),
            (1.5, self.fortsetzen),
        ):
            for inserat in self.zufall.sample(inserate, self._heute(je_jahr, len(inserate))):
                self.termine.vormerken(0, 0.6, tat, inserat)
        for inserat in self.zufall.sample(inserate, self._heute(0.03, len(inserate))):
            self.termine.vormerken(0, 0.6, self.sperren, inserat)
        for organisation in self.zufall.sample(list(self.welt.art), self._heute(0.05, len(self.welt.art))):
            self.termine.vormerken(0, 0.6, self.organisation_sperren, organisation)

    def _heute(self, je_jahr: float, anzahl: int) -> int:
        """How many of them do today what each does so often in a year."""
        ganze, rest = divmod(je_jahr * anzahl / 365, 1)
        return int(ganze) + (self.zufall.random() < rest)

    def gefragt(self, inserate: list[Inserat]) -> None:
        """After a mail: some confirm, some do not care."""
        for inserat in inserate:
            anteil = {"schnell": 0.8, "langsam": 0.4, "stumm": 0.05}[self.welt.art[inserat.organisation]]
            if self.zufall.random() < anteil:
                tat = self.zufall.choices([self.bestaetigen, self.beenden, self.fortsetzen], [8, 1, 1])[0]
                self.termine.vormerken(0, 12, tat, inserat)

    def veroeffentlichen(self, anzahl: int) -> None:
        for inserat in self.welt.angebote(anzahl, neu=True):
            self.angebote.alle[inserat.nummer] = inserat

    def bestaetigen(self, i: Inserat) -> Counter[Mail] | None:
        if i.stand != "veroeffentlicht":
            return None
        self._angebot(i).bestaetigen(ORGANISATION)
        i.wahr(self.uhr.heute)
        return Counter()

    def pausieren(self, i: Inserat) -> Counter[Mail] | None:
        if i.stand != "veroeffentlicht":
            return None
        self._angebot(i).pausieren(ORGANISATION)
        i.ruhen("pausiert", self.uhr.heute)
        i.stufe = 0
        return Counter()

    def fortsetzen(self, i: Inserat) -> Counter[Mail] | None:
        if i.stand != "pausiert":
            return None
        self._angebot(i).fortsetzen(ORGANISATION)
        i.wahr(self.uhr.heute)
        return Counter()

    def beenden(self, i: Inserat) -> Counter[Mail] | None:
        if i.stand not in ("veroeffentlicht", "pausiert", "abgelaufen"):
            return None
        self._angebot(i).beenden(ORGANISATION, "besetzt")
        i.ruhen("beendet", self.uhr.heute)
        i.text_wartet = False
        return Counter()

    def bearbeiten(self, i: Inserat) -> Counter[Mail] | None:
        """Also what has ended: approved, it is renewed."""
        if i.stand in ("archiviert", "gesperrt") or i.text_wartet or self.welt.gesperrt(i.organisation):
            return None
        angebot = self._angebot(i)
        inhalt = Fassung.objects.letzter_text(angebot) | {"beschreibung": f"Neu am {self.uhr.heute}."}
        fassung = Fassung.objects.bearbeiten(angebot, inhalt)
        fassung.einreichen(ORGANISATION)
        i.text_wartet = True
        self.termine.vormerken(0, 5, self.entscheiden, i, fassung.pk)
        return Counter()

    # The Kontaktstelle

    def entscheiden(self, i: Inserat, nummer: int) -> Counter[Mail] | None:
        fassung = Fassung.objects.get(pk=nummer)
        if not i.text_wartet or self.welt.gesperrt(i.organisation):
            return None
        wie = self.zufall.choices(["freigeben", "zurueckgeben", "ablehnen"], [8, 1, 1])[0]
        i.text_wartet = False
        if wie == "freigeben":
            fassung.freigeben(AMT)
            von_menschen_pausiert = i.stand == "pausiert" and not i.stufe
            i.wahr(self.uhr.heute)
            if von_menschen_pausiert:
                i.ruhen("pausiert", self.uhr.heute)
        else:
            getattr(fassung, wie)(AMT, "Bitte nennen Sie eine Uhrzeit.")
        anlass = {"freigeben": "fassung_freigegeben", "zurueckgeben": "fassung_zurueckgegeben"}.get(
            wie, "fassung_abgelehnt"
        )
        return self._an_alle(anlass, i, f"Fassung {nummer}")

    def sperren(self, i: Inserat) -> Counter[Mail] | None:
        if i.stand in ("archiviert", "gesperrt"):
            return None
        self._angebot(i).sperren(AMT, "Verstoß gegen die Bedingungen.")
        i.stand, i.text_wartet = "gesperrt", False
        if self.zufall.random() < 0.7:
            self.termine.vormerken(1, 30, self.entsperren, i)
        return self._an_alle("angebot_gesperrt", i)

    def entsperren(self, i: Inserat) -> Counter[Mail] | None:
        if i.stand != "gesperrt":
            return None
        self._angebot(i).entsperren(AMT)
        i.ruhen("pausiert", self.uhr.heute)
        return Counter()

    def organisation_sperren(self, nummer: int) -> Counter[Mail] | None:
        if self.welt.gesperrt(nummer):
            return None
        Organisation.objects.get(pk=nummer).sperren(AMT, "Verstoß gegen die Bedingungen.")
        self.welt.gesperrte.add(nummer)
        self.termine.vormerken(5, 60, self.organisation_entsperren, nummer)
        adressen = self.welt.empfaenger(nummer)
        return Counter(Mail("organisation_gesperrt", adresse, ("organisation", nummer)) for adresse in adressen)

    def organisation_entsperren(self, nummer: int) -> Counter[Mail]:
        Organisation.objects.get(pk=nummer).entsperren(AMT)
        self.welt.gesperrte.discard(nummer)
        return Counter()

    def _an_alle(self, anlass: str, i: Inserat, zusatz: str = "") -> Counter[Mail]:
        adressen = self.welt.empfaenger(i.organisation)
        return Counter(Mail(anlass, adresse, ("angebot", i.nummer), zusatz) for adresse in adressen)

    def _angebot(self, i: Inserat) -> Angebot:
        return Angebot.objects.get(pk=i.nummer)
