"""Whatever somebody sends who is logged in, to the workspace or to the desk, the answer is a page."""

import contextlib
import re
from itertools import cycle

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from boerse.models import Suchluecke, Wortgruppe
from tests import fabriken, test_zugriff
from tests.feindlich import KODIERT, TEXTE, anfragen, texte
from tests.test_zugriff import im_bestand, szene  # noqa: F401

ARBEITSBEREICH = [*test_zugriff.ARBEITSBEREICH, *sorted(test_zugriff.ANGEMELDET - {"konto_abmelden"})]
# What no form of the page shows, but views and the admin read.
VERSTECKT = ["aktion", "stand", "fehlend", "von", "seite", "status", "organisation", "quatsch"]
ADMIN = [
    "q", "o", "p", "e", "all", "_popup", "_to_field", "_changelist_filters", "action", "index", "_vorschau", "_save",
    "_selected_action", "select_across", "woerter", "verwandt", "aktiv", "stand", "aktion", "id", "pk__in",
]  # fmt: skip
ALLE = [*TEXTE, *map(str, range(3))]


def _namen(client, ziel: str) -> list[str]:
    """The fields of a page, if it can be looked at; a PDF has none."""
    antwort = client.get(ziel)
    lesbar = antwort.status_code == 200 and antwort["Content-Type"].startswith("text/html")
    return sorted(set(re.findall(r'name="([a-z_][a-z0-9_-]*)"', antwort.text))) if lesbar else []


def _pruefen(antwort, ziel: str, gesendet) -> None:
    # 429: too often from one address, which is answered by a page, too.
    assert antwort.status_code in (200, 302, 303, 400, 403, 404, 405, 429), (ziel, str(gesendet)[:300])


@pytest.fixture(autouse=True)
def versuche_gemeldet(keine_fehler_im_protokoll):
    """What the admin refuses (400) is reported as an attempt to break in; that is no error of ours."""
    yield
    gesehen = keine_fehler_im_protokoll
    gesehen[:] = [eintrag for eintrag in gesehen if not eintrag.name.startswith("django.security.")]


@pytest.fixture
def seiten(szene, fremde_organisation):  # noqa: F811
    """Every address of the workspace: of one's own, of others, and of nobody."""
    fremd = fabriken.angebot(fremde_organisation)
    fremdes = {"organisation": fremde_organisation, "angebot": fremd, "anfrage": fabriken.anfrage(fremd)}
    eigene = {_adresse(name, szene) for name in ARBEITSBEREICH}
    andere = {_adresse(name, szene | fremdes) for name in ARBEITSBEREICH}
    keine = {re.sub(r"\d+", zahl, ziel) for ziel in eigene for zahl in ("9" * 18, "9" * 30)}
    return {"eigene": sorted(eigene), "fremde": sorted(andere - eigene), "keine": sorted(keine - eigene)}


def _adresse(name: str, dinge: dict) -> str:
    return reverse(name) if name in test_zugriff.ANGEMELDET else test_zugriff.adresse(name, dinge)


@pytest.fixture
def tische(im_bestand, kontaktstelle):  # noqa: F811
    """Every address of the desk, for things that are there and for one that is not."""
    gruppe = Wortgruppe(woerter=["Sani", "Sanitäter"])
    gruppe.clean()
    gruppe.save()
    heute = timezone.localdate()
    Suchluecke.objects.create(wort="drohn", form="drohne", anzahl=9, seit=heute, zuletzt=heute)
    dinge = {modell: str(ding.pk) for modell, ding in im_bestand.items()}
    dinge |= {"boerse_wortgruppe": str(gruppe.pk), "boerse_suchluecke": "drohn", "boerse_thema": "tiere"}
    namen = [unter.name for muster in admin.site.urls[0] for unter in getattr(muster, "url_patterns", [muster])]
    return sorted({ziel for name in namen if name and name != "logout" for ziel in _adressen(name, dinge)})


def _adressen(name: str, dinge: dict[str, str]) -> set[str]:
    """Of the thing of this model, and of one that is not there; without a number, it is the same."""
    ziele = set()
    for nummer in ("9" * 30, *(nummer for modell, nummer in dinge.items() if name.startswith(f"{modell}_"))):
        for angaben in (
            {},
            {"object_id": nummer},
            {"pk": nummer},
            {"wort": nummer},
            {"pk": nummer, "name": "freigeben"},
        ):
            with contextlib.suppress(NoReverseMatch):
                ziele.add(reverse(f"admin:{name}", kwargs=angaben))
    return ziele


def test_every_page_of_the_workspace_takes_bad_input(seiten, leitung, angemeldet):
    werte, roh = cycle(ALLE), cycle(KODIERT)
    for ziel in (ziel for ziele in seiten.values() for ziel in ziele):
        namen = [*_namen(angemeldet(leitung), ziel), *VERSTECKT]
        anfrage = "&".join(f"{name}={next(roh)}" for name in namen * 2)
        _pruefen(angemeldet(leitung).get(ziel, QUERY_STRING=anfrage), ziel, anfrage)
        daten = {name: [next(werte), next(werte)] for name in namen}
        _pruefen(angemeldet(leitung).post(ziel, daten), ziel, daten)


@given(auswahl=st.data())
def test_any_page_of_the_workspace_takes_anything(auswahl, seiten, leitung, angemeldet):
    wessen = auswahl.draw(st.sampled_from([*seiten]))
    ziel, client = auswahl.draw(st.sampled_from(seiten[wessen])), angemeldet(leitung)
    namen = [*_namen(client, ziel), *VERSTECKT]
    _pruefen(client.get(ziel, QUERY_STRING=auswahl.draw(anfragen(namen))), ziel, "")
    daten = auswahl.draw(st.dictionaries(st.sampled_from(namen), st.lists(texte(), max_size=3), max_size=6))
    antwort = client.post(ziel, daten)
    _pruefen(antwort, ziel, daten)
    assert wessen == "eigene" or antwort.status_code in (404, 405), ziel


def test_every_page_of_the_desk_takes_bad_input(tische, kontaktstelle, angemeldet):
    werte, roh = cycle(ALLE), cycle(KODIERT)
    assert len(tische) > 80
    for ziel in tische:
        namen = [*_namen(angemeldet(kontaktstelle), ziel), *ADMIN]
        anfrage = "&".join(f"{name}={next(roh)}" for name in namen)
        _pruefen(angemeldet(kontaktstelle).get(ziel, QUERY_STRING=anfrage), ziel, anfrage)
        daten = {name: [next(werte), next(werte)] for name in namen}
        _pruefen(angemeldet(kontaktstelle).post(ziel, daten), ziel, daten)


@given(auswahl=st.data())
def test_any_page_of_the_desk_takes_anything(auswahl, tische, kontaktstelle, angemeldet):
    ziel, client = auswahl.draw(st.sampled_from(tische)), angemeldet(kontaktstelle)
    namen = [*_namen(client, ziel), *ADMIN]
    _pruefen(client.get(ziel, QUERY_STRING=auswahl.draw(anfragen(namen))), ziel, "")
    daten = auswahl.draw(st.dictionaries(st.sampled_from(namen), st.lists(texte(), max_size=3), max_size=6))
    _pruefen(client.post(ziel, daten), ziel, daten)
