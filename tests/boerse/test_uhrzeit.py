"""Which times of day in a question are read as parts of the day?"""

from datetime import date

import pytest

from boerse.suche.lesart import lesen

V, N, A = "vormittags", "nachmittags", "abends"


@pytest.mark.parametrize(
    ("frage", "rest", "zeiten"),
    [
        ("ab 16 Uhr", "", [N, A]),
        ("Chor nach 18 Uhr", "Chor", [A]),
        ("ab 16:30 Uhr", "", [N, A]),
        ("ab 17h", "", [A]),
        ("bis 12 Uhr", "", [V]),
        ("um 15 Uhr", "", [N]),
        ("zwischen 14 und 17 Uhr", "", [N]),
        ("10-14 Uhr", "", [V, N]),
        ("vormittags von 9 bis 12 lesen", "lesen", [V]),
        ("montags ab 17", "", [A]),
        ("dienstags 14 bis 16", "", [N]),
        ("99 Uhr", "99 Uhr", []),
        ("Uhren reparieren", "Uhren reparieren", []),
    ],
)
def test_a_time_is_a_part_of_the_day(frage, rest, zeiten):
    woerter, lesungen = lesen(frage, date(2026, 11, 22))
    gelesen = [teil for lesung in lesungen if lesung.name == "tageszeit" for teil in lesung.wert]
    assert (woerter, list(dict.fromkeys(gelesen))) == (rest, zeiten)
    assert "alter" not in [lesung.name for lesung in lesungen]


@pytest.mark.parametrize("frage", ["ab 16", "samstags ab 16 Jahren", "Kinder ab 16"])
def test_without_a_clock_or_a_day_it_is_an_age(frage):
    assert [lesung.wert for lesung in lesen(frage, date(2026, 11, 22))[1] if lesung.name == "alter"] == [16]
