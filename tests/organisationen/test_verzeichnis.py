"""The directory of organisations, a profile, and the office."""

import pytest

from tests import fabriken


def namen(antwort) -> list[str]:
    return [organisation.name for organisation in antwort.context["seite"]]


def test_the_directory_shows_approved_organisations_in_german_order(buergerin, gemeinden):
    for name in ("Zirkus", "Äpfel e. V.", "Bücherei"):
        fabriken.organisation(name)
    fabriken.organisation("Wartet noch", freigegeben=False)
    assert namen(buergerin.get("/organisationen/")) == ["Äpfel e. V.", "Bücherei", "Zirkus"]


@pytest.mark.parametrize("q", ["bücher", "BUCHER", "Lippstadt", "bücherei lipp"])
def test_it_is_searched_by_name_and_place(q, buergerin, gemeinden):
    fabriken.organisation("Bücherei", fabriken.LIPPSTADT)
    fabriken.organisation("Zirkus")
    assert namen(buergerin.get("/organisationen/", {"q": q})) == ["Bücherei"]


def test_counts_and_pages_take_few_queries(buergerin, kontaktstelle, django_assert_max_num_queries):
    for nummer in range(26):
        fabriken.organisation(f"Verein {nummer:02}")
    fabriken.angebot(fabriken.organisation("AAA"))
    with django_assert_max_num_queries(4):
        antwort = buergerin.get("/organisationen/")
    assert antwort.context["seite"][0].anzahl_angebote == 1
    assert not antwort.cookies
    assert len(namen(buergerin.get("/organisationen/?seite=2"))) == 3


@pytest.mark.parametrize("query", ["q=%00", "seite=-1", "seite=x", "q=" + "x" * 9000, "seite=99999999999999999999"])
def test_nonsense_is_no_error(query, buergerin, sportverein):
    assert buergerin.get(f"/organisationen/?{query}").status_code == 200


def test_the_profile_shows_its_listings_only(buergerin, sportverein, fremde_organisation):
    fabriken.angebot(sportverein, titel="Laufen")
    fabriken.angebot(fremde_organisation, titel="Singen")
    pausiert = fabriken.angebot(sportverein, titel="Werfen")
    pausiert.sperren(fabriken.DURCH_KONTAKTSTELLE, "Grund")
    antwort = buergerin.get(sportverein.get_absolute_url())
    assert "Laufen" in antwort.text
    assert "Singen" not in antwort.text
    assert "Werfen" not in antwort.text
    assert "tus@example.org" not in antwort.text


def test_a_wrong_slug_leads_to_the_right_one(buergerin, sportverein):
    antwort = buergerin.get(f"/organisationen/{sportverein.pk}-falsch/")
    assert (antwort.status_code, antwort["Location"]) == (301, sportverein.get_absolute_url())


def test_who_is_not_approved_has_no_page(buergerin, gemeinden, sportverein):
    wartend = fabriken.organisation(freigegeben=False)
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Grund")
    for organisation in (wartend, sportverein):
        assert buergerin.get(organisation.get_absolute_url()).status_code == 404


def test_the_office_is_reachable(buergerin, kontaktstelle, stadt_lippstadt):
    antwort = buergerin.get("/kontaktstelle/")
    assert "0221 4710-120" in antwort.text
    assert "Ehrenamtsagentur Lippstadt" in antwort.text


def test_the_page_stands_without_an_office(buergerin, gemeinden):
    assert buergerin.get("/kontaktstelle/").status_code == 200


@pytest.mark.parametrize("adresse", ["/organisationen/", "/kontaktstelle/"])
def test_only_reading_is_possible(adresse, buergerin, gemeinden):
    assert buergerin.post(adresse).status_code == 405
