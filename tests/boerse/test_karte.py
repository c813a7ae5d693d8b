"""The map: drawing, shades, labels, regions of any size."""

from itertools import pairwise

import pytest

from boerse import karte
from boerse.beschriftung import beschriften, zeilen
from boerse.umriss import beschriftungspunkt, pfad, vereinen
from organisationen.models import Flaeche, Gemeinde
from tests import fabriken

WERL = "05974052"


def quadrat(west: float, sued: float = 51.5, kante: float = 0.2) -> list:
    ost, nord = round(west + kante, 4), round(sued + kante, 4)
    return [[west, sued], [ost, sued], [ost, nord], [west, nord], [west, sued]]


@pytest.fixture
def flaechen(gemeinden):
    Flaeche.objects.create(ags=fabriken.SOEST, name="Soest", ringe=[quadrat(8.0)])
    Flaeche.objects.create(ags=WERL, name="Werl", ringe=[quadrat(7.8)])
    # Without inhabitants: no label, no link, but no hole either for others to explain.
    Flaeche.objects.create(ags="05915000", name="Hamm", ringe=[quadrat(7.6)])


def test_areas_of_the_region_with_link_and_shade(flaechen):
    bild = karte.karte({fabriken.SOEST: 47, WERL: 3}, lambda ags: f"?gemeinde={ags}", {WERL})
    nach_name = {f["name"]: f for f in bild["flaechen"]}
    assert list(nach_name) == ["Soest", "Werl"]
    assert (nach_name["Soest"]["anzahl"], nach_name["Soest"]["stufe"]) == (47, 4)
    assert (nach_name["Werl"]["stufe"], nach_name["Werl"]["gewaehlt"]) == (1, True)
    assert bild["mit_namen"]
    assert nach_name["Werl"]["url"] == "?gemeinde=05974052"


def test_no_hits_no_shade(flaechen):
    bild = karte.karte({}, lambda ags: "", set())
    assert {f["stufe"] for f in bild["flaechen"]} == {0}


def test_the_drawing_keeps_its_proportions(flaechen):
    """0.4 degrees of longitude at 51.6 degrees north are 0.4 · cos(51.6°) = 0.248 as wide as 0.2 are high."""
    _x, _y, breite, hoehe = map(float, karte.karte({}, lambda ags: "", set())["viewbox"].split())
    assert breite / hoehe == pytest.approx(0.4 * 0.6211 / 0.2, rel=0.01)


def test_the_circle_has_its_radius_and_crops_the_map(flaechen):
    bild = karte.karte({}, lambda ags: "", set(), [(51.6, 8.0, 3)])
    (kreis,) = bild["kreise"]
    # The map is 0.4° · 111.2 km/° · cos(51.6°) = 27.6 km wide.
    assert kreis["r"] == pytest.approx(1000 * 3 / 27.6, rel=0.02)
    assert float(bild["viewbox"].split()[2]) < 500


def test_a_single_town_is_a_list(flaechen, settings, client):
    settings.PORTAL_REGIONEN = [fabriken.SOEST]
    karte.vergessen()
    assert karte.karte({}, lambda ags: "", set()) is None
    assert client.get("/").status_code == 200
    assert client.get("/angebote/").context["karte"] is None


def test_several_regions(flaechen, settings):
    settings.PORTAL_REGIONEN = ["05974052", "05915"]
    karte.vergessen()
    assert [f["name"] for f in karte.karte({}, lambda ags: "", set())["flaechen"]] == ["Hamm", "Werl"]


def test_without_outlines_there_is_no_map(gemeinden, client):
    assert karte.karte({}, lambda ags: "", set()) is None
    angebot = fabriken.angebot()
    assert client.get(angebot.get_absolute_url()).context["karte"] is None


def test_large_regions_are_drawn_by_kreis(flaechen, settings, monkeypatch, client):
    settings.PORTAL_REGIONEN = ["05"]
    monkeypatch.setattr(karte, "FLAECHEN_HOECHSTENS", 3)
    karte.vergessen()
    fabriken.angebot()
    bild = client.get("/angebote/").context["karte"]
    assert [(f["name"], f["anzahl"]) for f in bild["flaechen"]] == [("Hamm", 0), ("Kreis Soest", 1)]
    (kreis,) = [f for f in bild["flaechen"] if f["anzahl"]]
    danach = client.get(kreis["url"])
    assert danach.context["anzahl"] == 1
    assert danach.context["chips"][0]["text"] == "Kreis Soest"


def test_what_cannot_be_divided_more_coarsely_is_drawn_finely(flaechen, settings, monkeypatch):
    """A Kreis of more Gemeinden than fit, and a Land of more Kreise, still have a map."""
    monkeypatch.setattr(karte, "FLAECHEN_HOECHSTENS", 1)
    for regionen, namen in ((["05974"], ["Soest", "Werl"]), (["05"], ["Hamm", "Kreis Soest"])):
        settings.PORTAL_REGIONEN = regionen
        karte.vergessen()
        assert [f["name"] for f in karte.karte({}, lambda ags: "", set())["flaechen"]] == namen


