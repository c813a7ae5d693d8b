"""Who acts for an organisation?"""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import AblaufFehler, protokollieren
from ehrenamt.rollen import PORTAL, Akteur

from ..auswahl import TeamRolle


class LetzteLeitung(AblaufFehler):
    """Nobody would be left to decide for the organisation."""


class TeamzugangQuerySet(models.QuerySet):
    def ohne_nachfolge(self, konto) -> list["Teamzugang"]:
        """Where nobody would be left to decide if this person went."""
        eigene = self.filter(konto=konto).select_related("organisation").order_by("organisation__sortiername")
        return [zugang for zugang in eigene if zugang.braucht_nachfolge]


class Teamzugang(models.Model):
    konto = models.ForeignKey("Konto", models.CASCADE, related_name="teamzugaenge")
    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="teamzugaenge")
    rolle = models.CharField(_("Rolle"), max_length=12, choices=TeamRolle, default=TeamRolle.REDAKTION)
    seit = models.DateTimeField(_("seit"), auto_now_add=True)

    objects = TeamzugangQuerySet.as_manager()

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

    @property
    def andere(self) -> models.QuerySet["Teamzugang"]:
        return self.organisation.teamzugaenge.exclude(pk=self.pk).select_related("konto")

    @property
    def braucht_nachfolge(self) -> bool:
        """The only Leitung, or the last person at all."""
        rollen = set(self.andere.values_list("rolle", flat=True))
        return not rollen or (self.ist_leitung and TeamRolle.LEITUNG not in rollen)

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

    def als_letzte_gehen(self, akteur: Akteur, heute: date) -> None:
        """The last person leaves. The organisation goes on by mail where it has an address; otherwise its listings
        pause and the Kontaktstelle is told. Raises AblaufFehler where somebody is left after all."""
        with transaction.atomic():
            organisation = self._organisation_sperren()
            if self.andere.exists():
                raise AblaufFehler(_t("Inzwischen ist noch jemand im Team. Bitte sehen Sie noch einmal nach."))
            self.delete()
            protokollieren(organisation, "zugang_beenden", akteur=akteur, von=self.rolle)
            organisation.verlassen(heute)

    def aufloesen(self, heute: date) -> None:
        """The Konto goes, whatever the team: who has been in it longest leads it then, and is told."""
        from .. import mails

        with transaction.atomic():
            self._organisation_sperren()
            nachfolge = self.andere.order_by("-konto__is_active", "seit").first()
            if nachfolge is None:
                self.als_letzte_gehen(PORTAL, heute)
                return
            if self.braucht_nachfolge:
                nachfolge.rolle_aendern(TeamRolle.LEITUNG, PORTAL)
                mails.leitung_uebernommen(nachfolge)
            self.beenden(PORTAL)

    def _organisation_sperren(self):
        """The lock keeps two Leitungen from leaving at the same moment."""
        return type(self.organisation).objects.select_for_update(of=("self",)).get(pk=self.organisation_id)

    def _nicht_die_letzte(self) -> None:
        self._organisation_sperren()
        andere = self.organisation.teamzugaenge.filter(rolle=TeamRolle.LEITUNG).exclude(pk=self.pk)
        if self.ist_leitung and not andere.exists():
            raise LetzteLeitung(_t("Das ist die einzige Leitung. Bitte übergeben Sie die Leitung zuerst an jemanden."))
