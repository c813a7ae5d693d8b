"""What does the questionnaire ask? Eight questions with their answers as rows, plain data for templates."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .auswahl import WOCHENTAGS, Barrierefrei, Deutsch, Leistung
from .darstellung.zeit import stunden as dauer
from .forms.passt import TAGE, PasstForm

ALTER = {
    12: gettext_lazy("unter 14"),
    14: gettext_lazy("14 oder 15"),
    16: gettext_lazy("16 oder 17"),
    18: gettext_lazy("18 bis 26"),
    27: gettext_lazy("27 bis 64"),
    65: gettext_lazy("65 und älter"),
}
STUNDEN = [1, 2, 4, 8]
# Worded about the role: what it offers, never what somebody lacks.
HILFEN = [
    ("leistung", Leistung.EINARBEITUNG, gettext_lazy("mit Einarbeitung")),
    ("leistung", Leistung.BEGLEITUNG, gettext_lazy("mit fester Ansprechperson")),
    ("ohne_nachweise", "1", gettext_lazy("ohne Nachweise")),
    ("deutsch", Deutsch.GRUNDKENNTNISSE, gettext_lazy("etwas Deutsch reicht")),
    ("barrierefrei", Barrierefrei.STUFENLOS, gettext_lazy("stufenlos erreichbar")),
    ("barrierefrei", Barrierefrei.REIZARM, gettext_lazy("in ruhiger Umgebung")),
    ("barrierefrei", Barrierefrei.BEGLEITPERSON, gettext_lazy("Begleitperson willkommen")),
    ("leistung", Leistung.FAHRTKOSTEN, gettext_lazy("Fahrtkosten werden erstattet")),
]


def zeitsatz() -> list[dict[str, Any]]:
    """ "Ich habe [2 Stunden] [samstags] [ohne Auto]": the gaps of the sentence on the start page."""
    dauern = [(n, ngettext("%(n)s Stunde Zeit", "%(n)s Stunden Zeit", n) % {"n": n}) for n in STUNDEN]
    tage = [(tag, str(WOCHENTAGS[tag])) for tag in TAGE]
    wege = [("ohne_auto", _("ohne Auto")), ("auto", _("mit dem Auto")), ("fuss", _("zu Fuß"))]
    return [
        {"name": "stunden", "titel": _("Wie lange?"), "wahlen": [("", _("Zeit")), *dauern]},
        {"name": "wochentag", "titel": _("An welchem Tag?"), "wahlen": [("", _("irgendwann")), *tage]},
        {"name": "weg", "titel": _("Wie kommen Sie hin?"), "wahlen": [("", _("egal wie")), *wege]},
    ]


@dataclass
class Wahl:
    """One answer to tick; `name` is the parameter it belongs to."""

    name: str
    wert: str
    label: str
    gewaehlt: bool

    @property
    def kennung(self) -> str:
        return f"p-{self.name}-{self.wert or 'offen'}"


@dataclass
class Teil:
    """Part of a question: answers to tick (`einzeln`: one of them), or a field to type in."""

    name: str
    titel: str
    wahlen: list[Wahl]
    einzeln: bool = False
    feld: Any = None


@dataclass
class Frage:
    name: str
    titel: str
    teile: list[Teil]

    @cached_property
    def antworten(self) -> list[str]:
        gewaehlt = [w.label for teil in self.teile for w in teil.wahlen if w.gewaehlt and w.wert]
        getippt = [teil.feld.value() for teil in self.teile if teil.feld]
        return [wert[0] if isinstance(wert, list) else wert for wert in getippt if wert and wert != [""]] + gewaehlt


class Fragebogen:
    """The questions with the answers of a form."""

    def __init__(self, form: PasstForm) -> None:
        self.form = form

    @cached_property
    def fragen(self) -> list[Frage]:
        return [
            Frage("gern", _("Was machen Sie gern?"), [self._mehrere("gern"), *self._taetigkeiten()]),
            Frage("zielgruppe", _("Für wen oder mit wem?"), [self._mehrere("zielgruppe")]),
            Frage("thema", _("Was liegt Ihnen am Herzen?"), [self._mehrere("thema")]),
            Frage("zeit", _("Wann und wie oft haben Sie Zeit?"), self._zeit()),
            Frage("ort", _("Wo, und wie kommen Sie hin?"), self._ort()),
            Frage("allein_gruppe", _("Allein oder mit anderen?"), [self._mehrere("allein_gruppe")]),
            Frage("alter", _("Wie alt sind Sie?"), [self._alter()]),
            Frage("hilfen", _("Was soll die Aufgabe mitbringen?"), [self._hilfen()]),
        ]

    def verborgene(self) -> list[tuple[str, str]]:
        """Answers from another page for which there is no row here; they must not be lost."""
        gezeigt = {(w.name, w.wert) for frage in self.fragen for teil in frage.teile for w in teil.wahlen}
        gezeigt |= {("ort", self.form.werte.get("ort", "")), ("alter", str(self.form.werte.get("alter", "")))}
        alle = [(n, str(w)) for n in ("barrierefrei", "leistung", "deutsch", "plz") for w in self._gewaehlt(n)]
        return [paar for paar in alle if paar not in gezeigt]

    def _gewaehlt(self, name: str) -> list:
        wert = self.form.werte.get(name, [])
        return wert if isinstance(wert, list) else [wert]

    def _mehrere(self, name: str, titel: str = "") -> Teil:
        gewaehlt, worte = self._gewaehlt(name), self.form.begriffe.get(name, {})
        paare = self.form.fields[name].auswahl.items()
        wahlen = [Wahl(name, code, str(label), code in gewaehlt) for code, label in paare]
        wahlen = [w for w in wahlen if w.wert not in worte or worte[w.wert].aktiv or w.gewaehlt]
        return Teil(name, titel, [self._offen(name), *wahlen])

    def _einzeln(self, name: str, titel: str, paare: list[tuple[Any, Any]], gewaehlt: Any) -> Teil:
        wahlen = [Wahl(name, str(code), str(label), code == gewaehlt) for code, label in paare]
        return Teil(name, titel, [self._offen(name, gewaehlt is None), *wahlen], einzeln=True)

    def _offen(self, name: str, offen: bool | None = None) -> Wahl:
        offen = not self._gewaehlt(name) if offen is None else offen
        return Wahl(name, "", _("Weiß ich noch nicht"), offen)

    def _taetigkeiten(self) -> list[Teil]:
        """Only where a search brought some along: as rows that can be unticked."""
        worte = self.form.begriffe["taetigkeit"]
        wahlen = [Wahl("taetigkeit", s, worte[s].label, True) for s in self._gewaehlt("taetigkeit")]
        return [Teil("taetigkeit", _("Genauer"), wahlen)] if wahlen else []

    def _zeit(self) -> list[Teil]:
        werte = self.form.werte
        stunden = sorted({*STUNDEN, *([werte["stunden"]] if "stunden" in werte else [])})
        dauern = [(n, _("bis %(dauer)s") % {"dauer": dauer(n)}) for n in stunden]
        oft = list(self.form.fields["wie_oft"].auswahl.items())
        return [
            self._mehrere("wochentag", _("An welchen Tagen?")),
            self._mehrere("tageszeit", _("Zu welcher Zeit?")),
            self._einzeln("wie_oft", _("Wie oft?"), oft, werte.get("wie_oft")),
            self._einzeln("stunden", _("Wie lange am Stück?"), dauern, werte.get("stunden")),
        ]

    def _ort(self) -> list[Teil]:
        felder, werte = self.form.fields, self.form.werte
        return [
            Teil("ort", _("Ort, Ortsteil oder Postleitzahl"), [], feld=self.form["ort"]),
            self._einzeln("weg", _("Wie kommen Sie hin?"), list(felder["weg"].auswahl.items()), werte.get("weg")),
            self._einzeln("digital", _("Von wo aus?"), list(felder["digital"].auswahl.items()), werte.get("digital")),
        ]

    def _alter(self) -> Teil:
        jahre = self.form.werte.get("alter")
        gruppe = None if jahre is None else max((g for g in ALTER if g <= jahre), default=min(ALTER))
        return self._einzeln("alter", "", list(ALTER.items()), gruppe)

    def _hilfen(self) -> Teil:
        def gewaehlt(name, wert):
            return self.form.werte.get(name) is True or wert in self._gewaehlt(name)

        wahlen = [Wahl(name, str(wert), str(label), gewaehlt(name, wert)) for name, wert, label in HILFEN]
        return Teil("hilfen", "", [self._offen("hilfen", not any(w.gewaehlt for w in wahlen)), *wahlen])
