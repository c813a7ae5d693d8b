"""Whatever somebody sends with a public form, the answer is a page."""

from itertools import count, cycle

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests import fabriken
from tests.boerse import test_anfragen, test_engagementwunsch, test_meldungen
from tests.feindlich import TEXTE, texte
from tests.organisationen import test_barriere

ANSCHLUESSE = count(1)
FORMULAR = "application/x-www-form-urlencoded"
ANMELDUNG = {"email": "neu@example.org", "login": "neu@example.org", "password": fabriken.PASSWORT, "code": "ABC-123"}
# Forms of pages that everybody may open, with what makes them valid.
FORMULARE = {
    "anfrage": test_anfragen.ANGABEN,
    "engagementwunsch": test_engagementwunsch.ANGABEN,
    "angebot_melden": test_meldungen.ANGABEN,
    "barriere_melden": test_barriere.ANGABEN,
    "meine_daten_anfordern": {"email": "kim@example.org"},
    "account_login": ANMELDUNG,
    "account_signup": ANMELDUNG | {"password1": fabriken.PASSWORT},
    "account_reset_password": ANMELDUNG,
    "account_request_login_code": ANMELDUNG,
}


@pytest.fixture
def angebot(kontaktstelle, sportverein):
    return fabriken.angebot(sportverein)


def _adresse(name: str, angebot) -> str:
    return reverse(name, args=[angebot.pk, angebot.slug] if name in ("anfrage", "angebot_melden") else [])


def _senden(ziel: str, daten: dict) -> None:
    nummer = next(ANSCHLUESSE)  # nobody is stopped for sending too much
    anschluss = f"10.{nummer // 62500}.{nummer // 250 % 250}.{nummer % 250}"
    antwort = Client(REMOTE_ADDR=anschluss).post(ziel, daten)
    # What one address asks for too often (429) is answered by a page, too.
    assert antwort.status_code in (200, 302, 429), (ziel, antwort.status_code, str(daten)[:300])


def test_every_form_takes_every_bad_text(angebot):
    felder = {name: [*Client().get(_adresse(name, angebot)).context["form"].fields] for name in FORMULARE}
    for text, name in zip(TEXTE, cycle(FORMULARE), strict=False):
        _senden(_adresse(name, angebot), dict.fromkeys(felder[name], text))


@given(auswahl=st.data())
def test_any_form_can_be_sent(auswahl, angebot):
    name = auswahl.draw(st.sampled_from([*FORMULARE]))
    ziel, gut = _adresse(name, angebot), FORMULARE[name]
    falsches = auswahl.draw(st.dictionaries(st.sampled_from([*gut, "quatsch", "nummer"]), texte(), max_size=4))
    _senden(ziel, gut | falsches)


def test_asking_whether_a_form_is_there_is_asking_for_it(angebot):
    """What checks links sends HEAD."""
    for name in FORMULARE:
        assert Client().head(_adresse(name, angebot)).status_code == 200, name


@pytest.mark.parametrize("seite", ["/angebote/", "/api/v1/angebote", "/ich-moechte-helfen/", "/konto/login/"])
def test_far_too_much_is_answered_by_a_page_that_says_so(seite, kontaktstelle, keine_fehler_im_protokoll):
    viel = "&".join(f"a{n}=1" for n in range(2001))
    if "angebote" in seite:
        antworten = [Client().get(seite, QUERY_STRING=viel)]
    else:
        antworten = [Client().post(seite, viel, FORMULAR), Client().post(seite, {"text": "a" * 1_100_000})]
    for antwort in antworten:
        assert antwort.status_code == 400
        assert "Das war zu viel auf einmal" in antwort.text
    keine_fehler_im_protokoll.clear()  # it is reported: somebody tries something
