"""Which text is in work? Every change of content, the first included, is a Fassung."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import NichtMoeglich, protokollieren, status_wechseln
from ehrenamt.rollen import Akteur
from organisationen.auswahl import AUSGESCHLOSSEN, OrganisationStatus

from .. import inhalt as format
from .. import ratgeber
from ..ablauf import FASSUNG
from ..auswahl import AngebotStatus, FassungStatus
from ..querysets import OFFENE_FASSUNG
from ..ratgeber.schutz import SCHUTZBEDUERFTIG
from .fassungen import FassungManager


class Fassung(models.Model):
    ABLAUF = FASSUNG
    Status = FassungStatus

    angebot = models.ForeignKey("Angebot", models.CASCADE, related_name="fassungen")
    nummer = models.PositiveSmallIntegerField(_("Nummer"))
    inhalt = models.JSONField(_("Inhalt"), default=dict)
    status = models.CharField(_("Stand"), max_length=15, choices=FassungStatus, default=FassungStatus.ENTWURF)
    rueckgabe_grund = models.TextField(_("Grund der Rückgabe"), blank=True)
    # Went online without a look beforehand (direktfreigabe) and waits for one afterwards.
    nachzupruefen = models.BooleanField(_("noch anzusehen"), default=False)
    # The rules of the coach that found something when it was handed in: what the queue is sorted out by.
    auffaellig = ArrayField(
        models.CharField(max_length=40), verbose_name=_("Befunde"), default=list, db_default=[], blank=True
    )
    erstellt_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("von"),
    )
    erstellt_am = models.DateTimeField(_("angelegt am"), auto_now_add=True)
    geaendert_am = models.DateTimeField(_("geändert am"), auto_now=True)
    eingereicht_am = models.DateTimeField(_("eingereicht am"), null=True, blank=True)
    entschieden_am = models.DateTimeField(_("entschieden am"), null=True, blank=True)

    objects = FassungManager()

    class Meta:
        verbose_name = _("Fassung")
        verbose_name_plural = _("Fassungen")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["angebot", "nummer"], name="fassung_nummer"),
            models.UniqueConstraint(
                fields=["angebot"], condition=models.Q(status__in=OFFENE_FASSUNG), name="fassung_eine_offen"
            ),
            models.CheckConstraint(condition=models.Q(status__in=FassungStatus.values), name="fassung_status_bekannt"),
        ]
        indexes = [
            models.Index(
                fields=["eingereicht_am"],
                condition=models.Q(status="eingereicht"),
                name="fassung_warteschlange",
            ),
            models.Index(fields=["geaendert_am"], name="fassung_alter"),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def titel(self) -> str:
        return self.inhalt.get("titel") or _t("Ohne Titel")

    @property
    def offen(self) -> bool:
        return self.status in OFFENE_FASSUNG

    def vorgaenger(self) -> "Fassung | None":
        """The text that this one replaced or would replace."""
        return (
            self.angebot.fassungen.filter(status=FassungStatus.UEBERNOMMEN, nummer__lt=self.nummer)
            .order_by("-nummer")
            .first()
        )

    def fehler(self) -> format.Fehler:
        """What still stands in the way of going online, by field."""
        return format.pruefen(self.inhalt)

    @property
    def braucht_blick(self) -> bool:
        """Whether people in need of protection are concerned."""
        return bool(SCHUTZBEDUERFTIG & set(self.inhalt.get("zielgruppen", [])))

    def befunde(self) -> list[ratgeber.Befund]:
        """What the coach says about the text as it is today."""
        return ratgeber.alle_befunde([(self.inhalt, self.angebot_id)])[0]

    @property
    def gesperrt(self) -> bool:
        """Whether a rule stands against it, as of its submission."""
        return ratgeber.schwerste(self.auffaellig) == ratgeber.Schwere.SPERRE

    @property
    def hat_direktfreigabe(self) -> bool:
        organisation = self.angebot.organisation
        return organisation.direktfreigabe and organisation.status == OrganisationStatus.FREIGEGEBEN

    @property
    def geht_sofort_online(self) -> bool:
        """Whether the organisation has direktfreigabe, nobody in need of protection is concerned, and no rule stands
        against it."""
        return self.hat_direktfreigabe and not self.braucht_blick and not self.gesperrt

    @property
    def organisation_ist_neu(self) -> bool:
        return self.angebot.organisation.status == OrganisationStatus.IN_PRUEFUNG

    def freigabe_pruefen(self) -> None:
        """Raises NichtMoeglich where listing or organisation stand against it."""
        if self.angebot.status in (AngebotStatus.GESPERRT, AngebotStatus.ARCHIVIERT):
            raise NichtMoeglich(_t("Dieses Angebot ist gesperrt oder archiviert."))
        if self.angebot.organisation.status in AUSGESCHLOSSEN:
            raise NichtMoeglich(_t("Die Organisation ist gesperrt, abgelehnt oder ausgetragen. Das geht vor."))

    def zustaendigkeit_festhalten(self) -> None:
        """Until the listing is public, the submitted text decides who is responsible."""
        angebot = self.angebot
        ags = angebot.zustaendig_nach(self.inhalt)
        if angebot.status == AngebotStatus.UNVEROEFFENTLICHT and angebot.zustaendig_ags != ags:
            angebot.zustaendig_ags = ags
            angebot.save(update_fields=["zustaendig_ags"])

    def schreiben(self, werte: dict[str, Any]) -> None:
        """Save the text, however incomplete. Only a text in work can be written."""
        if self.status not in (FassungStatus.ENTWURF, FassungStatus.ZURUECKGEGEBEN):
            raise NichtMoeglich(_t("Dieser Text wird gerade geprüft. Bitte nehmen Sie ihn zuerst zurück."))
        self.inhalt = format.dokument(werte)
        self.save(update_fields=["inhalt", "geaendert_am"])

    def einreichen(self, akteur: Akteur, *, mail: bool = True) -> None:
        """Hand in for review; see FassungManager.alle_einreichen."""
        type(self).objects.alle_einreichen([self], akteur, mail=mail)

    def zuruecknehmen(self, akteur: Akteur) -> None:
        status_wechseln(self, "zuruecknehmen", akteur=akteur)

    def verwerfen(self, akteur: Akteur) -> None:
        status_wechseln(self, "verwerfen", akteur=akteur)

    def zurueckgeben(self, akteur: Akteur, grund: str) -> None:
        status_wechseln(
            self,
            "zurueckgeben",
            akteur=akteur,
            grund=grund,
            rueckgabe_grund=grund.strip(),
            entschieden_am=timezone.now(),
        )

    def ablehnen(self, akteur: Akteur, grund: str, *, mail: bool = True) -> None:
        status_wechseln(
            self,
            "ablehnen",
            akteur=akteur,
            grund=grund,
            mail=mail,
            rueckgabe_grund=grund.strip(),
            entschieden_am=timezone.now(),
        )

    def freigeben(
        self, akteur: Akteur, inhalt: dict | None = None, *, nachzupruefen: bool = False, mail: bool = True
    ) -> None:
        """Put the text online, with staff's corrections where given; see FassungManager.alle_freigeben."""
        berichtigt = {} if inhalt is None else {"inhalt": format.dokument(inhalt)}
        type(self).objects.alle_freigeben([self], akteur, nachzupruefen=nachzupruefen, mail=mail, **berichtigt)

    def nachgeprueft(self, akteur: Akteur) -> None:
        """Staff looked at what went online by direktfreigabe."""
        with transaction.atomic():
            if not type(self).objects.filter(pk=self.pk, nachzupruefen=True).update(nachzupruefen=False):
                raise NichtMoeglich(_t("Das ist schon erledigt."))
            self.nachzupruefen = False
            protokollieren(self, "nachgeprueft", akteur=akteur)
