"""Which sentences does the Kontaktstelle write again and again when it returns a text? Edited by staff."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Textbaustein(models.Model):
    titel = models.CharField(_("Titel"), max_length=80, help_text=_("Steht in der Auswahl."))
    text = models.TextField(_("Text"), max_length=1000, help_text=_("Kommt in den Grund und lässt sich dort ändern."))
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)
    aktiv = models.BooleanField(_("in Gebrauch"), default=True)
    # From the stock that comes with the portal.
    vorrat = models.SlugField(max_length=40, blank=True, editable=False)

    class Meta:
        verbose_name = _("Textbaustein")
        verbose_name_plural = _("Textbausteine")
        ordering = ["reihenfolge", "titel"]
        constraints = [
            models.UniqueConstraint(fields=["vorrat"], condition=~models.Q(vorrat=""), name="textbaustein_vorrat")
        ]

    def __str__(self) -> str:
        return self.titel
