"""Does the desk show and touch only what lies in the person's regions, on every page there is?"""

import pytest
from django.contrib import admin
from django.urls import reverse

from boerse import fristen
from boerse.models import (
    Anfrage,
    Angebot,
    Engagementwunsch,
    Fassung,
    Meldung,
    Schreibregel,
    Suchluecke,
    Taetigkeit,
    Textbaustein,
    Thema,
    Vorlage,
    Wortgruppe,
    Zielgruppe,
)
from ehrenamt.models import Erklaerung, Gebaerdenfilm, Nachricht, Seite
from ehrenamt.verwaltung.filter import ListenFilter
from organisationen.models import (
    Barrieremeldung,
    Gemeinde,
    Kontaktstelle,
    Konto,
    Organisation,
    Ortsteil,
    Uebernahmeantrag,
)
from tests import fabriken

GEMEINSAM = [
    Seite,
    Erklaerung,
    Gebaerdenfilm,
    Thema,
    Zielgruppe,
    Taetigkeit,
    Wortgruppe,
    Suchluecke,
    Schreibregel,
    Textbaustein,
    Vorlage,
]  # the whole portal's, read by all staff
NUR_LEITUNG = [Konto]
VOM_PORTAL = [Barrieremeldung]  # of whoever looks after the portal: tests/organisationen/test_barriere.py
REGIONAL = [
    *(Angebot, Fassung, Anfrage, Meldung, Organisation, Uebernahmeantrag, Ortsteil, Gemeinde, Nachricht),
    Engagementwunsch,
]


def _welt(ags: str, name: str) -> dict:
    """One object of every model that lies in this Gemeinde."""
    from django.utils import timezone

    gemeinde = Gemeinde.objects.get(ags=ags)
    organisation = fabriken.organisation(f"Verein {name}", ags)
    angebot = fabriken.angebot(organisation, titel=f"Angebot {name}", orte=[{"gemeinde": ags}])
    anfrage = fabriken.anfrage(angebot, bestaetigt=False, name=f"Person {name}")
    Anfrage.objects.filter(pk=anfrage.pk).update(status="uebernommen", uebernommen_am=timezone.now())
    wartend = fabriken.eingereicht(organisation, titel=f"Text {name}", orte=[{"gemeinde": ags}])
    nachricht = Nachricht.objects.einstellen("anlass", "a@example.org", "Betreff", "Text", bezug=organisation)
    Nachricht.objects.filter(pk=nachricht.pk).update(status="abgewiesen")
    return {
        Angebot: angebot,
        Fassung: wartend,
        Anfrage: anfrage,
        Meldung: Meldung.objects.create(
            angebot=angebot, grund="veraltet", text=f"Meldung {name}", loeschen_am=fristen.meldung(timezone.now())
        ),
        Organisation: organisation,
        Uebernahmeantrag: Uebernahmeantrag.objects.create(
            organisation=organisation, konto=fabriken.konto(), begruendung="Vorsitz"
        ),
        Ortsteil: Ortsteil.objects.create(gemeinde=gemeinde, name=f"Dorf {name}", sortiername=f"dorf {name.lower()}"),
        Gemeinde: gemeinde,
        Nachricht: nachricht,
        Engagementwunsch: fabriken.engagementwunsch(name=f"Mensch {name}", zustaendig_ags=ags),
    }


@pytest.fixture
def innen(gemeinden):
    return _welt(fabriken.LIPPSTADT, "Innen")


@pytest.fixture
def aussen(gemeinden):
    return _welt(fabriken.SOEST, "Aussen")


def adresse(modell, seite: str, *args, **query) -> str:
    meta = modell._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{seite}", args=args, query=query)


def liste(modell, **query) -> str:
    """The whole list, not only what waits."""
    filter = [f for f in admin.site._registry[modell].list_filter if isinstance(f, type)]
    if any(issubclass(f, ListenFilter) for f in filter):
        query["liste"] = "alle"
    return adresse(modell, "changelist", **query)


