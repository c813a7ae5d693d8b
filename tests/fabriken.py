"""Plain functions that make what a test needs; each goes the same way as the portal itself."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from boerse.models import Anfrage, Angebot, Engagementwunsch, Fassung
from ehrenamt.rollen import ORGANISATION, Akteur, Rolle
from organisationen.auswahl import TeamRolle
from organisationen.models import Gebiet, Gemeinde, Kontaktstelle, Konto, Organisation, Teamzugang

SOEST, LIPPSTADT, WARSTEIN = "05974040", "05974028", "05974044"
DURCH_KONTAKTSTELLE = Akteur(Rolle.KONTAKTSTELLE)
PASSWORT = "langes-testpasswort-1"
_nummern = count(1)


def konto(email: str = "", **felder) -> Konto:
    """Somebody who can log in, the address confirmed."""
    neu = Konto.objects.create_user(email or f"konto{next(_nummern)}@example.org", PASSWORT, **felder)
    neu.emailaddress_set.create(email=neu.email, verified=True, primary=True)
    return neu


def kontaktstelle(name: str, *regionen: str, mitarbeitende: tuple[Konto, ...] = ()) -> Kontaktstelle:
    stelle = Kontaktstelle.objects.create(
        name=name, telefon="0221 4710-120", email=f"stelle{next(_nummern)}@example.org", sprechzeiten="Mo bis Do"
    )
    Gebiet.objects.bulk_create(Gebiet(kontaktstelle=stelle, region=region) for region in regionen)
    stelle.mitarbeitende.add(*mitarbeitende)
    return stelle


def organisation(name: str = "", ags: str = SOEST, *, freigegeben: bool = True, **felder) -> Organisation:
    """Registered by itself; brought in by an import or by staff with `nutzungsbedingungen_am=None`."""
    neu = Organisation.objects.anlegen(
        name=name or f"Verein {next(_nummern)}",
        gemeinde=Gemeinde.objects.get(ags=ags),
        **{"kontakt_email": f"verein{next(_nummern)}@example.org", "nutzungsbedingungen_am": timezone.now()} | felder,
    )
    if freigegeben:
        neu.freigeben(mail=False)
    return neu


def mitglied(organisation: Organisation, rolle: str = TeamRolle.LEITUNG, email: str = "") -> Konto:
    person = konto(email)
    Teamzugang.objects.create(konto=person, organisation=organisation, rolle=rolle)
    return person


def inhalt(**werte) -> dict:
    """A complete document; what a test is about it says itself."""
    return {
        "titel": "Dienstags vorlesen",
        "beschreibung": "Sie lesen Kindern im Bücherzimmer eine Stunde lang vor.",
        "themen": ["schule-bildung"],
        "orte": [{"gemeinde": SOEST}],
    } | werte


def fassung(organisation: Organisation | None = None, **werte) -> Fassung:
    """A listing that nobody has seen yet, as a draft."""
    organisation = organisation or globals()["organisation"]()
    angebot = Angebot.objects.create(organisation=organisation, zustaendig_ags=organisation.gemeinde_id)
    return Fassung.objects.beginnen(angebot, inhalt(**werte))


def eingereicht(organisation: Organisation | None = None, **werte) -> Fassung:
    neu = fassung(organisation, **werte)
    neu.einreichen(ORGANISATION, mail=False)
    return neu


def angebot(organisation: Organisation | None = None, **werte) -> Angebot:
    """A published listing."""
    neu = eingereicht(organisation, **werte)
    neu.freigeben(DURCH_KONTAKTSTELLE, mail=False)
    return neu.angebot


def seit_gestern_vorbei(**werte) -> Angebot:
    """A listing that was published in time, and whose day was yesterday."""
    neu = angebot(**werte)
    gestern = timezone.localdate() - timedelta(days=1)
    Angebot.objects.filter(pk=neu.pk).update(beginn=gestern, ende=gestern)
    return neu


def anfrage(angebot: Angebot | None = None, *, bestaetigt: bool = True, **werte) -> Anfrage:
    """A citizen's enquiry, confirmed by the mailed link (under 16 by a parent, too) unless said otherwise."""
    felder = {"name": "Kim Beispiel", "email": "kim@example.org", "mindestens_16": True, "sprache": "de"} | werte
    if not felder["mindestens_16"]:
        felder = {"eltern_email": "eltern@example.org"} | felder
    neu = Anfrage.objects.stellen(
        angebot or globals()["angebot"](), datenschutz_version=1, nachricht="Guten Tag!", **felder
    )
    if bestaetigt and neu.status == Anfrage.Status.UNBESTAETIGT:
        neu.bestaetigen()
    if bestaetigt and neu.status == Anfrage.Status.ELTERN:
        neu.eltern_zustimmen()
    return neu


def engagementwunsch(*, bestaetigt: bool = True, **werte) -> Engagementwunsch:
    """An offer of help from Soest, confirmed by the mailed link unless said otherwise."""
    soest = Gemeinde.objects.get(ags=SOEST)
    felder = {"name": "Robin Beispiel", "email": "robin@example.org", "mindestens_16": True, "themen": ["tiere"]}
    felder |= {"ort": soest.name, "lat": soest.lat, "lon": soest.lon, "umkreis": 10, "zustaendig_ags": SOEST}
    felder |= {"text": "Mit Hunden, gern.", "sprache": "de", "datenschutz_version": 1}
    neu = Engagementwunsch.objects.anbieten(**felder | werte)
    if bestaetigt and neu.status == Engagementwunsch.Status.UNBESTAETIGT:
        neu.bestaetigen()
    return neu
