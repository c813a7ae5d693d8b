"""What can an organisation start a new listing from? Good texts to fill in, kept by staff."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Vorlage(models.Model):
    """`inhalt` is the document of a Fassung; what the organisation has to fill in stands in square brackets."""

    schluessel = models.SlugField(_("Kürzel"), max_length=40, primary_key=True)
    name = models.CharField(_("Name"), max_length=60)
    wofuer = models.CharField(_("Wofür?"), max_length=100, blank=True)
    inhalt = models.JSONField(_("Inhalt"), default=dict)
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=99)
    aktiv = models.BooleanField(_("in Gebrauch"), default=True)

    class Meta:
        verbose_name = _("Vorlage")
        verbose_name_plural = _("Vorlagen")
        ordering = ["reihenfolge", "name"]

    def __str__(self) -> str:
        return self.name
