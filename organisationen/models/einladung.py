"""Who was invited to act for an organisation?"""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import protokollieren
from ehrenamt.kennung import uuid7
from ehrenamt.rollen import Akteur, Rolle

from ..auswahl import TeamRolle
from ..regionen import zustaendig

GUELTIG = timedelta(days=14)


class EinladungQuerySet(models.QuerySet):
    def in_zustaendigkeit(self, konto) -> "EinladungQuerySet":
        return self.filter(zustaendig("organisation__gemeinde__ags", konto.regionen))

    def offen(self) -> "EinladungQuerySet":
        return self.filter(erstellt_am__gt=timezone.now() - GUELTIG)

    def abgelaufen(self, jetzt: datetime) -> "EinladungQuerySet":
        return self.filter(erstellt_am__lte=jetzt - GUELTIG)

    def aussprechen(self, organisation, email: str, rolle: str, akteur: Akteur) -> "Einladung":
        """Invite somebody by mail; an earlier invitation of the same address is replaced, its link ends."""
        from .. import mails

        with transaction.atomic():
            self.filter(organisation=organisation, email__iexact=email).delete()
            einladung = self.create(organisation=organisation, email=email.lower(), rolle=rolle)
            protokollieren(organisation, "einladen", akteur=akteur, nach=rolle)
            mails.einladung(einladung)
        return einladung


class Einladung(models.Model):
    """Valid for 14 days, by a signed link; deleted when it is accepted, withdrawn or too old."""

    kennung = models.UUIDField(default=uuid7, unique=True, editable=False)
    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="einladungen")
    email = models.EmailField(_("E-Mail-Adresse"))
    rolle = models.CharField(_("Rolle"), max_length=12, choices=TeamRolle, default=TeamRolle.REDAKTION)
    erstellt_am = models.DateTimeField(_("erstellt am"), auto_now_add=True)

    objects = EinladungQuerySet.as_manager()

    class Meta:
        verbose_name = _("Einladung")
        verbose_name_plural = _("Einladungen")
        constraints = [models.UniqueConstraint(fields=["organisation", "email"], name="einladung_einmal")]

    def __str__(self) -> str:
        return f"Einladung {self.pk}"

    @property
    def gilt_bis(self):
        return self.erstellt_am + GUELTIG

    def ist_fuer(self, konto) -> bool:
        """Whether this person was meant: the address, confirmed at sign-up, is the invited one."""
        return konto.is_authenticated and konto.email.lower() == self.email.lower()

    def annehmen(self, konto) -> None:
        """The person joins the team. Who is in it already keeps the higher role."""
        with transaction.atomic():
            zugang, neu = self.organisation.teamzugaenge.get_or_create(konto=konto, defaults={"rolle": self.rolle})
            if not neu and self.rolle == TeamRolle.LEITUNG:
                zugang.rolle_aendern(self.rolle, Akteur(Rolle.ORGANISATION, konto))
            protokollieren(self.organisation, "beitreten", akteur=Akteur(Rolle.ORGANISATION, konto), nach=zugang.rolle)
            self.delete()
