"""What stands around a list of hits? Filter groups with counts, chips, orders, pages, map: plain data for templates."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ehrenamt.gemerkt import gemerkt

from . import karte, sortierung, weiteres
from .auswahl import Barrierefrei, Digital, Geeignet, Wochentag
from .parameter import Suchparameter
from .suchanfrage import adresse, als_query, chips, ohne, ohne_wuensche
from .suche import facetten

JE_SEITE = 20
OFFEN = 5
# Drawn as check boxes of the panel; what else is asked stays in hidden fields when the form is sent.
GRUPPEN = ["wochentag", "tageszeit", "art", "thema", "gut_fuer_mich", "zielgruppe", "taetigkeit", "allein_gruppe"]
WEITERE_GRUPPEN = ["haeufigkeit", "geeignet", "barrierefrei", "deutsch", "sprache"]
GUT_FUER_MICH = [
    ("ohne_nachweise", "1"),
    ("geeignet", Geeignet.JUGENDLICHE),
    ("barrierefrei", Barrierefrei.STUFENLOS),
    ("kurz_und_einfach", "1"),
    ("digital", Digital.MOEGLICH),
]
# What these say outside their own group.
IN_EINEM_WORT = {
    Geeignet.JUGENDLICHE: gettext_lazy("auch für Jugendliche"),
    Barrierefrei.STUFENLOS: gettext_lazy("stufenlos erreichbar"),
}
GENAUER = ["stunden", "von", "bis", "alter"]
SUCHFELD = ["q", "ort", "umkreis"]
EINGABEN = [*SUCHFELD, *GENAUER]


@dataclass
class Option:
    """One answer; `name` is the parameter it belongs to, since one group can collect several."""

    name: str
    wert: str
    label: str
    anzahl: int
    gewaehlt: bool

    @property
    def kennung(self) -> str:
        return f"f-{self.name}-{self.wert}"


@dataclass
class Gruppe:
    name: str
    titel: str
    optionen: list[Option]
    weitere: list[Option] = field(default_factory=list)
    einzeln: bool = False


@gemerkt(600)
def _fragen() -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
    """The title of each group and its answers (parameter, value, words), but for those that are terms."""
    felder = Suchparameter.get_form_class().base_fields
    worte = {(n, w): IN_EINEM_WORT.get(w) or getattr(felder[n], "auswahl", {}).get(w) for n, w in GUT_FUER_MICH}
    gut = [(name, wert, str(wort or felder[name].label)) for (name, wert), wort in worte.items()]
    fragen = {"gut_fuer_mich": (_("Gut für mich"), gut)}
    # What stands under "Gut für mich" already does not stand again.
    anderswo = {(name, wert) for name, wert, _wort in gut} | {(name, Wochentag.FLEXIBEL) for name in felder}
    for name in {*GRUPPEN, *WEITERE_GRUPPEN} - fragen.keys():
        worte = felder[name].auswahl.items()
        antworten = [(name, wert, str(wort)) for wert, wort in worte if (name, wert) not in anderswo]
        fragen[name] = (str(felder[name].label), antworten)
    return fragen


class Treffer:
    """The hits of one search and everything that a page shows with them."""

    def __init__(self, suche, *, mit_text: bool = False) -> None:
        self._mit_text, self._wie_gefragt = mit_text, suche
        self._zaehlen(suche)
        if suche.lesungen and not self.anzahl:
            self._zaehlen(suche.lockern())

    def _zaehlen(self, suche) -> None:
        self.suche = suche
        self.zahlen = facetten.zaehlen(suche, karte.region().stellen)
        self.anzahl = self.zahlen["gesamt"][""]

    @cached_property
    def seite(self) -> Page:
        """The page asked for, else the last there is; after a few hits what comes near them."""
        ergebnisse = self.suche.ergebnisse(mit_text=self._mit_text)
        if weiteres.gefragt(self.suche, self.anzahl):
            antworten = ergebnisse.nummern(slice(0, self.anzahl)) if self.anzahl else []
            weitere = weiteres.weitere(self._wie_gefragt, antworten)
            return Paginator(ergebnisse.holen([*antworten, *weitere]), JE_SEITE).page(1)
        seiten = Paginator(ergebnisse, JE_SEITE)
        seiten.count = self.anzahl
        return seiten.page(min(self.suche.werte.get("seite", 1), seiten.num_pages))

    @property
    def weitere(self) -> list:
        """What follows the hits on their only page."""
        return self.seite.object_list[self.anzahl :] if weiteres.gefragt(self.suche, self.anzahl) else []

    @property
    def hinweise(self) -> list[str]:
        hinweise = list(self.suche.hinweise)
        if ort := self.suche.fremder_ort:
            hinweise.append(self._im_umkreis() % {"ort": ort.name, "km": self.suche.werte["umkreis"]})
        if self.suche.gelockert:
            worte = ", ".join(f"„{lesung.worte}“" for lesung in self.suche.lesungen)
            hinweise.append(_("Mit %(worte)s passt leider nichts. Das hier kommt dem am nächsten.") % {"worte": worte})
        if gemeint := self.suche.frage.gemeint:
            worte = ", ".join(f"„{wort}“" for _getippt, wort in gemeint)
            hinweise.append(_("Wir haben auch nach %(worte)s gesucht.") % {"worte": worte})
        if self.anzahl and self.suche.werte.get("seite", 1) > self.seite.paginator.num_pages:
            hinweise.append(_("So viele Seiten gibt es nicht; das ist die letzte."))
        return hinweise

    def _im_umkreis(self) -> str:
        if not self.anzahl:
            return _("%(ort)s gehört nicht zu unserem Gebiet; bis %(km)s km entfernt haben wir nichts Passendes.")
        vor_ort = self.suche.werte.get("digital") == Digital.NEIN
        if not vor_ort and self.zahlen["digital"].get(Digital.NUR, 0) == self.anzahl:
            return _("%(ort)s gehört nicht zu unserem Gebiet; was wir zeigen, können Sie von zu Hause aus tun.")
        return _("%(ort)s gehört nicht zu unserem Gebiet; wir zeigen, was bis %(km)s km entfernt ist.")

    @cached_property
    def gruppen(self) -> list[Gruppe]:
        return [self._gruppe(name) for name in GRUPPEN]

    @cached_property
    def weitere_gruppen(self) -> list[Gruppe]:
        return [self._gruppe(name) for name in WEITERE_GRUPPEN]

    def _gruppe(self, name: str) -> Gruppe:
        """The five with most hits and every chosen one stand open; the order of the vocabulary stays."""
        titel, antworten = _fragen()[name]
        optionen = [self._option(*antwort) for antwort in antworten]
        for slug, wort in self.suche.begriffe.get(name, {}).items():
            option = self._option(name, slug, wort.label)
            optionen += [option] if wort.aktiv or option.gewaehlt else []
        gruppe = Gruppe(name, titel, optionen, einzeln=name == "deutsch")
        if len(optionen) > OFFEN + 2:
            grenze = max(1, sorted((o.anzahl for o in optionen), reverse=True)[OFFEN - 1])
            gruppe.optionen = [o for o in optionen if o.gewaehlt or o.anzahl >= grenze][: OFFEN + 3]
            offen = {o.wert for o in gruppe.optionen}
            gruppe.weitere = [o for o in optionen if o.wert not in offen]
        return gruppe

    def _option(self, name: str, wert: str, wort: str) -> Option:
        gefragt = self.suche.gefragt.get(name)
        gewaehlt = gefragt is True or gefragt == wert or (isinstance(gefragt, list) and wert in gefragt)
        return Option(name, wert, wort, self.zahlen[name].get(wert, 0), gewaehlt)

    def sortierungen(self) -> list[dict[str, Any]]:
        namen = sortierung.moegliche(self.suche)
        gewaehlt = self.suche.sortierung_gewaehlt
        return [{"wert": n, "label": sortierung.AUSWAHL[n], "gewaehlt": n == gewaehlt} for n in namen]

    def karte(self) -> dict[str, Any] | None:
        werte = self.suche.werte
        kreise = [(*punkt, werte["umkreis"]) for punkt in self.suche.punkte]
        gewaehlt = set(werte.get("gemeinde", [])) | set(self.suche.mitte.ags if self.suche.mitte else [])
        return karte.karte(self.zahlen["gemeinde"], self._umschalter(), gewaehlt, kreise)

    def _umschalter(self) -> Callable[[str], str]:
        """Gives the address of the same search with a Gemeinde chosen, or no longer chosen."""
        werte = self.suche.gefragt
        gewaehlt = set(werte.get("gemeinde", []))
        if not gewaehlt:
            # All these addresses differ in one place; what somebody typed has no "=" that is not quoted.
            vorn, hinten = adresse(werte | {"gemeinde": [0]}).split("gemeinde=0")
            return lambda ags: f"{vorn}gemeinde={ags}{hinten}"
        return lambda ags: adresse(
            werte | {"gemeinde": sorted(gewaehlt ^ {ags})} if gewaehlt != {ags} else ohne(werte, {"gemeinde"})
        )

    def verborgene(self) -> list[tuple[str, str]]:
        """What the form has no field for and must not lose."""
        gruppen = self.gruppen + self.weitere_gruppen
        gezeigt = {(option.name, option.wert) for gruppe in gruppen for option in gruppe.optionen + gruppe.weitere}
        wuensche = parse_qsl(als_query(ohne(self.suche.gefragt, {*EINGABEN, "sortierung"})))
        return [wunsch for wunsch in wuensche if wunsch not in gezeigt]

    def lockerungen(self) -> list[dict[str, Any]]:
        """For an empty list: the wishes whose removal helps, the most helpful first."""
        # Without the only wish there is everything, which is no answer.
        if self.anzahl or len(self.suche.bedingungen) == 1:
            return []
        zahlen = facetten.lockerungen(self.suche)
        beste = sorted(zahlen.items(), key=lambda eintrag: -eintrag[1])[:3]
        return [self._lockerung(name, anzahl) for name, anzahl in beste]

    def _lockerung(self, bedingung: str, anzahl: int) -> dict[str, Any]:
        parameter = {
            "ort": {"ort", "plz", "umkreis"},
            "zeit": {"wochentag", "tageszeit"},
            "zeitraum": {"von", "bis"},
        }.get(bedingung, {bedingung})
        if bedingung == "ort" and not self.suche.mitte:
            parameter = {"gemeinde", "umkreis"}
        texte = [chip["text"] for chip in chips(self.suche, parameter)]
        url = adresse(ohne_wuensche(self.suche, parameter))
        return {"text": _("ohne %(was)s") % {"was": ", ".join(texte)}, "url": url, "anzahl": anzahl}

    def _titel(self, aktive: list[dict[str, Any]]) -> str:
        """Read out before anything else: how many, and of what."""
        if not aktive:
            return _("Angebote finden")
        gesucht = ", ".join(str(chip["text"]) for chip in aktive)
        satz = ngettext("%(n)s Angebot: %(gesucht)s", "%(n)s Angebote: %(gesucht)s", self.anzahl)
        return satz % {"n": self.anzahl, "gesucht": gesucht}

    def kontext(self) -> dict[str, Any]:
        """Everything the list page shows."""
        aktive = chips(self.suche)
        return {
            "filter": self.suche,
            "seite": self.seite,
            "anzahl": self.anzahl,
            "genaue": self.seite.object_list[: self.anzahl],
            "weitere": self.weitere,
            "facetten": self.gruppen,
            "weitere_facetten": self.weitere_gruppen,
            # Open where something in it is in force, so that nobody wonders where a filter comes from.
            "weitere_offen": not self.suche.gefragt.keys().isdisjoint([*GENAUER, *WEITERE_GRUPPEN]),
            "suchfelder": [self.suche.form[name] for name in SUCHFELD],
            "genauer": [self.suche.form[name] for name in GENAUER],
            "chips": aktive,
            "titel": self._titel(aktive),
            "anzahl_filter": len(aktive),
            "alle_loeschen_url": adresse({}),
            "sortierungen": self.sortierungen(),
            "hinweise": self.hinweise,
            "lockerungen": self.lockerungen(),
            "verborgene": self.verborgene(),
            "karte": self.karte(),
            "suchanfrage": self.suche.suchanfrage(),
        }
