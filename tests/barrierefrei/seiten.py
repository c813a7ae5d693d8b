"""Which pages does the portal have? Every address a person can open, by who opens it, and what forms answer."""

import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib import admin
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from ehrenamt.models import Seite as EditierbareSeite
from tests import test_zugriff
from tests.test_abfragen import SEITEN
from tests.test_beliebig_angemeldet import _adressen as verwaltungsadressen
from tests.test_sprachen import FORMULARE, KONTO, WEITERE

FALSCH = {"email": "nirgends", "telefon": "12", "eltern_email": "x", "mindestens_16": "nein", "weg": "email", "x": "1"}
UNFERTIG = {"titel": "x" * 1000, "name": ""} | {
    f"{reihe}-{art}_FORMS": "1" for reihe in ("orte", "zeiten") for art in ("TOTAL", "INITIAL")
}
# What is sent as a file, or changes something although it is asked by GET.
KEINE_SEITE = {"konto_daten", "logout", "jsi18n", "autocomplete"}


class Seite(NamedTuple):
    adresse: str
    antwort: HttpResponse


def _seiten(client: Client, adressen: Iterable[str]) -> Iterator[Seite]:
    """Each that is a page; what leads elsewhere or is a file is left out."""
    for adresse in dict.fromkeys(adressen):
        antwort = client.get(adresse)
        if antwort.status_code == 200 and antwort["Content-Type"].startswith("text/html"):
            yield Seite(adresse, antwort)


def _abgelehnt(client: Client, adressen: Iterable[str], daten: dict) -> Iterator[Seite]:
    """Forms as they come back with what is wrong."""
    for adresse in adressen:
        antwort = client.post(adresse, daten)
        assert antwort.status_code == 200, adresse
        yield Seite(f"{adresse}#abgelehnt", antwort)


def oeffentlich(welt: dict) -> Iterator[Seite]:
    editierbar = [f"/{slug}/" for slug in EditierbareSeite.objects.values_list("slug", flat=True)]
    ohne_objekt = [
        reverse(name) for name in test_zugriff.FUER_ALLE - {"seite", "medien", "demo_nachricht", "demo_nachricht_html"}
    ]
    muster = [*SEITEN.values(), *WEITERE, *FORMULARE]
    yield from _seiten(Client(), [*(m.format(**welt["felder"]) for m in muster), *ohne_objekt, *editierbar])
    yield from _abgelehnt(Client(), [adresse.format(**welt["felder"]) for adresse in FORMULARE], FALSCH)


def englisch(welt: dict) -> Iterator[Seite]:
    muster = [muster for art, muster in SEITEN.items() if art not in ("Feed", "Daten")]
    yield from _seiten(Client(), ["/en" + m.format(**welt["felder"]) for m in [*muster, *WEITERE]])
    yield from _abgelehnt(Client(), ["/en" + m.format(**welt["felder"]) for m in FORMULARE], FALSCH)


def per_mail(welt: dict) -> Iterator[Seite]:
    adressen = [test_zugriff.gemailte_adresse(name, welt["szene"]) for name in sorted(test_zugriff.MIT_TOKEN)]
    yield from _seiten(Client(), adressen)


def konto(welt: dict) -> Iterator[Seite]:
    yield from _seiten(Client(), map(reverse, KONTO))
    yield from _abgelehnt(Client(), map(reverse, KONTO), {"login": "x", "email": "x", "password": "", "password1": "1"})
    client = welt["angemeldet"](welt["leitung"])
    sitzung = client.session
    sitzung[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
    sitzung.save()
    yield from _seiten(client, _von_allauth())


def _von_allauth() -> Iterator[str]:
    for name in get_resolver().reverse_dict:
        if isinstance(name, str) and name.startswith(test_zugriff.FREMDE_PAKETE):
            try:
                yield reverse(name)
            except NoReverseMatch:
                continue


def arbeitsbereich(welt: dict) -> Iterator[Seite]:
    namen = {*test_zugriff.ARBEITSBEREICH, *test_zugriff.UEBERNAHME} - test_zugriff.SCHREIBEND
    adressen = [test_zugriff.adresse(name, welt["szene"]) for name in sorted(namen)]
    adressen += [reverse(name) for name in sorted(test_zugriff.ANGEMELDET - {"konto_daten"})]
    client = welt["angemeldet"](welt["leitung"])
    yield from _seiten(client, ["/", "/angebote/", *adressen])
    neu = reverse("arbeitsbereich_angebot_neu", args=[welt["szene"]["organisation"].pk])
    yield from _abgelehnt(client, [neu, reverse("organisation_neu")], UNFERTIG)


def verwaltung(welt: dict) -> Iterator[Seite]:
    dinge = {modell: str(ding.pk) for modell, ding in welt["im_bestand"].items()}
    namen = [unter.name for muster in admin.site.urls[0] for unter in getattr(muster, "url_patterns", [muster])]
    client = welt["angemeldet"](welt["kontaktstelle"])
    adressen = {a for name in namen if name and name not in KEINE_SEITE for a in verwaltungsadressen(name, dinge)}
    yield from _seiten(Client(), [reverse("admin:login")])
    yield from _seiten(client, sorted(adressen))


def fehler(welt: dict) -> Iterator[Seite]:
    for adresse in ("/gibt/es/nicht/", "/meine-daten/gefaelscht/"):
        yield Seite(adresse, Client().get(adresse))


GRUPPEN = [oeffentlich, englisch, per_mail, konto, arbeitsbereich, verwaltung, fehler]