def test_every_model_of_the_admin_is_considered_here():
    assert set(admin.site._registry) == {*GEMEINSAM, *NUR_LEITUNG, *REGIONAL, *VOM_PORTAL, Kontaktstelle}


@pytest.mark.parametrize("modell", REGIONAL)
def test_list_search_page_and_history(modell, innen, aussen, stadt_lippstadt, kontaktstelle, angemeldet):
    stadt, kreis = angemeldet(stadt_lippstadt), angemeldet(kontaktstelle)
    eigenes, fremdes = adresse(modell, "change", innen[modell].pk), adresse(modell, "change", aussen[modell].pk)
    for weg in (liste(modell), liste(modell, q="e"), adresse(modell, "changelist")):
        antwort = stadt.get(weg)
        assert antwort.status_code == 200
        assert fremdes not in antwort.text, weg
    antwort = stadt.get(liste(modell))
    assert eigenes in antwort.text
    antwort = kreis.get(liste(modell))
    assert eigenes in antwort.text and fremdes in antwort.text
    assert stadt.get(eigenes).status_code == kreis.get(fremdes).status_code == 200
    for seite in ("change", "history", "delete"):
        assert stadt.get(adresse(modell, seite, aussen[modell].pk)).status_code in (403, 404), seite
    assert stadt.get(fremdes).status_code == 404
    assert stadt.get(adresse(modell, "history", aussen[modell].pk)).status_code == 404
    assert stadt.get(adresse(modell, "change", 99999999)).status_code == 404


@pytest.mark.parametrize("modell", [m for m in REGIONAL if m is not Gemeinde])
def test_actions_reach_nothing_foreign(modell, aussen, stadt_lippstadt, angemeldet):
    stadt, verwaltung = angemeldet(stadt_lippstadt), admin.site._registry[modell]
    for tat in getattr(verwaltung, "taten", []):
        ziel = adresse(modell, "tat", aussen[modell].pk, tat.name)
        assert stadt.post(ziel, {f"{tat.name}-grund": "Grund"}).status_code == 404, tat.name
        assert stadt.get(ziel).status_code == 405, tat.name
    vorher = modell.objects.filter(pk=aussen[modell].pk).values().get()
    for aktion in verwaltung.actions or []:
        name = aktion if isinstance(aktion, str) else aktion.__name__
        daten = {"action": name, "index": "0", "_selected_action": [str(aussen[modell].pk)], "angaben": "1"}
        daten |= {f"{name.removesuffix('_gemeinsam')}-grund": "Grund"}
        stadt.post(liste(modell), daten)
    assert modell.objects.filter(pk=aussen[modell].pk).values().get() == vorher


QUELLEN = [
    ("boerse", "fassung", "angebot", Angebot),
    ("boerse", "anfrage", "angebot", Angebot),
    ("boerse", "angebot", "organisation", Organisation),
    ("organisationen", "ortsteil", "gemeinde", Gemeinde),
    ("organisationen", "organisation", "gemeinde", Gemeinde),
]


@pytest.mark.parametrize(("app", "modell", "feld", "ziel"), QUELLEN)
def test_suggestions(app, modell, feld, ziel, innen, aussen, stadt_lippstadt, kontaktstelle, angemeldet):
    frage = reverse("admin:autocomplete", query={"app_label": app, "model_name": modell, "field_name": feld})
    stadt, kreis = (angemeldet(wer).get(frage).json()["results"] for wer in (stadt_lippstadt, kontaktstelle))
    assert str(innen[ziel].pk) in {zeile["id"] for zeile in stadt}
    assert str(aussen[ziel].pk) not in {zeile["id"] for zeile in stadt}
    assert str(aussen[ziel].pk) in {zeile["id"] for zeile in kreis} or ziel is Gemeinde


def test_the_choice_of_gemeinden_is_ones_own(innen, aussen, stadt_lippstadt, angemeldet):
    text = angemeldet(stadt_lippstadt).get(adresse(Ortsteil, "add")).text
    assert fabriken.LIPPSTADT in text and fabriken.SOEST not in text


