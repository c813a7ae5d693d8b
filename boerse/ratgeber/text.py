"""How do the rules read a document? Field by field, sentence by sentence."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property

# A field of the document, and what stands there; "" where it is about something missing.
Stelle = tuple[str, str]

PROSA = [
    *("titel", "kurzbeschreibung", "beschreibung", "zeitaufwand", "voraussetzungen"),
    *("aufwandsentschaedigung", "versicherung", "einarbeitung", "amtszeit", "uebergabe"),
]
# Not after the full stop of a day or of a single letter: "12. März", "z. B. Kinder".
_SATZENDE = re.compile(r"(?<=[.!?:])(?<!\d\.)(?<![\s(]\w\.) +|\n")
# An empty line, or the next entry of a list; other ends of lines are only where the line was full.
_ABSATZ = re.compile(r"\s*\n\s*\n\s*|\s*\n\s*(?=(?:[-–*•·]|\d+[.)])\s)")
# "kein fester Stundenlohn", "ein Gehalt bekommt hier niemand"
_VERNEINT = re.compile(r"\b(?:kein\w*|nicht|nie|niemand\w*|ohne|weder|statt)\b(?:\W+\w+){0,3}\W*$", re.IGNORECASE)
_DANACH_VERNEINT = re.compile(r"(?:\W+\w+){0,3}\W+(?:nicht|niemand|keiner|keine[ns])\b", re.IGNORECASE)


class Text:
    """A document as the rules see it: never fails, whatever is missing."""

    def __init__(self, inhalt: dict, heute: date, vorlage: str = "") -> None:
        self.inhalt, self.heute, self.vorlage = inhalt, heute, vorlage

    def liste(self, name: str) -> list:
        wert = self.inhalt.get(name)
        return wert if isinstance(wert, list) else []

    def tag(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self.inhalt.get(name) or "")
        except (TypeError, ValueError):
            return None

    @cached_property
    def prosa(self) -> dict[str, str]:
        """The fields that somebody wrote in words of their own."""
        return {
            name: " ".join(wert.split()) for name in PROSA if isinstance(wert := self.inhalt.get(name), str) and wert
        }

    @cached_property
    def alles(self) -> str:
        return "\n".join(self.prosa.values())

    @property
    def titel(self) -> str:
        return self.prosa.get("titel", "")

    @property
    def beschreibung(self) -> str:
        return self.prosa.get("beschreibung", "")

    @cached_property
    def saetze(self) -> list[tuple[str, str]]:
        """Every sentence with its field."""
        return [(name, satz) for name, text in self.prosa.items() for satz in _SATZENDE.split(text) if satz]

    def stellen(self, muster: re.Pattern) -> Iterator[Stelle]:
        """Where the words of an expression stand."""
        for name, text in self.prosa.items():
            yield from ((name, treffer[0]) for treffer in muster.finditer(text))

    def bejahte_stellen(self, muster: re.Pattern) -> Iterator[Stelle]:
        """The same, without what is denied."""
        for name, text in self.prosa.items():
            for treffer in muster.finditer(text):
                davor = text[max(0, treffer.start() - 40) : treffer.start()]
                if not _VERNEINT.search(davor) and not _DANACH_VERNEINT.match(text, treffer.end()):
                    yield name, treffer[0]

    def sagt(self, muster: re.Pattern) -> bool:
        return muster.search(self.alles) is not None


def _ohne_umbrueche(text: str) -> str:
    return "\n".join(" ".join(absatz.split()) for absatz in _ABSATZ.split(text))