def test_the_map_says_the_same_as_the_list_beside_it(flaechen, client):
    fabriken.angebot(orte=[{"gemeinde": WERL}])
    text = client.get("/").text
    bild = text[text.index('<svg class="landkarte') :].partition("</svg>")[0]
    liste = text[text.index('<ul class="orte"') :].partition("</ul>")[0]
    for ags, name, anzahl in ((WERL, "Werl", "1 Angebot"), (fabriken.SOEST, "Soest", "0 Angebote")):
        assert f'aria-label="{name}: {anzahl}"' in bild
        assert f'href="/angebote/?gemeinde={ags}"' in bild
        assert f'href="/angebote/?gemeinde={ags}">{name}</a>' in liste
        assert f'<span class="zahl">{anzahl[0]}</span>' in liste


def test_labels_that_would_lie_on_one_another_are_left_to_the_list():
    gross, klein, weit_weg = beschriften([("Großstadt", 100, 100), ("Kleinstadt", 130, 105), ("Werl", 700, 100)])
    assert gross.klassen == weit_weg.klassen == "mit-name mit-zahl mit-zahl-in-der-liste"
    assert klein.klassen == ""


def test_a_name_gives_way_to_the_number_of_a_neighbour():
    lang, nachbar = beschriften([("Westerkappeln", 500, 100), ("Lotte", 570, 85)])
    assert "mit-name" not in lang.klassen
    assert "mit-zahl" in lang.klassen
    assert "mit-zahl" in nachbar.klassen


@pytest.mark.parametrize(
    ("name", "erwartet"),
    [
        ("Soest", ["Soest"]),
        ("Wickede (Ruhr)", ["Wickede"]),
        ("Bad Sassendorf", ["Bad", "Sassendorf"]),
        ("Schleswig-Holstein", ["Schleswig-", "Holstein"]),
        ("Westerkappeln", ["Westerkappeln"]),
        ("Dortmund, Stadt", ["Dortmund"]),
    ],
)
def test_names_on_the_map_are_short(name, erwartet):
    assert zeilen(name) == erwartet


def test_a_label_stands_in_no_hole():
    """Brandenburg's is not written over Berlin."""
    land, stadt = quadrat(0, 0, 10), quadrat(2, 2, 6)
    x, y = beschriftungspunkt([land, stadt])
    assert not (2 < x < 8 and 2 < y < 8)


def test_the_place_of_a_listing(flaechen, client):
    angebot = fabriken.angebot(orte=[{"gemeinde": WERL}])
    bild = client.get(angebot.get_absolute_url()).context["karte"]
    assert [f["gewaehlt"] for f in bild["flaechen"]] == [False, True]
    assert len(bild["punkte"]) == 1
    fern = fabriken.angebot(orte=[{"gemeinde": "05915000"}])
    assert client.get(fern.get_absolute_url()).context["karte"] is None


def test_neighbours_are_joined_without_a_seam():
    gemeinsam = vereinen([quadrat(8.0), quadrat(8.2), quadrat(8.4)[::-1]])
    assert len(gemeinsam) == 1
    assert (8.2, 51.6) not in gemeinsam[0]
    assert len(set(gemeinsam[0])) == 8


def test_an_enclosed_town_is_joined_too():
    aussen = [[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]]
    loch = [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]
    assert len(vereinen([aussen, loch, loch[::-1]])) == 1


@pytest.mark.parametrize(
    "ring",
    [
        [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
        # A horseshoe, whose middle lies outside.
        [(0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (2, 2), (2, 10), (0, 10), (0, 0)],
        # An L.
        [(0, 0), (3, 0), (3, 8), (12, 8), (12, 10), (0, 10), (0, 0)],
    ],
)
def test_labels_stand_inside(ring):
    x, y = beschriftungspunkt([ring])
    schnitte = sum(
        (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in pairwise(ring)
    )
    assert schnitte % 2 == 1


def test_the_drawing_is_kept(flaechen, django_assert_num_queries):
    karte.region()
    with django_assert_num_queries(0):
        karte.region()
    Gemeinde.objects.filter(ags=WERL).update(name="Werl-Neu")
    karte.vergessen()
    assert "Werl-Neu" in karte.region().namen.values()


def test_an_outline_is_told_in_whole_steps_from_point_to_point():
    assert pfad([[(0.4, 0.2), (9.6, 0.1), (9.7, -5.2), (9.8, -5.3), (0.4, 0.2)]]) == "M0 0l10 0 0-5-10 5Z"


def test_what_is_smaller_than_a_unit_is_not_drawn():
    assert pfad([[(3.1, 3.1), (3.2, 3.3), (3.3, 3.1)]]) == ""
