"""Where does it take place?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..auswahl import Ortsanzeige


class Einsatzort(models.Model):
    """Written from the Fassung. lat/lon is never more exact than what is shown: Ortsteil or middle of the Gemeinde."""

    angebot = models.ForeignKey("Angebot", models.CASCADE, related_name="einsatzorte", db_index=False)
    nummer = models.PositiveSmallIntegerField()
    gemeinde = models.ForeignKey("organisationen.Gemeinde", models.PROTECT, related_name="einsatzorte")
    ortsteil = models.CharField(max_length=100, blank=True)
    plz = models.CharField(max_length=5, blank=True)
    strasse = models.CharField(max_length=120, blank=True)
    name = models.CharField(max_length=120, blank=True)
    anzeige = models.CharField(max_length=10, choices=Ortsanzeige, default=Ortsanzeige.EXAKT)
    lat = models.FloatField()
    lon = models.FloatField()

    class Meta:
        verbose_name = _("Einsatzort")
        verbose_name_plural = _("Einsatzorte")
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["angebot", "nummer"], name="einsatzort_nummer")]
        indexes = [
            models.Index(fields=["lat", "lon"], include=["angebot"], name="einsatzort_kreis"),
            # In which Gemeinden hits are, and how far away, without reading the addresses.
            models.Index(fields=["angebot"], include=["gemeinde", "lat", "lon"], name="einsatzort_lage"),
        ]

    def __str__(self) -> str:
        return self.kurz

    @property
    def kurz(self) -> str:
        """What a card says: the Ortsteil where it may be known, else the Gemeinde."""
        ort = self.gemeinde.name.partition(" (")[0]
        if self.anzeige != Ortsanzeige.GEMEINDE and self.ortsteil not in ("", ort, self.gemeinde.name):
            if "-" in self.ortsteil or "(" in self.gemeinde.name:
                return f"{self.ortsteil} ({ort})"
            return f"{self.gemeinde.name}-{self.ortsteil}"
        return self.gemeinde.name

    @property
    def bezeichnung(self) -> str:
        """The name of the place, where its exact address may be known."""
        return self.name if self.anzeige == Ortsanzeige.EXAKT else ""

    @property
    def anschrift(self) -> str:
        """The address as far as it may be known."""
        if self.anzeige != Ortsanzeige.EXAKT:
            return self.kurz
        ort = f"{self.plz} {self.kurz}".strip()
        return f"{self.strasse}, {ort}" if self.strasse else ort
