"""Which organisations may somebody see? Visibility and scope, in one place."""

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db import models
from django.db.models import Q
from django.db.models.functions import Greatest

from ehrenamt.sortierung import sortiername

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
