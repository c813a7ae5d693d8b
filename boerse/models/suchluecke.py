"""Which words does the search know nothing about? Single words by their number, so that the vocabulary can grow."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Func, IntegerField, OuterRef, Q
from django.db.models.functions import Left
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.zeitraum import monate_weiter

from .suchwort import Suchwort

# A word that fewer have typed could be about a person: nobody sees it, and it goes soon.
GEZEIGT_AB = 5
AEHNLICHE = 4
GLEICHER_ANFANG = 4


class SuchlueckeQuerySet(models.QuerySet):
    def gezeigte(self) -> "SuchlueckeQuerySet":
        return self.filter(anzahl__gte=GEZEIGT_AB, erledigt=False)

    def mit_aehnlichen(self) -> "SuchlueckeQuerySet":
        """`aehnliche`: what stands in listings and begins alike, or is spelled nearly alike."""
        abstand = Func(F("stamm"), OuterRef("wort"), function="levenshtein", output_field=IntegerField())
        woerter = Suchwort.objects.filter(anzahl__gt=0).annotate(abstand=abstand)
        woerter = woerter.filter(Q(stamm__startswith=Left(OuterRef("wort"), GLEICHER_ANFANG)) | Q(abstand__lte=2))
        return self.annotate(aehnliche=ArraySubquery(woerter.order_by("abstand", "-anzahl").values("form")[:AEHNLICHE]))

    def faellig(self, jetzt: datetime) -> "SuchlueckeQuerySet":
        heute = timezone.localdate(jetzt)
        wenige = Q(anzahl__lt=GEZEIGT_AB, seit__lte=heute - timedelta(days=settings.FRISTEN["suchluecke_tage"]))
        lange_her = monate_weiter(jetzt, -settings.FRISTEN["suchluecke_monate"])
        return self.filter(wenige | Q(zuletzt__lte=timezone.localdate(lange_her))).order_by("pk")


class Suchluecke(models.Model):
    """A word by its stem. Without a time or a number of its own, so that two words of one question stay apart."""

    wort = models.CharField(max_length=30, primary_key=True)
    form = models.CharField(_("Wort"), max_length=30)
    anzahl = models.PositiveIntegerField(_("gesucht"), default=0)
    seit = models.DateField(_("seit"))
    zuletzt = models.DateField(_("zuletzt"))
    erledigt = models.BooleanField(_("erledigt"), default=False)
    # Until it is shown: which of 16 classes of connections asked for it. Each holds a sixteenth of all there are.
    klassen = models.PositiveIntegerField(default=0, db_default=0, editable=False)

    objects = SuchlueckeQuerySet.as_manager()

    class Meta:
        verbose_name = _("Gesuchtes Wort ohne Treffer")
        verbose_name_plural = _("Gesuchte Wörter ohne Treffer")
        ordering = ["-anzahl", "-zuletzt", "pk"]

    def __str__(self) -> str:
        return f"Wort, {self.anzahl}-mal gesucht"
