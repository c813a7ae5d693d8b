"""What do people do with their enquiries? At random, at their own time; each deed is also written into the books."""

import heapq
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import count

from boerse.models import Anfrage, Angebot
from ehrenamt.rollen import BUERGERIN, ORGANISATION

from .. import fabriken
from .anfragenbuch import LAUFEND, Anfragenbuch, Eintrag
from .angebotsbuch import Angebotsbuch
from .buch import Mail, Postbuch
from .welt import Welt

AMT = fabriken.DURCH_KONTAKTSTELLE


class Termine:
    """Who wants to do something when."""

    def __init__(self, welt: Welt, post: Postbuch) -> None:
        self.welt, self.zufall, self.uhr, self.post = welt, welt.zufall, welt.uhr, post
        self._termine: list = []
        self._nummern = count()
        self.getan: Counter[str] = Counter()

    def vormerken(self, von: float, bis: float, tat: Callable, *args) -> None:
        """Some time between so many days from now."""
        wann = self.uhr.jetzt + timedelta(days=self.zufall.uniform(von, bis))
        heapq.heappush(self._termine, (wann, next(self._nummern), tat, args))

    def bis(self, abends) -> None:
        """Everything that people do until then."""
        while self._termine and self._termine[0][0] < abends:
            self.uhr.jetzt, _nummer, tat, args = heapq.heappop(self._termine)
            mails = tat(*args)
            if mails is not None:
                self.getan[tat.__name__.strip("_")] += 1
                self.post.pruefen(mails, f"{self.uhr.jetzt:%d.%m.} {tat.__name__} {args}")


