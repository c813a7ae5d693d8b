"""Which listings suit somebody's wishes: the measure, what can never be, and what the desk makes of a wish."""

import pytest

from boerse.abgleich import rangliste, treffer
from boerse.vorlieben import Vorlieben
from boerse.zeitmaske import ALLE, maske
from organisationen.models import Gemeinde

from .. import fabriken


@pytest.fixture
def soest(gemeinden) -> tuple:
    ort = Gemeinde.objects.get(ags=fabriken.SOEST)
    return ((ort.lat, ort.lon),)


def titel(wunsch: Vorlieben) -> list[str]:
    return [angebot.titel for angebot in treffer(wunsch)]


def gruende(wunsch: Vorlieben) -> list[list[str]]:
    return [angebot.passung.gruende for angebot in treffer(wunsch)]


def werte(wunsch: Vorlieben) -> list[float]:
    return [platz.wert for platz in rangliste(wunsch, schwelle=0)]


def zeiten(*paare) -> list[dict]:
    return [{"wochentag": tag, "tageszeit": zeit} for tag, zeit in paare]


def test_shared_interests_come_first_and_say_so(sportverein):
    fabriken.angebot(sportverein, titel="Nur Thema", themen=["tiere"])
    fabriken.angebot(sportverein, titel="Alles", themen=["tiere"], taetigkeiten=["tiere-versorgen"])
    fabriken.angebot(sportverein, titel="Anderes", themen=["kultur-musik"])
    wunsch = Vorlieben(themen=["tiere"], taetigkeiten=["tiere-versorgen"])
    assert titel(wunsch) == ["Alles", "Nur Thema"]
    assert gruende(wunsch) == [["Tiere versorgen", "Tiere"], ["Tiere"]]
    # 4 for the Tätigkeit, 3 for the Thema; what is not said counts half.
    assert werte(wunsch) == [1, (3 + 4 / 2) / 7, 2 / 7]


def test_the_way_weighs_less_and_less(sportverein, fremde_organisation, soest):
    fabriken.angebot(sportverein, titel="Hier")
    fabriken.angebot(fremde_organisation, titel="Dort", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    assert titel(Vorlieben(punkte=soest, reichweite=30)) == ["Hier", "Dort"]
    assert titel(Vorlieben(punkte=soest, reichweite=15)) == ["Hier"]
    nah, weit = werte(Vorlieben(punkte=soest, reichweite=15))
    assert nah > 0.99
    assert 0.2 < weit < 0.5
    assert gruende(Vorlieben(punkte=soest)) == [["unter 1\u00a0km"]]
    assert len(titel(Vorlieben())) == 0


def test_of_several_places_the_nearest_counts(sportverein, soest):
    fabriken.angebot(sportverein, orte=[{"gemeinde": fabriken.WARSTEIN}, {"gemeinde": fabriken.SOEST}])
    assert werte(Vorlieben(punkte=soest))[0] > 0.99


def test_weekday_and_daypart_count_in_the_same_slot(sportverein):
    fabriken.angebot(sportverein, titel="Passt nicht", zeiten=zeiten(("di", "abends"), ("mi", "nachmittags")))
    fabriken.angebot(sportverein, titel="Passt", zeiten=zeiten(("di", "nachmittags")))
    fabriken.angebot(sportverein, titel="Flexibel", zeiten=zeiten(("flexibel", "flexibel")))
    fabriken.angebot(sportverein, titel="Sagt nichts")
    wunsch = Vorlieben(zeiten=maske(["di"], ["nachmittags"]))
    assert titel(wunsch) == ["Flexibel", "Passt", "Sagt nichts"]
    assert gruende(wunsch) == [["Zeit frei wählbar"], ["dienstags"], []]
    assert werte(wunsch) == [1, 1, 0.5, 0]


def test_slots_become_bits():
    assert maske([], []) == ALLE == 2**21 - 1
    assert maske(["mo"], ["vormittags"]) == 1
    assert maske(["so"], []).bit_count() == 3
    assert maske([], ["abends"]).bit_count() == 7


def test_from_home_only_where_it_is_welcome(sportverein, soest):
    fabriken.angebot(sportverein, titel="Von zu Hause", digital="nur")
    fabriken.angebot(sportverein, titel="Beides fern", digital="moeglich", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    fabriken.angebot(sportverein, titel="Vor Ort")
    for digital, erwartet in (
        ("nein", {"Vor Ort"}),
        ("", {"Vor Ort", "Von zu Hause"}),
        ("moeglich", {"Vor Ort", "Von zu Hause", "Beides fern"}),
        ("nur", {"Von zu Hause", "Beides fern"}),
    ):
        assert set(titel(Vorlieben(punkte=soest, reichweite=5, digital=digital))) == erwartet


def test_how_often_and_how_long(sportverein):
    fabriken.angebot(sportverein, titel="Lang und selten", haeufigkeit="monatlich", stunden=8.0)
    fabriken.angebot(sportverein, titel="Kurz und oft", haeufigkeit="woechentlich", stunden=1.0)
    assert titel(Vorlieben(wie_oft="woechentlich", stunden=2)) == ["Kurz und oft"]
    assert titel(Vorlieben(wie_oft="monatlich"))[0] == "Lang und selten"


def test_the_impossible_is_not_ranked(sportverein):
    fabriken.angebot(sportverein, titel="Ab 18", mindestalter=18)
    fabriken.angebot(sportverein, titel="Bis 12", hoechstalter=12)
    fabriken.angebot(sportverein, titel="Nur mit Auto", erreichbarkeit=["auto_noetig"])
    fabriken.angebot(sportverein, titel="Für alle")
    assert set(titel(Vorlieben(alter=15))) == {"Für alle", "Nur mit Auto"}
    assert set(titel(Vorlieben(alter=15, ohne_auto=True))) == {"Für alle"}


def test_what_would_help_is_a_mean_of_what_is_there(sportverein):
    fabriken.angebot(sportverein, titel="Beides", barrierefrei=["stufenlos"], leistungen=["einarbeitung"])
    fabriken.angebot(sportverein, titel="Eins", leistungen=["einarbeitung"])
    wunsch = Vorlieben(barrierefrei=["stufenlos"], leistungen=["einarbeitung"])
    assert werte(wunsch) == [1, 0.75]
    assert [a.passung.offen for a in treffer(wunsch)] == [[], ["stufenloser Zugang"]]


def test_what_is_not_public_is_never_a_match(sportverein):
    wunsch = Vorlieben(themen=["schule-bildung"])
    fabriken.eingereicht(sportverein)
    angebot = fabriken.angebot(sportverein)
    assert titel(wunsch) == [angebot.titel]
    angebot.pausieren(fabriken.DURCH_KONTAKTSTELLE)
    assert titel(wunsch) == []


def test_a_wish_becomes_preferences(kontaktstelle):
    wunsch = Vorlieben.aus_wunsch(fabriken.engagementwunsch(wochentage=["mo"], mindestens_16=False))
    assert (wunsch.themen, wunsch.zeiten, wunsch.reichweite, wunsch.alter) == (["tiere"], 0b111, 10, 15)
    assert wunsch.punkte


def test_at_most_ten_in_few_queries(sportverein, soest, django_assert_max_num_queries):
    for _ in range(12):
        fabriken.angebot(sportverein)
    with django_assert_max_num_queries(5):
        assert len(treffer(Vorlieben(punkte=soest, themen=["schule-bildung"]))) == 10
