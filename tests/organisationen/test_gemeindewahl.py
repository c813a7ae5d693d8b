"""What people type when they mean a Gemeinde."""

import pytest

from organisationen.gemeindewahl import NichtEindeutig, gemeinde_finden
from organisationen.models import Gemeinde, Ortsteil, Postleitzahl


@pytest.fixture(autouse=True)
def orte(gemeinden):
    soest, sassendorf = gemeinden["Soest"], gemeinden["Bad Sassendorf"]
    Ortsteil.objects.create(gemeinde=sassendorf, name="Bettinghausen", sortiername="bettinghausen")
    for plz, gemeinde in (("59494", soest), ("59505", sassendorf), ("59505", soest)):
        Postleitzahl.objects.create(plz=plz, gemeinde=gemeinde, lat=51.5, lon=8.1)


@pytest.mark.parametrize(
    ("eingabe", "name"),
    [
        ("Soest", "Soest"),
        ("  soest ", "Soest"),
        ("59494", "Soest"),
        ("59494 Soest", "Soest"),
        ("59505 Bad Sassendorf", "Bad Sassendorf"),
        ("Soest (Kreis Soest)", "Soest"),
        ("möhnesee", "Möhnesee"),
        ("Mohnesee", "Möhnesee"),
        ("Lippst", "Lippstadt"),
        ("Bettinghausen", "Bad Sassendorf"),
    ],
)
def test_found(eingabe, name):
    assert gemeinde_finden(eingabe).name == name


@pytest.mark.parametrize(
    ("eingabe", "vorschlag"),
    [
        ("59505", "Bad Sassendorf (Kreis Soest)"),
        ("W", "Warstein"),
        ("Lipstadt", "Meinen Sie: Lippstadt (Kreis Soest)?"),
        ("Xanadu", "Diesen Ort kennen wir nicht"),
    ],
)
def test_what_is_not_clear_names_what_could_be_meant(eingabe, vorschlag):
    with pytest.raises(NichtEindeutig, match=vorschlag.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
        gemeinde_finden(eingabe)


def test_a_served_gemeinde_is_preferred(gemeinden):
    Gemeinde.objects.create(
        ags="03154040",
        name="Soest",
        slug="soest-2",
        sortiername="soest",
        typ="",
        kreis_name="Fern",
        land="",
        lat=1,
        lon=1,
    )
    assert gemeinde_finden("Soest").ags == "05974040"
    assert gemeinde_finden("Soest (Fern)").ags == "03154040"
    with pytest.raises(NichtEindeutig):
        gemeinde_finden("Soest (Fern)", nur_bediente=True)
