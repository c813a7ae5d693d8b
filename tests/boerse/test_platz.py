"""Which words of a question are read as a place."""

import pytest
from django.http import QueryDict

from boerse.filters import AngebotFilter
from boerse.models import Angebot
from boerse.suche.platz import ort_deuten, ort_erraten, ort_lesen
from ehrenamt.sortierung import sortiername
from organisationen.models import Gemeinde, Ortsteil
from tests import fabriken


@pytest.fixture
def staedte(gemeinden):
    """Towns the portal does not serve, four of them named like ordinary words; a part of one like the largest."""
    namen = {"Münster": 320_000, "Paderborn": 155_000, "Stuttgart": 630_000, "Essen": 580_000, "Gießen": 94_000}
    for nummer, (name, einwohner) in enumerate((namen | {"Lage": 35_000, "Wald": 3_000}).items()):
        Gemeinde.objects.create(
            ags=f"0999900{nummer}", name=name, slug=f"ort-{nummer}", sortiername=sortiername(name), lat=48, lon=9,
            kreis_name="Fern", land="Fern", einwohner=einwohner,
        )  # fmt: skip
    Ortsteil.objects.create(gemeinde_id="09999002", name="Münster", sortiername="munster")
    for nummer in range(12):
        fabriken.angebot(titel=f"Essen im Wald {nummer}", beschreibung="Je nach Lage der Dinge.")


@pytest.mark.parametrize(
    ("frage", "ort", "rest"),
    [
        ("Münster", "Münster", ""),
        ("Schach Paderborn", "Paderborn", "Schach"),
        ("schach paderborn", "Paderborn", "schach"),
        ("Chor in Münster", "Münster", "Chor"),
        ("Soest Paderborn", "Soest", "Paderborn"),
        ("Kino in Essen", "Essen", "Kino"),
        ("Schach in Lage", "Lage", "Schach"),
        ("Essen", None, "Essen"),
        ("Essen ausgeben", None, "Essen ausgeben"),
        ("Hilfe bei Essen", None, "Hilfe bei Essen"),
        ("Wald", None, "Wald"),
        ("in Wald und Flur", None, "in Wald und Flur"),
        ("Lage", None, "Lage"),
        ("Blumen gießen", None, "Blumen gießen"),
    ],
)
def test_a_town_elsewhere_is_read_unless_its_name_is_an_ordinary_word(frage, ort, rest, staedte):
    gelesener_rest, _worte, gelesen = ort_lesen(frage)
    assert (gelesen.name if gelesen else None, gelesener_rest) == (ort, rest)


@pytest.mark.parametrize(
    ("frage", "ort", "rest"),
    [
        ("Kreis Soest", "Kreis Soest", ""),
        ("Chor im Landkreis Soest", "Kreis Soest", "Chor"),
        ("im ganzen Kreis Soest vorlesen", "Kreis Soest", "vorlesen"),
        ("Garten Soest Kreis junger Mütter", "Soest", "Garten Kreis junger Mütter"),
        ("Kreis Hamm", "Hamm", "Kreis"),
        ("Gesprächskreis", None, "Gesprächskreis"),
    ],
)
def test_a_kreis_is_all_of_it_and_a_town_only_the_town(frage, ort, rest, gemeinden):
    gelesener_rest, _worte, gelesen = ort_lesen(frage)
    assert (gelesen.name if gelesen else None, gelesener_rest) == (ort, rest)


def test_a_kreis_asks_for_all_its_gemeinden_and_measures_no_way(gemeinden):
    for ags in ("05974052", "05974032", "05915000"):
        fabriken.angebot(orte=[{"gemeinde": ags}])
    for query in ("q=Kreis+Soest", "ort=Kreis+Soest"):
        suche = AngebotFilter(QueryDict(query))
        assert (suche.qs.count(), suche.bezugspunkte, suche.hinweise) == (2, [], [])
    assert AngebotFilter(QueryDict("q=Kreis+Soest+20+km")).bezugspunkte


