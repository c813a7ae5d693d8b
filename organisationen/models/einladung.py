"""Who was invited to act for an organisation?"""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.kennung import uuid7

from ..auswahl import TeamRolle

GUELTIG = timedelta(days=14)


class EinladungQuerySet(models.QuerySet):
    def offen(self) -> "EinladungQuerySet":
        return self.filter(erstellt_am__gt=timezone.now() - GUELTIG)


class Einladung(models.Model):
    """Valid for 14 days, by a signed link; deleted when it is accepted, withdrawn or too old."""

    kennung = models.UUIDField(default=uuid7, unique=True, editable=False)
    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="einladungen")
    email = models.EmailField(_("E-Mail-Adresse"))
    rolle = models.CharField(_("Rolle"), max_length=12, choices=TeamRolle, default=TeamRolle.REDAKTION)
    erstellt_am = models.DateTimeField(_("erstellt am"), auto_now_add=True)

    objects = EinladungQuerySet.as_manager()

    class Meta:
        verbose_name = _("Einladung")
        verbose_name_plural = _("Einladungen")
        constraints = [models.UniqueConstraint(fields=["organisation", "email"], name="einladung_einmal")]

    def __str__(self) -> str:
        return f"Einladung {self.pk}"
