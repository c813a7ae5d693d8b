"""Who cannot get on somewhere in the portal, and until when must they have an answer?"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import NichtMoeglich, protokollieren
from ehrenamt.rollen import Akteur


def antwort_bis(gemeldet: datetime) -> datetime:
    return gemeldet + timedelta(weeks=settings.FRISTEN["barriere_antwort_wochen"])


class BarrieremeldungQuerySet(models.QuerySet):
    def faellig(self, jetzt: datetime) -> "BarrieremeldungQuerySet":
        return self.filter(loeschen_am__lte=jetzt).order_by("loeschen_am")

    def offen(self) -> "BarrieremeldungQuerySet":
        return self.filter(erledigt_am=None)

    def zu_erinnern(self, jetzt: datetime) -> "BarrieremeldungQuerySet":
        """Whose period ends soon or is over, and nobody was reminded of it."""
        bald = jetzt + timedelta(days=settings.FRISTEN["barriere_erinnern_tage"])
        return self.offen().filter(erinnert_am=None, antwort_bis__lte=bald).order_by("antwort_bis")

    def in_zustaendigkeit(self, konto) -> "BarrieremeldungQuerySet":
        """It is about the portal itself: for whoever looks after the first region served."""
        erste = settings.PORTAL_REGIONEN[:1]
        meine = any(region == "DE" or e.startswith(region) for region in konto.regionen for e in erste)
        return self if meine else self.none()


class BarrieremeldungManager(models.Manager.from_queryset(BarrieremeldungQuerySet)):
    def melden(self, **angaben) -> "Barrieremeldung":
        """The Kontaktstelle is told; whoever left an address learns until when an answer comes."""
        from .. import mails

        jetzt = timezone.now()
        with transaction.atomic():
            meldung = self.create(
                sprache=get_language() or settings.LANGUAGE_CODE,
                antwort_bis=antwort_bis(jetzt),
                loeschen_am=jetzt + timedelta(days=settings.FRISTEN["barriere_tage"]),
                **angaben,
            )
            mails.barriere_gemeldet(meldung)
            mails.barriere_eingegangen(meldung)
        return meldung


class Barrieremeldung(models.Model):
    """An answer is kept in its mail alone."""

    text = models.TextField(_("Was geht nicht?"), max_length=2000)
    seite = models.CharField(_("Auf welcher Seite?"), max_length=500, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    telefon = models.CharField(_("Telefonnummer"), max_length=40, blank=True)
    sprache = models.CharField(_("Sprache"), max_length=10)
    erstellt_am = models.DateTimeField(_("eingegangen am"), auto_now_add=True)
    antwort_bis = models.DateTimeField(_("Antwort bis"))
    vertroestet_am = models.DateTimeField(_("Zwischennachricht am"), null=True, blank=True)
    erinnert_am = models.DateTimeField(_("erinnert am"), null=True, blank=True)
    erledigt_am = models.DateTimeField(_("erledigt am"), null=True, blank=True)
    loeschen_am = models.DateTimeField(_("wird gelöscht am"), db_index=True)

    objects = BarrieremeldungManager()

    class Meta:
        verbose_name = _("Gemeldete Barriere")
        verbose_name_plural = _("Gemeldete Barrieren")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Barriere {self.pk}"

    @property
    def spaetestens(self) -> datetime:
        """After an interim notice the answer itself must have come by then."""
        return self.erstellt_am + timedelta(weeks=settings.FRISTEN["barriere_hoechstens_wochen"])

    def vertroesten(self, akteur: Akteur, text: str) -> None:
        """An interim notice: the answer takes longer. Once, and only before the longest period is over."""
        from .. import mails

        jetzt = timezone.now()
        frei = self._offene().filter(vertroestet_am=None)
        with transaction.atomic():
            werte = {"vertroestet_am": jetzt, "antwort_bis": self.spaetestens, "erinnert_am": None}
            if jetzt >= self.spaetestens or not frei.update(**werte):
                raise NichtMoeglich(_t("Eine Zwischennachricht geht nur einmal, solange die Meldung offen ist."))
            self.refresh_from_db()
            mails.barriere_zwischennachricht(self, text)
            protokollieren(self, "vertroesten", akteur=akteur)

    def beantworten(self, akteur: Akteur, text: str) -> None:
        from .. import mails

        with transaction.atomic():
            self._erledigt(akteur, "beantworten")
            mails.barriere_antwort(self, text)

    def erledigen(self, akteur: Akteur) -> None:
        """Without a mail: answered by telephone, or nobody to answer."""
        with transaction.atomic():
            self._erledigt(akteur, "erledigen")

    def erinnern(self, jetzt: datetime) -> None:
        """The office, before the period ends; once in each period."""
        from .. import mails

        mails.barriere_erinnerung(self, jetzt)
        self.erinnert_am = jetzt
        self.save(update_fields=["erinnert_am"])

    def _erledigt(self, akteur: Akteur, vorgang: str) -> None:
        jetzt = timezone.now()
        if not self._offene().update(erledigt_am=jetzt):
            raise NichtMoeglich(_t("Diese Meldung ist schon erledigt."))
        self.erledigt_am = jetzt
        protokollieren(self, vorgang, akteur=akteur)

    def _offene(self) -> BarrieremeldungQuerySet:
        return type(self).objects.offen().filter(pk=self.pk)
