"""Which mails went out, and which should have?"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

# To an organisation without account, once, before anything else is written to it, whenever that is.
EINGETRAGEN = "organisation_eingetragen"


class Mail(NamedTuple):
    anlass: str
    an: str
    bezug: tuple[str, int]  # model and number
    zusatz: str = ""  # what makes two mails of the same occasion different


@dataclass
class Uhr:
    """The time everybody sees."""

    jetzt: datetime

    @property
    def heute(self):
        return timezone.localdate(self.jetzt)


class Postbuch:
    """Every mail that is written; what is expected is taken out, and nothing may remain."""

    # Rendered now and then only: that takes most of the time, and what mails say is tested elsewhere.
    JEDE = 40

    def __init__(self) -> None:
        self.neue: list[Mail] = []
        self.alle: Counter[Mail] = Counter()
        self.je_anlass: Counter[str] = Counter()

    def schreiber(self, echt, einstellen):
        """Stands for NachrichtManager.schreiben."""

        def schreiben(manager, anlass, an, *, bezug=None, **kontext):
            self.je_anlass[anlass] += 1
            self.neue.append(Mail(anlass, an, _schluessel(bezug), _zusatz(kontext)))
            if self.je_anlass[anlass] <= 3 or self.je_anlass[anlass] % self.JEDE == 0:
                return echt(manager, anlass, an, bezug=bezug, **kontext)
            return einstellen(manager, anlass, an, "Betreff", "Text", bezug=bezug)

        return schreiben

    def pruefen(self, erwartet: Counter[Mail], wann: str, *, nur: set[str] | None = None) -> None:
        """What was written since the last time is what was expected: none missing, none twice. `nur`: the occasions
        that the books know everything about."""
        neue = Counter(self.neue)
        self.neue.clear()
        bekannte = Counter(
            {m: n for m, n in neue.items() if (nur is None or m.anlass in nur) and m.anlass != EINGETRAGEN}
        )
        assert bekannte == erwartet, f"{wann}: fehlt {erwartet - bekannte}, zu viel {bekannte - erwartet}"
        doppelt = [mail for mail, anzahl in neue.items() if anzahl > 1]
        assert not doppelt, f"{wann}: doppelt {doppelt}"
        self.alle += neue
        assert all(self.alle[mail] == 1 for mail in neue if mail.anlass == EINGETRAGEN), wann


def _schluessel(bezug) -> tuple[str, int]:
    return (bezug._meta.model_name, bezug.pk) if bezug is not None else ("", 0)


def _zusatz(kontext: dict) -> str:
    if "rueckmeldung" in kontext:
        return f"Woche {kontext['rueckmeldung'].woche}"
    if "fassung" in kontext:
        return f"Fassung {kontext['fassung'].pk}"
    return "letzte" if kontext.get("letzte") else ""
