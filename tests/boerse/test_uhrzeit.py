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


@pytest.mark.parametrize(
    ("frage", "rest", "alter"),
    [
        ("unser Enkel wird bald 17", "", 17),
        ("meine Nichte ist gerade 12 geworden", "", 12),
        ("sechzehnjähriger sucht etwas mit Holz", "sucht etwas mit Holz", 16),
        ("mit 17 im Museum", "im Museum", 17),
        ("für Teenager ab 13 Jahren", "", 13),
        ("mit Kindern ab 8 kochen", "mit Kindern ab 8 kochen", None),
        ("mein Mann ist 2 mal die Woche da", "mein Mann ist 2 mal die Woche da", None),
    ],
)
def test_an_age_is_told_in_sentences(frage, rest, alter):
    plain, lesungen = lesen(frage, date(2026, 11, 22))
    assert plain == rest
    assert [lesung.wert for lesung in lesungen if lesung.name == "alter"] == ([alter] if alter else [])


@pytest.mark.parametrize(
    "frage", ["nach Dienstschluss", "tagsüber", "übers Wochenende", "vor der Arbeit", "am frühen Abend"]
)
def test_a_time_of_everyday_life_leaves_no_word(frage):
    plain, lesungen = lesen(frage, date(2026, 11, 22))
    assert plain == "" and lesungen
