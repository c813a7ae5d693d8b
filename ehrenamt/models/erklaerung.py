"""How far is the portal accessible, and what is not? What the statement says beyond the configuration."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..sprachen import in_sprache


class ErklaerungManager(models.Manager):
    def aktuelle(self) -> "Erklaerung":
        """There is one."""
        return self.prefetch_related("barrieren").first() or Erklaerung()


class Erklaerung(models.Model):
    """As Implementing Decision (EU) 2018/1523 asks for it. What is empty about the body is that of the Land."""

    class Status(models.TextChoices):
        VOLLSTAENDIG = "vollstaendig", _("vollständig barrierefrei")
        TEILWEISE = "teilweise", _("teilweise barrierefrei")
        NICHT = "nicht", _("nicht barrierefrei")

    class Methode(models.TextChoices):
        SELBST = "selbst", _("Selbstbewertung")
        DRITTE = "dritte", _("Prüfung durch eine unabhängige Stelle")

    status = models.CharField(_("Wie weit ist das Portal?"), max_length=15, choices=Status, default=Status.TEILWEISE)
    methode = models.CharField(_("Worauf beruht das?"), max_length=10, choices=Methode, default=Methode.SELBST)
    pruefstelle = models.CharField(_("Wer hat geprüft?"), max_length=200, blank=True)
    # Without this date the page says that the office has not made the statement its own yet.
    erstellt_am = models.DateField(_("erstellt am"), null=True, blank=True)
    ueberprueft_am = models.DateField(_("zuletzt überprüft am"), null=True, blank=True)
    stelle_name = models.CharField(_("Name der Stelle"), max_length=200, blank=True)
    stelle_anschrift = models.TextField(_("Anschrift"), max_length=400, blank=True)
    stelle_telefon = models.CharField(_("Telefon"), max_length=40, blank=True)
    stelle_email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    stelle_adresse = models.URLField(_("Adresse im Netz"), blank=True)

    objects = ErklaerungManager()

    class Meta:
        verbose_name = _("Erklärung zur Barrierefreiheit")
        verbose_name_plural = _("Erklärung zur Barrierefreiheit")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @property
    def stelle(self) -> dict[str, str]:
        """Whom to turn to where no answer comes: what the office entered, else what is known about the Land."""
        land = settings.PORTAL_LAND
        if self.stelle_name:
            angaben = {n: getattr(self, f"stelle_{n}") for n in ("name", "anschrift", "telefon", "email", "adresse")}
        else:
            angaben = {"name": land.stelle_name, "email": land.stelle_email, "adresse": land.stelle_adresse}
        return angaben if angaben["name"] else {}


class Barriere(models.Model):
    """Something that is not accessible yet, as the statement has to name it."""

    class Grund(models.TextChoices):
        OFFEN = "offen", _("ist noch nicht behoben")
        UNVERHAELTNISMAESSIG = "unverhaeltnismaessig", _("wäre eine unverhältnismäßige Belastung")
        AUSGENOMMEN = "ausgenommen", _("ist vom Gesetz ausgenommen")

    erklaerung = models.ForeignKey(Erklaerung, models.CASCADE, related_name="barrieren")
    was = models.JSONField(_("Was ist nicht barrierefrei?"), default=dict)
    grund = models.CharField(_("Art des Grundes"), max_length=25, choices=Grund, default=Grund.OFFEN)
    warum = models.JSONField(_("Warum?"), default=dict)
    stattdessen = models.JSONField(_("Was geht stattdessen?"), default=dict)

    class Meta:
        verbose_name = _("Bekannte Barriere")
        verbose_name_plural = _("Bekannte Barrieren")
        ordering = ["pk"]

    def __str__(self) -> str:
        return in_sprache(self.was)
