"""Which text is in work? Every change of content, the first included, is a Fassung."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import NichtMoeglich, alle_wechseln, protokollieren, status_wechseln
from ehrenamt.rollen import PORTAL, Akteur
from organisationen.auswahl import AUSGESCHLOSSEN, OrganisationStatus

from .. import inhalt as format
from ..ablauf import FASSUNG
from ..auswahl import AngebotStatus, FassungStatus
from ..querysets import OFFENE_FASSUNG, FassungQuerySet
from .angebot import alle_uebernehmen, bestaetigt

# Work with these people is looked at before it goes online, whatever the organisation's rights.
SCHUTZBEDUERFTIG = {
    "kinder",
    "jugendliche",
    "menschen-mit-behinderung",
    "kranke-menschen",
    "sterbende-trauernde",
    "menschen-in-krisen",
    "zugewanderte",
}


class InhaltUnvollstaendig(Exception):
    """The document cannot go online; `fehler` says why, by field."""

    def __init__(self, fehler: format.Fehler) -> None:
        super().__init__(str(fehler))
        self.fehler = fehler


class InzwischenGeaendert(Exception):
    """Somebody else saved the text after this person had begun; `fassung` is what stands there now."""

    def __init__(self, fassung: "Fassung") -> None:
        super().__init__(str(fassung.pk))
        self.fassung = fassung


class FassungManager(models.Manager.from_queryset(FassungQuerySet)):
    def anlegen(self, organisation, inhalt: dict | None = None, konto=None) -> "Fassung":
        """A new listing: nobody sees it, its first text is a draft."""
        with transaction.atomic():
            angebot = self.model._meta.get_field("angebot").related_model(organisation=organisation)
            angebot.zustaendig_ags = angebot.zustaendig_nach(inhalt or {})
            angebot.save()
            return self.beginnen(angebot, inhalt or {}, konto)

    def bearbeiten(self, angebot, inhalt: dict, konto=None, stand: str = "") -> "Fassung":
        """Save what somebody wrote into the listing's text in work, which begins now where there is none.

        `stand` is the text this person started from; raises InzwischenGeaendert where it is another one now, and
        AblaufFehler where it is being reviewed. Nothing is written then.
        """
        with transaction.atomic():
            type(angebot).objects.select_for_update().only("pk").get(pk=angebot.pk)
            fassung = self.beginnen(angebot, konto=konto)
            if stand and stand != stand_von(fassung.inhalt):
                raise InzwischenGeaendert(fassung)
            fassung.schreiben(inhalt)
        return fassung

    def letzter_text(self, angebot) -> dict:
        """Where a change starts from: the text in work, else the one that is public, else the one before."""
        fassungen = list(angebot.fassungen.all())
        for gesucht in (OFFENE_FASSUNG, [FassungStatus.UEBERNOMMEN], FassungStatus.values):
            passend = [f for f in fassungen if f.status in gesucht]
            if passend:
                return max(passend, key=lambda f: f.nummer).inhalt
        return {}

    def beginnen(self, angebot, inhalt: dict | None = None, konto=None) -> "Fassung":
        """The listing's text in work: the open Fassung, else a new one that starts from the last text."""
        offen = angebot.offene_fassung
        if offen is not None:
            return offen
        letzte = angebot.fassungen.order_by("-nummer").first()
        if inhalt is None:
            inhalt = self.letzter_text(angebot)
        nummer = letzte.nummer + 1 if letzte else 1
        return self.create(angebot=angebot, nummer=nummer, inhalt=format.dokument(inhalt), erstellt_von=konto)

    def alle_einreichen(self, fassungen: Sequence["Fassung"], akteur: Akteur, *, mail: bool = True) -> None:
        """Hand in for review; what may go online at once does (see Fassung.geht_sofort_online).

        Raises InhaltUnvollstaendig or AblaufFehler and changes nothing then.
        """
        _vollstaendig(fassung.inhalt for fassung in fassungen)
        if any(f.angebot.organisation.status in AUSGESCHLOSSEN for f in fassungen):
            raise NichtMoeglich(_t("Ihre Organisation ist nicht freigegeben. Bitte sprechen Sie die Kontaktstelle an."))
        with transaction.atomic():
            alle_wechseln(
                fassungen, "einreichen", akteur=akteur, mail=mail, eingereicht_am=timezone.now(), rueckgabe_grund=""
            )
            for fassung in fassungen:
                fassung.zustaendigkeit_festhalten()
            sofort = [fassung for fassung in fassungen if akteur != PORTAL and fassung.geht_sofort_online]
            self.alle_freigeben(sofort, PORTAL, nachzupruefen=True, mail=mail)

    def alle_freigeben(
        self,
        fassungen: Sequence["Fassung"],
        akteur: Akteur,
        *,
        nachzupruefen: bool = False,
        mail: bool = True,
        **felder,
    ) -> None:
        """Put the texts online; a new organisation is approved with its text. `felder`: a corrected inhalt.

        Raises InhaltUnvollstaendig or AblaufFehler and changes nothing then.
        """
        if not fassungen:
            return
        _vollstaendig(felder.get("inhalt", fassung.inhalt) for fassung in fassungen)
        felder |= {"entschieden_am": timezone.now(), "nachzupruefen": nachzupruefen}
        with transaction.atomic():
            for fassung in fassungen:
                fassung.freigabe_pruefen()
            alle_wechseln(fassungen, "freigeben", akteur=akteur, mail=mail, **felder)
            neue = {f.angebot.organisation_id: f.angebot.organisation for f in fassungen if f.organisation_ist_neu}
            for organisation in neue.values():
                organisation.freigeben(akteur, mail=mail)
            alle_uebernehmen([(fassung.angebot, fassung.inhalt) for fassung in fassungen])
            _online_stellen([fassung.angebot for fassung in fassungen], akteur, mail)


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

    @property
    def geht_sofort_online(self) -> bool:
        """Whether the organisation has direktfreigabe and nobody in need of protection is concerned."""
        organisation = self.angebot.organisation
        freigegeben = organisation.status == OrganisationStatus.FREIGEGEBEN
        return organisation.direktfreigabe and freigegeben and not self.braucht_blick

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


