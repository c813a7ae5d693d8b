"""Who acts for an organisation?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..auswahl import TeamRolle


class Teamzugang(models.Model):
    konto = models.ForeignKey("Konto", models.CASCADE, related_name="teamzugaenge")
    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="teamzugaenge")
    rolle = models.CharField(_("Rolle"), max_length=12, choices=TeamRolle, default=TeamRolle.REDAKTION)
    seit = models.DateTimeField(_("seit"), auto_now_add=True)

    class Meta:
        verbose_name = _("Teamzugang")
        verbose_name_plural = _("Teamzugänge")
        ordering = ["seit"]
        constraints = [models.UniqueConstraint(fields=["konto", "organisation"], name="teamzugang_einmal")]

    def __str__(self) -> str:
        return f"{self.konto} in Organisation {self.organisation_id}"
