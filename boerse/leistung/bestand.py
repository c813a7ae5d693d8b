"""A portal of any size: made-up listings of all Germany, with places, times, the index of the search.

The same number and seed give the same portal. Written by COPY, a thousand times faster than by the way of the portal.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import accumulate
from random import Random

from django.db import connection
from django.utils import timezone

from ehrenamt.sortierung import sortiername
from organisationen.auswahl import OrganisationStatus
from organisationen.models import Gebiet, Gemeinde, Kontaktstelle, Organisation, Ortsteil

from ..mitlesen import Zeilen
from ..models import Angebot, Einsatzort, Fundstelle, Suchwort, Zeitfenster
from ..suche.merkmale import merkmale
from ..suche.text import VERSION, gewichte
from ..vokabular import begriffe, bezeichnungen
from .kopieren import ohne_indexe, tupel_kopieren, zeilen_kopieren
from .vervielfachen import vervielfachen
from .wortschatz import Wortschatz
from .zufaellig import angaben, zeitfenster

SAAT = 1
JE_ORGANISATION = 8
TEIL = 1000
# So many are made whole; further ones have their texts, but places, organisations and dates of their own.
EIGENE = 10_000
NAMEN = ["Verein", "Förderverein", "Initiative", "Stiftung", "Hilfswerk", "Freundeskreis", "Netzwerk", "Sportverein"]
ORTE, ORTE_HAEUFIG = [1, 2, 3, 5], [85, 10, 4, 1]


class Fueller:
    def __init__(self, anzahl: int, saat: int = SAAT) -> None:
        self.anzahl, self.zufall, self.jetzt = anzahl, Random(saat), timezone.now()
        self.worte = Wortschatz(self.zufall)
        self.begriffe = {art: list(worte) for art, worte in begriffe().items()}
        self.gemeinden = list(Gemeinde.objects.order_by("ags"))
        self.einwohner = list(accumulate(max(1, g.einwohner) for g in self.gemeinden))
        self.ortsteile: dict[str, list[Ortsteil]] = {}
        for teil in Ortsteil.objects.filter(lat__isnull=False).order_by("pk"):
            self.ortsteile.setdefault(teil.gemeinde_id, []).append(teil)
        self.suchwoerter: dict[str, tuple[int, str]] = {}

    def fuellen(self) -> None:
        stelle = Kontaktstelle.objects.create(
            name="Kontaktstelle Ehrenamt", telefon="0221 4710-120", email="ehrenamt@example.org", sprechzeiten="Mo–Do"
        )
        Gebiet.objects.create(kontaktstelle=stelle, region="DE")
        self.organisationen = list(self._organisationen())
        zeilen_kopieren(Organisation, self.organisationen)
        labels = bezeichnungen()
        eigene = min(self.anzahl, EIGENE)
        with ohne_indexe(Angebot), ohne_indexe(Fundstelle):
            for anfang in range(1, eigene + 1, TEIL):
                self._teil(range(anfang, min(anfang + TEIL, eigene + 1)), labels)
            if self.anzahl > eigene:
                vervielfachen(eigene, self.anzahl, len(self.organisationen))
            zeilen_kopieren(Suchwort, self._gezaehlt())
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")

    def _teil(self, nummern: Iterable[int], labels: dict[str, str]) -> None:
        angebote = [self._angebot(nummer) for nummer in nummern]
        for angebot, zahl in zip(angebote, merkmale(angebote), strict=True):
            angebot.merkmale = zahl
        zeilen_kopieren(Angebot, angebote)
        zeilen_kopieren(Einsatzort, (ort for a in angebote for ort in a.einsatzorte.all()))
        zeilen_kopieren(Zeitfenster, (fenster for a in angebote for fenster in a.zeitfenster.all()))
        tupel_kopieren(
            Fundstelle,
            ["wort_id", "angebot_id", "gewicht"],
            (stelle for a in angebote for stelle in self._fundstellen(a, labels)),
        )

    def _organisationen(self) -> Iterator[Organisation]:
        for nummer in range(1, max(2, self.anzahl // JE_ORGANISATION) + 1):
            sitz = self._gemeinde()
            name = f"{self.zufall.choice(NAMEN)} {' '.join(self.worte.ziehen(2)).title()} {sitz.name}"[:150]
            # Some are blocked or still to be looked at; what they offer is found by nobody.
            status = OrganisationStatus.FREIGEGEBEN if nummer % 50 else OrganisationStatus.GESPERRT
            yield Organisation(
                pk=nummer, name=name, sortiername=sortiername(name), gemeinde=sitz, status=status,
                beschreibung=self.worte.saetze(30), erstellt_am=self.jetzt,
            )  # fmt: skip

    def _gemeinde(self) -> Gemeinde:
        return self.zufall.choices(self.gemeinden, cum_weights=self.einwohner)[0]

    def _angebot(self, nummer: int) -> Angebot:
        zufall, worte = self.zufall, self.worte
        online = self.jetzt - timedelta(minutes=zufall.randrange(3 * 365 * 24 * 60))
        fenster = zeitfenster(zufall)
        angebot = Angebot(
            pk=nummer,
            organisation=zufall.choice(self.organisationen),
            status="veroeffentlicht" if zufall.random() < 0.9 else "beendet",
            titel=" ".join(worte.ziehen(zufall.randint(2, 5))).capitalize()[:100],
            kurzbeschreibung=worte.saetze(10)[:160],
            beschreibung=worte.saetze(zufall.randint(30, 70)),
            schlagwoerter=worte.ziehen(3),
            veroeffentlicht_am=online,
            erstellt_am=online,
            geaendert_am=online,
            zuletzt_bestaetigt_am=timezone.localdate(self.jetzt) - timedelta(days=zufall.randrange(80)),
            suchtext_version=VERSION,
            **angaben(zufall, self.begriffe, timezone.localdate(self.jetzt), fenster),
        )
        if angebot.status == "beendet":
            angebot.ruht_seit = angebot.zuletzt_bestaetigt_am
        orte = [] if angebot.digital == "nur" else self._orte(angebot)
        angebot.zustaendig_ags = orte[0].gemeinde_id if orte else angebot.organisation.gemeinde_id
        fenster = [Zeitfenster(angebot_id=nummer, wochentag=tag, tageszeit=zeit) for tag, zeit in fenster]
        angebot._prefetched_objects_cache = {"einsatzorte": Zeilen(orte), "zeitfenster": Zeilen(fenster)}
        return angebot

    def _orte(self, angebot: Angebot) -> list[Einsatzort]:
        orte = []
        for nummer in range(1, self.zufall.choices(ORTE, ORTE_HAEUFIG)[0] + 1):
            gemeinde = angebot.organisation.gemeinde if nummer == 1 else self._gemeinde()
            teile = self.ortsteile.get(gemeinde.ags)
            teil = self.zufall.choice(teile) if teile and self.zufall.random() < 0.5 else None
            punkt = teil or gemeinde
            orte.append(
                Einsatzort(
                    angebot_id=angebot.pk, nummer=nummer, gemeinde=gemeinde, ortsteil=teil.name if teil else "",
                    plz=gemeinde.plz_sitz, lat=punkt.lat, lon=punkt.lon,
                )
            )  # fmt: skip
        return orte

    def _fundstellen(self, angebot: Angebot, labels: dict[str, str]) -> Iterator[tuple[int, int, int]]:
        for stamm, (gewicht, form) in gewichte(angebot, labels).items():
            nummer, _form = self.suchwoerter.setdefault(stamm, (len(self.suchwoerter) + 1, form[:60]))
            yield nummer, angebot.pk, gewicht

    def _gezaehlt(self) -> Iterator[Suchwort]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT wort_id, count(*) FROM boerse_fundstelle GROUP BY wort_id")
            anzahl = dict(cursor.fetchall())
        for stamm, (nummer, form) in self.suchwoerter.items():
            yield Suchwort(pk=nummer, stamm=stamm, form=form, anzahl=anzahl[nummer])
