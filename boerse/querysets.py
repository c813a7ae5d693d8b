"""Which listings, texts and enquiries may somebody see? Visibility and scope, in one place."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from organisationen.auswahl import AUSGESCHLOSSEN, OrganisationStatus
from organisationen.regionen import zustaendig

from . import fristen
from .auswahl import AnfrageStatus, AngebotStatus, FassungStatus, WunschStatus
from .mitlesen import mit_orten_und_zeiten

# What cards and feeds show, and the reasons why a listing suits somebody.
KARTE = [
    *("kennung", "titel", "kurzbeschreibung", "organisation__name", "themen", "zielgruppen", "taetigkeiten"),
    *("art", "haeufigkeit", "zeitaufwand", "stunden", "beginn", "ende", "zeitmaske", "digital", "mindestalter"),
    *("fuehrungszeugnis", "nachweise", "deutsch", "sprachen", "allein_gruppe", "barrierefrei", "leistungen"),
    *("kurz_und_einfach", "veroeffentlicht_am", "geaendert_am", "zuletzt_bestaetigt_am"),
]


class AngebotQuerySet(models.QuerySet):
    def oeffentlich(self, heute: date | None = None) -> "AngebotQuerySet":
        """What lists, feeds and the API show: published, of an approved organisation, not over yet."""
        heute = heute or timezone.localdate()
        return self.filter(
            Q(ende=None) | Q(ende__gte=heute),
            ~models.Exists(_verborgene_organisation()),
            status=AngebotStatus.VEROEFFENTLICHT,
        )

    def mit_seite(self) -> "AngebotQuerySet":
        """Whose page answers: public once, and neither blocked nor of a blocked organisation."""
        return self.filter(
            veroeffentlicht_am__isnull=False, organisation__status=OrganisationStatus.FREIGEGEBEN
        ).exclude(status=AngebotStatus.GESPERRT)

    def fuer(self, konto) -> "AngebotQuerySet":
        """The listings of the organisations this person acts for."""
        return self.filter(organisation__teamzugaenge__konto=konto) if konto.is_authenticated else self.none()

    def mit_altem_suchtext(self) -> "AngebotQuerySet":
        """Public once, and known to the search by the words of an earlier version."""
        from .suche.text import VERSION

        return self.filter(suchtext_version__lt=VERSION, veroeffentlicht_am__isnull=False)

    def abgelaufen(self, heute: date) -> "AngebotQuerySet":
        """Whose last day is over, but which do not say so yet."""
        laufend = [AngebotStatus.VEROEFFENTLICHT, AngebotStatus.PAUSIERT]
        return self.filter(ende__lt=heute, status__in=laufend).order_by("ende")

    def in_zustaendigkeit(self, konto) -> "AngebotQuerySet":
        """The listings in the regions this person looks after as staff."""
        return self.filter(zustaendig("zustaendig_ags", konto.regionen))

    def fuer_liste(self) -> "AngebotQuerySet":
        """With everything a card shows, in one query whatever the number of cards. Where the numbers are known:
        zeilen.py."""
        return mit_orten_und_zeiten(self.select_related("organisation")).only(*KARTE)

    def fuer_seite(self) -> "AngebotQuerySet":
        """With everything the page of one listing shows."""
        return mit_orten_und_zeiten(self.select_related("organisation"))

    def fuer_arbeitsbereich(self) -> "AngebotQuerySet":
        """With the newest text (`neueste`, a list of at most one) and the number of enquiries; without what was
        discarded before anybody saw it."""
        fassungen = self.model._meta.get_field("fassungen").related_model.objects.order_by("angebot_id", "-nummer")
        letzter = fassungen.filter(angebot=models.OuterRef("pk")).values("status")[:1]
        weitergegeben = Q(anfragen__weitergegeben_am__isnull=False)
        return (
            self.annotate(letzter_status=models.Subquery(letzter))
            .exclude(status=AngebotStatus.UNVEROEFFENTLICHT, letzter_status=FassungStatus.VERWORFEN)
            .annotate(anzahl_anfragen=models.Count("anfragen", filter=weitergegeben, distinct=True))
            .prefetch_related(models.Prefetch("fassungen", fassungen.distinct("angebot_id"), to_attr="neueste"))
            .defer("beschreibung", "voraussetzungen")
        )

    def zu_bestaetigen(self, heute: date | None = None) -> "AngebotQuerySet":
        """About which the organisation is asked: online and long not confirmed, or paused because nobody did."""
        heute = heute or timezone.localdate()
        ruhend = Q(status=AngebotStatus.PAUSIERT, erinnerungen__gt=0)
        return self.filter(_lange_unbestaetigt(heute) | ruhend & _nicht_vorbei(heute))

    def pausiert_bald(self, heute: date | None = None) -> "AngebotQuerySet":
        """Online, and pauses itself unless somebody confirms it."""
        return self.filter(_lange_unbestaetigt(heute or timezone.localdate()))

    def nachzufragen(self, heute: date) -> "AngebotQuerySet":
        """Online, and its next step is due: the first question, the last warning or the pause."""
        erste = Q(erinnerungen=0, zuletzt_bestaetigt_am__lte=_vor(heute, "angebot_erinnern_tage"))
        letzte = Q(erinnerungen=1, zuletzt_bestaetigt_am__lte=_vor(heute, "angebot_erneut_erinnern_tage"))
        pause = Q(
            erinnerungen__gte=2,
            zuletzt_bestaetigt_am__lte=_vor(heute, "angebot_pausieren_tage"),
            erinnert_am__lte=_vor(heute, "angebot_warnung_tage"),
        )
        schritt = (erste | letzte | pause) & _endet_nicht_von_selbst(heute)
        return self.filter(schritt, status=AngebotStatus.VEROEFFENTLICHT)

    def zu_archivieren(self, heute: date) -> "AngebotQuerySet":
        """Resting for so long that it goes. While a text waits for the Kontaktstelle it stays: approved, it might
        come back."""
        ruhend = [AngebotStatus.PAUSIERT, AngebotStatus.ABGELAUFEN, AngebotStatus.BEENDET]
        fassungen = self.model._meta.get_field("fassungen").related_model.objects
        wartet = fassungen.filter(angebot=models.OuterRef("pk"), status=FassungStatus.EINGEREICHT)
        alte = self.filter(status__in=ruhend, ruht_seit__lte=_vor(heute, "angebot_archivieren_tage"))
        return alte.filter(~models.Exists(wartet)).order_by("ruht_seit")


def _verborgene_organisation() -> models.QuerySet:
    """Of a listing, if it is one whose listings nobody sees: these are few, and left out faster than all others are
    looked up."""
    from organisationen.models import Organisation

    andere = [status for status in OrganisationStatus if status != OrganisationStatus.FREIGEGEBEN]
    return Organisation.objects.order_by().filter(pk=models.OuterRef("organisation"), status__in=andere)


def _vor(heute: date, frist: str) -> date:
    return heute - timedelta(days=settings.FRISTEN[frist])


def _nicht_vorbei(heute: date) -> Q:
    return Q(ende=None) | Q(ende__gte=heute)


def _lange_unbestaetigt(heute: date) -> Q:
    seit = _vor(heute, "angebot_erinnern_tage")
    online = Q(status=AngebotStatus.VEROEFFENTLICHT, zuletzt_bestaetigt_am__lte=seit)
    return online & _endet_nicht_von_selbst(heute)


def _endet_nicht_von_selbst(heute: date) -> Q:
    """A listing whose last day comes before it would be paused needs no question."""
    pause = models.F("zuletzt_bestaetigt_am") + timedelta(days=settings.FRISTEN["angebot_pausieren_tage"])
    return Q(ende=None) | Q(ende__gte=heute) & Q(ende__gte=pause)


class FassungQuerySet(models.QuerySet):
    def offen(self) -> "FassungQuerySet":
        """In work or waiting; a listing has at most one."""
        return self.filter(status__in=OFFENE_FASSUNG)

    def in_arbeit(self) -> "FassungQuerySet":
        """With the organisation, which has to go on with it; returned ones first."""
        return self.filter(status__in=[FassungStatus.ENTWURF, FassungStatus.ZURUECKGEGEBEN]).order_by("-status", "-pk")

    def wartend(self) -> "FassungQuerySet":
        """What the Kontaktstelle has to decide: nothing of an organisation that it blocked or refused, or that left."""
        return self.filter(status=FassungStatus.EINGEREICHT).exclude(angebot__organisation__status__in=AUSGESCHLOSSEN)

    def vorgelegt(self) -> "FassungQuerySet":
        """What was handed in. A draft is the organisation's own."""
        return self.exclude(status__in=[FassungStatus.ENTWURF, FassungStatus.VERWORFEN])

    def fuer(self, konto) -> "FassungQuerySet":
        return self.filter(angebot__organisation__teamzugaenge__konto=konto) if konto.is_authenticated else self.none()

    def in_zustaendigkeit(self, konto) -> "FassungQuerySet":
        return self.filter(zustaendig("angebot__zustaendig_ags", konto.regionen))


