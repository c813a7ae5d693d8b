"""What do both sides say weeks later? One yes or no each; a count that stays when the person's data is gone."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.kennung import uuid7

from ..auswahl import AnfrageStatus, RueckmeldungFrage, RueckmeldungSeite


class RueckmeldungManager(models.Manager):
    def erfragen(self, anfrage, seite: RueckmeldungSeite, jetzt: datetime) -> "Rueckmeldung":
        """Ask one side, for the latest week that is due: what was missed is not asked twice."""
        from .. import mails

        vermittelt = anfrage.status == AnfrageStatus.VERMITTELT
        seit = anfrage.ergebnis_am if vermittelt else anfrage.bestaetigt_am
        wochen = [woche for woche in settings.FRISTEN["rueckmeldung_wochen"] if seit + timedelta(weeks=woche) <= jetzt]
        frage = RueckmeldungFrage.DABEI if vermittelt else RueckmeldungFrage.GEWORDEN
        with transaction.atomic():
            neu = self.create(anfrage=anfrage, seite=seite, woche=max(wochen), frage=frage, gefragt_am=jetzt)
            mails.rueckmeldung(neu)
        return neu


class Rueckmeldung(models.Model):
    """Was asked; holds nothing about a person."""

    Seite = RueckmeldungSeite
    Frage = RueckmeldungFrage

    kennung = models.UUIDField(default=uuid7, unique=True, editable=False)
    anfrage = models.ForeignKey("Anfrage", models.CASCADE, related_name="rueckmeldungen")
    seite = models.CharField(_("wer gefragt wurde"), max_length=12, choices=RueckmeldungSeite)
    woche = models.PositiveSmallIntegerField(_("Wochen danach"))
    # As it was asked: what is answered later does not change with the state of the enquiry.
    frage = models.CharField(_("Frage"), max_length=10, choices=RueckmeldungFrage, default=RueckmeldungFrage.GEWORDEN)
    gefragt_am = models.DateTimeField(_("gefragt am"))
    antwort = models.BooleanField(_("Antwort"), null=True, blank=True)
    beantwortet_am = models.DateTimeField(_("beantwortet am"), null=True, blank=True)

    objects = RueckmeldungManager()

    class Meta:
        verbose_name = _("Rückmeldung")
        verbose_name_plural = _("Rückmeldungen")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["anfrage", "seite", "woche"], name="rueckmeldung_einmal"),
            models.CheckConstraint(
                condition=models.Q(seite__in=RueckmeldungSeite.values, frage__in=RueckmeldungFrage.values),
                name="rueckmeldung_bekannt",
            ),
            models.CheckConstraint(
                condition=models.Q(antwort=None, beantwortet_am=None)
                | models.Q(antwort__isnull=False, beantwortet_am__isnull=False),
                name="rueckmeldung_ganz",
            ),
        ]

    def __str__(self) -> str:
        return f"Rückmeldung {self.pk}"

    def beantworten(self, antwort: bool) -> None:
        """Whoever pressed the wrong button presses the other one."""
        self.antwort, self.beantwortet_am = antwort, timezone.now()
        self.save(update_fields=["antwort", "beantwortet_am"])