@pytest.mark.parametrize(
    ("frage", "ort", "rest"),
    [
        ("schach lipstadt", "Lippstadt", "schach"),
        ("Warschtein", "Warstein", ""),
        ("Garten in Sost", "Soest", "Garten"),
        ("Möhne see Kuchen", "Möhnesee", "Kuchen"),
        ("Schach Padeborn", "Paderborn", "Schach"),
        ("Schach Wert", None, "Schach Wert"),
        ("Lippstädter Tafel", None, "Lippstädter Tafel"),
        ("Warstein-Besucher", None, "Warstein-Besucher"),
        ("Wesen", None, "Wesen"),
    ],
)
def test_a_misspelt_place_is_read_unless_it_is_a_word(frage, ort, rest, staedte):
    gelesener_rest, _worte, gelesen = ort_erraten(frage)
    assert (gelesen.name if gelesen else None, gelesener_rest) == (ort, rest)


def test_a_word_of_a_listing_is_no_misspelt_place(gemeinden):
    fabriken.angebot(titel="Welwer tanzen")
    assert ort_erraten("Welwer")[2] is None


def test_a_misspelt_place_is_said(client, gemeinden):
    fabriken.angebot(titel="Schach")
    antwort = client.get("/angebote/?q=schach+lipstadt")
    assert antwort.context["hinweise"][0] == "Den Ort „lipstadt“ haben wir als „Lippstadt“ gelesen."


def test_a_town_elsewhere_with_listings_is_a_place_however_many(staedte):
    for _nummer in range(4):
        fabriken.angebot(orte=[{"gemeinde": Gemeinde.objects.get(name="Paderborn").ags}])
    assert ort_lesen("Schach Paderborn")[2].name == "Paderborn"


@pytest.mark.parametrize(
    ("angebot", "satz"),
    [
        ({"orte": [{"gemeinde": fabriken.SOEST}]}, "wir zeigen, was bis 25 km entfernt ist."),
        ({"digital": "nur"}, "was wir zeigen, können Sie von zu Hause aus tun."),
        ({"orte": [{"gemeinde": "05915000"}]}, "bis 25 km entfernt haben wir nichts Passendes."),
    ],
)
def test_around_a_town_elsewhere_the_page_says_what_it_shows(angebot, satz, client, staedte):
    Angebot.objects.all().delete()
    fabriken.angebot(**angebot)
    Gemeinde.objects.filter(name="Paderborn").update(lat=51.6, lon=8.3)
    antwort = client.get("/angebote/?ort=Paderborn")
    assert antwort.context["hinweise"] == [f"Paderborn gehört nicht zu unserem Gebiet; {satz}"]


@pytest.mark.parametrize(
    ("eingabe", "name"),
    [
        ("Sost", "Soest"),
        ("Bad Sassendorff", "Bad Sassendorf"),
        ("Möhne see", "Möhnesee"),
        ("in Soest", "Soest"),
        ("Soest 10 km", "Soest"),
        ("Stutgart", "Stuttgart"),
    ],
)
def test_a_place_that_is_called_nearly_so_is_taken_and_said(eingabe, name, staedte):
    ort, hinweis = ort_deuten(eingabe)
    assert ort.name == name
    assert hinweis == f"Den Ort „{eingabe}“ haben wir als „{name}“ gelesen."


@pytest.mark.parametrize("eingabe", ["Quatschhausen", "Gie", "Walt", "xyz", "x" * 200, "12345", "?"])
def test_no_place_is_made_up(eingabe, staedte):
    assert ort_deuten(eingabe)[0] is None


def test_the_beginning_of_a_name_is_enough_here_and_a_whole_word_of_it_elsewhere(staedte):
    Gemeinde.objects.filter(name="Lage").update(name="Lage (Lippe)", sortiername="lage (lippe)")
    gefunden = [ort_deuten(eingabe)[0] for eingabe in ("Anröc", "Lage", "Münst")]
    assert [ort and ort.name for ort in gefunden] == ["Anröchte", "Lage (Lippe)", None]
