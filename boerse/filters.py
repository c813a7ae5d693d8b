"""Which listings does somebody look for? The one description of all search parameters.

List page, feed, map, saved search and interface for programs all use AngebotFilter, so an address means the same
everywhere. No parameter can fail: what makes no sense is ignored, and `hinweise` says so.
"""

from copy import copy
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _t

from organisationen.models import Organisation

from . import bedingungen, sortierung
from .ergebnisse import Ergebnisse
from .models import Angebot
from .parameter import UMKREISE, Suchparameter
from .suchanfrage import als_query
from .suche import umkreis, volltext
from .suche.frage import Frage
from .suche.lesart import Lesung, lesen
from .suche.orte import Suchort, gemeinden_finden
from .suche.platz import gelesen_als, ort_deuten, ort_erraten, ort_lesen
from .suche.sprache import woerter

# Somebody from next door looks for what lies within reach, not for what lies in a town the portal does not serve.
UMKREIS_FUER_FREMDE = 25
# Longer questions are stories, in which every third word is a place somewhere.
PLATZ_HOECHSTENS = 80


class AngebotFilter(Suchparameter):
    # What is read in the words of the question leaves nothing out, it only says what is near.
    gelockert = False

    def __init__(self, data, queryset: QuerySet | None = None, *, heute: date | None = None) -> None:
        super().__init__(data, Angebot.objects.oeffentlich(heute) if queryset is None else queryset)
        self._weitere_hinweise: list[str] = []
        self._umkreis_fehlte = False
        self._heute = heute or timezone.localdate()
        self.begriffe = self.form.begriffe
        # What was asked by parameters: cleaned, resolved, without what was ignored; addresses are made of this.
        self.gefragt = self._pruefen()
        # What the words of the question ask for beside that; and both together: what is in force.
        self.lesungen: list[Lesung] = []
        self.werte = self._frage_lesen()
        if self.gefragt.get("sortierung") == sortierung.vorgabe(self):
            del self.gefragt["sortierung"], self.werte["sortierung"]

    def _pruefen(self) -> dict[str, Any]:
        werte = {name: wert for name, wert in self.form.cleaned_data.items() if wert not in (None, "", [])}
        for pruefen in (self._orte_pruefen, self._organisationen_pruefen, self._rest_pruefen):
            pruefen(werte)
        if werte.get("umkreis", UMKREISE[0]) not in UMKREISE:
            liste = self.form.fields["umkreis"].widget
            liste.choices = [*liste.choices, (werte["umkreis"], f"{werte['umkreis']} km")]
        return werte

    @property
    def hinweise(self) -> list[str]:
        """What was ignored and why, in words for people."""
        return self.form.hinweise + self._weitere_hinweise

    @property
    def fremder_ort(self) -> Suchort | None:
        """The place elsewhere around which we look, though nobody asked for a radius."""
        return self.mitte if self._umkreis_fehlte and "umkreis" in self.werte else None

    @cached_property
    def bedingungen(self) -> dict[str, Q]:
        """The conditions in force, by parameter; what hangs together (weekday and daypart) is one."""
        werte = self.werte
        q = {n: f.bedingung(werte[n]) for n, f in self.filters.items() if f.bedingung and n in werte}
        if self.frage:
            q["q"] = volltext.bedingung(self.frage)
        if self.punkte:
            q["ort"] = umkreis.im_umkreis(self.punkte, werte["umkreis"])
        elif self.mitte and not (self.gelockert and "ort" not in self.gefragt):
            q["ort"] = bedingungen.in_gemeinden(list(self.mitte.ags))
        if self.gemeinden and (self.mitte or not self.punkte):
            q["gemeinde"] = bedingungen.in_gemeinden([ort.ags[0] for ort in self.gemeinden.values()])
        if "wochentag" in werte or "tageszeit" in werte:
            q["zeit"] = bedingungen.zur_zeit(werte.get("wochentag", []), werte.get("tageszeit", []))
        if "von" in werte or "bis" in werte:
            q["zeitraum"] = bedingungen.im_zeitraum(werte.get("von"), werte.get("bis"))
        return q

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.filter(*self.bedingungen.values())

    def ohne(self, name: str) -> QuerySet:
        """The hits there would be without this condition."""
        return self.queryset.filter(*(q for anderer, q in self.bedingungen.items() if anderer != name))

    def sortiert(self, vorauswahl: int = 0) -> QuerySet:
        """The hits in their order; with `entfernung` (km) where a place was named."""
        return sortierung.ordnen(self, self.sortierung_gewaehlt, vorauswahl)

    def ergebnisse(self, *, mit_text: bool = False) -> Ergebnisse:
        """The hits as lists show them, to be cut into pages."""
        return Ergebnisse(self, mit_text)

    def lockern(self) -> "AngebotFilter":
        """The same search, in which the wishes read in the question leave nothing out."""
        weite = copy(self)
        weite.gelockert, weite.werte = True, dict(self.gefragt)
        for abgeleitet in ("bedingungen", "genau", "punkte", "_qs"):
            weite.__dict__.pop(abgeleitet, None)
        return weite

    @property
    def sortierung_gewaehlt(self) -> str:
        return self.werte.get("sortierung") or sortierung.vorgabe(self)

    def suchanfrage(self) -> str:
        """The normalised query string: two addresses that ask the same have the same. A saved search is this."""
        return als_query(self.gefragt)

    @cached_property
    def frage(self) -> Frage:
        return Frage(self._worte, " ".join(dict.fromkeys(lesung.worte for lesung in self.lesungen)))

    @cached_property
    def genau(self) -> list[Q]:
        """What a listing says that meets the wishes exactly, not by leaving them open."""
        return bedingungen.genau(self.werte)

    @cached_property
    def punkte(self) -> list[tuple[float, float]]:
        """The centres of the radius; empty without one."""
        return self.bezugspunkte if "umkreis" in self.werte else []

    @cached_property
    def bezugspunkte(self) -> list[tuple[float, float]]:
        """Where distances are measured from."""
        return [ort.punkt for ort in self._messorte(self.werte)]

    def _messorte(self, werte: dict) -> list[Suchort]:
        """Nobody goes from the middle of a Kreis, unless a radius is asked for."""
        orte = [self.mitte] if self.mitte else self.gemeinden.values()
        return [ort for ort in orte if "umkreis" in werte or not ort.ist_gebiet]

    # What only the database can tell
    def _orte_pruefen(self, werte: dict) -> None:
        self.mitte: Suchort | None = None
        for name in ("ort", "plz"):
            if name in werte and self.mitte:
                self._ohne(werte, name, _t("Es gilt nur ein Ort; „%(wert)s“ haben wir nicht beachtet."))
            elif name in werte:
                self.mitte, hinweis = ort_deuten(werte[name])
                self._weitere_hinweise += filter(None, [hinweis])
                if not self.mitte:
                    del werte[name]
        self.gemeinden = gemeinden_finden(werte.get("gemeinde", []))
        for code in [c for c in werte.get("gemeinde", []) if c not in self.gemeinden]:
            self._hinweis(_t("Die Gemeinde „%(wert)s“ kennen wir nicht; wir suchen ohne sie."), code)
        if self.gemeinden:
            werte["gemeinde"] = list({ort.ags[0]: None for ort in self.gemeinden.values()})
        else:
            werte.pop("gemeinde", None)
        if "umkreis" in werte and not self.mitte and not self.gemeinden:
            self._ohne(werte, "umkreis", _t("Für einen Umkreis brauchen wir einen Ort."))
        if self.mitte and not self.mitte.bedient and "umkreis" not in werte:
            self._umkreis_fuer_fremde(werte)
            # The form says what is in force.
            self.form.data = self.form.data.copy()
            self.form.data["umkreis"] = UMKREIS_FUER_FREMDE

    def _umkreis_fuer_fremde(self, werte: dict) -> None:
        werte["umkreis"], self._umkreis_fehlte = UMKREIS_FUER_FREMDE, True

    def _frage_lesen(self) -> dict[str, Any]:
        """Wishes in the words become parameters where nobody asked for that parameter; the rest are plain words."""
        werte, self._worte = dict(self.gefragt), self.gefragt.get("q", "")
        if not self._worte:
            return werte
        rest, lesungen = lesen(self._worte, self._heute)
        if not self.mitte and not self.gemeinden and len(rest) <= PLATZ_HOECHSTENS:
            rest, worte, ort = ort_lesen(rest)
            if not ort:
                rest, worte, ort = ort_erraten(rest)
                self._weitere_hinweise += [gelesen_als(worte, ort)] if ort else []
            if ort:
                self.mitte = ort
                lesungen.append(Lesung(worte, "ort", ort.name))
                if not ort.bedient and "umkreis" not in {*werte, *(lesung.name for lesung in lesungen)}:
                    self._umkreis_fuer_fremde(werte)
        for lesung in lesungen:
            self._gelten_lassen(lesung, werte)
        self._worte = rest
        if not lesungen and not woerter(rest):
            self._ohne(self.gefragt, "q", _t("Mit „%(wert)s“ allein finden wir nichts Bestimmtes; wir zeigen alles."))
            del werte["q"]
        return werte

    def _gelten_lassen(self, lesung: Lesung, werte: dict) -> None:
        """What can be asked several times is asked beside the parameter; of what can not, the parameter counts."""
        if lesung.name == "umkreis" and not (self.mitte or self.gemeinden):
            self._hinweis(_t("Für „%(wert)s“ brauchen wir einen Ort."), lesung.worte)
        elif isinstance(lesung.wert, list):
            self.lesungen.append(lesung)
            werte[lesung.name] = list(dict.fromkeys([*werte.get(lesung.name, []), *lesung.wert]))
        elif lesung.name not in self.gefragt:
            self.lesungen.append(lesung)
            werte[lesung.name] = lesung.wert

    def _organisationen_pruefen(self, werte: dict) -> None:
        self.organisationen: dict[int, Organisation] = {}
        if "organisation" in werte:
            self.organisationen = Organisation.objects.oeffentlich().only("name").in_bulk(werte["organisation"])
            for fremd in sorted(set(werte["organisation"]) - self.organisationen.keys()):
                self._hinweis(_t("Die Organisation „%(wert)s“ kennen wir nicht; wir suchen ohne sie."), fremd)
            werte["organisation"] = sorted(self.organisationen)
            if not self.organisationen:
                del werte["organisation"]

    def _rest_pruefen(self, werte: dict) -> None:
        if "von" in werte and "bis" in werte and werte["bis"] < werte["von"]:
            self._ohne(werte, "bis", _t("Das Ende des Zeitraums liegt vor seinem Anfang; wir suchen ohne Ende."))
        if werte.get("sortierung") == "entfernung" and not self._messorte(werte):
            self._ohne(werte, "sortierung", _t("Für die Entfernung brauchen wir einen Ort."))

    def _ohne(self, werte: dict, name: str, satz: str) -> None:
        self._hinweis(satz, werte.pop(name))

    def _hinweis(self, satz: str, wert: Any) -> None:
        self._weitere_hinweise.append(satz % {"wert": str(wert)[:60]})
