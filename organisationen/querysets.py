"""Which organisations may somebody see, and which accounts does nobody use? Visibility and scope, in one place."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.utils import timezone

from ehrenamt.sortierung import sortiername
from ehrenamt.zeitraum import monate_weiter

from .auswahl import OrganisationStatus
from .regionen import zustaendig


class OrganisationQuerySet(models.QuerySet):
    def oeffentlich(self) -> "OrganisationQuerySet":
        """What the directory shows."""
        return self.filter(status=OrganisationStatus.FREIGEGEBEN)

    def fuer(self, konto) -> "OrganisationQuerySet":
        """The organisations this person acts for."""
        return self.filter(teamzugaenge__konto=konto) if konto.is_authenticated else self.none()

    def in_zustaendigkeit(self, konto) -> "OrganisationQuerySet":
        """The organisations whose seat lies in a region this person looks after as staff."""
        return self.filter(zustaendig("gemeinde__ags", konto.regionen))

    def wartend(self) -> "OrganisationQuerySet":
        return self.filter(status=OrganisationStatus.IN_PRUEFUNG)

    def suchen(self, q: str) -> "OrganisationQuerySet":
        """Every word stands in the name, or begins the name of the seat."""
        treffer = self
        for wort in sortiername(q).split()[:10]:
            treffer = treffer.filter(Q(sortiername__contains=wort) | Q(gemeinde__sortiername__startswith=wort))
        return treffer

    def ohne_ansprechperson(self) -> "OrganisationQuerySet":
        """Nobody acts for it, and there is no address to write to."""
        team = self.model._meta.get_field("teamzugaenge").related_model.objects
        return self.filter(~Exists(team.filter(organisation=OuterRef("pk"), konto__is_active=True)), kontakt_email="")

    def ohne_anmeldung(self) -> "OrganisationQuerySet":
        """Brought in by an import or by staff, looked after by nobody, to be reached at its own address."""
        team = self.model._meta.get_field("teamzugaenge").related_model.objects
        return self.filter(
            ~Q(kontakt_email=""),
            ~Exists(team.filter(organisation=OuterRef("pk"))),
            nutzungsbedingungen_am=None,
            status__in=[OrganisationStatus.IN_PRUEFUNG, OrganisationStatus.FREIGEGEBEN],
        )

    def uebernehmbar(self) -> "OrganisationQuerySet":
        """What a person may ask to take over: known, and neither refused nor blocked."""
        return self.filter(status__in=[OrganisationStatus.IN_PRUEFUNG, OrganisationStatus.FREIGEGEBEN])

    def aehnliche(self, name: str, gemeinde) -> "OrganisationQuerySet":
        """Possible doubles: the same or a similar name in the same Gemeinde, the nearest first."""
        schluessel = sortiername(name)
        naehe = Greatest(
            TrigramSimilarity("sortiername", schluessel), 0.8 * TrigramWordSimilarity(schluessel, "sortiername")
        )
        return self.filter(gemeinde=gemeinde).annotate(naehe=naehe).filter(naehe__gte=0.45).order_by("-naehe", "pk")


# When a person last logged in, or since when the account waits for the first time.
NUTZUNG = Coalesce("last_login", "date_joined")


class KontoQuerySet(models.QuerySet):
    def entbehrlich(self) -> "KontoQuerySet":
        """All but the last administration: an administrator goes only where another one stays, who did not ask to go
        and, unless this one asked, used the portal later. So two can never go at once and leave nobody."""
        bleibend = self.model.objects.filter(is_superuser=True, is_active=True, schliessen_am=None)
        eigene = Coalesce(OuterRef("last_login"), OuterRef("date_joined"))
        spaeter = bleibend.alias(nutzung=NUTZUNG).filter(
            Q(nutzung__gt=eigene) | Q(nutzung=eigene, pk__gt=OuterRef("pk"))
        )
        return self.filter(
            Q(is_superuser=False) | Q(Exists(bleibend), schliessen_am__isnull=False) | Q(Exists(spaeter))
        )

    def zu_warnen(self, jetzt: datetime) -> "KontoQuerySet":
        """Nobody logged in for 24 calendar months, and the person was not warned since."""
        lange = monate_weiter(jetzt, -settings.FRISTEN["konto_warnen_monate"])
        ungewarnt = Q(gewarnt_am=None) | Q(gewarnt_am__lt=TruncDate("nutzung"))
        return self.alias(nutzung=NUTZUNG).filter(ungewarnt, nutzung__lte=lange, schliessen_am=None).entbehrlich()

    def ungenutzt(self, jetzt: datetime) -> "KontoQuerySet":
        """Nobody logged in for 36 calendar months, in spite of a warning at least 30 days ago."""
        lange = monate_weiter(jetzt, -settings.FRISTEN["konto_loeschen_monate"])
        gewarnt = Q(gewarnt_am__lte=vorgewarnt(timezone.localdate(jetzt)), gewarnt_am__gte=TruncDate("nutzung"))
        return self.alias(nutzung=NUTZUNG).filter(gewarnt, nutzung__lte=lange).entbehrlich()

    def zu_schliessen(self, heute: date) -> "KontoQuerySet":
        """Their people asked for it, and did not change their minds in time."""
        return self.filter(schliessen_am__lte=heute).entbehrlich()

    def unbestaetigt(self, jetzt: datetime) -> "KontoQuerySet":
        """Signed up two days ago, and nobody showed to read the mails of that address."""
        adressen = self.model._meta.get_field("emailaddress").related_model.objects
        team = self.model._meta.get_field("teamzugaenge").related_model.objects
        seit = jetzt - timedelta(hours=settings.FRISTEN["konto_unbestaetigt_stunden"])
        return self.filter(
            ~Exists(adressen.filter(user=OuterRef("pk"), verified=True)),
            ~Exists(team.filter(konto=OuterRef("pk"))),
            date_joined__lte=seit,
            last_login=None,
            is_staff=False,
        )


def vorgewarnt(heute: date) -> date:
    return heute - timedelta(days=settings.FRISTEN["konto_vorwarnung_tage"])
