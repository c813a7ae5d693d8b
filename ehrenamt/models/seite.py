"""Which texts does the Kontaktstelle edit itself? Impressum, Datenschutz and the like."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..sprachen import in_sprache


class SeiteManager(models.Manager):
    def version(self, slug: str) -> int:
        """Which version of a text somebody was shown; 0 where there is no such page."""
        return self.filter(slug=slug).values_list("version", flat=True).first() or 0


class Seite(models.Model):
    slug = models.SlugField(_("Adresse"), unique=True)
    titel = models.JSONField(_("Titel"), default=dict)
    text = models.JSONField(_("Text"), default=dict)
    # Whoever agrees to a text agrees to this version of it; staff raise it with a change of substance.
    version = models.PositiveIntegerField(_("Version"), default=1)
    # For Leichte Sprache alone: a text is called tested only by whom and when.
    geprueft_von = models.CharField(_("Geprüft von"), max_length=200, blank=True)
    geprueft_am = models.DateField(_("Geprüft am"), null=True, blank=True)
    geaendert_am = models.DateField(_("Stand"), auto_now=True)

    objects = SeiteManager()

    class Meta:
        verbose_name = _("Seite")
        verbose_name_plural = _("Seiten")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(geprueft_von="", geprueft_am=None)
                | ~models.Q(geprueft_von="") & models.Q(geprueft_am__isnull=False),
                name="seite_geprueft_von_und_am",
            )
        ]

    def __str__(self) -> str:
        return in_sprache(self.titel) or self.slug

    def get_absolute_url(self) -> str:
        return reverse("seite", args=[self.slug])
