"""Nobody sees what is not theirs: every address of the portal, asked by everybody it is not for.

The addresses come from the URLconf itself. A new one that no table below names fails the first test, so that
whoever adds it says whom it is for.
"""

import contextlib

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import timezone

from boerse import mails
from boerse.mails_wunsch import MEIN_WUNSCH, WUNSCH_BESTAETIGUNG
from boerse.models import Meldung
from ehrenamt.links import token
from organisationen.mails import EINLADUNG, KONTO_BEHALTEN
from organisationen.models import Einladung, Uebernahmeantrag

from . import fabriken

# For everybody, without an object that could be somebody else's.
FUER_ALLE = {
    "start", "angebote", "angebote_feed", "organisationen", "kontaktstelle", "seite", "fuer_organisationen", "zahlen",
    "meine_daten_anfordern", "meine_daten_angefordert", "gesundheit", "robots", "sitemap", "sicherheit",
    "demo_postausgang", "demo_nachricht", "demo_nachricht_html", "engagementwunsch", "engagementwunsch_gesendet",
    "barriere_melden", "barriere_gemeldet", "passt_zu_mir", "schnittstelle_angebote", "merkliste", "merkliste_aendern",
    "medien",
}  # fmt: skip
# Of an object that may be public: public for everybody or a 404 for everybody.
OEFFENTLICHES_OBJEKT = {
    "angebot", "angebot_kurz", "angebot_kalender", "organisation", "anfrage", "anfrage_gesendet", "angebot_melden",
    "meldung_gesendet",
}  # fmt: skip
# Opened by a mailed link alone.
MIT_TOKEN = {
    "angebote_bestaetigen",
    "anfrage_bestaetigen", "anfrage_eltern", "anfrage_stand", "angebot_stand", "meine_daten", "meine_daten_rueckzug",
    "meine_daten_loeschung", "meine_daten_aendern", "meine_daten_datei", "meine_daten_antwort",
    "rueckmeldung", "einladung", "konto_link",
    "engagementwunsch_bestaetigen", "mein_wunsch", "mein_wunsch_aendern", "mein_wunsch_datei", "mein_wunsch_rueckzug",
    "mein_wunsch_loeschung", "organisation_eintrag",
}  # fmt: skip
# For whoever is logged in; what it shows is cut to the person.
ANGEMELDET = {
    "konto",
    "konto_daten",
    "konto_abmelden",
    "konto_schliessen",
    "konto_behalten",
    "arbeitsbereich",
    "arbeitsbereich_angebote",
    "arbeitsbereich_anfragen",
    "arbeitsbereich_fuehrungszeugnis",
    "organisation_neu",
}
# At the desk, but no page of the admin.
NUR_VERWALTUNG = {"verarbeitungsverzeichnis"}
# Anybody logged in may ask to take over an approved organisation.
UEBERNAHME = {"organisation_uebernehmen"}
LEITUNG = {
    "arbeitsbereich_einladen", "arbeitsbereich_einladung_ruecknahme", "arbeitsbereich_rolle",
    "arbeitsbereich_entfernen", "arbeitsbereich_austragen", "arbeitsbereich_rueckkehr",
    "arbeitsbereich_mitnahme", "arbeitsbereich_mitnahme_csv",
}  # fmt: skip
SCHREIBEND = {  # POST only
    "arbeitsbereich_alle_bestaetigen",
    "arbeitsbereich_einreichen", "arbeitsbereich_zuruecknehmen", "arbeitsbereich_verwerfen",
    "arbeitsbereich_kopieren", "arbeitsbereich_bestaetigen", "arbeitsbereich_pausieren",
    "arbeitsbereich_fortsetzen", "arbeitsbereich_beantworten", "arbeitsbereich_kennenlernen",
    "arbeitsbereich_vermitteln", "arbeitsbereich_rolle", "arbeitsbereich_entfernen", "arbeitsbereich_verlassen",
    "arbeitsbereich_einladen", "arbeitsbereich_einladung_ruecknahme", "arbeitsbereich_absagen",
    "arbeitsbereich_beenden", "arbeitsbereich_antworten", "arbeitsbereich_rueckkehr", "arbeitsbereich_rat",
}  # fmt: skip
FREMDE_PAKETE = ("account_", "mfa_", "socialaccount_")  # allauth: always the person's own account


def adressen() -> dict[str, URLPattern]:
    """Every named address outside the admin and allauth."""
    gefunden = {}

    def sammeln(muster):
        for eintrag in muster:
            if isinstance(eintrag, URLPattern):
                gefunden[eintrag.name or str(eintrag.pattern)] = eintrag
            elif getattr(eintrag, "namespace", None) != "admin":
                sammeln(eintrag.url_patterns)

    sammeln(get_resolver().url_patterns)
    return {name: muster for name, muster in gefunden.items() if not name.startswith(FREMDE_PAKETE)}


ARBEITSBEREICH = sorted(name for name in adressen() if name.startswith("arbeitsbereich_") and name not in ANGEMELDET)


