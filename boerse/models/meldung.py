"""What did somebody report about a listing?"""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import NichtMoeglich, protokollieren
from ehrenamt.rollen import Akteur

from .. import fristen
from ..auswahl import MeldungGrund
from ..querysets import MeldungQuerySet


class MeldungManager(models.Manager.from_queryset(MeldungQuerySet)):
    def melden(self, angebot, **angaben) -> "Meldung":
        """Somebody says that something is wrong; the Kontaktstelle is told."""
        from .. import mails

        with transaction.atomic():
            meldung = self.create(angebot=angebot, loeschen_am=fristen.meldung(timezone.now()), **angaben)
            mails.meldung_eingegangen(meldung)
        return meldung


class Meldung(models.Model):
    """The address is optional and only for the answer of the Kontaktstelle."""

    angebot = models.ForeignKey("Angebot", models.CASCADE, related_name="meldungen")
    grund = models.CharField(_("Was stimmt nicht?"), max_length=15, choices=MeldungGrund)
    text = models.TextField(_("Genauer"), blank=True, max_length=2000)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    erstellt_am = models.DateTimeField(_("eingegangen am"), auto_now_add=True)
    erledigt_am = models.DateTimeField(_("erledigt am"), null=True, blank=True)
    loeschen_am = models.DateTimeField(_("wird gelöscht am"), db_index=True)

    objects = MeldungManager()

    class Meta:
        verbose_name = _("Meldung")
        verbose_name_plural = _("Meldungen")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Meldung {self.pk}"

    def erledigen(self, akteur: Akteur) -> None:
        jetzt = timezone.now()
        with transaction.atomic():
            if not type(self).objects.filter(pk=self.pk, erledigt_am=None).update(erledigt_am=jetzt):
                raise NichtMoeglich(_t("Diese Meldung ist schon erledigt."))
            self.erledigt_am = jetzt
            protokollieren(self, "erledigen", akteur=akteur)
