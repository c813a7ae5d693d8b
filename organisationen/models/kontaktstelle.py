"""Which office is responsible where?"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..regionen import MUSTER, in_regionen


class KontaktstelleQuerySet(models.QuerySet):
    def in_zustaendigkeit(self, konto) -> "KontaktstelleQuerySet":
        """One's own; the administration sees all."""
        if konto.is_active and konto.is_superuser:
            return self
        return self.filter(mitarbeitende=konto) if konto.is_active and konto.is_staff else self.none()


class KontaktstelleManager(models.Manager.from_queryset(KontaktstelleQuerySet)):
    def zustaendig_fuer(self, ags: str) -> "Kontaktstelle | None":
        """The office whose region is the longest match for this Gemeinde; it has the queue, the mails, the clock.
        Outside of all regions, or without a place, the portal's own."""
        return self._im_gebiet(ags) or self.des_portals()

    def _im_gebiet(self, ags: str) -> "Kontaktstelle | None":
        regionen = ["DE", ags[:2], ags[:5], ags[:8]]
        treffer = Gebiet.objects.filter(region__in=regionen).select_related("kontaktstelle")
        rang = {region: i for i, region in enumerate(regionen)}
        beste = max(treffer, key=lambda gebiet: rang[gebiet.region], default=None)
        return beste.kontaktstelle if beste else None

    def des_portals(self) -> "Kontaktstelle | None":
        """The office whose telephone stands on every page: responsible for the first region served."""
        return self._im_gebiet(settings.PORTAL_REGIONEN[0]) if settings.PORTAL_REGIONEN else None

    def in_der_region(self) -> models.QuerySet["Kontaktstelle"]:
        """All offices that look after a part of what the portal serves."""
        gebiete = Gebiet.objects.filter(in_regionen("region", settings.PORTAL_REGIONEN))
        return self.filter(pk__in=gebiete.values("kontaktstelle"))


class Kontaktstelle(models.Model):
    """Function addresses only, no persons' names."""

    name = models.CharField(_("Name"), max_length=120)
    telefon = models.CharField(_("Telefon"), max_length=40)
    email = models.EmailField(_("E-Mail-Adresse"), help_text=_("Eine Funktionsadresse, zum Beispiel ehrenamt@…"))
    sprechzeiten = models.CharField(_("Sprechzeiten"), max_length=200)
    anschrift = models.TextField(_("Anschrift"), blank=True)
    text = models.TextField(_("Vorstellung"), blank=True)
    mitarbeitende = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="kontaktstellen", blank=True, verbose_name=_("Mitarbeitende")
    )

    objects = KontaktstelleManager()

    class Meta:
        verbose_name = _("Kontaktstelle")
        verbose_name_plural = _("Kontaktstellen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Gebiet(models.Model):
    """A region that a Kontaktstelle looks after. Each region has one Kontaktstelle."""

    kontaktstelle = models.ForeignKey(Kontaktstelle, models.CASCADE, related_name="gebiete")
    region = models.CharField(
        _("Region"),
        max_length=8,
        unique=True,
        help_text=_("DE, Land (05), Kreis (05974) oder Gemeinde (05974040)"),
    )

    class Meta:
        verbose_name = _("Gebiet")
        verbose_name_plural = _("Gebiete")
        ordering = ["region"]
        constraints = [models.CheckConstraint(condition=models.Q(region__regex=MUSTER), name="gebiet_region")]

    def __str__(self) -> str:
        return self.region
