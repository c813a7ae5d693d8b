"""What is kept of the search must be true as soon as anything public changes."""

import pytest
from django.http import QueryDict

from boerse.filters import AngebotFilter
from boerse.models import Befund
from boerse.suche import befunde
from boerse.trefferliste import Treffer
from tests import fabriken


@pytest.fixture(autouse=True)
def alles_behalten(monkeypatch):
    monkeypatch.setattr(befunde, "LANGE", 0)


def gefunden(query: str) -> list[str]:
    treffer = Treffer(AngebotFilter(QueryDict(query)))
    titel = [angebot.titel for angebot in treffer.seite]
    assert len(titel) == treffer.anzahl
    return sorted(titel)


@pytest.mark.parametrize("query", ["", "q=garten", "gemeinde=soest"])
def test_what_is_published_paused_or_blocked_shows_at_once(query, gemeinden):
    assert gefunden(query) == []
    eins, zwei = fabriken.angebot(titel="Garten eins"), fabriken.angebot(titel="Garten zwei")
    assert gefunden(query) == ["Garten eins", "Garten zwei"]
    eins.pausieren(fabriken.DURCH_KONTAKTSTELLE)
    assert gefunden(query) == ["Garten zwei"]
    zwei.organisation.sperren(fabriken.DURCH_KONTAKTSTELLE, "Grund")
    assert gefunden(query) == []


def test_the_same_question_is_not_worked_out_twice(gemeinden):
    fabriken.angebot(titel="Garten")
    assert Treffer(AngebotFilter(QueryDict("q=garten"))).anzahl == 1
    Befund.objects.update(zeilen='[{"name": "gesamt", "wert": "", "anzahl": 7}]')
    assert Treffer(AngebotFilter(QueryDict("q=garten"))).anzahl == 7


def test_outdated_answers_go_and_only_so_many_stay(gemeinden, monkeypatch):
    monkeypatch.setattr(befunde, "HOECHSTENS", 3)
    for thema in ("tiere", "sport", "inklusion", "umwelt"):
        gefunden(f"thema={thema}")
    assert Befund.objects.count() <= 3
    alte = set(Befund.objects.values_list("stand", flat=True))
    fabriken.angebot(titel="Garten")
    gefunden("thema=tiere")
    assert not Befund.objects.filter(stand__in=alte).exists()
