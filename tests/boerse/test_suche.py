"""Full text and counts."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from boerse.filters import AngebotFilter
from boerse.models import Angebot, Fundstelle, Wortgruppe
from boerse.pflichten import faelliges_erledigen
from boerse.suche.facetten import lockerungen, zaehlen
from boerse.suche.frage import Frage
from boerse.suche.schreibung import klang
from boerse.trefferliste import Treffer
from organisationen.models import Gemeinde, Postleitzahl
from tests import fabriken

WERL, MOEHNESEE = "05974052", "05974032"


@pytest.fixture
def postleitzahl_moehnesee(gemeinden):
    gemeinde = Gemeinde.objects.get(ags=MOEHNESEE)
    return Postleitzahl.objects.create(plz="59519", gemeinde=gemeinde, lat=gemeinde.lat, lon=gemeinde.lon)


def titel(query: str) -> list[str]:
    return [angebot.titel for angebot in AngebotFilter(QueryDict(query)).sortiert()]


@pytest.mark.parametrize("frage", ["Gärten", "gaerten", "Garten", "GARTEN", "gär", "gart"])
def test_inflection_umlauts_and_beginnings(frage, gemeinden):
    fabriken.angebot(titel="Garten am Möhnesee pflegen")
    fabriken.angebot(titel="Etwas anderes")
    assert titel(f"q={frage}") == ["Garten am Möhnesee pflegen"]


@pytest.mark.parametrize(
    ("frage", "text"),
    [
        ("Müllsäcke", "Muellsaecken"),
        ("Müll", "Muell"),
        ("Straßenfest", "Strassenfest"),
        ("Bücher", "Buch"),
        ("Café", "Cafe"),
        ("Seniorinnen", "Senior:innen"),
        ("Senior*innen", "Seniorinnen"),
        ("Fahrer/-in", "Fahrerin"),
        ("e-mail", "E-Mail"),
    ],
)
def test_spellings_meet(frage, text, gemeinden):
    fabriken.angebot(titel=f"Hilfe bei {text}")
    assert titel(f"q={frage}") == [f"Hilfe bei {text}"]


def test_several_words_need_not_all_match_but_who_covers_more_comes_first(gemeinden):
    fabriken.angebot(titel="Kindern vorlesen", beschreibung="In der Bücherei.")
    fabriken.angebot(titel="Im Garten vorlesen", beschreibung="Mit Kindern.")
    fabriken.angebot(titel="Kuchen backen", beschreibung="Für das Fest.")
    assert titel("q=vorlesen+garten") == ["Im Garten vorlesen", "Kindern vorlesen"]


def test_the_title_weighs_more_than_the_story(gemeinden):
    fabriken.angebot(titel="Kasse führen", beschreibung="Manchmal auch Musik.")
    fabriken.angebot(titel="Musik machen", beschreibung="Ohne Noten.")
    fabriken.angebot(titel="Büro", beschreibung="Ablage.", schlagwoerter=["Musik"])
    assert titel("q=musik") == ["Musik machen", "Büro", "Kasse führen"]


@pytest.mark.parametrize("anzahl", [1, 3, 30])
def test_the_best_are_the_same_whether_or_not_all_are_ranked(anzahl, gemeinden, monkeypatch):
    for nummer in range(6):
        text = " ".join(["Hilfe.", *["Musik."] * (nummer % 3), *["Chor."] * (nummer % 2)])
        fabriken.angebot(
            titel=f"Musik {nummer}" if nummer % 2 else "Kasse", kurzbeschreibung="Noten.", beschreibung=text
        )
    suche = AngebotFilter(QueryDict("q=musik+chor"))
    alle = list(suche.sortiert().values_list("pk", flat=True))
    monkeypatch.setattr("boerse.ergebnisse.VORAUSWAHL", anzahl)
    monkeypatch.setattr("boerse.suche.gemeinsames.ZUSCHLAG", 0)
    assert len(alle) > 3
    for bis in range(1, len(alle) + 1):
        assert [angebot.pk for angebot in suche.ergebnisse()[:bis]] == alle[:bis]


def test_theme_organisation_and_place_are_found_too(gemeinden):
    verein = fabriken.organisation("Igelhilfe Hellweg")
    fabriken.angebot(verein, titel="Füttern", themen=["tiere"], orte=[{"gemeinde": WERL}])
    for frage in ("Tiere", "Igelhilfe", "Werl"):
        assert titel(f"q={frage}") == ["Füttern"]


def test_a_hidden_place_is_not_found(gemeinden):
    ort = {"gemeinde": WERL, "ortsteil": "Holtum", "name": "Frauenhaus", "anzeige": "gemeinde"}
    fabriken.angebot(titel="Zuhören", orte=[ort])
    assert titel("q=Holtum") == titel("q=Frauenhaus") == []


@pytest.mark.parametrize("frage", ["!!!", "a & | b", "foo:*", "'", "<->", "\\", "(((", ":*"])
def test_signs_do_no_harm(frage, gemeinden):
    frei = QueryDict(mutable=True)
    frei["q"] = frage
    suche = AngebotFilter(frei)
    assert len(suche.sortiert()) == zaehlen(suche)["gesamt"][""]


def test_counts_of_a_kind_do_not_narrow_themselves(gemeinden):
    fabriken.angebot(themen=["tiere"], art="einmalig")
    fabriken.angebot(themen=["tiere", "inklusion"], art="regelmaessig")
    fabriken.angebot(themen=["inklusion"], art="regelmaessig", orte=[{"gemeinde": WERL}])
    zahlen = zaehlen(AngebotFilter(QueryDict("thema=tiere")))
    assert zahlen["gesamt"][""] == 2
    assert zahlen["thema"] == {"tiere": 2, "inklusion": 2}
    assert zahlen["art"] == {"einmalig": 1, "regelmaessig": 1}
    assert zahlen["gemeinde"] == {fabriken.SOEST: 2}
    beide = zaehlen(AngebotFilter(QueryDict("thema=tiere&art=regelmaessig")))
    assert beide["gesamt"][""] == 1
    assert beide["thema"] == {"tiere": 1, "inklusion": 2}
    assert beide["art"] == {"einmalig": 1, "regelmaessig": 1}


def test_every_count_is_what_the_list_shows(gemeinden):
    """The promise behind all counts: choosing the value gives that many hits."""
    zeiten = [{"wochentag": "di", "tageszeit": "abends"}, {"wochentag": "flexibel", "tageszeit": "vormittags"}]
    fabriken.angebot(themen=["tiere"], zeiten=zeiten[:1], deutsch="egal", digital="nur", fuehrungszeugnis="keins")
    fabriken.angebot(themen=["tiere"], zeiten=zeiten[1:], barrierefrei=["wc"], sprachen=["uk"], geeignet=["paare"])
    fabriken.angebot(zeiten=zeiten, zielgruppen=["kinder"], haeufigkeit="monatlich", nachweise=["impfung"])
    for vorher in ("", "thema=tiere", "wochentag=di", "tageszeit=abends", "barrierefrei=wc", "q=vorlesen"):
        suche = AngebotFilter(QueryDict(vorher))
        for name, werte in zaehlen(suche).items():
            for wert, anzahl in werte.items():
                if name == "gesamt" or wert in ("", "flexibel"):
                    continue
                eigene = [] if name in ("barrierefrei", "geeignet") else [name]
                rest = {n: w for n, w in suche.werte.items() if n not in eigene}
                danach = QueryDict(mutable=True)
                for n, w in rest.items():
                    danach.setlist(n, w if isinstance(w, list) else [w])
                danach.appendlist(name, wert)
                assert AngebotFilter(danach).qs.count() == anzahl, (vorher, name, wert)


def test_counts_take_one_query(gemeinden):
    fabriken.angebot()
    suche = AngebotFilter(QueryDict("q=vorlesen&thema=tiere&wochentag=di&gemeinde=soest&umkreis=10&art=einmalig"))
    assert suche.frage
    with CaptureQueriesContext(connection) as abfragen:
        zaehlen(suche)
    assert len(abfragen) == 1


def test_what_to_leave_out_when_nothing_is_found(gemeinden):
    fabriken.angebot(themen=["tiere"])
    suche = AngebotFilter(QueryDict("thema=tiere&art=einmalig&gemeinde=soest"))
    assert lockerungen(suche) == {"art": 1}


def test_the_search_text_is_rebuilt(gemeinden, capsys):
    angebot = fabriken.angebot(titel="Garten")
    Angebot.objects.update(suchtext_version=0)
    Fundstelle.objects.all().delete()
    assert titel("q=garten") == []
    call_command("suchtext_erneuern")
    assert titel("q=garten") == ["Garten"]
    assert "1 Angeboten" in capsys.readouterr().out
    call_command("suchtext_erneuern")
    assert "0 Angeboten" in capsys.readouterr().out
    call_command("suchtext_erneuern", "--alle")
    assert "1 Angeboten" in capsys.readouterr().out
    Angebot.objects.update(suchtext_version=0)
    assert faelliges_erledigen()["Suchtexte erneuert"] == 1
    assert faelliges_erledigen()["Suchtexte erneuert"] == 0
    assert titel("q=garten") == [angebot.titel]


@pytest.mark.parametrize("frage", ["Garten Möhnesee", "moehnesee garten", "garten in Möhnesee", "Garten 59519"])
def test_a_place_in_the_question_is_read_as_a_place(frage, gemeinden, postleitzahl_moehnesee):
    fabriken.angebot(titel="Garten pflegen", orte=[{"gemeinde": MOEHNESEE}])
    fabriken.angebot(titel="Garten anderswo", orte=[{"gemeinde": WERL}])
    assert titel(f"q={frage}") == ["Garten pflegen"]


def test_what_is_read_in_the_question_can_be_taken_as_plain_words(gemeinden):
    fabriken.angebot(titel="Abends singen", zeiten=[{"wochentag": "di", "tageszeit": "vormittags"}])
    fabriken.angebot(titel="Singen", zeiten=[{"wochentag": "di", "tageszeit": "abends"}])
    assert titel("q=singen+abends") == ["Singen"]
    assert titel("q=singen+%22abends%22") == ["Abends singen", "Singen"]


def test_compounds_meet_their_parts_both_ways(gemeinden):
    fabriken.angebot(titel="Schwimmunterricht")
    fabriken.angebot(titel="Kindern das Schwimmen lehren")
    assert set(titel("q=schwimmen")) == set(titel("q=schwimmunterricht"))


def test_a_mistyped_word_finds_the_one_meant(gemeinden):
    fabriken.angebot(titel="Fahrradwerkstatt")
    treffer = Treffer(AngebotFilter(QueryDict("q=farradwerkstat")))
    assert treffer.anzahl == 1
    assert any("fahrradwerkstatt" in hinweis for hinweis in treffer.hinweise)


def test_everyday_words_find_what_they_mean_as_soon_as_staff_say_so(gemeinden):
    fabriken.angebot(titel="Bei den Samtpfoten")
    assert titel("q=schnurrer") == []
    gruppe = Wortgruppe(woerter=["Schnurrer", "Samtpfoten"])
    gruppe.clean()
    gruppe.save()
    assert titel("q=schnurrer") == ["Bei den Samtpfoten"]


def test_what_leaves_nothing_is_only_what_is_near(gemeinden):
    fabriken.angebot(titel="Schachgruppe", orte=[{"gemeinde": WERL}])
    treffer = Treffer(AngebotFilter(QueryDict("q=schach+soest")))
    assert [a.titel for a in treffer.seite] == ["Schachgruppe"]
    assert any("passt leider nichts" in hinweis for hinweis in treffer.hinweise)


@pytest.mark.parametrize(
    ("frage", "text"),
    [("alte Leute", "Tiere behalten"), ("Tier", "Kleider sortieren"), ("Tisch", "Praktisches"), ("Essen", "Vergessen")],
)
def test_what_only_looks_like_part_of_a_word_is_not_found(frage, text, gemeinden):
    fabriken.angebot(titel=text if frage != "alte Leute" else "Bücher behalten")
    assert titel(f"q={frage}") == []


@pytest.mark.parametrize("frage", ["Hudn", "Hudne", "hundd"])
def test_letters_that_changed_places_are_put_right(frage, gemeinden):
    fabriken.angebot(titel="Hunde ausführen")
    assert titel(f"q={frage}") == ["Hunde ausführen"]


def test_many_words_of_no_language_cost_no_more_than_a_few(gemeinden, django_assert_max_num_queries):
    """Who looks for the nearest words reads the whole vocabulary; nobody makes us do so for twelve at once."""
    fabriken.angebot(titel="Hunde ausführen")
    with django_assert_max_num_queries(8):
        frage = Frage("xqwertz yxcvbnm qqwoeir lkjhgf mnbvcx poiuztr wsxedc rfvtgb zhnujm ikolpq kloiuz hundd")
    assert [getippt for getippt, _gemeint in frage.gemeint] == ["hundd"]


def test_a_mistyped_word_finds_what_says_the_same_as_the_one_meant(gemeinden):
    fabriken.angebot(titel="Im Altenheim vorlesen")
    suche = AngebotFilter(QueryDict("q=Seniorenheimm"))
    assert suche.frage.gemeint == [("seniorenheimm", "seniorenheim")]
    assert [angebot.titel for angebot in suche.sortiert()] == ["Im Altenheim vorlesen"]


@pytest.mark.parametrize(
    ("frage", "text"),
    [
        ("fahr dienst", "Fahrdienst"),
        ("vor lesen", "Vorlesen"),
        ("Kinder Turnen", "Kinderturnen"),
        ("Kinderturnen", "Turnen für Kinder"),
        ("Nachbarschaft Hilfe", "Nachbarschaftshilfe"),
        ("computer hilfe", "Computerhilfe"),
        ("Computerhilfe", "Hilfe am Computer"),
    ],
)
def test_words_are_found_whether_written_as_one_or_apart(frage, text, gemeinden):
    fabriken.angebot(titel="Etwas mit Bienen und Honig")
    fabriken.angebot(titel=text)
    assert titel(f"q={frage}")[0] == text


@pytest.mark.parametrize(
    ("wort", "gemeint"),
    [("kor", "chor"), ("fysik", "physik"), ("schport", "sport"), ("kafee", "kaffee")],
)
def test_what_sounds_alike_is_spelled_alike(wort, gemeint):
    assert klang(wort) == klang(gemeint) != klang("theater")


def test_a_bit_of_everything_comes_before_one_word_in_the_title(gemeinden):
    fabriken.angebot(titel="Zelte", beschreibung="Wir haben viele.")
    fabriken.angebot(titel="Hilfe beim Fest", beschreibung="Wir bauen Zelte auf und reparieren Bänke.")
    assert titel("q=zelte+reparieren")[0] == "Hilfe beim Fest"


@pytest.mark.parametrize(
    ("frage", "tat"), [("Kegler", "kegeln"), ("Vermittlerinnen", "vermitteln"), ("Dekorator", "dekorieren")]
)
def test_who_does_it_and_what_is_done_meet(frage, tat, gemeinden):
    fabriken.angebot(titel=f"Gemeinsam {tat}")
    assert titel(f"q={frage}") == [f"Gemeinsam {tat}"]
