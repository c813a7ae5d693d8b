"""Which office is responsible where?"""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ..regionen import MUSTER, in_regionen

# So long before an office is away citizens read of it.
VORHER = timedelta(days=7)


class KontaktstelleQuerySet(models.QuerySet):
    def in_zustaendigkeit(self, konto) -> "KontaktstelleQuerySet":
        """One's own; the administration sees all."""
        if konto.is_active and konto.is_superuser:
            return self
        return self.filter(mitarbeitende=konto) if konto.is_active and konto.is_staff else self.none()

    def vertreten_von(self, konto, heute: date | None = None) -> "KontaktstelleQuerySet":
        """For whom this person stands in today."""
        heute = heute or timezone.localdate()
        return self.filter(vertretung__mitarbeitende=konto, abwesend_von__lte=heute, abwesend_bis__gte=heute)


class KontaktstelleManager(models.Manager.from_queryset(KontaktstelleQuerySet)):
    def zustaendig_fuer(self, ags: str) -> "Kontaktstelle | None":
        """The office whose region is the longest match for this Gemeinde, or whoever stands in for it; it has the
        queue, the mails, the clock. Outside of all regions, or without a place, the portal's own."""
        return self._im_gebiet(ags) or self.des_portals()

    def _im_gebiet(self, ags: str) -> "Kontaktstelle | None":
        regionen = ["DE", ags[:2], ags[:5], ags[:8]]
        treffer = Gebiet.objects.filter(region__in=regionen).select_related("kontaktstelle__vertretung")
        rang = {region: i for i, region in enumerate(regionen)}
        beste = max(treffer, key=lambda gebiet: rang[gebiet.region], default=None)
        return beste.kontaktstelle.besetzt_durch() if beste else None

    def des_portals(self) -> "Kontaktstelle | None":
        """The office whose telephone stands on every page: responsible for the first region served."""
        return self._im_gebiet(settings.PORTAL_REGIONEN[0]) if settings.PORTAL_REGIONEN else None

    def in_der_region(self) -> models.QuerySet["Kontaktstelle"]:
        """All offices that look after a part of what the portal serves."""
        gebiete = Gebiet.objects.filter(in_regionen("region", settings.PORTAL_REGIONEN))
        return self.filter(pk__in=gebiete.values("kontaktstelle")).select_related("vertretung")


class Kontaktstelle(models.Model):
    """Function addresses only, no persons' names."""

    name = models.CharField(_("Name"), max_length=120)
    telefon = models.CharField(_("Telefon"), max_length=40)
    email = models.EmailField(_("E-Mail-Adresse"), help_text=_("Eine Funktionsadresse, zum Beispiel ehrenamt@…"))
    sprechzeiten = models.CharField(_("Sprechzeiten"), max_length=200)
    anschrift = models.TextField(_("Anschrift"), blank=True)
    text = models.TextField(_("Vorstellung"), blank=True)
    morgenmail = models.BooleanField(
        _("Mail am Morgen"),
        default=True,
        db_default=True,
        help_text=_("An Werktagen eine Mail mit dem, was wartet. Wartet nichts, kommt keine."),
    )
    morgenmail_am = models.DateField(null=True, blank=True, editable=False)
    abwesend_von = models.DateField(_("nicht besetzt von"), null=True, blank=True)
    abwesend_bis = models.DateField(_("nicht besetzt bis"), null=True, blank=True)
    vertretung = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Vertretung"),
        help_text=_("Bekommt so lange Ihre Mails, entscheidet für Sie und steht auf den Seiten an Ihrer Stelle."),
    )
    mitarbeitende = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="kontaktstellen", blank=True, verbose_name=_("Mitarbeitende")
    )

    objects = KontaktstelleManager()

    class Meta:
        verbose_name = _("Kontaktstelle")
        verbose_name_plural = _("Kontaktstellen")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(abwesend_von=None, abwesend_bis=None)
                | models.Q(
                    abwesend_von__isnull=False, abwesend_bis__isnull=False, abwesend_bis__gte=models.F("abwesend_von")
                ),
                name="kontaktstelle_abwesend",
                violation_error_message=_("Bitte nennen Sie den ersten und den letzten Tag."),
            ),
            models.CheckConstraint(
                condition=models.Q(vertretung=None) | ~models.Q(vertretung=models.F("pk")),
                name="kontaktstelle_vertretung",
                violation_error_message=_("Eine Kontaktstelle kann sich nicht selbst vertreten."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def ist_abwesend(self, heute: date | None = None) -> bool:
        heute = heute or timezone.localdate()
        return self.abwesend_von is not None and self.abwesend_von <= heute <= self.abwesend_bis

    def besetzt_durch(self) -> "Kontaktstelle":
        """Who does its work today: its substitute while it is away, unless nobody is there either."""
        vertreten = self.ist_abwesend() and self.vertretung and not self.vertretung.ist_abwesend()
        return self.vertretung if vertreten else self

    @property
    def abwesenheit(self) -> str:
        """For citizens, a week before it begins at the earliest; nothing while it is staffed."""
        heute = timezone.localdate()
        if self.abwesend_von is None or not self.abwesend_von - VORHER <= heute <= self.abwesend_bis:
            return ""
        tage = {"von": date_format(self.abwesend_von), "bis": date_format(self.abwesend_bis)}
        satz = _t("Vom %(von)s bis %(bis)s nicht besetzt.") % tage
        if self.vertretung is None:
            return satz
        stelle = {"name": self.vertretung.name, "telefon": self.vertretung.telefon}
        return satz + " " + _t("Vertretung: %(name)s, Telefon %(telefon)s.") % stelle


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
