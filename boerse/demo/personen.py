"""Who can log in to the demo? Function addresses of invented offices and organisations only."""

from dataclasses import dataclass
from functools import cache

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from ehrenamt.rollen import Akteur, Rolle
from organisationen.auswahl import TeamRolle
from organisationen.models import Gebiet, Kontaktstelle, Konto, Organisation, Teamzugang, Uebernahmeantrag
from organisationen.rechte import GRUPPE

from .angebote import QUELLE

# Fixed and shown: demo mode serves this machine alone.
PASSWORT = "hellweg-demo-2026"
KREIS_EMAIL, STADT_EMAIL = "ehrenamt@kreis.example.org", "ehrenamtsagentur@lippstadt.example.org"
VORLESEKREIS, BUERGERWERKSTATT = "Vorlesekreis Hellweg e. V.", "Bürgerwerkstatt Wallgraben"
UEBERNAHME = "Schachfreunde Weißer Springer Soest"

_KONTAKTSTELLEN = [
    {
        "region": "05974",
        "name": "Kontaktstelle Ehrenamt",
        "telefon": "0221 4710-120",
        "email": KREIS_EMAIL,
        "sprechzeiten": "Montag bis Donnerstag, 9 bis 12 und 14 bis 16 Uhr",
        "anschrift": "Am Rosenhof 2\n59494 Soest",
        "text": "Sie möchten sich engagieren und wissen noch nicht, wo? Wir beraten Sie gern, am Telefon oder bei "
        "einem Kaffee. Organisationen helfen wir beim Einstellen ihrer Angebote.",
    },
    {
        "region": "05974028",
        "name": "Ehrenamtsagentur Lippstadt",
        "telefon": "0221 4710-128",
        "email": STADT_EMAIL,
        "sprechzeiten": "Dienstag und Donnerstag, 10 bis 13 Uhr",
        "anschrift": "Alte Marktgasse 7\n59555 Lippstadt",
        "text": "Die Ehrenamtsagentur ist für alle Engagement-Angebote in Lippstadt und seinen Ortsteilen da.",
    },
]
_TEAMS = [
    (VORLESEKREIS, TeamRolle.LEITUNG, "leitung@vorlesekreis-hellweg.example.org"),
    (VORLESEKREIS, TeamRolle.REDAKTION, "redaktion@vorlesekreis-hellweg.example.org"),
    (BUERGERWERKSTATT, TeamRolle.LEITUNG, "leitung@buergerwerkstatt.example.org"),
    (BUERGERWERKSTATT, TeamRolle.REDAKTION, "redaktion@buergerwerkstatt.example.org"),
]


@dataclass
class Team:
    """The people of the demo, in the roles in which they act."""

    kreis: Akteur
    stadt: Akteur
    vorlesekreis: Akteur
    buergerwerkstatt: Akteur
    konten: dict[str, Konto]


def zugaenge() -> list[tuple[str, str, str]]:
    """Role, e-mail address and password of everybody who can log in to the demo."""
    amt = [(stelle["name"], stelle["email"], PASSWORT) for stelle in _KONTAKTSTELLEN]
    return amt + [(f"{name} ({rolle.label})", email, PASSWORT) for name, rolle, email in _TEAMS]


def anlegen() -> Team:
    konten = {email: _konto(email) for _rolle, email, _passwort in zugaenge()}
    for angaben in _KONTAKTSTELLEN:
        _kontaktstelle(konten[angaben["email"]], **angaben)
    kontaktstelle = lambda email: Akteur(Rolle.KONTAKTSTELLE, konten[email])  # noqa: E731
    organisation = lambda email: Akteur(Rolle.ORGANISATION, konten[email])  # noqa: E731
    return Team(
        kontaktstelle(KREIS_EMAIL),
        kontaktstelle(STADT_EMAIL),
        organisation(_TEAMS[0][2]),
        organisation(_TEAMS[2][2]),
        konten,
    )


def teams_bilden(team: Team) -> None:
    """Who acts for which of the organisations that the import brought; one person would like to take one over."""
    organisationen = Organisation.objects.filter(quelle=QUELLE)
    for name, rolle, email in _TEAMS:
        Teamzugang.objects.create(organisation=organisationen.get(name=name), konto=team.konten[email], rolle=rolle)
    organisationen.filter(name=BUERGERWERKSTATT).update(direktfreigabe=True)
    Uebernahmeantrag.objects.create(
        organisation=organisationen.get(name=UEBERNAHME),
        konto=_konto("schachwart@weisser-springer.example.org"),
        begruendung="Ich leite seit drei Jahren die Jugendgruppe und bin im Vorstand für die Öffentlichkeitsarbeit "
        "zuständig. Unser Vorstand hat mich gebeten, die Angebote künftig selbst zu pflegen.",
    )


@cache
def _passwort() -> str:
    """Hashed once: one costs half a second."""
    return make_password(PASSWORT)


def _konto(email: str) -> Konto:
    """The address is confirmed, so that the log-in works at once."""
    konto = Konto.objects.create(email=email, password=_passwort())
    konto.emailaddress_set.create(email=email, verified=True, primary=True)
    return konto


def _kontaktstelle(konto: Konto, *, region: str, **angaben: str) -> None:
    konto.is_staff = True
    konto.save(update_fields=["is_staff"])
    konto.groups.add(Group.objects.get(name=GRUPPE))
    stelle = Kontaktstelle.objects.create(**angaben)
    stelle.mitarbeitende.add(konto)
    Gebiet.objects.create(kontaktstelle=stelle, region=region)
