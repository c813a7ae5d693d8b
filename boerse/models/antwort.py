"""How does an enquiry get its answer? What both sides and the Kontaktstelle note, and the clock of whoever waits."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _t

from ehrenamt.ablauf import NichtMoeglich, protokollieren, status_wechseln
from ehrenamt.rollen import BUERGERIN, PORTAL, Akteur, Rolle
from organisationen.auswahl import OrganisationStatus

from .. import fristen
from ..auswahl import AnfrageStatus

# It is the organisation's turn anew: what belonged to its last one is over.
NEUE_RUNDE = {"erinnerungen": 0, "antwort_zugestellt": False} | dict.fromkeys(
    ["beantwortet_am", "nachgefragt_am", "gemeldet"]
)


class Antwort:
    """What an Anfrage can do once its person has confirmed it."""

    @property
    def uebernahme_am(self) -> datetime | None:
        """When the Kontaktstelle takes over, should the organisation not answer."""
        wartet = self.status == AnfrageStatus.OFFEN and self.wartet_seit
        return fristen.uebernahme(self.wartet_seit) if wartet else None

    @property
    def war_ueberfaellig(self) -> bool:
        """Taken over because the organisation let its time pass."""
        return bool(
            self.wartet_seit and self.uebernommen_am and self.uebernommen_am >= fristen.uebernahme(self.wartet_seit)
        )

    @property
    def organisation_erreichbar(self) -> bool:
        organisation = self.angebot.organisation
        return organisation.status != OrganisationStatus.GESPERRT and bool(organisation.empfaenger())

    @property
    def wird_gefragt(self) -> bool:
        """Whether the person can say something about an answer that it has not said yet."""
        moeglich = self.ABLAUF.moegliche(self.status, Rolle.BUERGERIN)
        return self.gemeldet is not True and not moeglich.isdisjoint({"erhalten", "vermissen"})

    @property
    def antwort_moeglich(self) -> bool:
        """Whether an answer can go out through the portal."""
        offen = "antworten" in self.ABLAUF.moegliche(self.status, Rolle.ORGANISATION)
        return offen and bool(self.email) and not self.antwort_zugestellt

    # The organisation, or the Kontaktstelle in its place

    def beantworten(self, akteur: Akteur) -> None:
        status_wechseln(self, "beantworten", akteur=akteur, **self._beantwortet(akteur))

    def kennenlernen(self, akteur: Akteur) -> None:
        status_wechseln(self, "kennenlernen", akteur=akteur, **self._beantwortet(akteur))

    def antworten(self, akteur: Akteur, text: str, antwort_an: str) -> None:
        """Through the portal: a mail to the person, whose own answer goes to `antwort_an`. Once in each turn, so that
        a doubled click sends no second one. The text is kept in that mail alone."""
        from .. import mails

        with transaction.atomic():
            self._festhalten()
            if not self.email:
                raise NichtMoeglich(_t("Die Person hat keine E-Mail-Adresse angegeben. Bitte rufen Sie an."))
            if self.antwort_zugestellt:
                raise NichtMoeglich(_t("Ihre Antwort ist schon unterwegs."))
            felder = self._beantwortet(akteur) | {"antwort_zugestellt": True}
            status_wechseln(self, "antworten", akteur=akteur, **felder)
            mails.anfrage_antwort(self, akteur.rolle, text, antwort_an)

    def _beantwortet(self, akteur: Akteur) -> dict:
        erste = self.beantwortet_am is None and akteur.rolle == Rolle.ORGANISATION
        return {"beantwortet_am": timezone.now()} if erste else {}

    def vermitteln(self, akteur: Akteur) -> None:
        self._abschliessen("vermitteln", akteur)

    def absagen(self, akteur: Akteur, grund: str = "") -> None:
        self._abschliessen("absagen", akteur, absage_grund=grund.strip())

    def zurueckziehen(self) -> None:
        self._abschliessen("zurueckziehen", BUERGERIN)

    def aufgeben(self, akteur: Akteur) -> None:
        self._abschliessen("aufgeben", akteur)

    def _abschliessen(
        self, uebergang: str, akteur: Akteur, *, mail: bool = True, jetzt: datetime | None = None, **felder
    ) -> None:
        jetzt = jetzt or timezone.now()
        felder["ergebnis_am"] = jetzt
        if not self.nie_bestaetigt:
            felder["loeschen_am"] = fristen.nach_ergebnis(jetzt)
        if self.beantwortet_am is None and akteur.rolle == Rolle.ORGANISATION:
            felder["beantwortet_am"] = jetzt
        status_wechseln(self, uebergang, akteur=akteur, mail=mail, **felder)

    def weiterleiten(self, akteur: Akteur) -> None:
        """Staff spoke with the person, who agreed that the organisation gets name and number."""
        if not self.organisation_erreichbar:
            raise NichtMoeglich(_t("Die Organisation hat keine E-Mail-Adresse oder ist gesperrt."))
        felder = weitergegeben(timezone.now())
        if self.weitergegeben_am:
            del felder["weitergegeben_am"]  # the person has waited since the first time
        status_wechseln(self, "weiterleiten", akteur=akteur, **felder)

    # The clock

    def erinnern(self, jetzt: datetime) -> None:
        """All responsible persons, once in each stage; a stage that was missed is not made up for."""
        from .. import mails

        with transaction.atomic():
            self.erinnerungen = fristen.erinnerungen(self.wartet_seit, jetzt)
            self.save(update_fields=["erinnerungen"])
            protokollieren(self, "erinnern", akteur=PORTAL)
            mails.anfrage_erinnerung(self, jetzt)

    def uebernehmen(self, akteur: Akteur, jetzt: datetime | None = None, andere: list | None = None) -> None:
        """Staff by themselves; where the portal does it, the Kontaktstelle and the person are told. `andere`: similar
        listings, where they are known already."""
        from .. import mails

        jetzt = jetzt or timezone.now()
        felder = {"uebernommen_am": jetzt, "antwort_zugestellt": False}
        with transaction.atomic():
            status_wechseln(self, "uebernehmen", akteur=akteur, **felder)
            if akteur == PORTAL:
                mails.anfrage_ueberfaellig(self, jetzt)
                mails.anfrage_uebernommen(self, jetzt, andere)

    # The person

    def nachfragen(self, jetzt: datetime) -> None:
        """ "Hat sich jemand gemeldet?", once for each answer that the organisation only noted."""
        from .. import mails

        with transaction.atomic():
            self.nachgefragt_am = jetzt
            self.save(update_fields=["nachgefragt_am"])
            protokollieren(self, "nachfragen", akteur=PORTAL)
            mails.anfrage_nachfrage(self, jetzt)

    def erhalten(self) -> None:
        """Somebody got in touch, says the person, whether the organisation noted it or not."""
        with transaction.atomic():
            self._festhalten()
            if self.status == AnfrageStatus.KENNENLERNEN:
                status_wechseln(self, "erhalten_kennenlernen", akteur=BUERGERIN, gemeldet=True)
                return
            felder = {"beantwortet_am": timezone.now()} if self.status == AnfrageStatus.OFFEN else {}
            status_wechseln(self, "erhalten", akteur=BUERGERIN, gemeldet=True, **felder)

    def vermissen(self) -> None:
        """Nobody got in touch, says the person: the organisation's turn again, once; then the Kontaktstelle's."""
        with transaction.atomic():
            self._festhalten()
            ans_amt = self.verneint > 0 or not self._geht_zurueck
            felder = NEUE_RUNDE | {"gemeldet": False, "verneint": self.verneint + 1}
            if not ans_amt:
                felder["wartet_seit"] = timezone.now()
            status_wechseln(self, "vermissen", akteur=BUERGERIN, mail=not ans_amt, **felder)
            if ans_amt:
                self.uebernehmen(PORTAL)

    @property
    def _geht_zurueck(self) -> bool:
        """Whether the organisation has it, can act, and has not let its time pass already."""
        if self.weitergegeben_am is None or not self.organisation_erreichbar:
            return False
        return self.uebernommen_am is None or self.uebernommen_am < self.wartet_seit

    def _festhalten(self) -> None:
        """Hold the row and read what stands there now: what is decided next must still be true."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))


def weitergegeben(jetzt: datetime) -> dict:
    """It is the organisation's turn from now on."""
    return NEUE_RUNDE | {"weitergegeben_am": jetzt, "wartet_seit": jetzt}
