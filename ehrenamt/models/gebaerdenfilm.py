"""Which films in sign language did the Kontaktstelle upload? The files lie in the folder PORTAL_MEDIEN."""

import hashlib
from typing import BinaryIO

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def medien() -> Storage:
    return storages["medien"]


def dateiname(datei: BinaryIO, endung: str) -> str:
    """By what is in it: what stands at an address never changes, and may be kept for ever."""
    datei.seek(0)
    return f"{hashlib.file_digest(datei, 'sha256').hexdigest()[:32]}.{endung}"


class GebaerdenfilmManager(models.Manager):
    def aufraeumen(self) -> None:
        """Delete the files that no film names any more."""
        gebraucht = {name for zeile in self.values_list("datei", "untertitel") for name in zeile}
        for name in _dateien():
            if name not in gebraucht:
                medien().delete(name)


def _dateien() -> list[str]:
    try:
        return medien().listdir("")[1]
    except FileNotFoundError:  # nothing was ever uploaded
        return []


class Gebaerdenfilm(models.Model):
    titel = models.CharField(_("Titel"), max_length=120)
    datei = models.FileField(_("Film"), storage=medien)
    untertitel = models.FileField(_("Untertitel"), storage=medien, blank=True)
    abschrift = models.TextField(_("Text zum Film"))
    sekunden = models.PositiveIntegerField(_("Dauer in Sekunden"), editable=False)
    breite = models.PositiveIntegerField(editable=False)
    hoehe = models.PositiveIntegerField(editable=False)
    groesse = models.PositiveBigIntegerField(_("Größe in Byte"), editable=False)
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=1)
    geaendert_am = models.DateField(_("Stand"), auto_now=True)

    objects = GebaerdenfilmManager()

    class Meta:
        verbose_name = _("Film in Gebärdensprache")
        verbose_name_plural = _("Filme in Gebärdensprache")
        ordering = ["reihenfolge", "pk"]

    def __str__(self) -> str:
        return self.titel

    @property
    def ist_da(self) -> bool:
        """Whether the folder was restored with the database."""
        return medien().exists(self.datei.name)

    @property
    def dauer(self) -> str:
        return f"{self.sekunden // 60}:{self.sekunden % 60:02}"
