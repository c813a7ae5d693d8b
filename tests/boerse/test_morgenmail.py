"""Does the Kontaktstelle hear in the morning what waits, and nothing where nothing does?"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from boerse.models import Fassung
from boerse.morgenmail import PFLICHTEN, wartendes
from ehrenamt.models import Nachricht
from organisationen.models import Kontaktstelle
from tests import fabriken

MONTAG = datetime(2026, 11, 23, 7, tzinfo=ZoneInfo("Europe/Berlin"))


def schreiben(jetzt: datetime = MONTAG) -> list[str]:
    """To whom it went."""
    PFLICHTEN[0].erledigen(jetzt)
    return list(Nachricht.objects.filter(anlass="morgenmail").order_by("pk").values_list("empfaenger", flat=True))


@pytest.fixture
def stelle(kontaktstelle) -> Kontaktstelle:
    return kontaktstelle.kontaktstellen.get()


def test_it_says_what_waits_and_since_when_once_a_day(stelle, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    Fassung.objects.filter(pk=fassung.pk).update(eingereicht_am=MONTAG - timedelta(days=5))
    assert schreiben(MONTAG - timedelta(hours=2)) == []  # at five
    assert schreiben() == schreiben(MONTAG + timedelta(hours=3)) == [stelle.email]
    text = Nachricht.objects.get().text
    assert "Texte zu prüfen: 1 (längstens seit 5 Tagen)" in text and "Rückrufe" not in text
    assert schreiben(MONTAG + timedelta(days=1)) == [stelle.email] * 2


@pytest.mark.parametrize("jetzt", [MONTAG - timedelta(days=1), MONTAG - timedelta(days=2)])
def test_none_at_the_weekend(stelle, sportverein, jetzt):
    fabriken.eingereicht(sportverein)
    assert schreiben(jetzt) == []


def test_none_where_nothing_waits_or_it_is_switched_off(stelle, sportverein):
    assert schreiben() == []
    fabriken.eingereicht(sportverein)
    Kontaktstelle.objects.update(morgenmail=False)
    assert schreiben(MONTAG + timedelta(days=1)) == []


def test_each_office_hears_of_its_own_and_of_whom_it_stands_in_for(stelle, stadt_lippstadt, fremde_organisation):
    stadt, heute = stadt_lippstadt.kontaktstellen.get(), timezone.localdate()
    fabriken.eingereicht(fremde_organisation, orte=[{"gemeinde": fabriken.LIPPSTADT}])
    assert [bool(wartendes(eine, MONTAG)) for eine in (stelle, stadt)] == [False, True]
    Kontaktstelle.objects.filter(pk=stadt.pk).update(abwesend_von=heute, abwesend_bis=heute, vertretung=stelle)
    assert [bool(wartendes(eine, MONTAG)) for eine in (stelle, stadt)] == [True, False]
