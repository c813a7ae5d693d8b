"""Which listings suit somebody's wishes: what must be so, what adds points, and the reasons in words."""

import pytest

from boerse.abgleich import Vorlieben, treffer
from organisationen.models import Gemeinde

from .. import fabriken


@pytest.fixture
def soest(gemeinden) -> tuple[float, float]:
    ort = Gemeinde.objects.get(ags=fabriken.SOEST)
    return ort.lat, ort.lon


def titel(vorlieben: Vorlieben) -> list[str]:
    return [angebot.titel for angebot in treffer(vorlieben)]


def gruende(vorlieben: Vorlieben) -> list[list[str]]:
    return [angebot.gruende for angebot in treffer(vorlieben)]


def test_shared_interests_come_first_and_say_so(sportverein):
    fabriken.angebot(sportverein, titel="Nur Thema", themen=["tiere"])
    fabriken.angebot(sportverein, titel="Alles", themen=["tiere"], taetigkeiten=["tiere-versorgen"])
    fabriken.angebot(sportverein, titel="Anderes", themen=["kultur-musik"])
    wunsch = Vorlieben(themen=["tiere"], taetigkeiten=["tiere-versorgen"])
    assert titel(wunsch) == ["Alles", "Nur Thema"]
    assert gruende(wunsch) == [["Tiere", "Tiere versorgen"], ["Tiere"]]


def test_who_names_nothing_gets_what_is_near(sportverein, fremde_organisation, soest):
    fabriken.angebot(sportverein, titel="Hier")
    fabriken.angebot(fremde_organisation, titel="Dort", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    assert titel(Vorlieben(punkt=soest, umkreis=10)) == ["Hier"]
    assert titel(Vorlieben(punkt=soest, umkreis=50)) == ["Hier", "Dort"]
    assert gruende(Vorlieben(punkt=soest, umkreis=10)) == [["unter 1\u00a0km entfernt"]]
    assert len(titel(Vorlieben())) == 2


def test_weekday_and_daypart_count_in_the_same_slot(sportverein):
    zeiten = lambda *paare: [{"wochentag": tag, "tageszeit": zeit} for tag, zeit in paare]  # noqa: E731
    fabriken.angebot(sportverein, titel="Passt nicht", zeiten=zeiten(("di", "abends"), ("mi", "nachmittags")))
    fabriken.angebot(sportverein, titel="Passt", zeiten=zeiten(("di", "nachmittags")))
    fabriken.angebot(sportverein, titel="Flexibel", zeiten=zeiten(("flexibel", "flexibel")))
    wunsch = Vorlieben(wochentage=["di"], tageszeiten=["nachmittags"])
    assert titel(wunsch) == ["Flexibel", "Passt", "Passt nicht"]
    assert gruende(wunsch) == [["zur gewünschten Zeit"], ["zur gewünschten Zeit"], []]


def test_from_home_only_where_it_is_welcome(sportverein, soest):
    fabriken.angebot(sportverein, titel="Von zu Hause", digital="nur")
    fabriken.angebot(sportverein, titel="Beides fern", digital="moeglich", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    fabriken.angebot(sportverein, titel="Vor Ort")
    for digital, erwartet in (
        ("nein", {"Vor Ort"}),
        ("moeglich", {"Vor Ort", "Von zu Hause", "Beides fern"}),
        ("nur", {"Von zu Hause", "Beides fern"}),
    ):
        assert set(titel(Vorlieben(punkt=soest, umkreis=5, digital=digital))) == erwartet


def test_how_often_and_how_long(sportverein):
    fabriken.angebot(sportverein, titel="Lang und selten", haeufigkeit="monatlich", stunden=8.0)
    fabriken.angebot(sportverein, titel="Kurz und oft", haeufigkeit="woechentlich", stunden=1.0)
    assert titel(Vorlieben(wie_oft="woechentlich", stunden=2))[0] == "Kurz und oft"
    assert titel(Vorlieben(wie_oft="monatlich"))[0] == "Lang und selten"


def test_children_get_nothing_for_adults_only(sportverein):
    fabriken.angebot(sportverein, titel="Ab 18", mindestalter=18)
    fabriken.angebot(sportverein, titel="Für alle")
    assert titel(Vorlieben(kind=True)) == ["Für alle"]


def test_what_is_not_public_is_never_a_match(sportverein):
    fabriken.eingereicht(sportverein)
    angebot = fabriken.angebot(sportverein)
    assert titel(Vorlieben()) == [angebot.titel]
    angebot.pausieren(fabriken.DURCH_KONTAKTSTELLE)
    assert titel(Vorlieben()) == []


def test_a_wish_becomes_preferences(kontaktstelle):
    vorlieben = Vorlieben.aus_wunsch(fabriken.engagementwunsch(wochentage=["mo"], mindestens_16=False))
    assert (vorlieben.themen, vorlieben.wochentage, vorlieben.umkreis, vorlieben.kind) == (["tiere"], ["mo"], 10, True)
    assert vorlieben.punkt


def test_at_most_ten_in_few_queries(sportverein, soest, django_assert_max_num_queries):
    for _ in range(12):
        fabriken.angebot(sportverein)
    with django_assert_max_num_queries(4):
        assert len(treffer(Vorlieben(punkt=soest, themen=["schule-bildung"], wochentage=["di"]))) == 10
