"""How a listing reads."""

from datetime import date, time
from types import SimpleNamespace as Ding

import pytest
from django.db import models

from boerse.darstellung import karten, seite
from boerse.darstellung.fakten import kilometer
from boerse.darstellung.zeit import gesagt, stunden, wann, wie_lange, zeitraum
from boerse.models import Angebot, Einsatzort, Zeitfenster
from boerse.vorschau import als_angebot
from organisationen.models import Gemeinde
from tests import fabriken


def zeit(wochentag="flexibel", tageszeit="flexibel", von=None, bis=None) -> Zeitfenster:
    uhr = lambda text: time.fromisoformat(text) if text else None  # noqa: E731
    return Zeitfenster(wochentag=wochentag, tageszeit=tageszeit, von=uhr(von), bis=uhr(bis))


@pytest.mark.parametrize(
    ("zeiten", "satz"),
    [
        ([], ""),
        ([zeit("di", "nachmittags", "14:00", "15:00")], "dienstags, 14–15 Uhr"),
        ([zeit("mi", "nachmittags", "15:30", "16:30")], "mittwochs, 15:30–16:30 Uhr"),
        ([zeit("fr", "nachmittags")], "freitags, nachmittags"),
        ([zeit("sa")], "samstags"),
        ([zeit("sa", "flexibel", "10:00")], "samstags, ab 10 Uhr"),
        ([zeit()], "Zeit frei wählbar"),
        ([zeit("flexibel", "abends")], "abends, Tag nach Absprache"),
        ([zeit("flexibel", "nachmittags"), zeit("flexibel", "nachmittags")], "an zwei Nachmittagen"),
        (
            [zeit(tag, "vormittags", "11:00", "13:00") for tag in ("fr", "mo", "mi")],
            "Mo, Mi oder Fr, 11–13 Uhr",
        ),
        ([zeit(tag, "vormittags") for tag in ("mo", "di", "mi", "do", "fr")], "Mo bis Fr, vormittags"),
        (
            [zeit("do", "abends", "18:00", "20:00"), zeit("di", "vormittags")],
            "dienstags, vormittags oder donnerstags, 18–20 Uhr",
        ),
        ([zeit("di", "abends"), zeit()], "dienstags, abends oder nach Absprache"),
        (
            [zeit("mo", "vormittags"), zeit("di", "abends"), zeit("mi", "nachmittags"), zeit("so", "abends", "18:00")],
            "an mehreren Tagen",
        ),
    ],
)
def test_when(zeiten, satz):
    angebot = Ding(beginn=None, ende=None, art="")
    assert wann(angebot, zeiten).replace("\u00a0", " ") == satz


@pytest.mark.parametrize(
    ("beginn", "ende", "satz"),
    [
        ("2026-12-05", None, "Samstag, 5. Dezember 2026"),
        ("2026-12-05", "2026-12-05", "Samstag, 5. Dezember 2026"),
        ("2026-12-05", "2026-12-06", "5. und 6. Dezember 2026"),
        ("2026-12-05", "2026-12-12", "5. bis 12. Dezember 2026"),
        ("2026-11-28", "2026-12-12", "28. November bis 12. Dezember 2026"),
        ("2026-12-31", "2027-01-01", "31. Dezember 2026 und 1. Januar 2027"),
    ],
)
def test_dates(beginn, ende, satz):
    assert zeitraum(date.fromisoformat(beginn), ende and date.fromisoformat(ende)) == satz


def test_a_date_with_one_time_and_a_regular_one_with_its_start():
    einmal = Ding(beginn=date(2026, 12, 5), ende=None, art="einmalig")
    fenster = [zeit("sa", "vormittags", "10:00", "14:00")]
    assert wann(einmal, fenster) == "Samstag, 5. Dezember 2026, 10–14\u00a0Uhr"
    regelmaessig = Ding(beginn=date(2027, 1, 5), ende=None, art="regelmaessig")
    assert wann(regelmaessig, fenster) == "samstags, 10–14\u00a0Uhr, ab 5. Januar 2027"


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        ({"stunden": 1, "haeufigkeit": "woechentlich"}, "1 Stunde pro Woche"),
        ({"stunden": 1.5, "haeufigkeit": "vierzehntaegig"}, "1,5 Stunden, alle zwei Wochen"),
        ({"stunden": 3, "haeufigkeit": "monatlich"}, "3 Stunden im Monat"),
        ({"stunden": 0.5, "haeufigkeit": "mehrmals"}, "30 Minuten, mehrmals pro Woche"),
        ({"stunden": 4, "art": "einmalig"}, "einmalig, 4 Stunden"),
        ({"stunden": 4, "art": "einmalig", "zeitaufwand": "4 Std."}, "einmalig, 4 Stunden"),
        ({"stunden": 5, "art": "einmalig", "zeitaufwand": "zwei Schichten à 5 Stunden"}, "zwei Schichten à 5 Stunden"),
        ({"art": "einmalig"}, "einmalig"),
        ({"zeitaufwand": "so oft Sie mögen"}, "so oft Sie mögen"),
        ({"haeufigkeit": "monatlich"}, "jeden Monat"),
        ({"art": "projekt"}, "für ein Projekt"),
        ({}, ""),
    ],
)
def test_how_long(felder, satz):
    leer = {"stunden": None, "haeufigkeit": "", "art": "", "zeitaufwand": ""}
    assert wie_lange(Ding(**leer | felder)) == satz


