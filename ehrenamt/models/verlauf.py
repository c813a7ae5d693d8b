"""What happened to an object, when, by which role?"""

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.utils.translation import gettext_lazy as _

from ..rollen import Rolle
from ..zeitraum import monate_weiter


class VerlaufQuerySet(models.QuerySet):
    def von(self, *objekte) -> "VerlaufQuerySet":
        """What happened to one object, or to several that belong together."""
        bedingung = models.Q(pk__in=[])
        for objekt in objekte:
            bedingung |= models.Q(objekt_art=ContentType.objects.get_for_model(objekt), objekt_id=objekt.pk)
        return self.filter(bedingung).select_related("konto")

    def veraltet(self, jetzt: datetime) -> "VerlaufQuerySet":
        """Who did what so long ago is nobody's business any more."""
        return self.filter(zeitpunkt__lt=_grenze(jetzt)).order_by("zeitpunkt")

    def ausmustern(self, jetzt: datetime) -> None:
        """Delete these; the trigger lets go only what is past its period at this moment."""
        schalter = "SELECT set_config('portal.verlauf_geht_vor', %s, true)"
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(schalter, [_grenze(jetzt).isoformat()])
            self.delete()
            cursor.execute(schalter, [""])


def _grenze(jetzt: datetime) -> datetime:
    return monate_weiter(jetzt, -settings.FRISTEN["verlauf_monate"])


class Verlaufseintrag(models.Model):
    """Append-only (triggers refuse changes and early deletion). When a Konto is deleted, the role remains."""

    objekt_art = models.ForeignKey(ContentType, models.PROTECT)
    objekt_id = models.BigIntegerField()
    objekt = GenericForeignKey("objekt_art", "objekt_id")
    vorgang = models.CharField(_("Vorgang"), max_length=40)
    von = models.CharField(_("von"), max_length=30, blank=True)
    nach = models.CharField(_("nach"), max_length=30, blank=True)
    grund = models.TextField(_("Grund"), blank=True)
    rolle = models.CharField(_("Rolle"), max_length=20, choices=Rolle)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Konto"),
    )
    zeitpunkt = models.DateTimeField(_("Zeitpunkt"), auto_now_add=True)

    objects = VerlaufQuerySet.as_manager()

    class Meta:
        verbose_name = _("Verlaufseintrag")
        verbose_name_plural = _("Verlauf")
        ordering = ["-zeitpunkt", "-pk"]
        indexes = [
            models.Index(fields=["objekt_art", "objekt_id", "-zeitpunkt"], name="verlauf_objekt"),
            models.Index(fields=["zeitpunkt"], name="verlauf_alter"),
        ]

    def __str__(self) -> str:
        return f"{self.objekt_art_id}/{self.objekt_id}: {self.vorgang}"
