"""What would a Wortgruppe change? The search itself, asked for each of its words without and with the draft."""

from copy import copy
from dataclasses import dataclass

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .filters import AngebotFilter
from .models import Wortgruppe

WOERTER_HOECHSTENS = 6
TITEL_HOECHSTENS = 3


@dataclass(frozen=True)
class Wirkung:
    """What the search for one word finds; `neue` are titles of what it did not find before, the best first."""

    wort: str
    vorher: int
    nachher: int
    neue: list[str]

    @property
    def satz(self) -> str:
        angaben = {"wort": self.wort, "n": self.nachher, "alt": self.vorher}
        if self.nachher == self.vorher and not self.neue:
            return _("Die Suche nach „%(wort)s“ findet so viel wie bisher: %(n)s.") % angaben
        satz = ngettext(
            "Die Suche nach „%(wort)s“ findet %(n)s statt %(alt)s Angebot",
            "Die Suche nach „%(wort)s“ findet %(n)s statt %(alt)s Angebote",
            self.nachher,
        )
        titel = "; ".join(f"„{titel}“" for titel in self.neue)
        return satz % angaben + (_(", neu zum Beispiel %(titel)s.") % {"titel": titel} if titel else ".")


def wirkung(gruppe: Wortgruppe) -> list[Wirkung]:
    """For the words of the draft and those it no longer has; nothing of it stays in the database."""
    bisher = Wortgruppe.objects.filter(pk=gruppe.pk).first()
    weggefallene = [wort for wort in (bisher.woerter if bisher else []) if wort not in gruppe.woerter]
    worte = [*weggefallene[:2], *gruppe.woerter][:WOERTER_HOECHSTENS]
    vorher = {wort: _suche(wort) for wort in worte}
    anzahl = {wort: suche.qs.count() for wort, suche in vorher.items()}
    with transaction.atomic():
        # The draft is there for this transaction alone.
        copy(gruppe).save()
        ergebnis = [_vergleichen(wort, vorher[wort], anzahl[wort]) for wort in worte]
        transaction.set_rollback(True)
    return ergebnis


def _suche(wort: str) -> AngebotFilter:
    daten = QueryDict(mutable=True)
    daten["q"] = wort
    return AngebotFilter(daten)


def _vergleichen(wort: str, vorher: AngebotFilter, anzahl: int) -> Wirkung:
    suche = _suche(wort)
    neue = suche.sortiert().exclude(pk__in=vorher.qs.order_by().values("pk"))
    titel = list(neue.values_list("titel", flat=True)[:TITEL_HOECHSTENS])
    return Wirkung(wort, anzahl, suche.qs.count(), titel)
