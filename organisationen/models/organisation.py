"""Who offers? Vereine, informal groups, Kommunen alike."""

from datetime import date

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import protokollieren, status_wechseln
from ehrenamt.kennung import uuid7
from ehrenamt.links import Empfaenger, ohne_konto
from ehrenamt.models import Verlaufseintrag
from ehrenamt.rollen import PORTAL, Akteur, Rolle
from ehrenamt.sortierung import slug, sortiername

from ..ablauf import ORGANISATION
from ..auswahl import OrganisationArt, OrganisationStatus, TeamRolle
from ..querysets import OrganisationQuerySet

ENTBEHRLICH = ("beschreibung", "website", "strasse", "plz", "registernummer", "kontakt_email")


class OrganisationManager(models.Manager.from_queryset(OrganisationQuerySet)):
    def anlegen(self, *, name: str, gemeinde, **felder) -> "Organisation":
        """A new organisation, waiting for the Kontaktstelle."""
        return self.create(name=name, sortiername=sortiername(name), gemeinde=gemeinde, **felder)

    def anmelden(self, konto, *, nutzungsbedingungen: int, **felder) -> "Organisation":
        """Registered by a person, who agreed to this version of the Nutzungsbedingungen and leads it from now on."""
        einverstanden = {
            "nutzungsbedingungen_version": nutzungsbedingungen,
            "nutzungsbedingungen_am": timezone.now(),
        }
        with transaction.atomic():
            neu = self.anlegen(**felder, **einverstanden)
            neu.teamzugaenge.create(konto=konto, rolle=TeamRolle.LEITUNG)
            protokollieren(neu, "anmelden", akteur=Akteur(Rolle.ORGANISATION, konto), nach=neu.status)
        return neu


