"""Do nearness, freshness and likeness decide only among what answers about as well?"""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from boerse.filters import AngebotFilter
from boerse.models import Angebot
from boerse.suche.gemeinsames import vorziehen
from tests import fabriken

WERL, MOEHNESEE = "05974052", "05974032"


def titel(query: str) -> list[str]:
    return [angebot.titel for angebot in AngebotFilter(QueryDict(query)).ergebnisse()[0:20]]


def bestaetigt(name: str, tage: int, **felder) -> Angebot:
    angebot = fabriken.angebot(titel=name, **felder)
    Angebot.objects.filter(pk=angebot.pk).update(zuletzt_bestaetigt_am=timezone.localdate() - timedelta(days=tage))
    return angebot


@pytest.mark.parametrize(("tage", "vorn"), [((3, 60), "eins"), ((60, 3), "zwei"), ((120, 60), "zwei")])
def test_of_two_that_answer_alike_the_one_confirmed_of_late_comes_first(tage, vorn, gemeinden):
    bestaetigt("Vorlesen eins", tage[0])
    bestaetigt("Vorlesen zwei", tage[1])
    assert titel("q=vorlesen")[0] == f"Vorlesen {vorn}"


def test_after_ninety_days_a_confirmation_counts_nothing_more(gemeinden):
    for name, tage in [("eins", 91), ("zwei", 400)]:
        bestaetigt(f"Vorlesen {name}", tage)
    eins, zwei = (a.rang for a in AngebotFilter(QueryDict("q=vorlesen")).sortiert())
    assert eins == zwei


def test_a_fresh_confirmation_does_not_beat_the_better_answer(gemeinden):
    bestaetigt("Vorlesen im Wald", 89)
    bestaetigt("Etwas anderes", 0, beschreibung="Dabei kann man auch vorlesen.")
    assert titel("q=vorlesen") == ["Vorlesen im Wald", "Etwas anderes"]


@pytest.mark.parametrize(("ort", "vorn"), [("Werl", "Vorlesen in der Stadt"), ("Möhnesee", "Vorlesen am Wasser")])
def test_of_two_that_answer_alike_the_nearer_comes_first(ort, vorn, gemeinden):
    fabriken.angebot(titel="Vorlesen in der Stadt", orte=[{"gemeinde": WERL}])
    fabriken.angebot(titel="Vorlesen am Wasser", orte=[{"gemeinde": MOEHNESEE}])
    assert titel(f"q=vorlesen&ort={ort}&umkreis=50")[0] == vorn


def test_the_nearer_place_does_not_beat_the_better_answer(gemeinden):
    fabriken.angebot(titel="Vorlesen", orte=[{"gemeinde": MOEHNESEE}])
    fabriken.angebot(titel="Kochen", beschreibung="Danach vorlesen.", orte=[{"gemeinde": WERL}])
    assert titel("q=vorlesen&ort=Werl&umkreis=50") == ["Vorlesen", "Kochen"]


def test_hits_of_the_kind_of_the_best_come_before_others_that_answer_as_well():
    tiere, anderes = (["tiere-versorgen"], ["tiere"], []), (["kochen-bewirten"], ["sport"], [])
    zeilen = [(1, 0.9, *tiere), (2, 0.8, *tiere), (3, 0.2, *anderes), (4, 0.2, *tiere), (5, 0.1, *anderes)]
    assert vorziehen(zeilen) == [1, 2, 4, 3, 5]
    assert vorziehen([(1, 0.9, *tiere), (2, 0.8, *tiere), (3, 0.7, *anderes), (4, 0.2, *tiere)])[2] == 3
    assert vorziehen([]) == [] and vorziehen([(7, 0.0, *tiere), (3, 0.0, *tiere)]) == [7, 3]


def test_pages_do_not_overlap_where_hits_were_put_into_order_again(gemeinden):
    for nummer in range(25):
        fabriken.angebot(titel=f"Vorlesen {nummer}", taetigkeiten=[["vorlesen-erzaehlen"], ["betreuen"]][nummer % 2])
    treffer = AngebotFilter(QueryDict("q=vorlesen")).ergebnisse()
    nummern = [angebot.pk for anfang in (0, 10, 20) for angebot in treffer[anfang : anfang + 10]]
    assert len(nummern) == len(set(nummern)) == 25