class AnfrageQuerySet(models.QuerySet):
    def fuer(self, konto) -> "AnfrageQuerySet":
        """What an organisation sees: nothing before the citizen confirmed, nothing that is with the Kontaktstelle
        without ever having reached the organisation."""
        if not konto.is_authenticated:
            return self.none()
        return self.an_organisationen().filter(angebot__organisation__teamzugaenge__konto=konto)

    def an_organisationen(self) -> "AnfrageQuerySet":
        """What reached an organisation that may still act."""
        return self.filter(weitergegeben_am__isnull=False, geloescht_am=None).exclude(
            angebot__organisation__status=OrganisationStatus.GESPERRT
        )

    def vorhanden(self) -> "AnfrageQuerySet":
        """What its person can still see."""
        return self.filter(geloescht_am=None)

    def von_adresse(self, adresse: str, feld: str = "email") -> "AnfrageQuerySet":
        """What belongs to an e-mail address, or to that of a parent (`eltern_email`), the newest first."""
        return _von_adresse(self.vorhanden(), adresse, feld)

    def faellig(self, jetzt: datetime) -> "AnfrageQuerySet":
        """Whose personal data has to go now."""
        return self.filter(geloescht_am=None, loeschen_am__lte=jetzt).order_by("loeschen_am")

    def wartet_auf_klick(self, adresse: str) -> "AnfrageQuerySet":
        """Whose person or parent got a mail at this address and pressed no button yet; nothing without one."""
        alle = self.von_adresse(adresse) | self.von_adresse(adresse, "eltern_email")
        return alle.filter(status__in=[AnfrageStatus.UNBESTAETIGT, AnfrageStatus.ELTERN])

    def unbeantwortet(self) -> "AnfrageQuerySet":
        """Waiting for the organisation, the longest first."""
        return self.filter(status=AnfrageStatus.OFFEN).order_by("wartet_seit")

    def offene_zuerst(self) -> "AnfrageQuerySet":
        """What waits for the organisation, then the newest."""
        wartet = models.Case(models.When(status=AnfrageStatus.OFFEN, then=0), default=1)
        return self.order_by(wartet, "-weitergegeben_am")

    def kennzahlen(self, jahr: int) -> dict[str, int]:
        """How many enquiries came in a year, and how many led to a placement."""
        vermittelt = Q(status=AnfrageStatus.VERMITTELT)
        return self.filter(weitergegeben_am__year=jahr).aggregate(
            anfragen=models.Count("pk"), vermittelt=models.Count("pk", filter=vermittelt)
        )

    def in_zustaendigkeit(self, konto) -> "AnfrageQuerySet":
        """Confirmed enquiries about listings in the regions of this person as staff; under 16 by a parent, too."""
        return self.exclude(status__in=[AnfrageStatus.UNBESTAETIGT, AnfrageStatus.ELTERN]).filter(
            zustaendig("angebot__zustaendig_ags", konto.regionen)
        )

    def ueberfaellig(self, jetzt: datetime | None = None) -> "AnfrageQuerySet":
        """Lies with an organisation that was reminded twice; the Kontaktstelle gets it soon."""
        seit = fristen.vor(jetzt or timezone.now(), "anfrage_erneut_erinnern_tage")
        return self.filter(status=AnfrageStatus.OFFEN, wartet_seit__lte=seit)

    def beim_amt(self) -> "AnfrageQuerySet":
        """Waiting for the Kontaktstelle: call-backs, people under 16, taken over."""
        return self.filter(status=AnfrageStatus.UEBERNOMMEN)


