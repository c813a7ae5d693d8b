"""What is offered? The public row; texts in work are Fassungen."""

from datetime import date, time
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import status_wechseln
from ehrenamt.kennung import uuid7
from ehrenamt.rollen import PORTAL, Akteur, Rolle
from ehrenamt.sortierung import slug
from organisationen.auswahl import OrganisationStatus
from organisationen.models import Kontaktstelle, Organisation

from .. import auswahl, zeitmaske
from ..ablauf import ANGEBOT
from ..inhalt import FELDER
from ..querysets import AngebotQuerySet

FLEXIBEL = auswahl.Wochentag.FLEXIBEL.value


def _kuerzel(laenge: int = 60) -> ArrayField:
    return ArrayField(models.CharField(max_length=laenge), default=list, blank=True)


class Angebot(models.Model):
    """A listing as the public sees it. Its content is written by the release of a Fassung alone."""

    ABLAUF = ANGEBOT
    Status = auswahl.AngebotStatus

    kennung = models.UUIDField(default=uuid7, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="angebote")
    status = models.CharField(
        _("Stand"),
        max_length=20,
        choices=auswahl.AngebotStatus,
        default=auswahl.AngebotStatus.UNVEROEFFENTLICHT,
    )
    # The Gemeinde that decides which Kontaktstelle is responsible: the first place, else the organisation's seat.
    zustaendig_ags = models.CharField(max_length=8, db_index=True, editable=False)

    titel = models.CharField(_("Titel"), max_length=100, blank=True)
    kurzbeschreibung = models.CharField(max_length=160, blank=True)
    beschreibung = models.TextField(blank=True)
    themen = _kuerzel()
    zielgruppen = _kuerzel()
    taetigkeiten = _kuerzel()
    schlagwoerter = _kuerzel(200)
    art = models.CharField(max_length=15, choices=auswahl.Art, blank=True)
    zeitaufwand = models.CharField(max_length=120, blank=True)
    stunden = models.FloatField(null=True, blank=True)
    haeufigkeit = models.CharField(max_length=15, choices=auswahl.Haeufigkeit, blank=True)
    beginn = models.DateField(null=True, blank=True)
    ende = models.DateField(null=True, blank=True)
    # The Zeitfenster as bits (zeitmaske.py); 0: nothing said.
    zeitmaske = models.IntegerField(default=0, db_default=0, editable=False)
    digital = models.CharField(max_length=10, choices=auswahl.Digital, default=auswahl.Digital.NEIN)
    mindestalter = models.PositiveSmallIntegerField(null=True, blank=True)
    hoechstalter = models.PositiveSmallIntegerField(null=True, blank=True)
    plaetze = models.PositiveSmallIntegerField(null=True, blank=True)
    voraussetzungen = models.TextField(blank=True)
    fuehrungszeugnis = models.CharField(max_length=10, choices=auswahl.Fuehrungszeugnis, blank=True)
    nachweise = _kuerzel()
    deutsch = models.CharField(max_length=20, choices=auswahl.Deutsch, blank=True)
    sprachen = _kuerzel()
    allein_gruppe = models.CharField(max_length=15, choices=auswahl.AlleinGruppe, blank=True)
    geeignet = _kuerzel()
    barrierefrei = _kuerzel()
    erreichbarkeit = _kuerzel()
    haltestelle = models.CharField(max_length=120, blank=True)
    leistungen = _kuerzel()
    aufwandsentschaedigung = models.CharField(max_length=200, blank=True)
    versicherung = models.CharField(max_length=200, blank=True)
    einarbeitung = models.CharField(max_length=300, blank=True)
    # Of an office: how long one is elected for, and how one takes over from whoever holds it.
    amtszeit = models.CharField(max_length=100, blank=True, default="", db_default="")
    uebergabe = models.CharField(max_length=300, blank=True, default="", db_default="")
    kontakt_name = models.CharField(max_length=100, blank=True)
    kontakt_telefon = models.CharField(max_length=40, blank=True)
    kurz_und_einfach = _kuerzel(200)
    quelle_url = models.URLField(max_length=500, blank=True)

    quelle = models.SlugField(_("Quelle"), max_length=60, blank=True)
    externe_id = models.CharField(_("Nummer in der Quelle"), max_length=100, blank=True)
    # What the document last imported is recognised by: tells a change at the source from one in the portal.
    import_stand = models.CharField(max_length=64, blank=True, editable=False)
    beendet_grund = models.CharField(max_length=10, choices=auswahl.Beendet, blank=True)
    erstellt_am = models.DateTimeField(_("angelegt am"), auto_now_add=True)
    veroeffentlicht_am = models.DateTimeField(_("zuerst veröffentlicht am"), null=True, blank=True)
    geaendert_am = models.DateTimeField(_("zuletzt geändert am"), null=True, blank=True)
    zuletzt_bestaetigt_am = models.DateField(_("zuletzt bestätigt am"), null=True, blank=True)
    # Since the last confirmation the organisation was asked so often, the last time on this day.
    erinnerungen = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    erinnert_am = models.DateField(null=True, blank=True, editable=False)
    # Paused, expired or ended: no longer shown, archived when this is long ago.
    ruht_seit = models.DateField(_("ruht seit"), null=True, blank=True, editable=False)
    suchtext_version = models.PositiveSmallIntegerField(default=0, editable=False)
    # What it is counted by, as one number (suche/merkmale.py); written with the words of the search.
    merkmale = models.DecimalField(null=True, editable=False)

    objects = AngebotQuerySet.as_manager()

    class Meta:
        verbose_name = _("Angebot")
        verbose_name_plural = _("Angebote")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["quelle", "externe_id"], condition=~models.Q(externe_id=""), name="angebot_externe_id"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=auswahl.AngebotStatus.values), name="angebot_status_bekannt"
            ),
            # What is public has a title, a date of release and a date of confirmation.
            models.CheckConstraint(
                condition=~models.Q(status="veroeffentlicht")
                | (
                    ~models.Q(titel="")
                    & models.Q(veroeffentlicht_am__isnull=False, zuletzt_bestaetigt_am__isnull=False)
                ),
                name="angebot_oeffentlich_vollstaendig",
            ),
        ]
        indexes = [
            models.Index(
                fields=["suchtext_version"],
                condition=models.Q(veroeffentlicht_am__isnull=False),
                name="angebot_suchtext_version",
            ),
            GinIndex(fields=["themen"], name="angebot_themen"),
            GinIndex(fields=["zielgruppen"], name="angebot_zielgruppen"),
            GinIndex(fields=["taetigkeiten"], name="angebot_taetigkeiten"),
            models.Index(
                fields=["-veroeffentlicht_am", "-id"],
                condition=models.Q(status="veroeffentlicht"),
                name="angebot_neueste",
            ),
            models.Index(
                fields=["ende"],
                condition=models.Q(ende__isnull=False, status__in=["veroeffentlicht", "pausiert"]),
                name="angebot_ende",
            ),
            models.Index(
                fields=["erinnerungen", "zuletzt_bestaetigt_am"],
                condition=models.Q(status="veroeffentlicht"),
                name="angebot_nachfragen",
            ),
            models.Index(
                fields=["ruht_seit"],
                condition=models.Q(status__in=["pausiert", "abgelaufen", "beendet"]),
                name="angebot_ruht",
            ),
            # What kennzahlen.py and zahlen.py count, without reading the texts.
            models.Index(
                fields=["organisation"],
                include=["id", "zustaendig_ags", "themen", "status", "ende", "zuletzt_bestaetigt_am"],
                name="angebot_kennzahlen",
            ),
            # What abgleich.py weighs, without reading the texts; by digital, since that needs no way.
            models.Index(
                fields=["digital"],
                include=[
                    *("id", "organisation", "ende", "zuletzt_bestaetigt_am", "themen", "zielgruppen", "taetigkeiten"),
                    *("zeitmaske", "art", "haeufigkeit", "stunden", "mindestalter", "hoechstalter", "allein_gruppe"),
                    *("fuehrungszeugnis", "nachweise", "deutsch", "barrierefrei", "erreichbarkeit", "leistungen"),
                ],
                condition=models.Q(status="veroeffentlicht"),
                name="angebot_abgleich",
            ),
            # What facetten.py counts and adds up, without reading the texts.
            models.Index(
                fields=["id"],
                include=["organisation", "ende", "zeitmaske", "merkmale"],
                condition=models.Q(status="veroeffentlicht"),
                name="angebot_facetten",
            ),
            # What is over, and what never began: few, next to what is public.
            models.Index(
                fields=["erstellt_am"],
                condition=models.Q(status__in=["archiviert", "gesperrt", "unveroeffentlicht"]),
                name="angebot_vorbei",
            ),
        ]

    def __str__(self) -> str:
        return self.titel or _("Angebot %(nummer)s") % {"nummer": self.pk}

    def get_absolute_url(self) -> str:
        return reverse("angebot", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return slug(self.titel, "angebot")

    @property
    def ist_aktuell(self) -> bool:
        """Whether people can still take part; the page of what has ended says "nicht mehr aktuell"."""
        return self.status == self.Status.VEROEFFENTLICHT and (not self.ende or self.ende >= timezone.localdate())

    @property
    def ist_oeffentlich(self) -> bool:
        """Whether lists show it: its organisation counts, too."""
        return self.ist_aktuell and self.organisation.status == OrganisationStatus.FREIGEGEBEN

    @property
    def ohne_antwort_pausiert(self) -> bool:
        return self.status == self.Status.PAUSIERT and self.erinnerungen > 0

    @property
    def kommt_wieder(self) -> bool:
        """Whether a new text brings it back: it had ended, or nobody had answered. Who paused it resumes it."""
        return self.ohne_antwort_pausiert or self.status in (self.Status.ABGELAUFEN, self.Status.BEENDET)

    @cached_property
    def kontaktstelle(self) -> Kontaktstelle | None:
        return Kontaktstelle.objects.zustaendig_fuer(self.zustaendig_ags)

    @property
    def offene_fassung(self):
        """The text in work or waiting, if there is one."""
        return self.fassungen.offen().first()

    # Transitions (table: boerse/ablauf.py)
    def bestaetigen(self, akteur: Akteur, heute: date | None = None) -> None:
        """ "Still true": resets the date that the public sees."""
        status_wechseln(self, "bestaetigen", akteur=akteur, **bestaetigt(heute))

    def pausieren(self, akteur: Akteur, heute: date | None = None) -> None:
        """Somebody who pauses it has answered; where the portal does, its question stays open."""
        antwort = {} if akteur.rolle == Rolle.PORTAL else OHNE_FRAGE
        status_wechseln(self, "pausieren", akteur=akteur, ruht_seit=heute or timezone.localdate(), **antwort)

    def fortsetzen(self, akteur: Akteur, heute: date | None = None) -> None:
        """Whoever takes it up again says that it is true again."""
        status_wechseln(self, "fortsetzen", akteur=akteur, ruht_seit=None, **bestaetigt(heute))

    def ablaufen(self, heute: date | None = None) -> None:
        """Its last day is over."""
        status_wechseln(self, "ablaufen", akteur=PORTAL, ruht_seit=heute or timezone.localdate())

    def beenden(self, akteur: Akteur, grund: str) -> None:
        """`grund`: one of Beendet. A text that waits becomes a draft again: approved, it would renew the listing."""
        with transaction.atomic():
            felder = {"beendet_grund": auswahl.Beendet(grund).value, "ruht_seit": timezone.localdate()}
            status_wechseln(self, "beenden", akteur=akteur, **felder)
            for fassung in self.fassungen.filter(status=auswahl.FassungStatus.EINGEREICHT):
                fassung.zuruecknehmen(PORTAL)

    def archivieren(self) -> None:
        """It rested for so long that nobody looks for it any more."""
        status_wechseln(self, "archivieren", akteur=PORTAL)

    def sperren(self, akteur: Akteur, grund: str) -> None:
        """A text that waits is refused with it, by the same mail: nobody could decide about it any more."""
        with transaction.atomic():
            status_wechseln(self, "sperren", akteur=akteur, grund=grund)
            for fassung in self.fassungen.filter(status=auswahl.FassungStatus.EINGEREICHT):
                fassung.ablehnen(akteur, grund, mail=False)
            self.fassungen.filter(nachzupruefen=True).update(nachzupruefen=False)

    def entsperren(self, akteur: Akteur) -> None:
        status_wechseln(self, "entsperren", akteur=akteur, ruht_seit=timezone.localdate(), **OHNE_FRAGE)

    def zustaendig_nach(self, inhalt: dict[str, Any]) -> str:
        """The AGS that decides who is responsible: the first place; a digital listing's is the organisation's seat."""
        orte = inhalt.get("orte", [])
        if inhalt.get("digital") == auswahl.Digital.NUR or not orte or not orte[0].get("gemeinde"):
            return self.organisation.gemeinde_id
        return orte[0]["gemeinde"]


# No question of the portal waits for an answer.
OHNE_FRAGE: dict[str, Any] = {"erinnerungen": 0, "erinnert_am": None}


def bestaetigt(heute: date | None = None) -> dict[str, Any]:
    """What is written where a listing is known to be true today: the clock of its reminders begins anew."""
    return {"zuletzt_bestaetigt_am": heute or timezone.localdate()} | OHNE_FRAGE


def alle_uebernehmen(inhalte: list[tuple[Angebot, dict[str, Any]]]) -> None:
    """Write approved documents to the public rows, their places, time slots and search texts.

    Called by the release of Fassungen alone.
    """
    from ..orte import alle_einsatzorte
    from ..suche.index import suchtext_schreiben
    from .einsatzort import Einsatzort
    from .zeitfenster import Zeitfenster

    angebote = [angebot for angebot, _inhalt in inhalte]
    with transaction.atomic():
        for angebot, inhalt in inhalte:
            for name, feld in FELDER.items():
                setattr(angebot, name, _wert(angebot, name, feld.art, inhalt.get(name)))
            if angebot.art == auswahl.Art.EINMALIG and angebot.beginn and not angebot.ende:
                angebot.ende = angebot.beginn  # one day, after which it is over
            angebot.zustaendig_ags = angebot.zustaendig_nach(inhalt)
            angebot.zeitmaske = zeitmaske.aus_fenstern(
                (zeit.get("wochentag", FLEXIBEL), zeit.get("tageszeit", FLEXIBEL)) for zeit in inhalt.get("zeiten", [])
            )
            angebot.geaendert_am = timezone.now()
            # Never the state: that is written by the engine alone.
            angebot.save(update_fields=[*FELDER, "zustaendig_ags", "zeitmaske", "geaendert_am"])
            angebot._prefetched_objects_cache = {}
        Einsatzort.objects.filter(angebot__in=angebote).delete()
        Einsatzort.objects.bulk_create(alle_einsatzorte([(a, inhalt.get("orte", [])) for a, inhalt in inhalte]))
        Zeitfenster.objects.filter(angebot__in=angebote).delete()
        Zeitfenster.objects.bulk_create(
            Zeitfenster(angebot=a, **zeit) for a, inhalt in inhalte for zeit in _zeiten(inhalt)
        )
        models.prefetch_related_objects(angebote, "einsatzorte__gemeinde")
        suchtext_schreiben(angebote)


def _wert(angebot: Angebot, name: str, art: str, wert: Any) -> Any:
    if wert is None:
        return angebot._meta.get_field(name).get_default()
    return date.fromisoformat(wert) if art == "datum" else wert


def _zeiten(inhalt: dict[str, Any]) -> list[dict[str, Any]]:
    uhrzeiten = ("von", "bis")
    return [
        {name: time.fromisoformat(wert) if name in uhrzeiten else wert for name, wert in zeit.items()}
        for zeit in inhalt.get("zeiten", [])
    ]
