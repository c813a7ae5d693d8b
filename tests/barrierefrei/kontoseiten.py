"""Which pages does an account have? Those of allauth, logged in and out, and what follows a mailed code or link."""

import time
from collections.abc import Iterator

from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.models import EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from organisationen.models import Konto
from tests import test_zugriff
from tests.test_sprachen import KONTO

from .seite import Seite, abgelehnt, aufgeschlagen


def konto(welt: dict) -> Iterator[Seite]:
    yield from aufgeschlagen(Client(), map(reverse, KONTO))
    yield from abgelehnt(Client(), map(reverse, KONTO), {"login": "x", "email": "x", "password": "", "password1": "1"})
    yield from _mit_zugesandtem(welt["leitung"])
    client = welt["angemeldet"](welt["leitung"])
    sitzung = client.session
    sitzung[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
    sitzung.save()
    yield from aufgeschlagen(client, _von_allauth())


def _mit_zugesandtem(person: Konto) -> Iterator[Seite]:
    """What follows a mailed code or link."""
    code = reverse("account_request_login_code")
    yield Seite(f"{code}confirm/", Client().post(code, {"email": person.email}, follow=True))
    for adresse in (_bestaetigung(person), _neues_passwort(person)):
        yield Seite(adresse, Client().get(adresse, follow=True))


def _bestaetigung(person: Konto) -> str:
    adresse = person.emailaddress_set.create(email="neu2@example.org")
    return reverse("account_confirm_email", args=[EmailConfirmationHMAC.create(adresse).key])


def _neues_passwort(person: Konto) -> str:
    schluessel = default_token_generator.make_token(person)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), schluessel])


def _von_allauth() -> Iterator[str]:
    for name in get_resolver().reverse_dict:
        if isinstance(name, str) and name.startswith(test_zugriff.FREMDE_PAKETE):
            try:
                yield reverse(name)
            except NoReverseMatch:
                continue
