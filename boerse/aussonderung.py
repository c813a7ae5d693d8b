"""What goes of listings, texts and organisations that are over? First whom to call, years later everything but counts.

Dates of `jetzt` are moments; a listing rests since a day.
"""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Exists, F, Func, JSONField, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from ehrenamt.models import Verlaufseintrag
from ehrenamt.zeitraum import monate_weiter
from organisationen.auswahl import OrganisationStatus
from organisationen.models import Organisation

from .auswahl import AngebotStatus, FassungStatus
from .models import Anfrage, Angebot, Einsatzort, Fassung, Zeitfenster
from .suche.index import suchtext_entfernen

KONTAKT = ["kontakt_name", "kontakt_telefon"]
# What people wrote freely. Gemeinde, Themen and dates stay: counts are by them.
FREITEXT = {
    "titel": "", "kurzbeschreibung": "", "beschreibung": "", "schlagwoerter": [], "zeitaufwand": "",
    "voraussetzungen": "", "haltestelle": "", "aufwandsentschaedigung": "", "versicherung": "", "einarbeitung": "",
    "amtszeit": "", "uebergabe": "",
    "kontakt_name": "", "kontakt_telefon": "", "kurz_und_einfach": [], "quelle_url": "",
}  # fmt: skip
ANSCHRIFT = ["kontakt_email", "beschreibung", "website", "strasse", "plz", "registernummer"]


def _frist(jetzt: datetime, name: str) -> datetime:
    if name.endswith("_monate"):
        return monate_weiter(jetzt, -settings.FRISTEN[name])
    return jetzt - timedelta(days=settings.FRISTEN[name])


def _vorbei(heute: date) -> Q:
    """Archived, or blocked for as long as it would have taken to be archived."""
    bis_archiv = settings.FRISTEN["angebot_pausieren_tage"] + settings.FRISTEN["angebot_archivieren_tage"]
    gesperrt = Q(status=AngebotStatus.GESPERRT, zuletzt__lte=heute - timedelta(days=bis_archiv))
    return Q(status=AngebotStatus.ARCHIVIERT) | gesperrt


def _mit_zuletzt() -> QuerySet:
    zuletzt = Coalesce("ruht_seit", "zuletzt_bestaetigt_am", TruncDate("erstellt_am"))
    return Angebot.objects.alias(zuletzt=zuletzt)


def angebote_mit_kontakt(jetzt: datetime) -> QuerySet:
    """Nobody calls there any more."""
    mit_kontakt = ~Q(kontakt_name="") | ~Q(kontakt_telefon="")
    return _mit_zuletzt().filter(mit_kontakt, _vorbei(timezone.localdate(jetzt)))


def kontakt_streichen(angebote: QuerySet, jetzt: datetime) -> None:
    angebote.update(**dict.fromkeys(KONTAKT, ""))


def _ueberholt(grenze: datetime) -> Q:
    """Refused, discarded or replaced by a later one, and that before this moment."""
    spaeter = Fassung.objects.filter(
        angebot=OuterRef("angebot"), nummer__gt=OuterRef("nummer"), status=FassungStatus.UEBERNOMMEN
    )
    ersetzt = Q(Exists(spaeter), status=FassungStatus.UEBERNOMMEN)
    return (
        Q(geaendert_am__lte=grenze)
        & (ersetzt | Q(status__in=[FassungStatus.ABGELEHNT, FassungStatus.VERWORFEN]))
        & (Q(entschieden_am=None) | Q(entschieden_am__lte=grenze))
    )


def fassungen_mit_kontakt(jetzt: datetime) -> QuerySet:
    """Texts that are no longer shown to anybody but still name a person."""
    vorbei = _mit_zuletzt().filter(_vorbei(timezone.localdate(jetzt)), pk=OuterRef("angebot"))
    nicht_mehr = Q(Exists(vorbei)) | _ueberholt(_frist(jetzt, "kontakt_alter_texte_tage"))
    return Fassung.objects.filter(nicht_mehr, inhalt__has_any_keys=KONTAKT)


def kontakt_aus_texten_streichen(fassungen: QuerySet, jetzt: datetime) -> None:
    ohne = Func(F("inhalt"), template=f"%(expressions)s - ARRAY{KONTAKT}", output_field=JSONField())
    fassungen.update(inhalt=ohne)


