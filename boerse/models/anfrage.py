"""Who is interested in a listing? A citizen's message, without an account, with a date of deletion."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import NichtMoeglich, protokollieren, status_wechseln
from ehrenamt.kennung import uuid7
from ehrenamt.models import Nachricht
from ehrenamt.rollen import BUERGERIN, ELTERN, PORTAL, Akteur

from .. import fristen
from ..ablauf import ANFRAGE, LAUFEND, NACHFRAGBAR
from ..auswahl import AnfrageStatus
from ..querysets import AnfrageQuerySet
from .antwort import Antwort, weitergegeben

ERGEBNIS = [
    AnfrageStatus.VERMITTELT,
    AnfrageStatus.ABGESAGT,
    AnfrageStatus.ZURUECKGEZOGEN,
    AnfrageStatus.OHNE_RUECKMELDUNG,
]
PERSOENLICH = ["name", "email", "telefon", "nachricht", "eltern_email", "absage_grund"]


class AnfrageManager(models.Manager.from_queryset(AnfrageQuerySet)):
    def stellen(self, angebot, *, sprache: str, datenschutz_version: int, formular=None, **angaben) -> "Anfrage":
        """A citizen's enquiry: with e-mail it waits for the button behind the mailed link, with telephone only it
        goes to the Kontaktstelle, which calls back; under 16 to a parent first (`eltern_email`).

        `formular` (a UUID) stands for one filled-in form: sending it again gives the enquiry that is there.
        """
        from .. import mails

        jetzt = timezone.now()
        felder = {"angebot": angebot, "sprache": sprache, "datenschutz_version": datenschutz_version} | angaben
        felder |= {"datenschutz_am": jetzt, "loeschen_am": fristen.unbestaetigt(jetzt)}
        mail = mails.anfrage_bestaetigen
        if not angaben.get("email") and angaben.get("eltern_email"):
            mail = mails.anfrage_eltern
            felder |= {"status": AnfrageStatus.ELTERN, "loeschen_am": fristen.eltern(jetzt)}
        elif not angaben.get("email"):
            mail = mails.anfrage_an_kontaktstelle
            felder |= {"status": AnfrageStatus.UEBERNOMMEN, "bestaetigt_am": jetzt, "uebernommen_am": jetzt}
            felder["loeschen_am"] = fristen.ohne_ergebnis(jetzt)
        with transaction.atomic():
            anfrage, neu = self.get_or_create(formular=formular or uuid7(), defaults=felder)
            if neu:
                mail(anfrage)
                protokollieren(anfrage, "stellen", akteur=BUERGERIN, nach=anfrage.status)
        return anfrage


class Anfrage(Antwort, models.Model):
    ABLAUF = ANFRAGE
    Status = AnfrageStatus

    kennung = models.UUIDField(default=uuid7, unique=True, editable=False)
    # One filled-in form, so that a doubled click makes no second enquiry.
    formular = models.UUIDField(null=True, unique=True, editable=False)
    angebot = models.ForeignKey("Angebot", models.PROTECT, related_name="anfragen")
    name = models.CharField(_("Name"), max_length=100, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    telefon = models.CharField(_("Telefon"), max_length=40, blank=True)
    nachricht = models.TextField(_("Nachricht"), blank=True, max_length=2000)
    mindestens_16 = models.BooleanField(_("mindestens 16 Jahre alt"))
    # Under 16: a parent says yes first, by a link to this address.
    eltern_email = models.EmailField(_("E-Mail-Adresse eines Elternteils"), blank=True, default="", db_default="")
    eltern_bestaetigt_am = models.DateTimeField(_("von einem Elternteil bestätigt am"), null=True, blank=True)
    # The organisation's words to the person; not in the Verlauf, which cannot be deleted.
    absage_grund = models.TextField(_("Grund der Absage"), blank=True, max_length=1000)
    status = models.CharField(_("Stand"), max_length=25, choices=AnfrageStatus, default=AnfrageStatus.UNBESTAETIGT)
    sprache = models.CharField(max_length=10)
    datenschutz_version = models.PositiveIntegerField()
    datenschutz_am = models.DateTimeField()
    erstellt_am = models.DateTimeField(_("gestellt am"), auto_now_add=True)
    bestaetigt_am = models.DateTimeField(_("bestätigt am"), null=True, blank=True)
    weitergegeben_am = models.DateTimeField(_("an die Organisation am"), null=True, blank=True)
    uebernommen_am = models.DateTimeField(_("bei der Kontaktstelle seit"), null=True, blank=True)
    # The clock: when the organisation's turn began, and how often it was reminded since.
    wartet_seit = models.DateTimeField(_("wartet seit"), null=True, blank=True)
    erinnerungen = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    beantwortet_am = models.DateTimeField(_("zuerst beantwortet am"), null=True, blank=True)
    # The answer went through the portal, so nobody has to be asked whether it came.
    antwort_zugestellt = models.BooleanField(default=False, db_default=False, editable=False)
    # "Hat sich jemand gemeldet?": when the person was asked, what it answered, and how often it said no.
    nachgefragt_am = models.DateTimeField(null=True, blank=True, editable=False)
    gemeldet = models.BooleanField(null=True, blank=True, editable=False)
    verneint = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    ergebnis_am = models.DateTimeField(_("Ergebnis am"), null=True, blank=True)
    loeschen_am = models.DateTimeField(_("wird gelöscht am"))
    geloescht_am = models.DateTimeField(_("gelöscht am"), null=True, blank=True)

    objects = AnfrageManager()

    class Meta:
        verbose_name = _("Anfrage")
        verbose_name_plural = _("Anfragen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=AnfrageStatus.values), name="anfrage_status_bekannt"),
            # Reachable until it is deleted; nothing personal afterwards.
            models.CheckConstraint(
                condition=models.Q(geloescht_am=None) & (~models.Q(email="") | ~models.Q(telefon=""))
                | models.Q(geloescht_am__isnull=False, **dict.fromkeys(PERSOENLICH, "")),
                name="anfrage_erreichbar_oder_leer",
            ),
        ]
        indexes = [
            models.Index(fields=["loeschen_am"], condition=models.Q(geloescht_am=None), name="anfrage_loeschen"),
            models.Index(fields=["status", "bestaetigt_am"], name="anfrage_warteschlange"),
            # What the portal's own duties look for (boerse/antwort.py).
            models.Index(fields=["wartet_seit"], condition=models.Q(status=AnfrageStatus.OFFEN), name="anfrage_uhr"),
            models.Index(
                fields=["beantwortet_am"],
                condition=models.Q(status__in=NACHFRAGBAR, antwort_zugestellt=False, nachgefragt_am=None),
                name="anfrage_nachfrage",
            ),
            models.Index(
                fields=["ergebnis_am"],
                condition=models.Q(status=AnfrageStatus.VERMITTELT, geloescht_am=None),
                name="anfrage_vermittelt",
            ),
            models.Index(fields=["bestaetigt_am"], condition=models.Q(status__in=LAUFEND), name="anfrage_laufend"),
            # What kennzahlen.py and zahlen.py count, without reading the messages.
            models.Index(
                fields=["angebot"],
                include=[
                    "id",
                    "status",
                    "bestaetigt_am",
                    "weitergegeben_am",
                    "beantwortet_am",
                    "uebernommen_am",
                    "ergebnis_am",
                    "verneint",
                ],
                name="anfrage_kennzahlen",
            ),
            models.Index(Upper("email"), condition=models.Q(geloescht_am=None), name="anfrage_adresse"),
            models.Index(Upper("eltern_email"), condition=~models.Q(eltern_email=""), name="anfrage_elternadresse"),
        ]

    def __str__(self) -> str:
        return f"Anfrage {self.pk}"

    @property
    def nur_telefon(self) -> bool:
        return not self.email

    @property
    def hat_ergebnis(self) -> bool:
        return self.status in ERGEBNIS

    @property
    def darf_kontaktstelle_lesen(self) -> bool:
        """Staff read name and text only after a take-over; each reading is logged."""
        return self.uebernommen_am is not None and self.geloescht_am is None

    @property
    def nie_bestaetigt(self) -> bool:
        """Nobody but the person (and a parent, where one was asked) has seen it."""
        return self.bestaetigt_am is None

    @property
    def adresse_bewiesen(self) -> bool:
        """Somebody pressed the button behind the link that was mailed there."""
        return bool(self.email) and (not self.nie_bestaetigt or self.status == AnfrageStatus.ELTERN)

    @property
    def berichtigbar(self) -> list[str]:
        """What the person may still correct. The message only as long as nobody else has it. The e-mail address
        never: it is how we know the person, so a new one is a new enquiry."""
        if self.hat_ergebnis:
            return []
        felder = ["name"] if self.email else ["name", "telefon"]
        return [*felder, "nachricht"] if self.status == AnfrageStatus.UNBESTAETIGT else felder

    @property
    def geht_an_organisation(self) -> bool:
        """Whether the organisation gets the message itself; for people under 16 the Kontaktstelle does."""
        return self.mindestens_16 and bool(self.angebot.organisation.empfaenger())

    def bestaetigen(self) -> None:
        """The button behind the mailed link: to the organisation, or to the Kontaktstelle where the organisation has
        no address. Under 16 a parent is asked first."""
        jetzt = timezone.now()
        if self.eltern_email:
            status_wechseln(self, "eltern_fragen", akteur=BUERGERIN, loeschen_am=fristen.eltern(jetzt))
            return
        felder = {"bestaetigt_am": jetzt, "loeschen_am": fristen.ohne_ergebnis(jetzt)}
        if self.geht_an_organisation:
            status_wechseln(self, "bestaetigen", akteur=BUERGERIN, **weitergegeben(jetzt), **felder)
        else:
            status_wechseln(self, "bestaetigen_an_kontaktstelle", akteur=BUERGERIN, uebernommen_am=jetzt, **felder)

    def eltern_zustimmen(self) -> None:
        """A parent said yes: to the Kontaktstelle, which talks to both."""
        jetzt = timezone.now()
        felder = dict.fromkeys(["bestaetigt_am", "eltern_bestaetigt_am", "uebernommen_am"], jetzt)
        felder["loeschen_am"] = fristen.ohne_ergebnis(jetzt)
        status_wechseln(self, "eltern_zustimmen", akteur=ELTERN, **felder)

    def eltern_ablehnen(self) -> None:
        """A parent says no, also later on: everything goes at once, and the child is told."""
        from .. import mails

        with transaction.atomic():
            aktuell = type(self).objects.select_for_update().filter(pk=self.pk, geloescht_am=None).first()
            if aktuell is not None:
                mails.eltern_abgelehnt(aktuell)
                aktuell.loeschen(ELTERN)

    def berichtigen(self, **angaben: str) -> None:
        """The person corrects what it wrote; an organisation that has it is told."""
        from .. import mails

        with transaction.atomic():
            aktuell = type(self).objects.select_for_update().filter(pk=self.pk, geloescht_am=None).first()
            if aktuell is None or not set(angaben) <= set(aktuell.berichtigbar):
                raise NichtMoeglich(_t("Das lässt sich nicht mehr berichtigen."))
            neu = {feld: wert for feld, wert in angaben.items() if getattr(aktuell, feld) != wert}
            if neu:
                for feld, wert in neu.items():
                    setattr(aktuell, feld, wert)
                aktuell.save(update_fields=list(neu))
                protokollieren(aktuell, "berichtigen", akteur=BUERGERIN)
                mails.anfrage_berichtigt(aktuell)

    def loeschen(self, akteur: Akteur = PORTAL, jetzt: datetime | None = None) -> None:
        """Delete everything personal, mails about it included, in whatever state; what remains is the count.

        Where the person (or a parent) asks for it, the organisation that has the enquiry is told. What nobody ever
        saw goes altogether.
        """
        from .. import mails

        with transaction.atomic():
            aktuell = type(self).objects.select_for_update().filter(pk=self.pk, geloescht_am=None).first()
            if aktuell is None:
                return
            war_bekannt = aktuell.weitergegeben_am and aktuell.status != AnfrageStatus.ZURUECKGEZOGEN
            if not aktuell.hat_ergebnis and not aktuell.nie_bestaetigt:
                ende = "zurueckziehen" if akteur in (BUERGERIN, ELTERN) else "aufgeben"
                aktuell._abschliessen(ende, akteur, mail=False, jetzt=jetzt)
            art = ContentType.objects.get_for_model(self)
            Nachricht.objects.filter(bezug_art=art, bezug_id=self.pk).delete()
            Nachricht.objects.linklisten(aktuell.email, aktuell.eltern_email).delete()
            if aktuell.nie_bestaetigt:
                aktuell.delete()
                return
            aktuell._leeren(jetzt or timezone.now())
            if akteur in (BUERGERIN, ELTERN) and war_bekannt:
                mails.anfrage_geloescht(aktuell)

    def _leeren(self, jetzt: datetime) -> None:
        leer = {feld: "" for feld in PERSOENLICH} | {"formular": None, "geloescht_am": jetzt}
        for feld, wert in leer.items():
            setattr(self, feld, wert)
        self.save(update_fields=list(leer))
