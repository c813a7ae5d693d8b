"""Where is something? Gemeinden, their Ortsteile, postcodes and outlines: reference data for all of Germany."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..regionen import in_regionen


class GemeindeQuerySet(models.QuerySet):
    def bediente(self) -> "GemeindeQuerySet":
        """The Gemeinden this portal serves (PORTAL_REGIONEN)."""
        return self.filter(in_regionen("ags", settings.PORTAL_REGIONEN))

    def in_zustaendigkeit(self, konto) -> "GemeindeQuerySet":
        return self.filter(in_regionen("ags", konto.regionen))


class Gemeinde(models.Model):
    """Keyed by the 8-digit Amtlicher Gemeindeschlüssel; its prefixes are Kreis (5) and Land (2)."""

    ags = models.CharField(_("AGS"), max_length=8, primary_key=True)
    name = models.CharField(_("Name"), max_length=100)
    slug = models.SlugField(max_length=120, unique=True)
    sortiername = models.CharField(max_length=100, db_index=True, editable=False)
    typ = models.CharField(_("Typ"), max_length=60)
    kreis_name = models.CharField(_("Kreis"), max_length=100)
    land = models.CharField(_("Land"), max_length=60)
    plz_sitz = models.CharField(_("PLZ des Sitzes"), max_length=5, blank=True)
    einwohner = models.PositiveIntegerField(_("Einwohner"), default=0)
    lat = models.FloatField(_("Breite"))
    lon = models.FloatField(_("Länge"))

    objects = GemeindeQuerySet.as_manager()

    class Meta:
        verbose_name = _("Gemeinde")
        verbose_name_plural = _("Gemeinden")
        ordering = ["sortiername"]
        constraints = [models.CheckConstraint(condition=models.Q(ags__regex=r"^\d{8}$"), name="gemeinde_ags")]

    def __str__(self) -> str:
        return self.name


class OrtsteilQuerySet(models.QuerySet):
    def in_zustaendigkeit(self, konto) -> "OrtsteilQuerySet":
        return self.filter(in_regionen("gemeinde__ags", konto.regionen))


class Ortsteil(models.Model):
    """Part of a Gemeinde, editable by staff; the point is optional."""

    gemeinde = models.ForeignKey(Gemeinde, models.CASCADE, related_name="ortsteile", verbose_name=_("Gemeinde"))
    name = models.CharField(_("Name"), max_length=100)
    sortiername = models.CharField(max_length=100, db_index=True, editable=False)
    plz = models.CharField(_("PLZ"), max_length=5, blank=True)
    lat = models.FloatField(_("Breite"), null=True, blank=True)
    lon = models.FloatField(_("Länge"), null=True, blank=True)

    objects = OrtsteilQuerySet.as_manager()

    class Meta:
        verbose_name = _("Ortsteil")
        verbose_name_plural = _("Ortsteile")
        ordering = ["sortiername"]
        constraints = [models.UniqueConstraint(fields=["gemeinde", "name"], name="ortsteil_einmal")]

    def __str__(self) -> str:
        return f"{self.name} ({self.gemeinde.name})"


class Postleitzahl(models.Model):
    """A postcode in a Gemeinde. lat/lon is the middle of the whole postcode area: for what citizens type."""

    plz = models.CharField(_("PLZ"), max_length=5)
    gemeinde = models.ForeignKey(Gemeinde, models.CASCADE, related_name="postleitzahlen", verbose_name=_("Gemeinde"))
    lat = models.FloatField(_("Breite"))
    lon = models.FloatField(_("Länge"))

    class Meta:
        verbose_name = _("Postleitzahl")
        verbose_name_plural = _("Postleitzahlen")
        ordering = ["plz"]
        constraints = [models.UniqueConstraint(fields=["plz", "gemeinde"], name="plz_einmal")]

    def __str__(self) -> str:
        return f"{self.plz} {self.gemeinde_id}"


class Flaeche(models.Model):
    """An outline for maps: list of rings of [lon, lat]. Also for areas without inhabitants, so maps have no holes."""

    ags = models.CharField(max_length=8, primary_key=True)
    name = models.CharField(max_length=100)
    ringe = models.JSONField()

    class Meta:
        verbose_name = _("Fläche")
        verbose_name_plural = _("Flächen")

    def __str__(self) -> str:
        return self.name