class Organisation(models.Model):
    ABLAUF = ORGANISATION
    Status = OrganisationStatus

    kennung = models.UUIDField(default=uuid7, unique=True, editable=False)
    name = models.CharField(_("Name"), max_length=150)
    sortiername = models.CharField(max_length=150, db_index=True, editable=False)
    art = models.CharField(_("Art"), max_length=20, choices=OrganisationArt, default=OrganisationArt.VEREIN)
    beschreibung = models.TextField(_("Wer Sie sind und was Sie tun"), blank=True, max_length=3000)
    website = models.URLField(_("Website"), blank=True)
    strasse = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    plz = models.CharField(_("PLZ"), max_length=5, blank=True)
    gemeinde = models.ForeignKey("Gemeinde", models.PROTECT, related_name="organisationen", verbose_name=_("Sitz"))
    registernummer = models.CharField(_("Registernummer"), max_length=60, blank=True)
    gemeinnuetzig = models.BooleanField(_("als gemeinnützig anerkannt"), default=False)
    kontakt_email = models.EmailField(_("E-Mail-Adresse für Anfragen"), blank=True)
    status = models.CharField(
        _("Stand"), max_length=15, choices=OrganisationStatus, default=OrganisationStatus.IN_PRUEFUNG
    )
    direktfreigabe = models.BooleanField(
        _("Direktfreigabe"),
        default=False,
        help_text=_("Änderungen gehen sofort online und werden danach geprüft."),
    )
    quelle = models.SlugField(_("Quelle"), max_length=60, blank=True)
    nutzungsbedingungen_version = models.PositiveIntegerField(null=True, blank=True, editable=False)
    nutzungsbedingungen_am = models.DateTimeField(null=True, blank=True, editable=False)
    # The day of the last mail that asked about listings: one a day, however many there are.
    erinnert_am = models.DateField(null=True, blank=True, editable=False)
    # When people who never registered were told that they are here (Art. 14 GDPR).
    informiert_am = models.DateTimeField(_("informiert am"), null=True, blank=True, editable=False)
    # The last person left on this day, and no address remained; of no meaning once there is somebody again.
    verlassen_am = models.DateField(null=True, blank=True, editable=False)
    erstellt_am = models.DateTimeField(_("angelegt am"), auto_now_add=True)
    team = models.ManyToManyField("Konto", through="Teamzugang", related_name="organisationen")

    objects = OrganisationManager()

    class Meta:
        verbose_name = _("Organisation")
        verbose_name_plural = _("Organisationen")
        ordering = ["sortiername"]
        constraints = [
            models.UniqueConstraint(
                "quelle",
                "gemeinde",
                "sortiername",
                condition=~models.Q(quelle=""),
                name="organisation_je_quelle",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=OrganisationStatus.values), name="organisation_status_bekannt"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "erstellt_am"], name="organisation_warteschlange"),
            models.Index(
                fields=["verlassen_am"],
                condition=models.Q(verlassen_am__isnull=False),
                name="organisation_verlassen",
            ),
            models.Index(
                fields=["erstellt_am"],
                condition=models.Q(informiert_am=None, nutzungsbedingungen_am=None) & ~models.Q(kontakt_email=""),
                name="organisation_uninformiert",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisation", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return slug(self.name, "organisation")

    def freigeben(self, akteur: Akteur = PORTAL, *, mail: bool = True) -> None:
        status_wechseln(self, "freigeben", akteur=akteur, mail=mail)

    def ablehnen(self, akteur: Akteur, grund: str) -> None:
        status_wechseln(self, "ablehnen", akteur=akteur, grund=grund)

    def sperren(self, akteur: Akteur, grund: str) -> None:
        status_wechseln(self, "sperren", akteur=akteur, grund=grund)

    def entsperren(self, akteur: Akteur) -> None:
        status_wechseln(self, "entsperren", akteur=akteur)

    def austragen(self, akteur: Akteur) -> None:
        """It leaves the portal. Where it has no team only the name stays, so that no import brings it back (its
        listings: boerse/abschied.py)."""
        leer = {} if self.teamzugaenge.exists() else dict.fromkeys(ENTBEHRLICH, "")
        status_wechseln(self, "austragen", akteur=akteur, **leer)

    def zurueckkehren(self, akteur: Akteur) -> None:
        status_wechseln(self, "zurueckkehren", akteur=akteur)

    def umbenennen(self, name: str) -> None:
        self.name, self.sortiername = name, sortiername(name)
        self.save(update_fields=["name", "sortiername"])

    def adresse_vergessen(self, konto, *, auch_als_letzte: bool) -> None:
        """The person whose own address this is goes. Somebody who asked to go and leaves nobody behind decided about
        the address then."""
        andere = self.teamzugaenge.exclude(konto=konto).exists()
        if self.kontakt_email.lower() == konto.email.lower() and (andere or auch_als_letzte):
            self.kontakt_email = ""
            self.save(update_fields=["kontakt_email"])

    def verlassen(self, heute: date) -> None:
        """The last person left. Without an address nobody can be reached any more: the Kontaktstelle is told."""
        from .. import mails

        if not self.kontakt_email:
            self.verlassen_am = heute
            self.save(update_fields=["verlassen_am"])
            mails.organisation_verlassen(self)

    @property
    def uninformiert(self) -> bool:
        """Whether it never registered and was not told yet that it is here."""
        if self.informiert_am or self.nutzungsbedingungen_am or not self.kontakt_email:
            return False  # asked before each mail, so without the database where that is enough
        return type(self).objects.ohne_anmeldung().filter(pk=self.pk).exists()

    def empfaenger(self) -> list[Empfaenger]:
        """The addresses of all responsible persons; without any Konto the organisation's own address."""
        zugaenge = self.teamzugaenge.filter(konto__is_active=True).values_list("konto__email", "konto")
        personen = [Empfaenger(email, str(konto)) for email, konto in zugaenge]
        return personen or self.eigene_adresse()

    def teamnamen(self) -> list[str]:
        """Of those who gave one: whom a listing could name in public, if the person likes."""
        return sorted({name for name in self.teamzugaenge.values_list("konto__name", flat=True) if name})

    def eigene_adresse(self) -> list[Empfaenger]:
        return [Empfaenger(self.kontakt_email, ohne_konto(self.kontakt_email))] if self.kontakt_email else []

    def link_gilt(self, an: str | None) -> bool:
        """Whether a mailed link still works for whoever got it: a person of the team, or the organisation's own
        address while there is no team and the address is still the same. Links from before they named anybody go on
        working."""
        if an is None:
            return True
        team = self.teamzugaenge.all()
        if an.startswith("-"):
            return an == ohne_konto(self.kontakt_email) and not team.exists()
        return team.filter(konto=an).exists()

    @property
    def antwortadresse(self) -> str:
        """Where people's answers go when nobody is logged in who could name an own address."""
        return self.kontakt_email or next(iter(self.empfaenger()), "")

    @property
    def grund(self) -> str:
        """Why it lost its approval, in the words of the Kontaktstelle."""
        vorgaenge = ["ablehnen", "sperren"]
        eintrag = Verlaufseintrag.objects.von(self).filter(vorgang__in=vorgaenge).order_by("-pk").first()
        return eintrag.grund if eintrag else ""

    def leitung_hat(self, konto) -> bool:
        return self.teamzugaenge.filter(konto=konto, rolle=TeamRolle.LEITUNG).exists()
