"""Who can log in? People of organisations and of Kontaktstellen; citizens never need to."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import AblaufFehler, protokollieren
from ehrenamt.models import Nachricht
from ehrenamt.rollen import PORTAL, Akteur, Rolle
from ehrenamt.sitzung import sitzungen_beenden
from ehrenamt.zeitraum import monate_weiter

from ..querysets import NUTZUNG, KontoQuerySet


class LetzteVerwaltung(AblaufFehler):
    """Nobody would be left to administer the portal."""


class KontoManager(BaseUserManager.from_queryset(KontoQuerySet)):
    def get_by_natural_key(self, email: str) -> "Konto":
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **felder) -> "Konto":
        konto = self.model(email=email.strip().lower(), **felder)
        konto.set_password(password)
        konto.save(using=self._db)
        return konto

    def create_superuser(self, email: str, password: str | None = None, **felder) -> "Konto":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **felder)


class Konto(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(_("E-Mail-Adresse"), unique=True)
    name = models.CharField(_("Name"), max_length=100, blank=True)
    is_staff = models.BooleanField(_("darf in die Verwaltung"), default=False)
    is_active = models.BooleanField(_("aktiv"), default=True)
    # The person asked to close the account; until this day it can change its mind.
    schliessen_am = models.DateField(_("wird geschlossen am"), null=True, blank=True, editable=False)
    # Nobody logged in for long, and the person was warned.
    gewarnt_am = models.DateField(null=True, blank=True, editable=False)
    date_joined = models.DateTimeField(_("angelegt am"), default=timezone.now, editable=False)

    objects = KontoManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")
        constraints = [models.UniqueConstraint(Lower("email"), name="konto_email_einmal")]
        indexes = [
            models.Index(NUTZUNG, name="konto_nutzung"),
            models.Index(
                fields=["schliessen_am"], condition=models.Q(schliessen_am__isnull=False), name="konto_schliessen"
            ),
            models.Index(
                fields=["date_joined"],
                condition=models.Q(last_login__isnull=True, is_staff=False),
                name="konto_unbestaetigt",
            ),
        ]

    def __str__(self) -> str:
        # The admin's log keeps this text: no name, no address.
        return f"Konto {self.pk}"

    @cached_property
    def regionen(self) -> list[str]:
        """The regions this person looks after as staff, and stands in for; empty for everybody else, and that means
        nothing."""
        from .kontaktstelle import Gebiet, Kontaktstelle

        if not (self.is_active and self.is_staff):
            return []
        if self.is_superuser:
            return ["DE"]
        vertretene = Kontaktstelle.objects.vertreten_von(self).values("pk")
        eigene = Q(kontaktstelle__mitarbeitende=self) | Q(kontaktstelle__in=vertretene)
        return list(Gebiet.objects.filter(eigene).distinct().values_list("region", flat=True))

    @property
    def akteur(self) -> Akteur:
        return Akteur(Rolle.KONTAKTSTELLE if self.is_staff else Rolle.ORGANISATION, self)

    @property
    def geht_fruehestens_am(self) -> date:
        """When it is closed if nobody logs in any more."""
        nutzung = monate_weiter(self.last_login or self.date_joined, settings.FRISTEN["konto_loeschen_monate"])
        nach_warnung = (self.gewarnt_am or timezone.localdate()) + timedelta(
            days=settings.FRISTEN["konto_vorwarnung_tage"]
        )
        return max(timezone.localdate(nutzung), nach_warnung)

    def schliessung_beantragen(self, jetzt: datetime) -> None:
        """The person wants the account closed: in 14 days, until then it can be kept. Raises LetzteVerwaltung."""
        from .. import mails

        with transaction.atomic():
            # The lock keeps two administrators from asking at the same moment.
            list(type(self).objects.filter(is_superuser=True).order_by("pk").select_for_update())
            if not self.darf_gehen:
                raise LetzteVerwaltung(
                    _t("Dieses Konto ist das einzige, das das Portal verwaltet. Es kann nicht geschlossen werden.")
                )
            self.schliessen_am = timezone.localdate(jetzt) + timedelta(days=settings.FRISTEN["konto_schliessen_tage"])
            self.save(update_fields=["schliessen_am"])
            protokollieren(self, "konto_schliessen", akteur=self.akteur)
            mails.konto_schliesst(self)

    @property
    def darf_gehen(self) -> bool:
        andere = type(self).objects.filter(is_superuser=True, is_active=True, schliessen_am=None).exclude(pk=self.pk)
        return not self.is_superuser or andere.exists()

    def behalten(self, jetzt: datetime) -> None:
        """The person wants to stay. That counts like a log-in."""
        with transaction.atomic():
            self.schliessen_am, self.gewarnt_am, self.last_login = None, None, jetzt
            self.save(update_fields=["schliessen_am", "gewarnt_am", "last_login"])
            protokollieren(self, "konto_behalten", akteur=self.akteur)

    def warnen(self, jetzt: datetime) -> None:
        """Nobody logged in for long: say when the account goes."""
        from .. import mails

        with transaction.atomic():
            self.gewarnt_am = timezone.localdate(jetzt)
            self.save(update_fields=["gewarnt_am"])
            protokollieren(self, "konto_warnen", akteur=PORTAL)
            mails.konto_ungenutzt(self, jetzt)

    def loeschen(self, jetzt: datetime) -> None:
        """Delete the account and what hangs on it, sessions, second factors, addresses, mails and the admin's log
        included. The Verlauf keeps the role; what the person wrote for an organisation stays with it."""
        from .. import mails

        heute = timezone.localdate(jetzt)
        with transaction.atomic():
            for zugang in self.teamzugaenge.select_related("organisation").order_by("organisation_id"):
                zugang.organisation.adresse_vergessen(self, auch_als_letzte=self.schliessen_am is None)
                zugang.aufloesen(heute)
            sitzungen_beenden(self)
            Nachricht.objects.filter(empfaenger=self.email).delete()
            if self.schliessen_am or self.gewarnt_am:
                mails.konto_geschlossen(self, jetzt)
            type(self).objects.filter(pk=self.pk).delete()  # the duty still asks for this object's number