def stand_von(inhalt: dict) -> str:
    """A short sign for a text: whoever saves says which one was read."""
    return hashlib.sha256(json.dumps(inhalt, sort_keys=True).encode()).hexdigest()[:16]


def _vollstaendig(inhalte: Iterable[dict]) -> None:
    for inhalt in inhalte:
        if fehler := format.pruefen(inhalt):
            raise InhaltUnvollstaendig(fehler)


def _online_stellen(angebote: Sequence, akteur: Akteur, mail: bool) -> None:
    """What was not public goes online, what had ended is renewed; whoever rewrites a listing says it is true."""
    jetzt = timezone.now()
    wahr = bestaetigt(timezone.localdate(jetzt))
    je_stand: dict[str, list] = {}
    alte = []
    for angebot in angebote:
        (alte if angebot.kommt_wieder else je_stand.setdefault(angebot.status, [])).append(angebot)
    neue = je_stand.pop(AngebotStatus.UNVEROEFFENTLICHT, [])
    alle_wechseln(neue, "veroeffentlichen", akteur=akteur, mail=mail, veroeffentlicht_am=jetzt, **wahr)
    alle_wechseln(alte, "erneuern", akteur=akteur, mail=mail, beendet_grund="", ruht_seit=None, **wahr)
    for stand, andere in je_stand.items():
        # A paused one stays paused; its way to the archive begins anew.
        ruht = {"ruht_seit": wahr["zuletzt_bestaetigt_am"]} if stand == AngebotStatus.PAUSIERT else {}
        type(andere[0]).objects.filter(pk__in=[angebot.pk for angebot in andere]).update(**wahr, **ruht)
