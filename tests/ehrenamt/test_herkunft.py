"""Whose forms are taken without a token? Those of the portal's own pages, whatever another site tries."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from ehrenamt.herkunft import nur_von_eigener_seite, von_eigener_seite

HIER, FREMD = "http://testserver", "https://boese.example"


def anfrage(**kopf):
    return RequestFactory().post("/", headers={name.replace("_", "-"): wert for name, wert in kopf.items()})


@pytest.mark.parametrize(
    "kopf",
    [
        {"Sec_Fetch_Site": "same-origin"},
        {"Sec_Fetch_Site": "none"},
        # A page with "Referrer-Policy: no-referrer" hides where it is, but not from the browser itself.
        {"Sec_Fetch_Site": "same-origin", "Origin": "null"},
        {"Origin": HIER},
        {"Origin": HIER, "Referer": f"{FREMD}/"},
        {"Referer": f"{HIER}/angebote/?q=vorlesen"},
    ],
)
def test_the_portals_own_page_is_recognised(kopf):
    assert von_eigener_seite(anfrage(**kopf))


@pytest.mark.parametrize(
    "kopf",
    [
        {},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": ""},
        {"Sec_Fetch_Site": "Same-Origin, cross-site"},
        {"Sec_Fetch_Site": "cross-site", "Origin": HIER, "Referer": f"{HIER}/"},
        {"Origin": FREMD},
        {"Origin": "null"},
        {"Origin": "null", "Referer": f"{HIER}/"},
        {"Origin": ""},
        {"Origin": "http://testserver.boese.example"},
        {"Origin": "http://testserver:8080"},
        {"Origin": "https://testserver"},
        {"Referer": f"{FREMD}/?http://testserver/"},
        {"Referer": "http://testserver@boese.example/"},
        {"Referer": "http://testserver.boese.example/"},
        {"Referer": "//testserver/"},
        {"Referer": "http://[kaputt"},
        {"Referer": ""},
    ],
)
def test_what_is_foreign_or_says_nothing_is_refused(kopf):
    assert not von_eigener_seite(anfrage(**kopf))


def test_behind_a_proxy_the_address_of_the_portal_counts(settings):
    settings.PORTAL_ADRESSE = "https://ehrenamt.example"
    assert von_eigener_seite(anfrage(Origin="https://ehrenamt.example"))
    assert not von_eigener_seite(anfrage(Origin="http://ehrenamt.example"))


def test_a_refused_form_never_reaches_the_view(db):
    erreicht = []
    view = nur_von_eigener_seite(lambda request: erreicht.append(request) or HttpResponse())
    fremd = view(anfrage(Origin=FREMD))
    assert fremd.status_code == 403
    assert not erreicht
    assert view(anfrage(Origin=HIER)).status_code == 200
    assert len(erreicht) == 1
