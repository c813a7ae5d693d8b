"""Who works for a Kontaktstelle? Rights follow from belonging to one, and end with it."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction

from .models import Gebiet, Kontaktstelle, Konto
from .rechte import GRUPPE


def mitarbeitende_setzen(kontaktstelle: Kontaktstelle, adressen: Iterable[str]) -> None:
    """Exactly these addresses work for this Kontaktstelle. Whoever has no Konto yet gets one without a password and
    logs in by a mailed code."""
    with transaction.atomic():
        bisher = set(kontaktstelle.mitarbeitende.all())
        neu = {konto_zu(adresse) for adresse in adressen}
        kontaktstelle.mitarbeitende.set(neu)
        for konto in bisher | neu:
            zugang_angleichen(konto)


def konto_zu(adresse: str) -> Konto:
    adresse = adresse.strip().lower()
    konto = Konto.objects.filter(email__iexact=adresse).first() or Konto.objects.create_user(adresse)
    EmailAddress.objects.get_or_create(user=konto, email=konto.email, defaults={"verified": True, "primary": True})
    return konto


def zugang_angleichen(konto: Konto) -> None:
    """Staff is who belongs to a Kontaktstelle or administers the portal."""
    gruppe = Group.objects.get(name=GRUPPE)
    gehoert_dazu = konto.kontaktstellen.exists()
    (konto.groups.add if gehoert_dazu else konto.groups.remove)(gruppe)
    konto.is_staff = gehoert_dazu or konto.is_superuser
    konto.save(update_fields=["is_staff"])


def kontaktstelle_bereitstellen(
    name: str, regionen: Iterable[str], adressen: Iterable[str], **angaben
) -> Kontaktstelle:
    """A Kontaktstelle with its regions and staff; one of the same name is brought up to date."""
    with transaction.atomic():
        kontaktstelle, _neu = Kontaktstelle.objects.update_or_create(name=name, defaults=angaben)
        for region in regionen:
            Gebiet.objects.get_or_create(region=region, defaults={"kontaktstelle": kontaktstelle})
        alle = {konto.email for konto in kontaktstelle.mitarbeitende.all()} | set(adressen)
        mitarbeitende_setzen(kontaktstelle, alle)
    return kontaktstelle
