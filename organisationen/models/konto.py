"""Who can log in? People of organisations and of Kontaktstellen; citizens never need to."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class KontoManager(BaseUserManager):
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

    def __str__(self) -> str:
        # The admin's log keeps this text: no name, no address.
        return f"Konto {self.pk}"

    @cached_property
    def regionen(self) -> list[str]:
        """The regions this person looks after as staff; empty for everybody else, and that means nothing."""
        from .kontaktstelle import Gebiet

        if not (self.is_active and self.is_staff):
            return []
        if self.is_superuser:
            return ["DE"]
        return list(Gebiet.objects.filter(kontaktstelle__mitarbeitende=self).values_list("region", flat=True))
