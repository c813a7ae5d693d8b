"""Are the portal's figures true, and does none of them tell about a single person?"""

import itertools
import random
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.utils import timezone

from boerse import zahlen
from boerse.auswahl import AnfrageStatus
from boerse.geheimhaltung import MINDESTENS, schuetzen
from boerse.models import Anfrage, Angebot, Rueckmeldung
from tests import fabriken

HAMM = "05915000"
JETZT = timezone.now()


def angebot_in(ags: str, thema: str = "tiere", organisation=None):
    return fabriken.angebot(organisation, orte=[{"gemeinde": ags}], themen=[thema, "inklusion"])


def anfragen(angebot, anzahl: int, **werte) -> list[Anfrage]:
    """Answered after a day, 30 days ago."""
    start = JETZT - timedelta(days=30)
    felder = {"bestaetigt_am": start, "weitergegeben_am": start, "beantwortet_am": start + timedelta(hours=20)}
    liste = [fabriken.anfrage(angebot) for _nummer in range(anzahl)]
    Anfrage.objects.filter(pk__in=[a.pk for a in liste]).update(**felder | werte)
    return liste


def gezaehlt() -> dict:
    return zahlen.zaehlen(JETZT)


def seite(client):
    cache.clear()
    return client.get("/zahlen/")


# Geheimhaltung


@pytest.mark.parametrize(
    ("werte", "erwartet"),
    [
        ([7, 9], [7, 9]),
        ([3, 9], [None, None]),
        ([3, 9, 20], [None, None, 20]),
        ([20, 3, 9], [None, None, 9]),
        ([1, 2, 9, 20], [None, None, None, 20]),
        ([2, 3, 9, 20], [None, None, 9, 20]),
        ([0, 0, 9, 20], [None, None, None, 20]),
        ([4], [None]),
        ([5], [5]),
        ([1, 1], [None, None]),
        ([], []),
    ],
)
def test_small_counts_are_hidden_and_cannot_be_worked_out(werte, erwartet):
    geschuetzt = schuetzen(dict(enumerate(werte)))
    assert list(geschuetzt.values()) == erwartet


def test_no_part_can_be_worked_out_from_the_total_and_the_others():
    """Whoever knows the total, what is shown and the rule still finds several values for each hidden part."""
    zufall = random.Random(3)
    for _lauf in range(200):
        werte = dict(enumerate(zufall.choices(range(9), k=zufall.randint(2, 5))))
        if sum(werte.values()) < MINDESTENS:
            continue
        gezeigt = schuetzen(werte)
        verdeckt = [name for name, wert in gezeigt.items() if wert is None]
        rest = sum(werte[name] for name in verdeckt)
        moegliche = [
            kandidat
            for kandidat in itertools.product(range(rest + 1), repeat=len(verdeckt))
            if sum(kandidat) == rest and schuetzen(werte | dict(zip(verdeckt, kandidat, strict=True))) == gezeigt
        ]
        for stelle in range(len(verdeckt)):
            assert len({kandidat[stelle] for kandidat in moegliche}) > 1, werte


def test_what_lies_in_a_hidden_row_is_hidden_too():
    assert schuetzen({"a": 8, "b": 9, "c": 10}, ["b"]) == {"a": None, "b": None, "c": 10}


# Counting


def test_every_count_is_what_it_says(gemeinden, sportverein):
    soest, werl = angebot_in(fabriken.SOEST, organisation=sportverein), angebot_in("05974052", "inklusion", sportverein)
    angebot_in(HAMM, organisation=sportverein)
    angebot_in(fabriken.SOEST, organisation=sportverein).pausieren(fabriken.DURCH_KONTAKTSTELLE)
    Angebot.objects.filter(pk=werl.pk).update(zuletzt_bestaetigt_am=JETZT.date() - timedelta(days=31))
    anfragen(soest, 6)
    anfragen(soest, 5, status=AnfrageStatus.VERMITTELT)
    anfragen(soest, 1, bestaetigt_am=JETZT - timedelta(days=366), weitergegeben_am=JETZT - timedelta(days=366))
    anfragen(werl, 7)
    fabriken.anfrage(soest, bestaetigt=False)
    stand = gezaehlt()
    assert (stand["angebote"], stand["gemeinden"], stand["organisationen"]) == (2, 2, 1)
    assert (stand["bestaetigt_30"], stand["bestaetigt_90"]) == (1, 2)
    assert (stand["anfragen"], stand["vermittelt"]) == (18, 5)
    assert (stand["quote"], stand["tage"]) == (100, 1)
    assert stand["orte"]["angebote"][fabriken.SOEST] == stand["orte"]["angebote"]["05974052"] == 1
    assert HAMM not in stand["orte"]["angebote"] and len(stand["orte"]["angebote"]) == 14
    assert stand["themen"]["angebote"]["tiere"] == stand["themen"]["angebote"]["inklusion"] == 1


