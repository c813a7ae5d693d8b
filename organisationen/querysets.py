"""Which organisations may somebody see? Visibility and scope, in one place."""

from django.db import models

from .auswahl import OrganisationStatus
from .regionen import in_regionen


class OrganisationQuerySet(models.QuerySet):
    def oeffentlich(self) -> "OrganisationQuerySet":
        """What the directory shows."""
        return self.filter(status=OrganisationStatus.FREIGEGEBEN)

    def fuer(self, konto) -> "OrganisationQuerySet":
        """The organisations this person acts for."""
        return self.filter(teamzugaenge__konto=konto) if konto.is_authenticated else self.none()

    def in_zustaendigkeit(self, konto) -> "OrganisationQuerySet":
        """The organisations whose seat lies in a region this person looks after as staff."""
        return self.filter(in_regionen("gemeinde__ags", konto.regionen))

    def wartend(self) -> "OrganisationQuerySet":
        return self.filter(status=OrganisationStatus.IN_PRUEFUNG)
