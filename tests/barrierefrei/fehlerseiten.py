"""Which pages say that something did not work? One for each status, as they really come about."""

from collections.abc import Callable, Iterator

from allauth.core.ratelimit import respond_429
from django.test import Client, RequestFactory
from django.test.signals import template_rendered
from django.urls import reverse

from boerse.models import Angebot
from ehrenamt.views.fehler import gestoert, unlesbar
from tests import fabriken, test_zugriff

from .seite import Seite


def fehler(welt: dict) -> Iterator[Seite]:
    szene, meldung = welt["szene"], {"text": "Zu klein.", "email": "kim@example.org"}
    archiviert = fabriken.angebot(szene["organisation"])
    Angebot.objects.filter(pk=archiviert.pk).update(status=Angebot.Status.ARCHIVIERT)
    merken, melden = reverse("merkliste_aendern"), reverse("barriere_melden")
    einladen = test_zugriff.adresse("arbeitsbereich_einladen", szene)
    for adresse in ("/gibt/es/nicht/", "/meine-daten/gefaelscht/", archiviert.get_absolute_url()):
        yield Seite(adresse, Client().get(adresse))
    yield Seite(einladen, welt["angemeldet"](szene["zugang"].konto).post(einladen))
    yield Seite(einladen, Client(enforce_csrf_checks=True).post(einladen))
    yield Seite(merken, Client(headers={"sec-fetch-site": "cross-site"}).post(merken))
    yield Seite(melden, [Client().post(melden, meldung) for _mal in range(6)][-1])
    yield _ohne_anfrage(respond_429)
    yield _ohne_anfrage(unlesbar)
    yield _ohne_anfrage(gestoert)


def _ohne_anfrage(view: Callable) -> Seite:
    """What leads to them takes long, or is logged as an error, which fails a test."""
    vorlagen = []

    def merken(template, **_weiteres) -> None:
        vorlagen.append(template)

    template_rendered.connect(merken)
    antwort = view(RequestFactory().get("/"))
    template_rendered.disconnect(merken)
    antwort.templates = vorlagen
    return Seite("/", antwort)
