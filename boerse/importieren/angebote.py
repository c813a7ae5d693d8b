"""What becomes of the rows? New listings, Fassungen of known ones, and a report; never half an entry."""

from collections.abc import Callable, Iterable
from itertools import batched
from typing import Any

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from ehrenamt.ablauf import AblaufFehler
from ehrenamt.rollen import PORTAL

from ..auswahl import AngebotStatus, FassungStatus
from ..models import Angebot, Fassung
from ..models.fassungen import stand_von
from ..ratgeber import Schwere
from .bericht import Bericht, Hinweis
from .nachschlagen import Nachschlagen
from .organisationen import Organisationen
from .zeile import Zeile, verstehen

# Rows per transaction; each row has a savepoint of its own.
BUENDEL = 100


class Zurueckgewiesen(Exception):
    """A good row that cannot be taken now; the text says why."""


def importieren(zeilen: Iterable[tuple[int, Any]], quelle: str, *, veroeffentlichen: bool = False) -> Bericht:
    """Take in numbered rows from one source; sends no mails.

    A row whose id is known updates its listing, which keeps its organisation. What staff refused, returned or
    ended, or somebody edited in the portal, is only handed in for review, whatever `veroeffentlichen` says.
    """
    return _Import(quelle, veroeffentlichen).ausfuehren(zeilen)


