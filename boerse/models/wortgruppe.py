"""Which words mean the same, or lead to each other? Everyday words and their kin, edited by the Kontaktstelle."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..suche.sprache import staemme


class WortgruppeQuerySet(models.QuerySet):
    def mit(self, gesucht: list[str]) -> "WortgruppeQuerySet":
        """The groups that one of these words or phrases (as stems) belongs to."""
        return self.filter(aktiv=True, schluessel__overlap=gesucht)


class Wortgruppe(models.Model):
    """Words of one meaning; whoever types one of them also finds the others, and, weaker, what is related."""

    woerter = ArrayField(models.CharField(max_length=60), verbose_name=_("gleichbedeutend"))
    verwandt = ArrayField(models.CharField(max_length=60), verbose_name=_("auch finden"), default=list, blank=True)
    aktiv = models.BooleanField(_("in Gebrauch"), default=True)
    schluessel = ArrayField(models.CharField(max_length=120), default=list, editable=False)
    # From the stock that comes with the portal: known by its first word.
    vorrat = models.CharField(max_length=60, blank=True, editable=False)

    objects = WortgruppeQuerySet.as_manager()

    class Meta:
        verbose_name = _("Wortgruppe")
        verbose_name_plural = _("Wortgruppen")
        ordering = ["pk"]
        indexes = [GinIndex(fields=["schluessel"], name="wortgruppe_schluessel")]
        constraints = [
            models.UniqueConstraint(fields=["vorrat"], condition=~models.Q(vorrat=""), name="wortgruppe_vorrat")
        ]

    def __str__(self) -> str:
        return ", ".join(self.woerter)

    def clean(self) -> None:
        self.schluessel = schluessel(self.woerter or [])


def schluessel(woerter: list[str]) -> list[str]:
    """How a question is recognised in a group: the stems of each entry."""
    return list(dict.fromkeys(" ".join(staemme(wort)) for wort in woerter if staemme(wort)))