def _von_adresse(zeilen: models.QuerySet, adresse: str, feld: str = "email") -> models.QuerySet:
    """What is not empty is found by the index."""
    return zeilen.filter(**{f"{feld}__iexact": adresse}).exclude(**{feld: ""}).order_by("-pk")


class EngagementwunschQuerySet(models.QuerySet):
    def vorhanden(self) -> "EngagementwunschQuerySet":
        """What its person can still see."""
        return self.filter(geloescht_am=None)

    def von_adresse(self, adresse: str) -> "EngagementwunschQuerySet":
        """What belongs to an e-mail address, the newest first."""
        return _von_adresse(self.vorhanden(), adresse)

    def unbestaetigt(self, email: str) -> "EngagementwunschQuerySet":
        """Waiting for a click at this address; never those that gave none."""
        return self.von_adresse(email).filter(status=WunschStatus.UNBESTAETIGT)

    def faellig(self, jetzt: datetime) -> "EngagementwunschQuerySet":
        """Whose personal data has to go now."""
        return self.filter(geloescht_am=None, loeschen_am__lte=jetzt).order_by("loeschen_am")

    def offen(self) -> "EngagementwunschQuerySet":
        """Nobody of the Kontaktstelle has answered yet."""
        return self.filter(status=WunschStatus.OFFEN)

    def zu_erinnern(self, jetzt: datetime) -> "EngagementwunschQuerySet":
        """Unanswered for so long that the Kontaktstelle is told once more."""
        seit = fristen.vor(jetzt, "engagementwunsch_erinnern_tage")
        return self.offen().filter(erinnert_am=None, bestaetigt_am__lte=seit).order_by("bestaetigt_am")

    def in_zustaendigkeit(self, konto) -> "EngagementwunschQuerySet":
        """Confirmed wishes of people who named a place in this person's regions, or none."""
        return self.exclude(status=WunschStatus.UNBESTAETIGT).filter(zustaendig("zustaendig_ags", konto.regionen))


class MeldungQuerySet(models.QuerySet):
    def faellig(self, jetzt: datetime) -> "MeldungQuerySet":
        return self.filter(loeschen_am__lte=jetzt).order_by("loeschen_am")

    def offen(self) -> "MeldungQuerySet":
        return self.filter(erledigt_am=None)

    def in_zustaendigkeit(self, konto) -> "MeldungQuerySet":
        return self.filter(zustaendig("angebot__zustaendig_ags", konto.regionen))


OFFENE_FASSUNG = [FassungStatus.ENTWURF, FassungStatus.EINGEREICHT, FassungStatus.ZURUECKGEGEBEN]