def test_hours_and_kilometres():
    assert [stunden(n) for n in (0.75, 1, 1.25, 10)] == ["45 Minuten", "1 Stunde", "75 Minuten", "10 Stunden"]
    assert [kilometer(n).replace("\u00a0", " ") for n in (0.4, 4.4, 12.5)] == ["unter 1 km", "etwa 4 km", "etwa 12 km"]


@pytest.mark.parametrize(
    ("zielgruppen", "satz"),
    [
        (["kinder"], "für Kinder"),
        (["kinder", "jugendliche"], "für Kinder und Jugendliche"),
        (["kinder", "familien"], "für Kinder sowie Familien und Alleinerziehende"),
        (["aeltere-menschen"], "für ältere Menschen"),
        (["menschen-mit-behinderung"], "für Menschen mit Behinderung"),
        (["alle"], "für alle Menschen im Ort"),
        (["gibt-es-nicht-mehr", "kinder"], "für Kinder"),
    ],
)
def test_with_whom(zielgruppen, satz, gemeinden):
    (angebot,) = karten([fabriken.angebot(zielgruppen=zielgruppen)])
    assert angebot.fakten[-1].text == satz


def test_facts_stand_in_fixed_order_and_features_are_few(gemeinden):
    angebot = fabriken.angebot(
        zielgruppen=["kinder"],
        zeiten=[{"wochentag": "di"}],
        stunden=1,
        haeufigkeit="woechentlich",
        sprachen=["uk", "ar"],
        deutsch="grundkenntnisse",
        fuehrungszeugnis="keins",
        leistungen=["einarbeitung"],
        barrierefrei=["stufenlos"],
    )
    (karte,) = karten(Angebot.objects.filter(pk=angebot.pk).fuer_liste())
    assert [fakt.symbol for fakt in karte.fakten] == ["ort", "kalender", "uhr", "leute"]
    assert karte.merkmale == ["Ukrainisch oder Arabisch", "etwas Deutsch reicht", "ohne Nachweise"]
    assert karte.thema.label == "Schule und Lernen"


def test_cards_cause_no_query_of_their_own(gemeinden):
    for _nummer in range(3):
        fabriken.angebot(orte=[{"gemeinde": fabriken.SOEST}, {"gemeinde": fabriken.LIPPSTADT}])
    for angebot in karten(Angebot.objects.fuer_liste().fetch_mode(models.FETCH_RAISE)):
        assert angebot.fakten[0].text == "Soest und weitere Orte"


def test_online_has_no_place(gemeinden):
    inhalt = seite(fabriken.angebot(digital="nur"))
    assert inhalt["angebot"].fakten[0].text == "von zu Hause"
    assert inhalt["orte"] == []


def test_what_to_bring_and_what_one_gets(gemeinden):
    angebot = fabriken.angebot(
        voraussetzungen="Geduld\nFreude",
        mindestalter=16,
        fuehrungszeugnis="erweitert",
        nachweise=["fuehrerschein"],
        deutsch="gut",
        leistungen=["einarbeitung", "fahrtkosten"],
        einarbeitung="an einem Samstag",
        aufwandsentschaedigung="Eintritt frei",
    )
    inhalt = seite(angebot)
    assert [a["text"] for a in inhalt["mitbringen"]] == [
        "Geduld",
        "Freude",
        "Ab 16 Jahren",
        "Erweitertes Führungszeugnis",
        "Führerschein",
        "Gutes Deutsch",
    ]
    assert [(a["text"], a["zusatz"]) for a in inhalt["bekommen"]] == [
        ("Einarbeitung", "an einem Samstag"),
        ("Fahrtkosten werden erstattet", ""),
        ("Eintritt frei", ""),
    ]


def test_a_preview_of_a_text_however_incomplete(gemeinden, django_assert_num_queries):
    fassung = fabriken.fassung(titel="Neu", zeiten=[{"wochentag": "di", "von": "14:00"}], beginn="2030-01-01")
    angebot = als_angebot(fassung.angebot, fassung.inhalt)
    inhalt = seite(angebot, vorschau=True)
    assert (angebot.titel, angebot.fakten[0].text, inhalt["aktuell"]) == ("Neu", "Soest", True)
    leer = seite(als_angebot(fassung.angebot, {"orte": [{"plz": "59494"}], "beginn": "bald"}), vorschau=True)
    assert leer["orte"] == []
    assert Angebot.objects.get(pk=fassung.angebot_id).titel == ""


def test_words_that_say_the_same_are_not_said_twice():
    assert gesagt("1,5 Std./Woche", "1,5 Stunden pro Woche")
    assert gesagt("alle zwei Wochen 3 Stunden", "3 Stunden, alle zwei Wochen")
    assert not gesagt("2 Std./Woche, auch jede zweite Woche", "2 Stunden pro Woche")


@pytest.mark.parametrize(
    ("ortsteil", "satz"),
    [("Wickede", "Wickede (Ruhr)"), ("Echthausen", "Echthausen (Wickede)"), ("", "Wickede (Ruhr)")],
)
def test_a_gemeinde_with_an_addition_is_not_named_twice(ortsteil, satz):
    assert Einsatzort(ortsteil=ortsteil, gemeinde=Gemeinde(name="Wickede (Ruhr)")).kurz == satz
