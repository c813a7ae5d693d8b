"""How often was something done from one address? Counters without the address (see ratenbegrenzung.py)."""

from datetime import datetime

from django.db import models


class ZaehlerQuerySet(models.QuerySet):
    def abgelaufen(self, jetzt: datetime) -> "ZaehlerQuerySet":
        return self.filter(gueltig_bis__lt=jetzt)


class Zaehler(models.Model):
    schluessel = models.CharField(max_length=64, primary_key=True)
    anzahl = models.PositiveIntegerField(default=0)
    gueltig_bis = models.DateTimeField(db_index=True)

    objects = ZaehlerQuerySet.as_manager()

    class Meta:
        verbose_name = "Zähler"
        verbose_name_plural = "Zähler"

    def __str__(self) -> str:
        return self.schluessel[:8]
