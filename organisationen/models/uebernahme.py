"""Who wants to take over an organisation that was entered by somebody else?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Uebernahmeantrag(models.Model):
    """Waits until staff confirm (the Konto becomes the Leitung) or refuse; either way the request is deleted."""

    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="uebernahmeantraege")
    konto = models.ForeignKey("Konto", models.CASCADE, related_name="uebernahmeantraege")
    begruendung = models.TextField(_("Was verbindet Sie mit der Organisation?"), max_length=1000)
    erstellt_am = models.DateTimeField(_("gestellt am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Übernahmeantrag")
        verbose_name_plural = _("Übernahmeanträge")
        ordering = ["erstellt_am"]
        constraints = [models.UniqueConstraint(fields=["organisation", "konto"], name="uebernahme_einmal")]

    def __str__(self) -> str:
        return f"Übernahmeantrag {self.pk}"