@pytest.mark.parametrize("modell", [*REGIONAL, *GEMEINSAM, *NUR_LEITUNG, Kontaktstelle])
def test_organisations_and_strangers_do_not_get_in(modell, leitung, buergerin, angemeldet):
    weg = adresse(modell, "changelist")
    assert angemeldet(leitung).get(weg).status_code == 403
    antwort = buergerin.get(weg)
    assert antwort.status_code == 302 and "/verwaltung/login/" in antwort.url
    antwort = buergerin.get(antwort.url)
    assert antwort.url == f"{reverse('account_login')}?next={weg}"


def test_without_an_office_there_is_nothing_to_see(innen, angemeldet):
    from django.contrib.auth.models import Group

    konto = fabriken.konto(is_staff=True)
    konto.groups.add(Group.objects.get(name="Kontaktstelle"))
    client = angemeldet(konto)
    for modell in REGIONAL:
        eigenes = adresse(modell, "change", innen[modell].pk)
        assert eigenes not in client.get(liste(modell)).text
        assert client.get(eigenes).status_code == 404


def test_staff_without_rights_get_403(innen, angemeldet):
    konto = fabriken.konto(is_staff=True)
    fabriken.kontaktstelle("Ohne Rechte", "05974028", mitarbeitende=(konto,))
    client = angemeldet(konto)
    for modell in REGIONAL:
        assert client.get(adresse(modell, "changelist")).status_code == 403
    assert client.get(adresse(Fassung, "change", innen[Fassung].pk)).status_code == 403
    assert client.post(adresse(Fassung, "tat", innen[Fassung].pk, "freigeben")).status_code == 403
    innen[Fassung].refresh_from_db()
    assert innen[Fassung].status == "eingereicht"


def test_only_the_administration_sees_accounts(kontaktstelle, angemeldet):
    assert angemeldet(kontaktstelle).get(adresse(Konto, "changelist")).status_code == 403
    leitung = fabriken.konto(is_staff=True, is_superuser=True)
    assert angemeldet(leitung).get(adresse(Konto, "changelist")).status_code == 200


@pytest.mark.parametrize(
    ("modell", "frage"),
    [
        (Anfrage, {"name__startswith": "P"}),
        (Anfrage, {"email__contains": "a"}),
        (Nachricht, {"text__contains": "meine-daten"}),
        (Nachricht, {"empfaenger": "a@example.org"}),
        (Meldung, {"email__isnull": "1"}),
    ],
)
def test_the_address_asks_no_column_that_the_list_does_not_show(
    modell, frage, innen, kontaktstelle, angemeldet, keine_fehler_im_protokoll
):
    """Else what only its own page shows, and logs, could be guessed letter by letter."""
    browser = angemeldet(kontaktstelle)
    assert browser.get(adresse(modell, "changelist", **frage)).status_code == 400
    assert [eintrag.name for eintrag in keine_fehler_im_protokoll] == ["django.security.DisallowedModelAdminLookup"]
    keine_fehler_im_protokoll.clear()
    assert browser.get(adresse(modell, "changelist", liste="alle")).status_code == 200


def test_no_redirect_leads_from_a_number_to_a_page(aussen, stadt_lippstadt, angemeldet):
    from django.contrib.contenttypes.models import ContentType

    art = ContentType.objects.get_for_model(Organisation)
    antwort = angemeldet(stadt_lippstadt).get(f"/verwaltung/r/{art.pk}/{aussen[Organisation].pk}/")
    assert antwort.status_code == 404


def test_what_no_number_and_no_text_can_be_is_not_there(innen, kontaktstelle, angemeldet):
    browser = angemeldet(kontaktstelle)
    for wert in ("nichts", "1e309", "\x00", "9" * 30):
        daten = {"action": "sperren_gemeinsam", "_selected_action": wert, "index": "0"}
        assert browser.post(adresse(Angebot, "changelist"), daten).status_code == 404
    for ziel in (adresse(Anfrage, "changelist", gemeinde="a\x00"), adresse(Gemeinde, "change", "a\x00")):
        assert browser.get(ziel).status_code == 404
