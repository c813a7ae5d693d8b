"""Whatever stands in an address, the answer is a page that says what it ignored."""

from itertools import cycle

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from boerse.filterfelder import NEIN, saubere_zeile
from boerse.filters import AngebotFilter
from boerse.forms.passt import PasstForm
from boerse.parameter import Suchparameter
from organisationen.models import Postleitzahl
from tests import fabriken
from tests.feindlich import KODIERT, anfragen, kodierte_werte

SUCHE = [*Suchparameter.base_filters]
SEITEN = {
    "/angebote/": SUCHE,
    "/api/v1/angebote": SUCHE,
    "/feeds/angebote.atom": SUCHE,
    "/": SUCHE,
    "/passt-zu-mir/": [*PasstForm.base_fields],
    "/organisationen/": ["q", "seite"],
    "/zahlen/": ["seite"],
}


@pytest.fixture
def bestand(kontaktstelle, sportverein):
    fabriken.angebot(sportverein, titel="Garten pflegen", themen=["tiere"], zeiten=[{"wochentag": "sa"}])
    fabriken.angebot(sportverein, titel="Vorlesen", digital="nur")
    Postleitzahl.objects.create(plz="59494", gemeinde_id=fabriken.SOEST, lat=51.57, lon=8.1)


def _abrufen(client, seite: str, anfrage: str):
    antwort = client.get(seite, QUERY_STRING=anfrage)
    if antwort.status_code == 302:  # the questionnaire's address without its empty answers
        antwort = client.get(antwort.url)
    assert antwort.status_code == 200, (seite, anfrage[:300])
    return antwort


def test_every_parameter_takes_every_bad_value(client, bestand):
    seiten = cycle(SEITEN.items())
    for wert, (seite, namen) in zip(KODIERT, seiten, strict=False):
        _abrufen(client, seite, "&".join(f"{name}={wert}" for name in namen * 2))


@given(auswahl=st.data())
def test_any_address_is_a_page(auswahl, client, bestand):
    seite = auswahl.draw(st.sampled_from([*SEITEN]))
    _abrufen(client, seite, auswahl.draw(anfragen(SEITEN[seite])))


@given(anfrage=anfragen(SUCHE))
def test_list_and_data_agree_about_any_question(anfrage, client, bestand):
    liste = _abrufen(client, "/angebote/", anfrage).context
    daten = _abrufen(client, "/api/v1/angebote", anfrage).json()
    assert [ergebnis["id"] for ergebnis in daten["ergebnisse"]] == [angebot.pk for angebot in liste["seite"]]
    assert daten["hinweise"] == [str(hinweis) for hinweis in liste["hinweise"]]
    # What a search means, written down and read again, means the same.
    assert AngebotFilter(QueryDict(liste["suchanfrage"])).suchanfrage() == liste["suchanfrage"]


@given(name=st.sampled_from(SUCHE), wert=kodierte_werte())
def test_what_a_search_ignores_it_says(name, wert, bestand):
    gesendet = QueryDict(f"{name}={wert}")
    suche = AngebotFilter(gesendet)
    genannt = [w for w in gesendet.getlist(name) if w.strip()]
    nichts_gewollt = saubere_zeile("".join(genannt)).lower() in NEIN or suche.form.cleaned_data.get("sortierung")
    assert not genannt or name in suche.gefragt or nichts_gewollt or suche.hinweise


@given(name=st.sampled_from([*PasstForm.base_fields]), wert=kodierte_werte())
def test_what_the_questionnaire_ignores_it_says(name, wert, bestand):
    gesendet = QueryDict(f"{name}={wert}")
    form = PasstForm(gesendet)
    genannt = [w for w in gesendet.getlist(name) if w.strip()]
    nichts_gewollt = saubere_zeile("".join(genannt)).lower() in NEIN
    assert not genannt or name in form.werte or nichts_gewollt or form.hinweise
