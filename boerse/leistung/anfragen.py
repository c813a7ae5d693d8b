"""What do people ask? Addresses of each kind, every one different, made from what this database holds."""

from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from organisationen.models import Gemeinde, Postleitzahl

from ..auswahl import Art, Tageszeit, Wochentag
from ..forms.passt import GERN, WIE_HIN
from ..models import Angebot, Suchwort
from ..vokabular import begriffe

# A share of all listings: what is asked for narrows the list to this or less, or is on everybody's lips.
SCHMAL, HAEUFIG = 0.05, 0.2


class Fragen:
    """Draws addresses; `arten` are the kinds in the order of the table."""

    def __init__(self, anzahl: int, saat: int = 2) -> None:
        self.zufall = Random(saat)
        zeilen = Suchwort.objects.filter(stamm__regex="^[a-zäöüß]{4,}$").order_by("pk").values_list("form", "anzahl")
        je_wort = dict(zeilen)
        self.mittlere = [w for w, n in je_wort.items() if anzahl / 1000 < n <= anzahl * SCHMAL / 2]
        self.seltene = [w for w, n in je_wort.items() if n <= max(2, anzahl / 5_000)]
        self.haeufige = sorted(je_wort, key=lambda w: -je_wort[w])[:40]
        self.plz = list(Postleitzahl.objects.order_by("pk").values_list("plz", flat=True))
        self.orte = list(Gemeinde.objects.filter(einwohner__gt=3000).order_by("ags").values_list("slug", flat=True))
        self.themen = list(begriffe()["thema"])
        self.angebote = list(Angebot.objects.oeffentlich().order_by("pk").only("pk", "titel")[:5000])

    @property
    def arten(self) -> dict[str, Callable[[], str]]:
        liste = {
            "Startseite": lambda: reverse("start"),
            "Liste ohne Filter": lambda: self._liste(),
            "ein Wort": lambda: self._liste(q=self._wort(self.mittlere)),
            "seltenes Wort": lambda: self._liste(q=self._wort(self.seltene)),
            "sehr häufiges Wort": lambda: self._liste(q=self._wort(self.haeufige)),
            "drei Wörter und Filter": self._drei,
            "Tippfehler": lambda: self._liste(q=vertippt(self._wort(self.mittlere), self.zufall)),
            "Gemeinde": lambda: self._liste(gemeinde=self._wort(self.orte)),
            "Umkreis": lambda: self._liste(plz=self._wort(self.plz), umkreis=self._wort([5, 10, 20, 30])),
            "Wort im Umkreis": lambda: self._liste(q=self._wort(self.mittlere), plz=self._wort(self.plz), umkreis=30),
            "ein Thema": lambda: self._liste(thema=self._wort(self.themen), art=self._wort(Art.values)),
            "Seite 50": lambda: self._liste(seite=50, sortierung=self._wort(["neu", "beginn"])),
            "Seite 50, häufiges Wort": lambda: self._liste(q=self._wort(self.haeufige), seite=50),
            "Passt zu mir": self._passt,
            "Seite eines Angebots": lambda: self._wort(self.angebote).get_absolute_url(),
        }
        api = self._schnittstelle()
        return liste | ({"Schnittstelle, ein Wort": api} if api else {})

    def ziehen(self, art: str, anzahl: int) -> Iterator[str]:
        return (self.arten[art]() for _ in range(anzahl))

    def _wort(self, vorrat: list):
        return self.zufall.choice(vorrat)

    def _liste(self, **frage) -> str:
        return reverse("angebote") + (f"?{urlencode(frage, doseq=True)}" if frage else "")

    def _drei(self) -> str:
        worte = " ".join(self.zufall.sample(self.mittlere, 3))
        tage, themen = self.zufall.sample(Wochentag.values[:7], 2), self.zufall.sample(self.themen, 3)
        return self._liste(q=worte, wochentag=tage, thema=themen)

    def _passt(self) -> str:
        antworten = {
            "gern": self.zufall.sample(list(GERN), 2),
            "thema": self.zufall.sample(self.themen, 2),
            "wochentag": self.zufall.sample(Wochentag.values[:7], 2),
            "tageszeit": self._wort(Tageszeit.values[:3]),
            "plz": self._wort(self.plz),
            "weg": self._wort(list(WIE_HIN)),
            "stunden": 2,
        }
        return f"{reverse('passt_zu_mir')}?{urlencode(antworten, doseq=True)}"

    def _schnittstelle(self) -> Callable[[], str] | None:
        try:
            adresse = reverse("schnittstelle_angebote")
        except NoReverseMatch:
            return None
        return lambda: f"{adresse}?{urlencode({'q': self._wort(self.mittlere)})}"


def vertippt(wort: str, zufall: Random) -> str:
    """Two letters swapped, or one left out."""
    stelle = zufall.randrange(1, len(wort) - 1)
    if zufall.random() < 0.5:
        return wort[:stelle] + wort[stelle + 1] + wort[stelle] + wort[stelle + 2 :]
    return wort[:stelle] + wort[stelle + 1 :]
