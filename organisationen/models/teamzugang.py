"""Who acts for an organisation?"""

from django.db import models, transaction
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import AblaufFehler, protokollieren
from ehrenamt.rollen import Akteur

from ..auswahl import TeamRolle


class LetzteLeitung(AblaufFehler):
    """Nobody would be left to decide for the organisation."""


class Teamzugang(models.Model):
    konto = models.ForeignKey("Konto", models.CASCADE, related_name="teamzugaenge")
    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="teamzugaenge")
    rolle = models.CharField(_("Rolle"), max_length=12, choices=TeamRolle, default=TeamRolle.REDAKTION)
    seit = models.DateTimeField(_("seit"), auto_now_add=True)

    class Meta:
        verbose_name = _("Teamzugang")
        verbose_name_plural = _("Teamzugänge")
        ordering = ["seit"]
        constraints = [models.UniqueConstraint(fields=["konto", "organisation"], name="teamzugang_einmal")]

    def __str__(self) -> str:
        return f"{self.konto} in Organisation {self.organisation_id}"

    @property
    def ist_leitung(self) -> bool:
        return self.rolle == TeamRolle.LEITUNG

    def rolle_aendern(self, rolle: str, akteur: Akteur) -> None:
        """Raises LetzteLeitung."""
        with transaction.atomic():
            if rolle != TeamRolle.LEITUNG:
                self._nicht_die_letzte()
            self.rolle = TeamRolle(rolle)
            self.save(update_fields=["rolle"])
            protokollieren(self.organisation, "rolle_aendern", akteur=akteur, nach=self.rolle)

    def beenden(self, akteur: Akteur) -> None:
        """Somebody leaves or is removed. Raises LetzteLeitung."""
        with transaction.atomic():
            self._nicht_die_letzte()
            self.delete()
            protokollieren(self.organisation, "zugang_beenden", akteur=akteur, von=self.rolle)

    def _nicht_die_letzte(self) -> None:
        # The lock keeps two Leitungen from leaving at the same moment.
        type(self.organisation).objects.select_for_update().get(pk=self.organisation_id)
        andere = self.organisation.teamzugaenge.filter(rolle=TeamRolle.LEITUNG).exclude(pk=self.pk)
        if self.ist_leitung and not andere.exists():
            raise LetzteLeitung(_t("Das ist die einzige Leitung. Bitte übergeben Sie die Leitung zuerst an jemanden."))
