"""Who would like to help and has found no listing yet? An offer to the Kontaktstelle; never public."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import NichtMoeglich, protokollieren, status_wechseln
from ehrenamt.kennung import uuid7
from ehrenamt.models import Nachricht
from ehrenamt.rollen import BUERGERIN, PORTAL, Akteur
from organisationen.models import Kontaktstelle

from .. import fristen
from ..ablauf import BEIM_AMT, ENGAGEMENTWUNSCH
from ..auswahl import Digital, Tageszeit, WieOft, Wochentag, WunschStatus
from ..querysets import EngagementwunschQuerySet

ERGEBNIS = [WunschStatus.VERMITTELT, WunschStatus.OHNE_ERGEBNIS, WunschStatus.ZURUECKGEZOGEN]
VORSCHLAEGE_HOECHSTENS = 5
# What goes with the person, and what it becomes; Gemeinde and Themen stay with the count.
LEER = {
    **dict.fromkeys(["name", "email", "telefon", "text", "ort", "wie_oft"], ""),
    **dict.fromkeys(["lat", "lon", "umkreis", "stunden", "formular"]),
    **{liste: [] for liste in ("zielgruppen", "taetigkeiten", "wochentage", "tageszeiten")},
}


def _kuerzel(auswahl=None) -> ArrayField:
    return ArrayField(models.CharField(max_length=60, choices=auswahl), default=list, blank=True)


class EngagementwunschManager(models.Manager.from_queryset(EngagementwunschQuerySet)):
    def anbieten(self, *, sprache: str, datenschutz_version: int, formular=None, **angaben) -> "Engagementwunsch":
        """With e-mail it waits for the button behind the mailed link, with telephone only the Kontaktstelle calls.

        `formular` (a UUID) stands for one filled-in form: sending it again gives the wish that is there.
        """
        from .. import mails_wunsch as mails

        jetzt = timezone.now()
        felder = {"sprache": sprache, "datenschutz_version": datenschutz_version} | angaben
        felder |= {"datenschutz_am": jetzt, "loeschen_am": fristen.unbestaetigt(jetzt)}
        mail = mails.wunsch_bestaetigen
        if not angaben.get("email"):
            mail = mails.wunsch_eingegangen
            felder |= {"status": WunschStatus.OFFEN, "bestaetigt_am": jetzt}
            felder["loeschen_am"] = fristen.wunsch_ohne_ergebnis(jetzt)
        with transaction.atomic():
            wunsch, neu = self.get_or_create(formular=formular or uuid7(), defaults=felder)
            if neu:
                mail(wunsch)
                protokollieren(wunsch, "anbieten", akteur=BUERGERIN, nach=wunsch.status)
        return wunsch


class Engagementwunsch(models.Model):
    ABLAUF = ENGAGEMENTWUNSCH
    Status = WunschStatus

    kennung = models.UUIDField(default=uuid7, unique=True, editable=False)
    # One filled-in form, so that a doubled click makes no second wish.
    formular = models.UUIDField(null=True, unique=True, editable=False)
    name = models.CharField(_("Name"), max_length=100, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    telefon = models.CharField(_("Telefon"), max_length=40, blank=True)
    text = models.TextField(_("In eigenen Worten"), blank=True, max_length=1000)
    # Otherwise a parent writes, who can be reached here.
    mindestens_16 = models.BooleanField(_("mindestens 16 Jahre alt"))
    themen = _kuerzel()
    zielgruppen = _kuerzel()
    taetigkeiten = _kuerzel()
    wochentage = _kuerzel(Wochentag)
    tageszeiten = _kuerzel(Tageszeit)
    wie_oft = models.CharField(_("Wie oft"), max_length=15, choices=WieOft, blank=True)
    stunden = models.PositiveSmallIntegerField(_("Stunden am Stück, höchstens"), null=True, blank=True)
    digital = models.CharField(_("Von zu Hause"), max_length=10, choices=Digital, default=Digital.NEIN)
    # The place as the search understands it, its middle, and its Gemeinde, which decides who is responsible.
    ort = models.CharField(_("Wo"), max_length=150, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    umkreis = models.PositiveSmallIntegerField(_("Umkreis in km"), null=True, blank=True)
    zustaendig_ags = models.CharField(max_length=8, blank=True, db_index=True, editable=False)
    vorschlaege = models.ManyToManyField("Angebot", related_name="+", blank=True, verbose_name=_("Vorschläge"))
    status = models.CharField(_("Stand"), max_length=15, choices=WunschStatus, default=WunschStatus.UNBESTAETIGT)
    sprache = models.CharField(max_length=10)
    datenschutz_version = models.PositiveIntegerField()
    datenschutz_am = models.DateTimeField()
    erstellt_am = models.DateTimeField(_("geschrieben am"), auto_now_add=True)
    bestaetigt_am = models.DateTimeField(_("bestätigt am"), null=True, blank=True)
    erinnert_am = models.DateTimeField(_("Kontaktstelle erinnert am"), null=True, blank=True)
    ergebnis_am = models.DateTimeField(_("Ergebnis am"), null=True, blank=True)
    loeschen_am = models.DateTimeField(_("wird gelöscht am"))
    geloescht_am = models.DateTimeField(_("gelöscht am"), null=True, blank=True)

    objects = EngagementwunschManager()

    class Meta:
        verbose_name = _("Engagementwunsch")
        verbose_name_plural = _("Engagementwünsche")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=WunschStatus.values), name="wunsch_status_bekannt"),
            # Reachable until it is deleted; nothing personal afterwards.
            models.CheckConstraint(
                condition=models.Q(geloescht_am=None) & (~models.Q(email="") | ~models.Q(telefon=""))
                | models.Q(geloescht_am__isnull=False, **LEER),
                name="wunsch_erreichbar_oder_leer",
            ),
        ]
        indexes = [
            models.Index(fields=["loeschen_am"], condition=models.Q(geloescht_am=None), name="wunsch_loeschen"),
            models.Index(Upper("email"), condition=models.Q(geloescht_am=None), name="wunsch_adresse"),
            models.Index(
                fields=["bestaetigt_am"],
                condition=models.Q(status="offen", erinnert_am=None),
                name="wunsch_erinnern",
            ),
        ]

    def __str__(self) -> str:
        return f"Engagementwunsch {self.pk}"

    @property
    def nur_telefon(self) -> bool:
        return not self.email

    @property
    def hat_ergebnis(self) -> bool:
        return self.status in ERGEBNIS

    @property
    def nie_bestaetigt(self) -> bool:
        """Nobody but the person has seen it."""
        return self.bestaetigt_am is None

    @property
    def aenderbar(self) -> bool:
        return self.status in [WunschStatus.UNBESTAETIGT, *BEIM_AMT]

    @cached_property
    def kontaktstelle(self) -> Kontaktstelle | None:
        return Kontaktstelle.objects.zustaendig_fuer(self.zustaendig_ags)

    def bestaetigen(self) -> None:
        """The button behind the mailed link: from now on the Kontaktstelle sees it."""
        jetzt = timezone.now()
        felder = {"bestaetigt_am": jetzt, "loeschen_am": fristen.wunsch_ohne_ergebnis(jetzt)}
        status_wechseln(self, "bestaetigen", akteur=BUERGERIN, **felder)

    def beraten(self, akteur: Akteur) -> None:
        """Staff spoke with the person, and goes on looking."""
        status_wechseln(self, "beraten", akteur=akteur)

    def vorschlagen(self, akteur: Akteur, angebote: list, worte: str = "") -> None:
        """Mail these listings to the person, with some words of staff."""
        from .. import mails_wunsch as mails

        if self.nur_telefon:
            raise NichtMoeglich(_t("Die Person hat keine E-Mail-Adresse angegeben. Bitte rufen Sie an."))
        with transaction.atomic():
            status_wechseln(self, "vorschlagen", akteur=akteur)
            if {angebot.pk for angebot in angebote} <= set(self.vorschlaege.values_list("pk", flat=True)):
                raise NichtMoeglich(_t("Diese Vorschläge haben Sie schon gesendet."))
            self.vorschlaege.add(*angebote)
            mails.wunsch_vorschlaege(self, angebote, worte.strip())

    def vermitteln(self, akteur: Akteur) -> None:
        self._abschliessen("vermitteln", akteur, timezone.now())

    def beenden(self, akteur: Akteur) -> None:
        self._abschliessen("beenden", akteur, timezone.now())

    def zurueckziehen(self) -> None:
        self._abschliessen("zurueckziehen", BUERGERIN, timezone.now())

    def _abschliessen(self, uebergang: str, akteur: Akteur, jetzt: datetime) -> None:
        felder = {"ergebnis_am": jetzt}
        if not self.nie_bestaetigt:
            felder["loeschen_am"] = fristen.nach_ergebnis(jetzt)
        status_wechseln(self, uebergang, akteur=akteur, **felder)

    def korrigieren(self, **angaben) -> None:
        """The person puts something right. Where another office becomes responsible, that one is told."""
        from .. import mails_wunsch as mails

        with transaction.atomic():
            aktuell = type(self).objects.select_for_update().get(pk=self.pk)
            if not aktuell.aenderbar or aktuell.geloescht_am:
                raise NichtMoeglich(_t("Das lässt sich nicht mehr ändern."))
            bisher = aktuell.kontaktstelle
            for feld, wert in angaben.items():
                setattr(self, feld, wert)
            self.save(update_fields=list(angaben))
            protokollieren(self, "bearbeiten", akteur=BUERGERIN)
            self.__dict__.pop("kontaktstelle", None)
            if not aktuell.nie_bestaetigt and self.kontaktstelle != bisher:
                mails.wunsch_eingegangen(self)

    def erinnern(self, jetzt: datetime) -> None:
        """The Kontaktstelle left it unanswered: it is told once more, and only once."""
        from .. import mails_wunsch as mails

        with transaction.atomic():
            self.erinnert_am = jetzt
            self.save(update_fields=["erinnert_am"])
            protokollieren(self, "erinnern", akteur=PORTAL)
            mails.wunsch_wartet(self, jetzt)

    def loeschen(self, akteur: Akteur = PORTAL, jetzt: datetime | None = None) -> None:
        """Delete everything personal, mails about it included, in whatever state; what remains is the count.

        What nobody ever saw goes altogether.
        """
        jetzt = jetzt or timezone.now()
        with transaction.atomic():
            aktuell = type(self).objects.select_for_update().filter(pk=self.pk, geloescht_am=None).first()
            if aktuell is None:
                return
            if not aktuell.hat_ergebnis and not aktuell.nie_bestaetigt:
                aktuell._abschliessen("zurueckziehen" if akteur == BUERGERIN else "beenden", akteur, jetzt)
            art = ContentType.objects.get_for_model(self)
            Nachricht.objects.filter(bezug_art=art, bezug_id=self.pk).delete()
            Nachricht.objects.linklisten(aktuell.email).delete()
            if aktuell.nie_bestaetigt:
                aktuell.delete()
            else:
                aktuell._leeren(jetzt)

    def _leeren(self, jetzt: datetime) -> None:
        leer = LEER | {"geloescht_am": jetzt}
        for feld, wert in leer.items():
            setattr(self, feld, wert)
        self.save(update_fields=list(leer))
        self.vorschlaege.clear()