def test_rows_hide_what_would_give_away_somebody(gemeinden):
    """Twelve Gemeinden without an enquiry and one with two: the next bigger one is hidden with them."""
    for ags, anzahl in ((fabriken.SOEST, 12), (fabriken.LIPPSTADT, 6), (fabriken.WARSTEIN, 2)):
        anfragen(angebot_in(ags), anzahl, status=AnfrageStatus.VERMITTELT)
    orte = gezaehlt()["orte"]["anfragen"]
    assert {ort: wert for ort, wert in orte.items() if wert is not None} == {fabriken.SOEST: 12}
    assert gezaehlt()["orte"]["vermittelt"] == orte
    assert gezaehlt()["anfragen"] == 20


def test_too_few_are_not_named_at_all(gemeinden):
    anfragen(angebot_in(fabriken.SOEST), 4, status=AnfrageStatus.VERMITTELT)
    stand = gezaehlt()
    assert stand["anfragen"] is stand["vermittelt"] is stand["quote"] is stand["tage"] is None
    assert set(stand["orte"]["anfragen"].values()) == set(stand["themen"]["anfragen"].values()) == {None}


def test_deleted_enquiries_still_count(gemeinden):
    for anfrage in anfragen(angebot_in(fabriken.SOEST), 5):
        Anfrage.objects.get(pk=anfrage.pk).loeschen()
    assert (gezaehlt()["anfragen"], gezaehlt()["quote"]) == (5, 100)


def test_answers_weeks_later_are_counted_by_side_and_week(gemeinden):
    faelle = anfragen(angebot_in(fabriken.SOEST), 12)
    for nummer, anfrage in enumerate(faelle):
        antwort = {"gefragt_am": JETZT, "antwort": nummer < 9, "beantwortet_am": JETZT - timedelta(hours=1)}
        Rueckmeldung.objects.create(anfrage=anfrage, seite="buergerin", woche=4, **antwort)
        Rueckmeldung.objects.create(anfrage=anfrage, seite="organisation", woche=4, gefragt_am=JETZT)
    stand = gezaehlt()
    assert (stand["buergerin_4_ja"], stand["buergerin_4_nein"], stand["organisation_4_ja"]) == (9, None, None)


def test_a_region_of_many_gemeinden_is_counted_by_kreis(gemeinden, settings, monkeypatch):
    monkeypatch.setattr("boerse.karte.FLAECHEN_HOECHSTENS", 10)
    settings.PORTAL_REGIONEN = ["05"]
    anfragen(angebot_in(fabriken.SOEST), 5)
    anfragen(angebot_in(HAMM), 6)
    assert gezaehlt()["orte"]["anfragen"] == {"05974": 5, "05915": 6}


def test_a_thema_no_longer_in_use_is_counted_among_the_others(gemeinden):
    angebot = angebot_in(fabriken.SOEST)
    Angebot.objects.filter(pk=angebot.pk).update(themen=["gibt-es-nicht"])
    assert gezaehlt()["themen"]["angebote"][zahlen.OHNE_THEMA] == 1


# The page


def test_an_empty_portal_says_so(buergerin, gemeinden):
    antwort = seite(buergerin)
    assert "Noch gibt es keine Angebote" in antwort.text and "zu wenige Anfragen" in antwort.text
    assert "<table" not in antwort.text and "0 %" not in antwort.text


def test_a_portal_without_gemeinden_works(buergerin, db):
    assert seite(buergerin).status_code == 200


def test_everybody_sees_the_figures_with_what_they_count(buergerin, gemeinden):
    anfragen(angebot_in(fabriken.SOEST), 7)
    anfragen(angebot_in(fabriken.LIPPSTADT), 5)
    antwort = seite(buergerin)
    for text in ("Jetzt im Portal", "100 %", "nicht genannt", "1 Tag", "Stand:", "Soest", "Tiere"):
        assert text in antwort.text
    assert "style=" not in antwort.text.partition("<main")[2]
    assert not antwort.cookies
    assert 'href="/zahlen/"' in antwort.text
    assert buergerin.post("/zahlen/").status_code == 405


def test_it_is_counted_once_an_hour_in_few_queries(buergerin, gemeinden, kontaktstelle, django_assert_max_num_queries):
    for _nummer in range(5):
        anfragen(angebot_in(fabriken.SOEST), 2)
    cache.clear()
    with django_assert_max_num_queries(20):
        assert buergerin.get("/zahlen/").status_code == 200
    angebot_in(fabriken.SOEST)
    with django_assert_max_num_queries(4):
        antwort = buergerin.get("/zahlen/")
    assert antwort.context["angebote"][0].wert == "5"


def test_the_sitemap_names_it(buergerin, db):
    adressen = ElementTree.fromstring(buergerin.get("/sitemap.xml").content)
    assert any((e.text or "").endswith("/zahlen/") for e in adressen.iter())
