"""What do all processes remember for a while? The table of the cache, in which allauth counts its limits."""

from datetime import datetime

from django.db import models


class ZwischenspeicherQuerySet(models.QuerySet):
    def abgelaufen(self, jetzt: datetime) -> "ZwischenspeicherQuerySet":
        return self.filter(expires__lt=jetzt)


class Zwischenspeicher(models.Model):
    """Django reads and writes it, but drops what is over only once the table is full."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    objects = ZwischenspeicherQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "Zwischenspeicher"
        managed = False
        db_table = "zwischenspeicher"

    def __str__(self) -> str:
        return "Eintrag"
