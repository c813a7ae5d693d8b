"""Which words stand in which listing, and how much do they say about it? The index of the search."""

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models.functions import Length


class Suchwort(models.Model):
    """A stem that stands in listings, with a form that people can read, and the number of listings it stands in."""

    stamm = models.CharField(max_length=60, unique=True)
    form = models.CharField(max_length=60)
    anzahl = models.IntegerField(default=0)

    class Meta:
        verbose_name = "Suchwort"
        verbose_name_plural = "Suchwörter"
        indexes = [
            # The beginning of a word that somebody has not finished yet.
            models.Index(OpClass("stamm", "varchar_pattern_ops"), name="suchwort_anfang"),
            # What is spelled nearly alike has nearly the same length.
            models.Index(Length("stamm"), name="suchwort_laenge"),
        ]

    def __str__(self) -> str:
        return f"Suchwort {self.pk}"


class Fundstelle(models.Model):
    """A word in a listing. The weight (1 to 100) is part of the key, so that the key alone answers a search: in which
    listings a word says at least so much stands side by side."""

    pk = models.CompositePrimaryKey("wort", "gewicht", "angebot")
    wort = models.ForeignKey(Suchwort, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)
    angebot = models.ForeignKey("Angebot", models.CASCADE, related_name="fundstellen")
    gewicht = models.SmallIntegerField()

    class Meta:
        verbose_name = "Fundstelle"
        verbose_name_plural = "Fundstellen"

    def __str__(self) -> str:
        return f"{self.wort_id} in {self.angebot_id}"
