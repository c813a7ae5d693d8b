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
def test_the_section_follows_from_the_address(name, bereich):
    anfrage = RequestFactory().get("/")
    anfrage.resolver_match = SimpleNamespace(url_name=name)
    assert kontext.portal(anfrage)["bereich"] == bereich


def test_without_an_address_there_is_no_section():
    assert kontext.portal(RequestFactory().get("/gibt-es-nicht/"))["bereich"] == ""


def test_the_office_costs_only_pages_that_show_it(db, django_assert_num_queries):
    fabriken.kontaktstelle("Kontaktstelle Ehrenamt", "05974")
    with django_assert_num_queries(0):
        portal = kontext.portal(RequestFactory().get("/"))["portal"]
    with django_assert_num_queries(1):
        assert portal.kontaktstelle_daten.name == portal.kontaktstelle_daten.name == "Kontaktstelle Ehrenamt"
