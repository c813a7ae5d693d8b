"""What took long to find out, and is it still true? The store of suche/befunde.py."""

from django.db import models


class Stand(models.Model):
    """How often what is public has changed: the sum of all rows, counted on by triggers, in whatever way it is written.

    There are as many rows as have changed something at the same moment, so that nobody waits for anybody.
    """

    aenderungen = models.BigIntegerField()

    class Meta:
        verbose_name = "Stand"
        verbose_name_plural = "Stände"

    def __str__(self) -> str:
        return f"{self.aenderungen} Änderungen"


class Befund(models.Model):
    """The answer to a query of the search as it was at this count of changes."""

    schluessel = models.CharField(max_length=64, primary_key=True)
    stand = models.BigIntegerField()
    zeilen = models.TextField()
    seit = models.DateTimeField()

    class Meta:
        verbose_name = "Befund"
        verbose_name_plural = "Befunde"

    def __str__(self) -> str:
        return self.schluessel