class _Import:
    def __init__(self, quelle: str, veroeffentlichen: bool) -> None:
        self.quelle, self.veroeffentlichen = quelle, veroeffentlichen
        self.nachschlagen = Nachschlagen()
        self.organisationen = Organisationen(quelle, freigeben=veroeffentlichen)
        self.bericht = Bericht()
        self.gesehen: dict[str, int] = {}

    def ausfuehren(self, zeilen: Iterable[tuple[int, Any]]) -> Bericht:
        for buendel in batched(zeilen, BUENDEL):
            verstandene = [(nummer, verstehen(roh, self.nachschlagen)) for nummer, roh in buendel]
            for nummer, zeile in verstandene:
                self._doppelte_pruefen(nummer, zeile)
            with transaction.atomic():
                self._buendel([(nummer, zeile) for nummer, zeile in verstandene if not zeile.fehler])
            for nummer, zeile in verstandene:
                self._berichten(nummer, zeile)
        return self.bericht

    def _doppelte_pruefen(self, nummer: int, zeile: Zeile) -> None:
        if zeile.externe_id and (erste := self.gesehen.setdefault(zeile.externe_id, nummer)) != nummer:
            zeile.fehler = {"id": [_("Diese id steht schon in Zeile %(nummer)s.") % {"nummer": erste}]}

    def _buendel(self, zeilen: list[tuple[int, Zeile]]) -> None:
        kennungen = [zeile.externe_id for _nummer, zeile in zeilen]
        bekannte = Angebot.objects.filter(quelle=self.quelle, externe_id__in=kennungen).select_related("organisation")
        nach_id = {angebot.externe_id: angebot for angebot in bekannte}
        neue = [(nummer, zeile) for nummer, zeile in zeilen if zeile.externe_id not in nach_id]
        if neue and not self._versuchen(neue, lambda: self._aufnehmen([zeile for _nummer, zeile in neue])):
            # One of them cannot be saved: find out which.
            for nummer, zeile in neue:
                self._versuchen([(nummer, zeile)], lambda zeile=zeile: self._aufnehmen([zeile]))
        for nummer, zeile in zeilen:
            if angebot := nach_id.get(zeile.externe_id):
                self._versuchen([(nummer, zeile)], lambda a=angebot, z=zeile: self._aktualisieren(a, z))

    def _versuchen(self, zeilen: list[tuple[int, Zeile]], tun: Callable[[], str]) -> bool:
        """Do it in a savepoint of its own; what goes wrong with a single row is noted there."""
        try:
            with transaction.atomic():
                self.bericht.anzahl[tun()] += len(zeilen)
            return True
        except Zurueckgewiesen as grund:
            self.bericht.anzahl["unveraendert"] += 1
            self.bericht.hinweise += [Hinweis(nummer, zeile.externe_id, "", str(grund)) for nummer, zeile in zeilen]
        except (AblaufFehler, DatabaseError) as fehler:
            self.organisationen.vergessen()
            if len(zeilen) == 1:
                satz = str(fehler) if isinstance(fehler, AblaufFehler) else _("Das ließ sich nicht speichern.")
                zeilen[0][1].fehler = {"": [satz]}
        return False

    def _berichten(self, nummer: int, zeile: Zeile) -> None:
        if zeile.fehler:
            self.bericht.anzahl["fehlerhaft"] += 1
        for feld, saetze in zeile.fehler.items():
            self.bericht.fehler += [Hinweis(nummer, zeile.externe_id, feld, satz) for satz in saetze]
        for befund in zeile.befunde if not zeile.fehler else []:
            # Whoever imports thousands wants to know what is wrong, not what could read better.
            if befund.schwere > Schwere.HINWEIS:
                self.bericht.hinweise.append(Hinweis(nummer, zeile.externe_id, befund.feld, str(befund)))

    def _aufnehmen(self, zeilen: list[Zeile]) -> str:
        angebote = Angebot.objects.bulk_create(self._neues_angebot(zeile) for zeile in zeilen)
        fassungen = Fassung.objects.bulk_create(
            Fassung(angebot=angebot, nummer=1, inhalt=zeile.inhalt)
            for angebot, zeile in zip(angebote, zeilen, strict=True)
        )
        self._einreichen(zeilen, fassungen, self.veroeffentlichen)
        return "neu"

    def _neues_angebot(self, zeile: Zeile) -> Angebot:
        angebot = Angebot(
            organisation=self.organisationen.holen(zeile),
            quelle=self.quelle,
            externe_id=zeile.externe_id,
            import_stand=stand_von(zeile.inhalt),
        )
        angebot.zustaendig_ags = angebot.zustaendig_nach(zeile.inhalt)
        return angebot

    def _aktualisieren(self, angebot: Angebot, zeile: Zeile) -> str:
        neuer_stand = stand_von(zeile.inhalt)
        if angebot.import_stand == neuer_stand:
            return "unveraendert"
        if angebot.status in (AngebotStatus.GESPERRT, AngebotStatus.ARCHIVIERT):
            raise Zurueckgewiesen(_("Das Angebot ist im Portal gesperrt oder archiviert."))
        letzte = angebot.fassungen.exclude(status=FassungStatus.VERWORFEN).order_by("-nummer").first()
        unberuehrt = letzte is not None and stand_von(letzte.inhalt) == angebot.import_stand
        if letzte and letzte.offen and not unberuehrt:
            raise Zurueckgewiesen(
                _("Das Angebot wird gerade im Portal bearbeitet; die Änderung kommt beim nächsten Mal.")
            )
        selbst = unberuehrt and angebot.status != AngebotStatus.BEENDET and letzte.status in _VOM_IMPORT
        if letzte and letzte.status == FassungStatus.EINGEREICHT:
            letzte.zuruecknehmen(PORTAL)
        fassung = Fassung.objects.beginnen(angebot, zeile.inhalt)
        fassung.schreiben(zeile.inhalt)
        angebot.import_stand = neuer_stand
        angebot.save(update_fields=["import_stand"])
        self._einreichen([zeile], [fassung], self.veroeffentlichen and selbst)
        return "geaendert" if self.veroeffentlichen and selbst else "zur_pruefung"

    def _einreichen(self, zeilen: list[Zeile], fassungen: list[Fassung], veroeffentlichen: bool) -> None:
        befunde = Fassung.objects.alle_einreichen(fassungen, PORTAL, mail=False)
        for zeile, gefunden in zip(zeilen, befunde, strict=True):
            zeile.befunde = gefunden
        if veroeffentlichen:
            Fassung.objects.alle_freigeben(fassungen, PORTAL, mail=False)


# The last decision on the text was no person's no.
_VOM_IMPORT = (FassungStatus.UEBERNOMMEN, FassungStatus.EINGEREICHT)
