"""What are listings counted by? Each value of a filter, and its place in the number that a listing has of them all."""

from django.db import models


class Merkmal(models.Model):
    """A value that some listing has: `nummer` is its place in Angebot.merkmale (suche/merkmale.py), for ever."""

    nummer = models.PositiveSmallIntegerField(primary_key=True)
    art = models.CharField(max_length=20)
    wert = models.CharField(max_length=60)

    class Meta:
        verbose_name = "Merkmal"
        verbose_name_plural = "Merkmale"
        constraints = [models.UniqueConstraint(fields=["art", "wert"], name="merkmal_einmal")]

    def __str__(self) -> str:
        return f"{self.art}: {self.wert}"
