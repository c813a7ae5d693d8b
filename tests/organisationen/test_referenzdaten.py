"""Is the reference data there, once, and does it leave alone what staff edited?"""

from itertools import pairwise

import pytest
from django.core.management import call_command
from django.db import connection

from organisationen.checks import regionen_pruefen
from organisationen.models import Flaeche, Gemeinde, Ortsteil, Postleitzahl
from organisationen.referenzdaten import _slugs, _zeilen, laden

KREIS = ["05974"]


def test_the_kreis_soest_is_loaded(db, settings):
    assert laden(KREIS)
    settings.PORTAL_REGIONEN = KREIS
    bediente = Gemeinde.objects.bediente()
    assert bediente.count() == 14
    assert bediente.get(name="Möhnesee").sortiername == "mohnesee"
    assert Postleitzahl.objects.filter(plz__startswith="5955", gemeinde__name="Lippstadt").count() == 4
    assert Ortsteil.objects.filter(gemeinde__name="Lippstadt", name="Lipperode", lat__isnull=False).exists()


def test_a_second_run_changes_nothing(db, django_assert_max_num_queries):
    laden(KREIS)
    Ortsteil.objects.filter(name="Lipperode").update(lat=51.7)
    Ortsteil.objects.filter(name="Lipperbruch").delete()
    with django_assert_max_num_queries(1):
        assert not laden(KREIS)
    assert not Ortsteil.objects.filter(name="Lipperbruch").exists()


def test_newer_data_overwrites_no_ortsteil_and_no_address(db):
    laden(KREIS)
    Ortsteil.objects.filter(name="Lipperode").update(lat=51.7)
    Gemeinde.objects.filter(ags="05974040").update(slug="soest-alt", einwohner=1)
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON TABLE organisationen_gemeinde IS 'alt'")
    assert laden(KREIS)
    soest = Gemeinde.objects.get(ags="05974040")
    assert (soest.slug, soest.einwohner > 40_000) == ("soest-alt", True)
    assert Ortsteil.objects.get(name="Lipperode").lat == 51.7


def test_after_emptying_it_is_loaded_again(db):
    laden(KREIS)
    Gemeinde.objects.all().delete()
    assert laden(KREIS)


def test_all_addresses_differ():
    gemeinden = list(_zeilen("gemeinden"))
    slugs = _slugs(gemeinden)
    assert len(set(slugs.values())) == len(gemeinden) == 10_775
    assert slugs["05974040"] == "soest"
    assert slugs["09575153"] == "neustadt-a-d-aisch"
    assert len({ags[:5] for ags, wert in slugs.items() if wert.startswith("neuenkirchen-")}) > 3


def test_every_ortsteil_and_plz_lies_in_a_gemeinde():
    gemeinden = {zeile["ags"] for zeile in _zeilen("gemeinden")}
    assert {zeile["ags"] for zeile in _zeilen("ortsteile")} <= gemeinden
    assert {zeile["ags"] for zeile in _zeilen("postleitzahlen")} == gemeinden


def test_neighbours_share_the_points_of_their_border(db):
    """No holes between the areas: all but the outer edges occur in two of them, once in each direction."""
    laden(KREIS)
    kanten = [
        tuple(map(tuple, kante))
        for flaeche in Flaeche.objects.all()
        for ring in flaeche.ringe
        for kante in pairwise(ring)
    ]
    gemeinsam = sum((b, a) in set(kanten) for a, b in kanten)
    assert len(set(kanten)) == len(kanten)
    assert gemeinsam > len(kanten) / 2


@pytest.mark.parametrize(
    ("regionen", "kennung"),
    [
        (["05974"], None),
        (["05978"], None),
        (["16065"], None),
        (["05"], None),
        (["DE"], None),
        (["05974040", "05974028"], None),
        ([], "organisationen.E001"),
        (["Soest"], "organisationen.E002"),
        (["5974"], "organisationen.E002"),
        (["05999"], "organisationen.E003"),
    ],
)
def test_a_wrong_region_is_noticed(settings, regionen, kennung):
    settings.PORTAL_REGIONEN = regionen
    assert [fehler.id for fehler in regionen_pruefen()] == ([kennung] if kennung else [])


def test_the_command_loads_all_of_germany_and_says_how_many_are_served(db, capsys):
    call_command("referenzdaten_laden")
    assert "für 14 Städte und Gemeinden da" in capsys.readouterr().out
    assert Gemeinde.objects.count() == 10_775
