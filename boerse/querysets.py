"""Which listings, texts and enquiries may somebody see? Visibility and scope, in one place."""

from datetime import date, datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from organisationen.auswahl import OrganisationStatus
from organisationen.regionen import in_regionen

from .auswahl import AnfrageStatus, AngebotStatus, FassungStatus


class AngebotQuerySet(models.QuerySet):
    def oeffentlich(self, heute: date | None = None) -> "AngebotQuerySet":
        """What lists, feeds and the API show: published, of an approved organisation, not over yet."""
        heute = heute or timezone.localdate()
        return self.filter(
            Q(ende=None) | Q(ende__gte=heute),
            status=AngebotStatus.VEROEFFENTLICHT,
            organisation__status=OrganisationStatus.FREIGEGEBEN,
        )

    def mit_seite(self) -> "AngebotQuerySet":
        """Whose page answers: public once, and neither blocked nor of a blocked organisation."""
        return self.filter(
            veroeffentlicht_am__isnull=False, organisation__status=OrganisationStatus.FREIGEGEBEN
        ).exclude(status=AngebotStatus.GESPERRT)

    def fuer(self, konto) -> "AngebotQuerySet":
        """The listings of the organisations this person acts for."""
        return self.filter(organisation__teamzugaenge__konto=konto) if konto.is_authenticated else self.none()

    def abgelaufen(self, heute: date) -> "AngebotQuerySet":
        """Whose last day is over, but which do not say so yet."""
        laufend = [AngebotStatus.VEROEFFENTLICHT, AngebotStatus.PAUSIERT]
        return self.filter(ende__lt=heute, status__in=laufend).order_by("ende")

    def in_zustaendigkeit(self, konto) -> "AngebotQuerySet":
        """The listings in the regions this person looks after as staff."""
        return self.filter(in_regionen("zustaendig_ags", konto.regionen))

    def fuer_liste(self) -> "AngebotQuerySet":
        """With everything a card shows, in three queries whatever the number of cards."""
        return (
            self.select_related("organisation")
            .prefetch_related("einsatzorte__gemeinde", "zeitfenster")
            .defer("beschreibung", "suchtext", "voraussetzungen", "organisation__beschreibung")
        )


class FassungQuerySet(models.QuerySet):
    def offen(self) -> "FassungQuerySet":
        """In work or waiting; a listing has at most one."""
        return self.filter(status__in=OFFENE_FASSUNG)

    def wartend(self) -> "FassungQuerySet":
        return self.filter(status=FassungStatus.EINGEREICHT)

    def fuer(self, konto) -> "FassungQuerySet":
        return self.filter(angebot__organisation__teamzugaenge__konto=konto) if konto.is_authenticated else self.none()

    def in_zustaendigkeit(self, konto) -> "FassungQuerySet":
        return self.filter(in_regionen("angebot__zustaendig_ags", konto.regionen))


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

    def faellig(self, jetzt: datetime) -> "AnfrageQuerySet":
        """Whose personal data has to go now."""
        return self.filter(geloescht_am=None, loeschen_am__lte=jetzt).order_by("loeschen_am")

    def in_zustaendigkeit(self, konto) -> "AnfrageQuerySet":
        """Confirmed enquiries about listings in the regions of this person as staff."""
        return self.exclude(status=AnfrageStatus.UNBESTAETIGT).filter(
            in_regionen("angebot__zustaendig_ags", konto.regionen)
        )

    def beim_amt(self) -> "AnfrageQuerySet":
        """Waiting for the Kontaktstelle: call-backs, people under 16, taken over."""
        return self.filter(status=AnfrageStatus.UEBERNOMMEN)


class MeldungQuerySet(models.QuerySet):
    def faellig(self, jetzt: datetime) -> "MeldungQuerySet":
        return self.filter(loeschen_am__lte=jetzt).order_by("loeschen_am")

    def offen(self) -> "MeldungQuerySet":
        return self.filter(erledigt_am=None)

    def in_zustaendigkeit(self, konto) -> "MeldungQuerySet":
        return self.filter(in_regionen("angebot__zustaendig_ags", konto.regionen))


OFFENE_FASSUNG = [FassungStatus.ENTWURF, FassungStatus.EINGEREICHT, FassungStatus.ZURUECKGEGEBEN]
