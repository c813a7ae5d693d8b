"""Where does the advice about a text stand in its form? Beside the field it is about, and in a list with links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import forms

from ..feldnamen import feldname
from ..ratgeber import Befund, Schwere, alle_befunde

# What is a row in the form: its prefix, and the field of the first row that the advice stands at.
_REIHEN = {"orte": "gemeinde", "zeiten": "wochentag"}
_ANDERS = {"themen": "thema"}


class Ratfeld(forms.BoundField):
    """A field that advice may stand at: `form.rat` names those, with what is said about each."""

    @property
    def hat_platz_fuer_rat(self) -> bool:
        return self.name in self.form.rat

    @property
    def rat(self) -> Sequence[Befund]:
        return self.form.rat.get(self.name, ())

    @property
    def aria_describedby(self) -> str | None:
        beschrieben = super().aria_describedby
        if not self.hat_platz_fuer_rat or beschrieben is None:
            return beschrieben
        return f"{beschrieben} {self.auto_id}_rat".strip()


class Beraten:
    """For AngebotForm: what the coach says stands beside the fields."""

    def rat_einholen(self, eigenes: int | None) -> list[Befund]:
        """About the text that the form shows; nothing about one that has not begun. `eigenes`: its listing's number."""
        if self.aendert_reihen or not (self.is_bound or self.inhalt):
            return []
        if self.is_bound:
            self.is_valid()
        gefunden = alle_befunde([(self.dokument if self.is_bound else self.inhalt, eigenes)])[0]
        self.beraten(gefunden)
        return gefunden

    def beraten(self, befunde: Iterable[Befund]) -> None:
        for befund in befunde:
            name = _REIHEN.get(befund.feld) or _ANDERS.get(befund.feld, befund.feld)
            # A form sent by no browser may have no row at all.
            for form in getattr(self, befund.feld).forms[:1] if befund.feld in _REIHEN else [self]:
                form.rat = form.rat | {name: [*form.rat.get(name, ()), befund]}

    def ratfelder(self) -> list[Ratfeld]:
        """Every field that advice may stand at."""
        formen = (self, *self.orte.forms[:1], *self.zeiten.forms[:1])
        return [form[name] for form in formen for name in form.rat]


@dataclass(frozen=True)
class Ratschlag:
    """A line of the list: what was found, and where in the form that is."""

    befund: Befund
    ziel: str
    label: str

    @property
    def satz(self) -> str:
        return self.befund.regel.titel

    @property
    def erklaerung(self) -> str:
        return self.befund.regel.grund


def ratschlaege(befunde: Iterable[Befund]) -> list[Ratschlag]:
    return [Ratschlag(befund, _ziel(befund.feld), feldname(befund.feld)) for befund in befunde]


def sperren(befunde: Iterable[Befund]) -> list[Ratschlag]:
    """What stands in the way of handing in, as links to the fields."""
    return ratschlaege(befund for befund in befunde if befund.schwere == Schwere.SPERRE)


def _ziel(feld: str) -> str:
    return f"id_{feld}-0-{_REIHEN[feld]}" if feld in _REIHEN else f"id_{_ANDERS.get(feld, feld)}"
