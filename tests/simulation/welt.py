"""Who is there on the first day? Organisations with their people, and listings confirmed at different times."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from boerse.models import Angebot, Fassung
from ehrenamt.rollen import ORGANISATION
from organisationen.models import Gemeinde, Konto, Organisation, Teamzugang

from .. import fabriken
from .angebotsbuch import Inserat
from .buch import Uhr


@dataclass(frozen=True)
class Groesse:
    organisationen: int = 200
    angebote: int = 1000
    anfragen: int = 3000
    tage: int = 400


class Welt:
    def __init__(self, uhr: Uhr, zufall: Random, groesse: Groesse) -> None:
        self.uhr, self.zufall, self.groesse = uhr, zufall, groesse
        self.stelle = fabriken.kontaktstelle("Kontaktstelle", "05974").email
        self.adressen: dict[int, list[str]] = {}
        self.art: dict[int, str] = {}  # how an organisation answers
        self.gesperrte: set[int] = set()
        self._organisationen()

    def empfaenger(self, organisation: int) -> list[str]:
        return self.adressen[organisation]

    def gesperrt(self, organisation: int) -> bool:
        return organisation in self.gesperrte

    def _organisationen(self) -> None:
        gemeinden = list(Gemeinde.objects.filter(ags__startswith="05974"))
        for nummer in range(self.groesse.organisationen):
            organisation = Organisation.objects.anlegen(
                name=f"Verein {nummer}",
                gemeinde=self.zufall.choice(gemeinden),
                kontakt_email=f"verein{nummer}@example.org",
                status="freigegeben",
            )
            # One in ten has no account and gets its mails at the address of the organisation.
            wie_viele = self.zufall.choices([0, 1, 2, 3], [1, 5, 3, 1])[0]
            konten = Konto.objects.bulk_create(
                Konto(email=f"person{i}@verein{nummer}.example", password="!") for i in range(wie_viele)
            )
            Teamzugang.objects.bulk_create(Teamzugang(konto=konto, organisation=organisation) for konto in konten)
            self.adressen[organisation.pk] = [konto.email for konto in konten] or [organisation.kontakt_email]
            self.art[organisation.pk] = self.zufall.choices(["schnell", "langsam", "stumm"], [5, 3, 2])[0]

    def angebote(self, anzahl: int, *, neu: bool = False) -> list[Inserat]:
        """Approved by the Kontaktstelle in one go. One in five has a last day."""
        organisationen = Organisation.objects.in_bulk(list(self.art))
        angebote = Angebot.objects.bulk_create(
            Angebot(organisation=o, zustaendig_ags=o.gemeinde_id)
            for o in self.zufall.choices([o for o in organisationen.values() if not self.gesperrt(o.pk)], k=anzahl)
        )
        fassungen = Fassung.objects.bulk_create(
            Fassung(angebot=angebot, nummer=1, inhalt=self._inhalt(angebot)) for angebot in angebote
        )
        Fassung.objects.alle_einreichen(fassungen, ORGANISATION, mail=False)
        Fassung.objects.alle_freigeben(fassungen, fabriken.DURCH_KONTAKTSTELLE, mail=False)
        if not neu:
            for angebot in angebote:
                angebot.zuletzt_bestaetigt_am -= timedelta(days=self.zufall.randrange(80))
            Angebot.objects.bulk_update(angebote, ["zuletzt_bestaetigt_am"])
        return [Inserat(a.pk, a.organisation_id, "veroeffentlicht", a.zuletzt_bestaetigt_am, a.ende) for a in angebote]

    def _inhalt(self, angebot: Angebot) -> dict:
        inhalt = fabriken.inhalt(titel=f"Angebot {angebot.pk}", orte=[{"gemeinde": angebot.zustaendig_ags}])
        if self.zufall.random() < 0.2:
            inhalt["ende"] = str(self.uhr.heute + timedelta(days=self.zufall.randrange(5, 300)))
        return inhalt
