"""How often was a listing seen and remembered on a day? Numbers only: nothing tells who it was."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.zeitraum import monate_weiter


class Tagesart(models.TextChoices):
    GESEHEN = "gesehen", _("gesehen")
    GEMERKT = "gemerkt", _("gemerkt")


class TageszahlQuerySet(models.QuerySet):
    def faellig(self, jetzt: datetime) -> "TageszahlQuerySet":
        grenze = monate_weiter(jetzt, -settings.FRISTEN["tageszahl_monate"])
        return self.filter(tag__lt=timezone.localdate(grenze)).order_by("tag")

    def je_tag(self, angebote: models.QuerySet, ab: date) -> list[tuple[str, date, int]]:
        """Of all these listings together: kind, day, number."""
        zeilen = self.filter(angebot__in=angebote.order_by().values("pk"), tag__gte=ab)
        return list(zeilen.order_by().values_list("art", "tag").annotate(Sum("anzahl")))


class Tageszahl(models.Model):
    """Enquiries and placements are counted from the enquiries themselves, which stay as bare rows."""

    angebot = models.ForeignKey("Angebot", models.CASCADE, related_name="tageszahlen")
    tag = models.DateField()
    art = models.CharField(max_length=10, choices=Tagesart)
    anzahl = models.PositiveIntegerField(default=0)

    objects = TageszahlQuerySet.as_manager()

    class Meta:
        verbose_name = _("Tageszahl")
        verbose_name_plural = _("Tageszahlen")
        constraints = [models.UniqueConstraint(fields=["angebot", "tag", "art"], name="tageszahl_einmal")]
        indexes = [models.Index(fields=["tag"], name="tageszahl_alter")]

    def __str__(self) -> str:
        return f"{self.tag}: {self.anzahl}-mal {self.art}"
