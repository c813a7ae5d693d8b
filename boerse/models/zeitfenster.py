"""When does it take place?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..auswahl import Tageszeit, Wochentag


class Zeitfenster(models.Model):
    """A slot weekday × daypart, written from the Fassung. "flexibel" fits every search."""

    angebot = models.ForeignKey("Angebot", models.CASCADE, related_name="zeitfenster")
    wochentag = models.CharField(max_length=8, choices=Wochentag, default=Wochentag.FLEXIBEL)
    tageszeit = models.CharField(max_length=12, choices=Tageszeit, default=Tageszeit.FLEXIBEL)
    von = models.TimeField(null=True, blank=True)
    bis = models.TimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Zeitfenster")
        verbose_name_plural = _("Zeitfenster")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_wochentag_display()} {self.get_tageszeit_display()}"
