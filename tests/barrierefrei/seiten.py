"""Which pages does the portal have? Every address a person can open, by who opens it, and what forms answer."""

from collections.abc import Iterator

from django.contrib import admin
from django.test import Client
from django.urls import reverse

from boerse.models import Anfrage
from ehrenamt.models import Nachricht
from ehrenamt.models import Seite as EditierbareSeite
from organisationen.models import Barrieremeldung
from tests import fabriken, test_zugriff
from tests.test_abfragen import SEITEN
from tests.test_beliebig_angemeldet import _adressen as verwaltungsadressen
from tests.test_sprachen import FORMULARE, WEITERE

from .fehlerseiten import fehler
from .kontoseiten import konto
from .seite import Seite, abgelehnt, aufgeschlagen

FALSCH = {"email": "nirgends", "telefon": "12", "eltern_email": "x", "mindestens_16": "nein", "weg": "email", "x": "1"}
UNFERTIG = {"titel": "x" * 1000, "name": ""} | {
    f"{reihe}-{art}_FORMS": "1" for reihe in ("orte", "zeiten") for art in ("TOTAL", "INITIAL")
}
# What is sent as a file, or changes something although it is asked by GET.
KEINE_SEITE = {"konto_daten", "logout", "jsi18n", "autocomplete"}


def oeffentlich(welt: dict) -> Iterator[Seite]:
    editierbar = [f"/{slug}/" for slug in EditierbareSeite.objects.values_list("slug", flat=True)]
    ohne_objekt = [
        reverse(name) for name in test_zugriff.FUER_ALLE - {"seite", "medien", "demo_nachricht", "demo_nachricht_html"}
    ]
    ohne_objekt.append(reverse("demo_nachricht", args=[Nachricht.objects.first().pk]))
    muster = [*SEITEN.values(), *WEITERE, *FORMULARE]
    yield from aufgeschlagen(Client(), [*(m.format(**welt["felder"]) for m in muster), *ohne_objekt, *editierbar])
    yield from abgelehnt(Client(), [adresse.format(**welt["felder"]) for adresse in FORMULARE], FALSCH)


def englisch(welt: dict) -> Iterator[Seite]:
    muster = [muster for art, muster in SEITEN.items() if art not in ("Feed", "Daten")]
    yield from aufgeschlagen(Client(), ["/en" + m.format(**welt["felder"]) for m in [*muster, *WEITERE]])
    yield from abgelehnt(Client(), ["/en" + m.format(**welt["felder"]) for m in FORMULARE], FALSCH)


def per_mail(welt: dict) -> Iterator[Seite]:
    adressen = [test_zugriff.gemailte_adresse(name, welt["szene"]) for name in sorted(test_zugriff.MIT_TOKEN)]
    frisch = {
        "anfrage_bestaetigen": {"anfrage": fabriken.anfrage(bestaetigt=False)},
        "anfrage_eltern": {"anfrage": _eltern_gefragt()},
        "engagementwunsch_bestaetigen": {"wunsch": fabriken.engagementwunsch(bestaetigt=False)},
        "organisation_eintrag": {"organisation": fabriken.organisation(nutzungsbedingungen_am=None)},
    }
    adressen += [test_zugriff.gemailte_adresse(name, welt["szene"] | dinge) for name, dinge in frisch.items()]
    yield from aufgeschlagen(Client(), adressen)


def _eltern_gefragt() -> Anfrage:
    anfrage = fabriken.anfrage(mindestens_16=False, bestaetigt=False)
    anfrage.bestaetigen()
    return anfrage


def arbeitsbereich(welt: dict) -> Iterator[Seite]:
    namen = {*test_zugriff.ARBEITSBEREICH, *test_zugriff.UEBERNAHME} - test_zugriff.SCHREIBEND
    adressen = [test_zugriff.adresse(name, welt["szene"]) for name in sorted(namen)]
    adressen += [reverse(name) for name in sorted(test_zugriff.ANGEMELDET - {"konto_daten"})]
    fremde = {"organisation": fabriken.organisation()}
    adressen += [test_zugriff.adresse(name, welt["szene"] | fremde) for name in test_zugriff.UEBERNAHME]
    client = welt["angemeldet"](welt["leitung"])
    yield from aufgeschlagen(client, ["/", "/angebote/", *adressen])
    neu = reverse("arbeitsbereich_angebot_neu", args=[welt["szene"]["organisation"].pk])
    yield from abgelehnt(client, [neu, reverse("organisation_neu")], UNFERTIG)


def verwaltung(welt: dict) -> Iterator[Seite]:
    dinge = {modell: str(ding.pk) for modell, ding in welt["im_bestand"].items()}
    dinge |= {
        "ehrenamt_nachricht": str(Nachricht.objects.last().pk),
        "ehrenamt_seite": str(EditierbareSeite.objects.first().pk),
        "organisationen_barrieremeldung": str(Barrieremeldung.objects.melden(text="Zu klein.").pk),
    }
    namen = [unter.name for muster in admin.site.urls[0] for unter in getattr(muster, "url_patterns", [muster])]
    client = welt["angemeldet"](welt["kontaktstelle"])
    adressen = {a for name in namen if name and name not in KEINE_SEITE for a in verwaltungsadressen(name, dinge)}
    yield from aufgeschlagen(Client(), [reverse("admin:login")])
    yield from aufgeschlagen(client, sorted(adressen))
    auswahl = {"action": "zurueckgeben_gemeinsam", "index": "0", "_selected_action": [dinge["boerse_fassung"]]}
    yield from abgelehnt(client, [reverse("admin:boerse_fassung_changelist")], auswahl)


GRUPPEN = [oeffentlich, englisch, per_mail, konto, arbeitsbereich, verwaltung, fehler]