@pytest.fixture
def szene(sportverein, leitung, redaktion):
    """What belongs to the sportverein in Soest, by the name of the argument in an address."""
    angebot = fabriken.angebot(sportverein)
    anfrage = fabriken.anfrage(angebot)
    return {
        "organisation": sportverein,
        "angebot": angebot,
        "anfrage": anfrage,
        "rueckmeldung": anfrage.rueckmeldungen.create(seite="buergerin", woche=4, gefragt_am=timezone.now()),
        "einladung": Einladung.objects.create(organisation=sportverein, email="neu@example.org"),
        "wunsch": fabriken.engagementwunsch(),
        "zugang": sportverein.teamzugaenge.get(konto=redaktion),
    }


def adresse(name: str, szene: dict) -> str:
    werte = {}
    for argument in adressen()[name].pattern.converters:
        werte[argument] = szene["organisation"].pk
        if argument == "pk":
            werte["pk"] = _objekt(name, szene).pk
        elif argument == "slug":
            werte["slug"] = _objekt(name, szene).slug
    return reverse(name, kwargs=werte)


def _objekt(name: str, szene: dict):
    if "einladung" in name:
        return szene["einladung"]
    if name in ("arbeitsbereich_rolle", "arbeitsbereich_entfernen"):
        return szene["zugang"]
    if name in ("organisation", "organisation_uebernehmen"):
        return szene["organisation"]
    if name.startswith("arbeitsbereich_") and "/anfragen/" in reverse_muster(name):
        return szene["anfrage"]
    return szene["angebot"]


def reverse_muster(name: str) -> str:
    return reverse(name, kwargs=dict.fromkeys(adressen()[name].pattern.converters, 1))


def gemailte_adresse(name: str, szene: dict) -> str:
    zwecke = {
        "anfrage_bestaetigen": (mails.BESTAETIGUNG[0], szene["anfrage"]),
        "anfrage_eltern": (mails.ANFRAGE_ELTERN[0], szene["anfrage"]),
        "anfrage_stand": (mails.ANFRAGE_STAND[0], szene["anfrage"]),
        "angebot_stand": (mails.ANGEBOT_STAND[0], szene["angebot"]),
        "angebote_bestaetigen": (mails.AKTUALITAET[0], szene["organisation"]),
        "einladung": (EINLADUNG[0], szene["einladung"]),
        "rueckmeldung": (mails.RUECKMELDUNG[0], szene["rueckmeldung"]),
        "organisation_eintrag": (mails.ORGANISATION_EINTRAG[0], szene["organisation"]),
        "engagementwunsch_bestaetigen": (WUNSCH_BESTAETIGUNG[0], szene["wunsch"]),
        "konto_link": (KONTO_BEHALTEN[0], szene["zugang"].konto),
    }
    zwecke |= {n: (MEIN_WUNSCH[0], szene["wunsch"]) for n in MIT_TOKEN if n.startswith("mein_wunsch")}
    zweck, objekt = zwecke.get(name, (mails.MEINE_DATEN[0], szene["anfrage"]))
    return reverse(name, args=[token(zweck, getattr(objekt, "kennung", objekt.pk))])


def test_every_address_says_whom_it_is_for():
    bekannt = FUER_ALLE | OEFFENTLICHES_OBJEKT | MIT_TOKEN | ANGEMELDET | UEBERNAHME | set(ARBEITSBEREICH)
    bekannt |= NUR_VERWALTUNG
    unbekannt = {name for name in adressen() if name not in bekannt and not name.endswith("js_catalog")}
    assert not unbekannt
    assert bekannt >= LEITUNG | SCHREIBEND


@pytest.mark.parametrize("name", ARBEITSBEREICH)
def test_the_workspace_of_others_is_not_there(name, szene, fremde, kontaktstelle, angemeldet):
    """Another organisation's leader and even staff of the Kontaktstelle find nothing; nobody is sent to log in."""
    ziel = adresse(name, szene)
    for person in (fremde, kontaktstelle):
        client = angemeldet(person)
        stand = {client.post(ziel).status_code, client.get(ziel).status_code}
        assert 404 in stand, name
        assert stand <= {404, 405}, name
    antwort = Client().post(ziel)
    antwort = Client().get(ziel) if antwort.status_code == 405 else antwort
    assert antwort.status_code == 302
    assert antwort.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", sorted(SCHREIBEND))
def test_nothing_is_changed_by_get(name, szene, leitung, angemeldet):
    assert angemeldet(leitung).get(adresse(name, szene)).status_code == 405


@pytest.mark.parametrize("name", sorted(LEITUNG))
def test_what_only_the_leader_may_is_forbidden_to_editors(name, szene, redaktion, angemeldet):
    assert angemeldet(redaktion).post(adresse(name, szene)).status_code == 403


@pytest.mark.parametrize("name", sorted(set(ARBEITSBEREICH) - LEITUNG - SCHREIBEND))
def test_the_workspace_opens_for_its_own_people(name, szene, redaktion, angemeldet):
    assert angemeldet(redaktion).get(adresse(name, szene)).status_code in (200, 302)