def kontakte_vergessen(angebote: QuerySet, jetzt: datetime) -> None:
    """Whom to call goes before its time: out of these listings and of all their texts."""
    kontakt_streichen(angebote, jetzt)
    kontakt_aus_texten_streichen(Fassung.objects.filter(angebot__in=angebote, inhalt__has_any_keys=KONTAKT), jetzt)


def ueberholte_fassungen(jetzt: datetime) -> QuerySet:
    return Fassung.objects.filter(_ueberholt(_frist(jetzt, "archiv_monate")))


def alte_angebote(jetzt: datetime) -> QuerySet:
    """Over for years, and still with their texts."""
    texte = Fassung.objects.filter(angebot=OuterRef("pk"))
    grenze = timezone.localdate(_frist(jetzt, "archiv_monate"))
    return _mit_zuletzt().filter(
        Exists(texte), status__in=[AngebotStatus.ARCHIVIERT, AngebotStatus.GESPERRT], zuletzt__lte=grenze
    )


def leeren(angebote: QuerySet, jetzt: datetime) -> None:
    """What remains is where, about what and when, so that the counts of the enquiries stay right."""
    nummern = list(angebote.values_list("pk", flat=True))
    Fassung.objects.filter(angebot__in=nummern).delete()
    Zeitfenster.objects.filter(angebot__in=nummern).delete()
    Einsatzort.objects.filter(angebot__in=nummern).update(strasse="", name="")
    Angebot.objects.filter(pk__in=nummern).update(**FREITEXT)
    suchtext_entfernen(nummern)


def liegengebliebene_entwuerfe(jetzt: datetime) -> QuerySet:
    """Never public, and nobody wrote on for long."""
    grenze = _frist(jetzt, "entwurf_monate")
    eigene = Fassung.objects.filter(angebot=OuterRef("pk"))
    lebt = eigene.filter(
        Q(geaendert_am__gt=grenze) | Q(eingereicht_am__gt=grenze) | Q(status=FassungStatus.EINGEREICHT)
    )
    anfragen = Anfrage.objects.filter(angebot=OuterRef("pk"))
    return Angebot.objects.filter(
        ~Exists(lebt), ~Exists(anfragen), status=AngebotStatus.UNVEROEFFENTLICHT, erstellt_am__lte=grenze
    )


def abgelehnte_organisationen(jetzt: datetime) -> QuerySet:
    """Refused, and nothing happened since for long. They never were public."""
    grenze = _frist(jetzt, "organisation_abgelehnt_monate")
    return Organisation.objects.filter(
        ~Exists(_verlauf_seit(grenze)),
        ~Exists(Anfrage.objects.filter(angebot__organisation=OuterRef("pk"))),
        status=OrganisationStatus.ABGELEHNT,
        erstellt_am__lte=grenze,
    )


def _verlauf_seit(grenze: datetime) -> QuerySet:
    from django.contrib.contenttypes.models import ContentType

    art = ContentType.objects.get_for_model(Organisation)
    return Verlaufseintrag.objects.filter(objekt_art=art, objekt_id=OuterRef("pk"), zeitpunkt__gt=grenze)


def organisation_loeschen(organisation: Organisation) -> None:
    organisation.angebote.all().delete()
    organisation.delete()


def ruhende_organisationen(jetzt: datetime) -> QuerySet:
    """Nobody acts for them, and for years nothing of theirs was public."""
    grenze = _frist(jetzt, "archiv_monate")
    lebende = _mit_zuletzt().filter(
        ~Q(status__in=[AngebotStatus.ARCHIVIERT, AngebotStatus.GESPERRT, AngebotStatus.UNVEROEFFENTLICHT])
        | Q(zuletzt__gt=timezone.localdate(grenze)),
        organisation=OuterRef("pk"),
    )
    etwas_da = Q(pk__in=[])
    for feld in ANSCHRIFT:
        etwas_da |= ~Q(**{feld: ""})
    return Organisation.objects.filter(
        ~Exists(Organisation.team.through.objects.filter(organisation=OuterRef("pk"))),
        ~Exists(lebende),
        ~Exists(_verlauf_seit(grenze)),
        etwas_da,
        erstellt_am__lte=grenze,
    )


def anschrift_streichen(organisationen: QuerySet, jetzt: datetime) -> None:
    organisationen.update(**dict.fromkeys(ANSCHRIFT, ""))