class Leute:
    def __init__(self, termine: Termine, anfragen: Anfragenbuch, angebote: Angebotsbuch) -> None:
        self.termine, self.anfragen, self.angebote = termine, anfragen, angebote
        self.welt, self.zufall, self.uhr = termine.welt, termine.zufall, termine.uhr
        self._personen = count(1)

    def vielleicht(self, anteil: float, von: float, bis: float, tat: Callable, *args) -> None:
        if self.zufall.random() < anteil:
            self.termine.vormerken(von, bis, tat, *args)

    # The citizen

    def stellen(self) -> Counter[Mail] | None:
        nummer = next(self._personen)
        oeffentliche = [i for i in self.angebote.alle.values() if i.stand == "veroeffentlicht"]
        inserat = self.zufall.choice(oeffentliche)
        if self.welt.gesperrt(inserat.organisation):
            return None
        nur_telefon = self.zufall.random() < 0.08
        kontakt = {"telefon": f"02921 {nummer}"} if nur_telefon else {"email": f"buerger{nummer}@example.net"}
        anfrage = fabriken.anfrage(
            Angebot.objects.get(pk=inserat.nummer),
            bestaetigt=False,
            name=f"Person-{nummer}-Name",
            **{"email": ""} | kontakt,
        )
        e = Eintrag(
            anfrage.pk, anfrage.name, anfrage.email, anfrage.telefon, inserat.nummer, inserat.organisation,
            self.uhr.jetzt, "unbestaetigt",
        )  # fmt: skip
        self.anfragen.alle[e.nummer] = e
        if nur_telefon:
            e.stand, e.bestaetigt, e.uebernommen = "uebernommen", self.uhr.jetzt, self.uhr.jetzt
            self.vielleicht(0.8, 0, 8, self.entscheiden, e)
            return Counter([Mail("anfrage_an_kontaktstelle", self.welt.stelle, e.bezug)])
        self.vielleicht(0.85, 0, 1.5, self.bestaetigen, e)
        return Counter([Mail("anfrage_bestaetigen", e.email, e.bezug)])

    def bestaetigen(self, e: Eintrag) -> Counter[Mail] | None:
        if e.nummer not in self.anfragen.alle or self.welt.gesperrt(e.organisation):
            return None
        self._anfrage(e).bestaetigen()
        e.bestaetigt = self.uhr.jetzt
        e.runde(self.uhr.jetzt)
        self._organisation_am_zug(e)
        self.vielleicht(0.04, 0, 150, self.zurueckziehen, e)
        self.vielleicht(0.06, 0, 250, self.loeschen, e)
        return self._an_alle("anfrage_eingegangen", e)

    def zurueckziehen(self, e: Eintrag) -> Counter[Mail] | None:
        if e.fort or e.stand not in LAUFEND:
            return None
        self._anfrage(e).zurueckziehen()
        e.ende("zurueckgezogen", self.uhr.jetzt)
        return self._an_alle("anfrage_zurueckgezogen", e) if e.weitergegeben else Counter()

    def loeschen(self, e: Eintrag) -> Counter[Mail] | None:
        if e.fort:
            return None
        bekannt = e.weitergegeben and e.stand != "zurueckgezogen"
        self._anfrage(e).loeschen(BUERGERIN)
        if e.stand in LAUFEND:
            e.ende("zurueckgezogen", self.uhr.jetzt)
        e.fort = True
        return self._an_alle("anfrage_geloescht", e) if bekannt else Counter()

    def erhalten(self, e: Eintrag) -> Counter[Mail] | None:
        if e.fort or not e.email or e.gemeldet or e.stand not in ("beantwortet", "kennenlernen_vereinbart"):
            return None
        self._anfrage(e).erhalten()
        e.gemeldet = True
        return Counter()

    def vermissen(self, e: Eintrag) -> Counter[Mail] | None:
        """Nobody got in touch: the organisation's turn again; the second time, or late, the Kontaktstelle's."""
        if e.fort or not e.email or e.gemeldet or e.stand not in ("beantwortet", "kennenlernen_vereinbart"):
            return None
        zurueck = not e.verneint and not self.welt.gesperrt(e.organisation) and e.weitergegeben
        zurueck = zurueck and (e.uebernommen is None or e.uebernommen < e.wartet_seit)
        self._anfrage(e).vermissen()
        seit = e.wartet_seit
        e.runde(self.uhr.jetzt)
        e.verneint, e.gemeldet = e.verneint + 1, False
        if zurueck:
            self._organisation_am_zug(e)
            return self._an_alle("anfrage_vermisst", e)
        e.stand, e.uebernommen, e.wartet_seit = "uebernommen", self.uhr.jetzt, seit
        self.vielleicht(0.8, 0, 10, self.entscheiden, e)
        mails = Counter([Mail("anfrage_ueberfaellig", self.welt.stelle, e.bezug)])
        return mails + Counter([Mail("anfrage_uebernommen", e.email, e.bezug)])

    # The organisation

    def _organisation_am_zug(self, e: Eintrag) -> None:
        art = self.welt.art[e.organisation]
        spanne = {"schnell": (0.9, 0, 3), "langsam": (0.8, 2, 14), "stumm": (0.05, 0, 40)}[art]
        self.vielleicht(*spanne, self.antworten, e)

    def antworten(self, e: Eintrag) -> Counter[Mail] | None:
        if e.fort or e.stand not in ("offen", "uebernommen") or self.welt.gesperrt(e.organisation):
            return None
        wie = self.zufall.choices(
            ["beantworten", "antworten", "kennenlernen", "absagen", "vermitteln"], [5, 2, 2, 2, 1]
        )[0]
        if wie in ("absagen", "vermitteln"):
            return self._abschliessen(e, wie, ORGANISATION)
        stand = "kennenlernen_vereinbart" if wie == "kennenlernen" else "beantwortet"
        mails: Counter[Mail] = Counter()
        if wie == "antworten" and e.email and not e.zugestellt:
            self._anfrage(e).antworten(ORGANISATION, "Kommen Sie vorbei!", "antwort@example.org")
            e.zugestellt = True
            mails[Mail("anfrage_antwort", e.email, e.bezug)] += 1
        else:
            getattr(self._anfrage(e), "kennenlernen" if wie == "kennenlernen" else "beantworten")(ORGANISATION)
        e.antwort(stand, self.uhr.jetzt, von_organisation=True)
        self._weiter(e)
        return mails

    def _weiter(self, e: Eintrag) -> None:
        """After an answer: the person says whether it came, and something comes of it or not."""
        self.vielleicht(0.5, 0, 9, self.erhalten, e)
        self.vielleicht(0.25, 0, 9, self.vermissen, e)
        self.vielleicht(0.6, 4, 60, self._abschliessen, e, self.zufall.choice(["absagen", "vermitteln"]), ORGANISATION)

    def _abschliessen(self, e: Eintrag, wie: str, wer) -> Counter[Mail] | None:
        if e.fort or e.stand not in LAUFEND or (wer == ORGANISATION and self.welt.gesperrt(e.organisation)):
            return None
        anfrage = self._anfrage(e)
        if wie == "absagen":
            anfrage.absagen(wer, "Leider schon besetzt.")
        else:
            getattr(anfrage, wie)(wer)
        e.ende(
            {"absagen": "abgesagt", "vermitteln": "vermittelt", "aufgeben": "ohne_rueckmeldung"}[wie], self.uhr.jetzt
        )
        return Counter([Mail("anfrage_abgesagt", e.email, e.bezug)] if wie == "absagen" and e.email else [])

    # The Kontaktstelle

    def entscheiden(self, e: Eintrag) -> Counter[Mail] | None:
        if e.fort or e.stand != "uebernommen":
            return None
        wie = self.zufall.choices(
            ["weiterleiten", "beantworten", "vermitteln", "absagen", "aufgeben"], [4, 2, 2, 2, 2]
        )[0]
        if wie in ("vermitteln", "absagen", "aufgeben"):
            return self._abschliessen(e, wie, AMT)
        if wie == "beantworten":
            self._anfrage(e).beantworten(AMT)
            e.antwort("beantwortet", self.uhr.jetzt, von_organisation=False)
            self._weiter(e)
            return Counter()
        if self.welt.gesperrt(e.organisation):
            return None
        self._anfrage(e).weiterleiten(AMT)
        e.runde(self.uhr.jetzt)
        self._organisation_am_zug(e)
        return self._an_alle("anfrage_eingegangen", e)

    def _an_alle(self, anlass: str, e: Eintrag) -> Counter[Mail]:
        return Counter(Mail(anlass, adresse, e.bezug) for adresse in self.welt.empfaenger(e.organisation))

    def _anfrage(self, e: Eintrag) -> Anfrage:
        return Anfrage.objects.get(pk=e.nummer)