@pytest.mark.parametrize("name", sorted(ANGEMELDET))
def test_the_workspace_asks_strangers_to_log_in(name, db):
    antwort = Client().get(reverse(name))
    assert antwort.status_code == 302
    assert antwort.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", sorted(OEFFENTLICHES_OBJEKT - {"organisation"}))
def test_a_listing_that_was_never_public_is_not_there_for_anybody(name, szene, fremde, kontaktstelle, angemeldet):
    szene["angebot"] = fabriken.eingereicht(szene["organisation"]).angebot
    ziel = adresse(name, szene)
    for client in (Client(), angemeldet(fremde), angemeldet(kontaktstelle)):
        assert client.get(ziel).status_code == 404


def test_an_organisation_that_waits_for_approval_is_not_there_for_anybody(gemeinden):
    neu = fabriken.organisation(freigegeben=False)
    assert Client().get(neu.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("name", sorted(MIT_TOKEN))
@pytest.mark.parametrize(
    "gefaelscht", ["x", "YWJj:1wAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "fremd", "ä" * 300]
)
def test_a_forged_link_opens_nothing(name, gefaelscht, szene):
    """Not even a genuine one that was made for another purpose."""
    wert = token("anderer_zweck", szene["anfrage"].kennung) if gefaelscht == "fremd" else gefaelscht
    ziel = reverse(name, args=[wert])
    for antwort in (Client().get(ziel), Client().post(ziel)):
        assert antwort.status_code in (404, 405, 410)
        assert "Kim Beispiel" not in antwort.content.decode()


@pytest.mark.parametrize("name", sorted(MIT_TOKEN))
def test_pages_behind_mailed_links_keep_the_address_to_themselves(name, szene):
    antwort = Client().get(gemailte_adresse(name, szene))
    assert antwort.status_code in (200, 302, 405, 410)
    assert antwort.headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in antwort.headers["Cache-Control"]
    assert "noindex" in antwort.headers["X-Robots-Tag"]


# The admin


@pytest.fixture
def im_bestand(szene, fremde):
    """An object of each admin model that has a scope, in Soest: out of scope for the staff of Lippstadt."""
    meldung = Meldung.objects.create(angebot=szene["angebot"], grund="falsch", loeschen_am=timezone.now())
    antrag = Uebernahmeantrag.objects.create(organisation=szene["organisation"], konto=fremde, begruendung="Vorstand")
    return {
        "organisationen_organisation": szene["organisation"],
        "organisationen_uebernahmeantrag": antrag,
        "boerse_angebot": szene["angebot"],
        "boerse_fassung": fabriken.eingereicht(szene["organisation"]),
        "boerse_anfrage": szene["anfrage"],
        "boerse_meldung": meldung,
        "boerse_engagementwunsch": szene["wunsch"],
    }


def test_the_admin_is_closed_to_everybody_but_staff(im_bestand, leitung, angemeldet):
    for modell in admin.site._registry:
        liste = reverse(f"admin:{modell._meta.app_label}_{modell._meta.model_name}_changelist")
        assert Client().get(liste).status_code == 302
        assert angemeldet(leitung).get(liste).status_code in (302, 403)


def test_staff_of_another_region_find_nothing_in_the_admin(im_bestand, stadt_lippstadt, kontaktstelle, angemeldet):
    for modell, objekt in im_bestand.items():
        for tat in ("change", "history", "delete"):
            ziel = reverse(f"admin:{modell}_{tat}", args=[objekt.pk])
            assert angemeldet(stadt_lippstadt).get(ziel).status_code in (403, 404), ziel
        offen = angemeldet(kontaktstelle).get(reverse(f"admin:{modell}_change", args=[objekt.pk]))
        assert offen.status_code in (200, 302), modell


def test_every_admin_address_answers_without_a_server_error(im_bestand, stadt_lippstadt, kontaktstelle, angemeldet):
    """Every pattern of the admin, with numbers that are there and numbers that are not."""
    ziele = admin_adressen()
    assert len(ziele) > 100
    for person in (stadt_lippstadt, kontaktstelle):
        client = angemeldet(person)
        for ziel in ziele:
            assert client.get(ziel).status_code < 500, ziel


def admin_adressen() -> list[str]:
    """Each address once; many have no place for a number."""
    gefunden = {}
    for muster in admin.site.urls[0]:
        for unter in getattr(muster, "url_patterns", [muster]):
            if not unter.name or {"content_type_id", "app_label", "url"} & unter.pattern.converters.keys():
                continue
            for zahl in ("1", "999999999", "nichts"):
                with contextlib.suppress(NoReverseMatch):  # a converter that takes no such value
                    ziel = reverse(f"admin:{unter.name}", kwargs=dict.fromkeys(unter.pattern.converters, zahl))
                    gefunden[ziel] = True
    return list(gefunden)
