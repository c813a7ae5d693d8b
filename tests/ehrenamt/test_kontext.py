"""Does every page know its portal and its place in the navigation?"""

from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from ehrenamt import kontext

from .. import fabriken


@pytest.mark.parametrize(
    ("name", "bereich"),
    [("angebote", "angebote"), ("angebot_melden", "angebote"), ("organisation", "organisationen"), (None, "")],
)
def test_bereich_folgt_aus_der_adresse(name, bereich):
    anfrage = RequestFactory().get("/")
    anfrage.resolver_match = SimpleNamespace(url_name=name)
    assert kontext.portal(anfrage)["bereich"] == bereich


def test_ohne_adresse_kein_bereich():
    assert kontext.portal(RequestFactory().get("/gibt-es-nicht/"))["bereich"] == ""


def test_kontaktstelle_kostet_nur_seiten_die_sie_zeigen(db, django_assert_num_queries):
    fabriken.kontaktstelle("Kontaktstelle Ehrenamt", "05974")
    with django_assert_num_queries(0):
        portal = kontext.portal(RequestFactory().get("/"))["portal"]
    with django_assert_num_queries(1):
        assert portal.kontaktstelle_daten.name == portal.kontaktstelle_daten.name == "Kontaktstelle Ehrenamt"
