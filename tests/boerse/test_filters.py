"""The search parameters: what each asks, and that none can fail."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.utils import timezone

from boerse.darstellung import karten
from boerse.filters import AngebotFilter
from boerse.suchanfrage import chips
from boerse.trefferliste import Treffer
from organisationen.models import Ortsteil, Postleitzahl
from tests import fabriken

WERL, HAMM = "05974052", "05915000"


def suche(query: str = "") -> AngebotFilter:
    return AngebotFilter(QueryDict(query))


def titel(query: str) -> list[str]:
    return [angebot.titel for angebot in suche(query).sortiert()]


@pytest.fixture
def orte(gemeinden):
    Postleitzahl.objects.create(plz="59494", gemeinde=gemeinden["Soest"], lat=51.573, lon=8.107)
    Postleitzahl.objects.create(plz="59065", gemeinde=gemeinden["Hamm"], lat=51.68, lon=7.82)
    Ortsteil.objects.create(gemeinde=gemeinden["Ense"], name="Bremen", sortiername="bremen", lat=51.5, lon=7.95)
    return gemeinden


@pytest.mark.parametrize(
    "query",
    [
        "thema=quatsch",
        "art=immer",
        "alter=-3",
        "alter=400",
        "von=gestern",
        "umkreis=10",
        "umkreis=viel&ort=Soest",
        "ort=Quatschhausen",
        "plz=00000",
        "gemeinde=atlantis",
        "organisation=4711",
        "organisation=abc",
        "sortierung=wuerfeln",
        "sortierung=entfernung",
        "von=2027-05-01&bis=2027-04-01",
        "ohne_nachweise=vielleicht",
        "q=der+und+die",
        "digital=halb",
        "alter=30&alter=40",
        "q=" + "lang+" * 100,
        "seite=zwei",
    ],
)
def test_what_makes_no_sense_is_named_in_a_hint(query, orte, client):
    fabriken.angebot()
    antwort = client.get(f"/angebote/?{query}")
    assert antwort.status_code == 200
    assert antwort.context["hinweise"]
    assert antwort.context["hinweise"][0] in antwort.text.replace("&amp;", "&")


def test_unknown_values_leave_the_known_ones_in_force(gemeinden):
    fabriken.angebot(titel="Vorlesen", themen=["schule-bildung"])
    fabriken.angebot(titel="Hunde", themen=["tiere"])
    frage = suche("thema=quatsch&thema=tiere")
    assert frage.werte["thema"] == ["tiere"]
    assert len(frage.hinweise) == 1
    assert [a.titel for a in frage.qs] == ["Hunde"]


def test_unknown_parameters_are_nobodys_business(gemeinden):
    assert suche("utm_source=brief").werte == {}


@pytest.mark.parametrize(
    ("query", "passt"),
    [
        ("thema=tiere", {"themen": ["tiere", "umwelt-natur"]}),
        ("zielgruppe=kinder", {"zielgruppen": ["kinder"]}),
        ("taetigkeit=lernhilfe", {"taetigkeiten": ["lernhilfe"]}),
        ("art=einmalig", {"art": "einmalig"}),
        ("haeufigkeit=monatlich", {"haeufigkeit": "monatlich"}),
        ("stunden=2", {"stunden": 2}),
        ("stunden=1,5", {"stunden": 1.5}),
        ("digital=moeglich", {"digital": "nur"}),
        ("digital=moeglich", {"digital": "moeglich"}),
        ("digital=nein", {"digital": "moeglich"}),
        ("alter=16", {"mindestalter": 16, "hoechstalter": 16}),
        ("geeignet=gruppen&geeignet=paare", {"geeignet": ["gruppen", "paare", "familien"]}),
        ("allein_gruppe=zu_zweit&allein_gruppe=allein", {"allein_gruppe": "allein"}),
        ("deutsch=grundkenntnisse", {"deutsch": "egal"}),
        ("deutsch=gut", {}),
        ("sprache=uk&sprache=ar", {"sprachen": ["ar"]}),
        ("barrierefrei=stufenlos&barrierefrei=wc", {"barrierefrei": ["wc", "stufenlos"]}),
        ("ohne_nachweise=1", {"fuehrungszeugnis": "keins"}),
        ("kurz_und_einfach=ja", {"kurz_und_einfach": ["Sie lesen vor."]}),
        ("von=2030-01-01", {}),
        ("bis=2030-01-01", {"beginn": "2030-01-01"}),
        ("von=2030-01-05&bis=2030-01-06", {"beginn": "2030-01-01", "ende": "2030-01-05"}),
    ],
)
def test_a_listing_that_fits_is_found(query, passt, gemeinden):
    fabriken.angebot(titel="Passt", **passt)
    assert titel(query) == ["Passt"]


@pytest.mark.parametrize(
    ("query", "anders"),
    [
        ("thema=tiere", {"themen": ["umwelt-natur"]}),
        ("stunden=2", {"stunden": 2.5}),
        ("stunden=2", {}),
        ("digital=nein", {"digital": "nur"}),
        ("digital=nur", {"digital": "moeglich"}),
        ("alter=15", {"mindestalter": 16}),
        ("alter=17", {"hoechstalter": 16}),
        ("geeignet=gruppen&geeignet=paare", {"geeignet": ["gruppen"]}),
        ("deutsch=grundkenntnisse", {"deutsch": "gut"}),
        ("deutsch=egal", {}),
        ("barrierefrei=stufenlos&barrierefrei=wc", {"barrierefrei": ["wc"]}),
        ("ohne_nachweise=1", {"fuehrungszeugnis": "erweitert"}),
        ("ohne_nachweise=1", {"nachweise": ["fuehrerschein"]}),
        ("kurz_und_einfach=1", {}),
        ("bis=2029-12-31", {"beginn": "2030-01-01"}),
        ("von=2030-01-06", {"beginn": "2030-01-01", "ende": "2030-01-05"}),
        ("von=2030-01-02", {"beginn": "2030-01-01", "art": "einmalig"}),
    ],
)
def test_a_listing_that_does_not_fit_is_not_found(query, anders, gemeinden):
    fabriken.angebot(titel="Anders", **anders)
    assert titel(query) == []


def test_weekday_and_daypart_must_fit_in_the_same_slot(gemeinden):
    zeiten = [{"wochentag": "di", "tageszeit": "vormittags"}, {"wochentag": "do", "tageszeit": "abends"}]
    fabriken.angebot(titel="Zweimal", zeiten=zeiten)
    assert titel("wochentag=di&tageszeit=vormittags") == ["Zweimal"]
    assert titel("wochentag=di&tageszeit=abends") == []
    assert titel("wochentag=di&wochentag=do&tageszeit=abends") == ["Zweimal"]


@pytest.mark.parametrize(
    "zeit", [{"wochentag": "flexibel", "tageszeit": "abends"}, {"wochentag": "mi"}, {"wochentag": "flexibel"}]
)
def test_flexible_fits_every_wish(zeit, gemeinden):
    fabriken.angebot(titel="Flexibel", zeiten=[zeit])
    assert titel("wochentag=mi&tageszeit=abends") == ["Flexibel"]


def test_several_gemeinden_by_number_and_by_name(gemeinden):
    for name in ("Soest", "Werl", "Warstein"):
        fabriken.angebot(titel=name, orte=[{"gemeinde": gemeinden[name].ags}])
    assert sorted(titel("gemeinde=soest&gemeinde=05974052")) == ["Soest", "Werl"]
    assert suche("gemeinde=soest").suchanfrage() == suche("gemeinde=05974040").suchanfrage() == "gemeinde=05974040"


@pytest.mark.parametrize(
    ("eingabe", "name"),
    [
        ("59494", "59494 Soest"),
        ("59494 Soest", "59494 Soest"),
        ("soest", "Soest"),
        ("Möhnesee", "Möhnesee"),
        ("moehnesee", "Möhnesee"),
        ("Wickede", "Wickede (Ruhr)"),
        ("Bremen", "Bremen (Ense)"),
        ("Ense-Bremen", "Bremen (Ense)"),
    ],
)
def test_where_people_type_is_understood(eingabe, name, orte):
    assert suche(f"ort={eingabe}").mitte.name == name


def test_a_place_without_radius_means_the_gemeinde(orte):
    fabriken.angebot(titel="Soest")
    fabriken.angebot(titel="Werl", orte=[{"gemeinde": WERL}])
    assert titel("ort=59494") == titel("plz=59494") == titel("ort=Soest") == ["Soest"]


def test_the_radius_ends_where_it_says(orte):
    """Werl lies 12.3 km from Soest, middle to middle."""
    fabriken.angebot(titel="Werl", orte=[{"gemeinde": WERL}])
    assert titel("ort=Soest&umkreis=12") == []
    assert titel("ort=Soest&umkreis=13") == ["Werl"]


def test_the_nearest_of_several_places_counts_and_online_comes_last(orte):
    fabriken.angebot(titel="Online", digital="nur")
    fabriken.angebot(titel="Beide", orte=[{"gemeinde": fabriken.WARSTEIN}, {"gemeinde": fabriken.SOEST}])
    fabriken.angebot(titel="Werl", orte=[{"gemeinde": WERL}])
    treffer = list(suche("ort=Soest&umkreis=15").sortiert())
    assert [a.titel for a in treffer] == ["Beide", "Werl", "Online"]
    assert treffer[0].entfernung == pytest.approx(0, abs=0.01)
    assert treffer[1].entfernung == pytest.approx(12.3, abs=0.2)
    assert treffer[2].entfernung is None


@pytest.mark.parametrize(
    ("von", "km"),
    [("ort=59494", 1.6), ("plz=59494", 1.6), ("ort=Soest", 0), ("gemeinde=soest", 0), ("ort=Bremen", 11.9)],
)
def test_a_radius_starts_in_a_plz_an_ortsteil_or_a_gemeinde(von, km, orte):
    """Each at its own middle: Bremen is an Ortsteil of Ense."""
    fabriken.angebot(titel="Soest")
    fabriken.angebot(titel="Rüthen", orte=[{"gemeinde": orte["Rüthen"].ags}])
    (treffer,) = suche(f"{von}&umkreis=15").sortiert()
    assert treffer.titel == "Soest"
    assert treffer.entfernung == pytest.approx(km, abs=0.1)


def test_an_ortsteil_whose_middle_is_unknown_has_that_of_its_gemeinde(orte):
    Ortsteil.objects.create(gemeinde=orte["Werl"], name="Büderich", sortiername="buderich")
    fabriken.angebot(titel="Werl", orte=[{"gemeinde": WERL}])
    (treffer,) = suche("ort=Büderich&umkreis=5").sortiert()
    assert treffer.entfernung == pytest.approx(0, abs=0.01)


def test_the_place_that_is_shown_is_the_one_that_is_measured(orte):
    """The nearest of several, though another one was named first; from home there is no distance to say."""
    fabriken.angebot(titel="Beide", orte=[{"gemeinde": fabriken.WARSTEIN}, {"gemeinde": WERL}])
    fabriken.angebot(titel="Online", digital="nur", orte=[{"gemeinde": fabriken.SOEST}])
    fabriken.angebot(titel="Auch online", digital="moeglich", orte=[{"gemeinde": fabriken.SOEST}])
    frage = suche("ort=Soest&umkreis=15")
    treffer = karten(frage.sortiert().fuer_liste(), punkte=frage.bezugspunkte)
    orte_gezeigt = [(a.titel, a.fakten[0].text, a.fakten[0].stark) for a in treffer]
    assert orte_gezeigt == [
        ("Auch online", "Soest,", "unter 1\u00a0km"),
        ("Beide", "Werl und weitere Orte,", "etwa 12\u00a0km"),
        ("Online", "von zu Hause", ""),
    ]


def test_a_radius_around_several_gemeinden(gemeinden):
    fabriken.angebot(titel="Welver", orte=[{"gemeinde": gemeinden["Welver"].ags}])
    fabriken.angebot(titel="Rüthen", orte=[{"gemeinde": gemeinden["Rüthen"].ags}])
    assert titel("gemeinde=werl&gemeinde=soest&umkreis=9") == ["Welver"]


def test_somebody_from_next_door_gets_a_radius(orte):
    fabriken.angebot(titel="Welver", orte=[{"gemeinde": orte["Welver"].ags}])
    frage = suche("ort=Hamm")
    assert frage.werte["umkreis"] == 25
    assert [a.titel for a in frage.qs] == ["Welver"]


def test_chips_can_be_removed_one_by_one(orte):
    query = "q=vorlesen&thema=tiere&thema=inklusion&ort=Soest&umkreis=15&alter=17&ohne_nachweise=1&von=2030-01-01"
    frage = suche(query)
    texte = [chip["text"] for chip in chips(frage)]
    assert texte == [
        "„vorlesen“",
        "Soest + 15 km",
        "ab 1. Januar 2030",
        "Leben mit Behinderung",
        "Tiere",
        "17 Jahre alt",
        "ohne Nachweise",
    ]
    for chip in chips(frage):
        danach = suche(chip["url"].partition("?")[2])
        assert [c["text"] for c in chips(danach)] == [text for text in texte if text != chip["text"]]


def test_the_same_search_is_written_the_same(orte):
    assert (
        suche("thema=tiere&q=hund&seite=3&art=").suchanfrage()
        == suche("q=+hund+&thema=tiere&thema=tiere&sortierung=relevanz").suchanfrage()
        == "q=hund&thema=tiere"
    )


def test_orders(gemeinden):
    heute = timezone.localdate()
    for name, tage in (("Später", 20), ("Bald", 5)):
        beginn = (heute + timedelta(days=tage)).isoformat()
        fabriken.angebot(titel=name, beginn=beginn, art="einmalig")
    fabriken.angebot(titel="Laufend", beginn="2020-01-01", art="regelmaessig")
    assert titel("sortierung=beginn") == ["Bald", "Später", "Laufend"]
    assert titel("sortierung=neu") == titel("") == ["Laufend", "Bald", "Später"]


def test_only_what_is_public_is_found(gemeinden):
    fabriken.eingereicht(titel="Wartet")
    gesperrt = fabriken.angebot(titel="Gesperrt")
    gesperrt.sperren(fabriken.DURCH_KONTAKTSTELLE, "Test")
    fabriken.seit_gestern_vorbei(titel="Vorbei")
    assert titel("") == []


def test_by_organisation(sportverein, fremde_organisation):
    fabriken.angebot(sportverein, titel="Sport")
    fabriken.angebot(fremde_organisation, titel="Chor")
    assert titel(f"organisation={sportverein.pk}") == ["Sport"]
    assert chips(suche(f"organisation={sportverein.pk}"))[0]["text"] == "TuS Musterdorf"


def test_fields_show_what_was_read_in_the_spelling_that_browsers_take(gemeinden):
    form = suche("von=24.12.2026&stunden=1,5&alter=uralt&bis=bald").form
    assert [form[name].subwidgets[0].data["value"] for name in ("von", "stunden", "alter", "bis")] == [
        "2026-12-24",
        "1.5",
        "",
        "",
    ]


def test_an_empty_list_says_nothing_about_pages(gemeinden):
    assert Treffer(suche("q=xyzzy&seite=9")).hinweise == []


def texte_nach(query: str) -> dict[str, list[str]]:
    """The chips of a search, and for each the chips that are left when it is removed."""
    return {
        chip["text"]: [c["text"] for c in chips(suche(chip["url"].partition("?")[2]))] for chip in chips(suche(query))
    }


def test_words_that_say_two_things_are_one_chip(gemeinden):
    assert texte_nach("q=samstagabends") == {"samstagabends": ['„"samstagabends"“']}


def test_removing_one_day_of_the_question_leaves_the_other(gemeinden):
    assert texte_nach("q=montags+oder+freitags")["montags"] == ["freitags", "„oder montags“"]


@pytest.mark.parametrize("frage", ["Montag bis Freitag", "mo-fr", "Mo. bis Fr.", "von montags bis freitags"])
def test_from_one_day_to_another_all_between_are_meant(frage, gemeinden):
    assert suche(f"q={frage}").werte["wochentag"] == ["mo", "di", "mi", "do", "fr"]


def test_days_over_the_weekend(gemeinden):
    assert suche("q=fr-mo").werte["wochentag"] == ["fr", "sa", "so", "mo"]


def test_a_day_ticked_is_added_to_the_one_in_the_question(gemeinden):
    frage = suche("q=samstags&wochentag=so")
    assert (frage.werte["wochentag"], frage.hinweise) == (["so", "sa"], [])


@pytest.mark.parametrize(
    ("frage", "km"),
    [
        ("samstags Soest 10 km", 10),
        ("Garten umkreis 15 km um Soest", 15),
        ("Soest + 5km", 5),
        ("im Umkreis von 20 Kilometern um Soest", 20),
        ("höchstens 8 km von Soest", 8),
        ("Soest ohne Auto", 12),
        ("zu Fuß in Soest", 3),
        ("in der Nähe von Soest", 10),
    ],
)
def test_how_far_in_the_words_is_a_radius(frage, km, gemeinden):
    gelesen = suche(urlencode({"q": frage}))
    assert (gelesen.mitte.name, gelesen.werte["umkreis"], gelesen.hinweise) == ("Soest", km, [])


def test_how_far_needs_a_place(gemeinden):
    fabriken.angebot(titel="Hund")
    frage = suche("q=hund+ohne+auto")
    assert frage.hinweise == ["Für „ohne auto“ brauchen wir einen Ort."]
    assert [a.titel for a in frage.qs] == ["Hund"]


def test_how_far_around_a_place_elsewhere_is_as_asked(orte):
    frage = suche("q=Hamm+10+km")
    assert (frage.werte["umkreis"], frage.hinweise) == (10, [])
