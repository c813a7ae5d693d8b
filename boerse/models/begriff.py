"""Which words describe a listing? The vocabulary: data with stable slugs, labels per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ehrenamt.sprachen import in_sprache


class BegriffQuerySet(models.QuerySet):
    def aktive(self) -> "BegriffQuerySet":
        return self.filter(aktiv=True)


class Begriff(models.Model):
    """Listings keep the slugs in arrays, so a slug never changes and a term is switched off, not deleted."""

    slug = models.SlugField(_("Kürzel"), primary_key=True)
    label = models.JSONField(_("Bezeichnung"), default=dict)
    beschreibung = models.JSONField(_("Beschreibung"), default=dict, blank=True)
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)
    aktiv = models.BooleanField(_("wählbar"), default=True)

    objects = BegriffQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["reihenfolge", "slug"]

    def __str__(self) -> str:
        return in_sprache(self.label) or self.slug


class Thema(Begriff):
    """Shown as "Interessengebiet"."""

    # Area 1-14 of the Deutscher Freiwilligensurvey, so that figures stay comparable.
    freiwilligensurvey = models.PositiveSmallIntegerField(_("Bereich im Freiwilligensurvey"), null=True, blank=True)

    class Meta(Begriff.Meta):
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")


class Zielgruppe(Begriff):
    class Meta(Begriff.Meta):
        verbose_name = _("Zielgruppe")
        verbose_name_plural = _("Zielgruppen")


class Taetigkeit(Begriff):
    class Meta(Begriff.Meta):
        verbose_name = _("Tätigkeit")
        verbose_name_plural = _("Tätigkeiten")
