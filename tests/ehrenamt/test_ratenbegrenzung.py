"""How often from where? Counted without keeping the address."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from ehrenamt import ratenbegrenzung
from ehrenamt.models import Zaehler
from ehrenamt.ratenbegrenzung import absender, erlaubt

STUNDE = timedelta(hours=1)
MITTAG = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def anfrage(von: str = "192.0.2.1", weg: str = ""):
    koepfe = {"X-Forwarded-For": weg} if weg else {}
    return RequestFactory().post("/", REMOTE_ADDR=von, headers=koepfe)


def test_after_the_limit_it_is_refused_and_others_are_not(db):
    assert [erlaubt(anfrage(), "probe", 2) for _ in range(3)] == [True, True, False]
    assert erlaubt(anfrage("192.0.2.2"), "probe", 2)
    assert erlaubt(anfrage(), "anderes", 2)


def test_the_address_is_not_in_the_database(db):
    erlaubt(anfrage(), "probe", 2)
    zaehler = Zaehler.objects.get()
    assert "192" not in zaehler.schluessel and len(zaehler.schluessel) == 64


def test_the_key_changes_with_the_day_the_period_and_the_secret(settings):
    def schluessel(jetzt=MITTAG, zweck="probe", adresse="192.0.2.1"):
        return ratenbegrenzung._schluessel(zweck, adresse, STUNDE, jetzt)

    assert schluessel() == schluessel(MITTAG + timedelta(minutes=59))
    heute = schluessel()
    andere = [schluessel(MITTAG + timedelta(days=1)), schluessel(MITTAG + STUNDE), schluessel(zweck="x")]
    settings.SECRET_KEY = "ein anderes"
    andere.append(schluessel())
    assert len({heute, *andere}) == 5


def test_in_the_next_period_it_is_allowed_again(db, monkeypatch):
    monkeypatch.setattr(ratenbegrenzung.timezone, "now", lambda: MITTAG)
    assert [erlaubt(anfrage(), "probe", 1) for _ in range(2)] == [True, False]
    monkeypatch.setattr(ratenbegrenzung.timezone, "now", lambda: MITTAG + STUNDE)
    assert erlaubt(anfrage(), "probe", 1)


@pytest.mark.parametrize(
    ("proxys", "weg", "erwartet"),
    [
        (0, "203.0.113.9", "192.0.2.1"),  # nobody is trusted: the header is anybody's
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),  # what the client itself wrote does not count
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),  # came past a proxy
        (1, "", "192.0.2.1"),
        (1, "unsinn", "unsinn"),
    ],
)
def test_only_what_trusted_proxies_added_counts(settings, proxys, weg, erwartet):
    settings.PORTAL_PROXYS = proxys
    assert absender(anfrage(weg=weg)) == erwartet


def test_one_household_counts_once_with_ipv6(settings):
    assert absender(anfrage("2001:db8:1:2:3::1")) == absender(anfrage("2001:db8:1:2:ffff::9"))
    assert absender(anfrage("2001:db8:1:2::1")) != absender(anfrage("2001:db8:1:3::1"))
    assert absender(anfrage("::ffff:192.0.2.1")) == "192.0.2.1"
