"""Which listings stand on which page of hits? Numbers first; what a card shows only for the few that are seen."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from . import sortierung, zeilen
from .models import Angebot
from .suche import befunde, gemeinsames, umkreis, volltext

if TYPE_CHECKING:
    from .filters import AngebotFilter

# So many of those that answer the words best are likely to fill a page, whatever else is wished.
VORAUSWAHL = 200


class Ergebnisse:
    """Hits that fetch what a card needs only for the part asked for."""

    def __init__(self, suche: "AngebotFilter", mit_text: bool) -> None:
        # Of what answers words, an excerpt may be shown.
        self._suche, self._mit_text = suche, mit_text or bool(suche.frage)

    def __getitem__(self, teil: slice) -> list[Angebot]:
        # What a card shows is fetched for the few that are seen.
        return self.holen(self.nummern(teil))

    def holen(self, nummern: list[int]) -> list[Angebot]:
        """The listings of these numbers, in this order."""
        angebote = zeilen.angebote(nummern, mit_text=self._mit_text)
        for angebot in angebote if self._suche.bezugspunkte else []:
            angebot.entfernung = umkreis.entfernung(angebot, self._suche.bezugspunkte)
        return angebote

    @property
    def _nur_worte(self) -> bool:
        """Whether the best by words are likely to be hits, and the best hits."""
        suche = self._suche
        viele = suche.frage.fundstellen > VORAUSWAHL  # few are ranked as quickly as chosen
        return self._nach_rang and viele and suche.bedingungen.keys() == {"q"} and not suche.bezugspunkte

    @property
    def _nach_rang(self) -> bool:
        return sortierung.nach_rang(self._suche, self._suche.sortierung_gewaehlt)

    @property
    def _nach_entfernung(self) -> bool:
        return bool(self._suche.punkte) and self._suche.sortierung_gewaehlt == "entfernung"

    def nummern(self, teil: slice) -> list[int]:
        """Ranking all that say a common word takes long, so the best of them are tried first; and what is done from
        home, which every radius holds, comes after all that is near."""
        stellen = range(*teil.indices(VORAUSWAHL))
        if stellen and (self._nur_worte or self._nach_entfernung):
            nummern = self._ordnen(teil, self._suche.sortiert(VORAUSWAHL))
            if len(nummern) == len(stellen):
                return nummern
        return self._ordnen(teil, self._suche.sortiert())

    def _ordnen(self, teil: slice, sortiert: QuerySet) -> list[int]:
        if not self._nach_rang or (teil.start or 0) >= gemeinsames.FENSTER:
            return [zeile["pk"] for zeile in self._zeilen(sortiert.values("pk")[teil])]
        bis = max(gemeinsames.FENSTER, teil.stop or 0)
        gefunden = self._zeilen(sortiert.values(*gemeinsames.SPALTEN)[:bis])
        zeilen = [tuple(zeile[spalte] for spalte in gemeinsames.SPALTEN) for zeile in gefunden]
        vorn, weitere = zeilen[: gemeinsames.FENSTER], zeilen[gemeinsames.FENSTER :]
        return [*gemeinsames.vorziehen(vorn), *(zeile[0] for zeile in weitere)][teil]

    def _zeilen(self, abfrage: QuerySet) -> list[dict]:
        return befunde.zeilen(abfrage, volltext.mit_den_gefragten(self._suche.frage) if self._nach_rang else None)
