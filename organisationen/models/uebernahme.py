"""Who wants to take over an organisation that was entered by somebody else?"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import GrundFehlt, NichtMoeglich, protokollieren
from ehrenamt.rollen import PORTAL, Akteur

from ..auswahl import TeamRolle
from ..regionen import zustaendig


class UebernahmeantragQuerySet(models.QuerySet):
    def in_zustaendigkeit(self, konto) -> "UebernahmeantragQuerySet":
        return self.filter(zustaendig("organisation__gemeinde__ags", konto.regionen))

    def liegengeblieben(self, jetzt: datetime) -> "UebernahmeantragQuerySet":
        """Nobody decided in time."""
        frist = timedelta(days=settings.FRISTEN["uebernahmeantrag_tage"])
        return self.filter(erstellt_am__lte=jetzt - frist).order_by("pk")


class Uebernahmeantrag(models.Model):
    """Waits until staff confirm (the Konto becomes the Leitung) or refuse; either way the request is deleted."""

    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="uebernahmeantraege")
    konto = models.ForeignKey("Konto", models.CASCADE, related_name="uebernahmeantraege")
    begruendung = models.TextField(_("Was verbindet Sie mit der Organisation?"), max_length=1000)
    erstellt_am = models.DateTimeField(_("gestellt am"), auto_now_add=True)

    objects = UebernahmeantragQuerySet.as_manager()

    class Meta:
        verbose_name = _("Übernahmeantrag")
        verbose_name_plural = _("Übernahmeanträge")
        ordering = ["erstellt_am"]
        constraints = [models.UniqueConstraint(fields=["organisation", "konto"], name="uebernahme_einmal")]

    def __str__(self) -> str:
        return f"Übernahmeantrag {self.pk}"

    def bestaetigen(self, akteur: Akteur) -> None:
        """Staff say yes: the person leads the organisation from now on."""
        from .. import mails

        with transaction.atomic():
            self._sperren()
            zugang, _neu = self.organisation.teamzugaenge.get_or_create(konto=self.konto)
            zugang.rolle_aendern(TeamRolle.LEITUNG, akteur)
            protokollieren(self.organisation, "uebernahme_bestaetigen", akteur=akteur)
            mails.uebernahme_bestaetigt(self.organisation, self.konto)
            self.delete()

    def ablehnen(self, akteur: Akteur, grund: str) -> None:
        """Staff say no; the person learns why."""
        from .. import mails

        if not grund.strip():
            raise GrundFehlt(_t("Bitte nennen Sie einen Grund."))
        with transaction.atomic():
            self._sperren()
            protokollieren(self.organisation, "uebernahme_ablehnen", akteur=akteur, grund=grund.strip())
            mails.uebernahme_abgelehnt(self.organisation, self.konto, grund.strip())
            self.delete()

    def verfallen(self) -> None:
        """It is not kept for ever; the person learns that nobody decided, and whom to ask."""
        self.ablehnen(PORTAL, _t("Über Ihren Antrag wurde nicht rechtzeitig entschieden. Das tut uns leid."))

    def _sperren(self) -> None:
        """Two staff at once: one decides."""
        if not type(self).objects.select_for_update().filter(pk=self.pk).exists():
            raise NichtMoeglich(_t("Über diesen Antrag ist schon entschieden."))
