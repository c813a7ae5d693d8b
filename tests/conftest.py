"""The fixed cast: the same people and places in every test."""

import csv
import logging
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client, override_settings
from hypothesis import HealthCheck, settings

from boerse import karte, tageszahlen
from ehrenamt import kataloge
from ehrenamt.sortierung import slug, sortiername
from organisationen.models import Gemeinde
from organisationen.rechte import GRUPPE

from . import fabriken
from .browser import (  # noqa: F401
    browser_type_launch_args,
    gestaltet,
    pytest_collection_modifyitems,
    pytest_sessionstart,
)

GEMEINDEN = Path(__file__).parent / "gemeinden.csv"

# The same examples in each run; --hypothesis-profile=gruendlich looks for new ones.
_BELIEBIG = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
settings.register_profile("schnell", _BELIEBIG, max_examples=25, derandomize=True)
settings.register_profile("gruendlich", _BELIEBIG, max_examples=3000)
settings.load_profile("schnell")


def pytest_addoption(parser):
    parser.addoption(
        "--simulation",
        choices=["kurz", "voll"],
        default="kurz",
        help="voll: 200 Organisationen und 400 Tage statt 12 und 210",
    )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Everything is shared out among the processors; what somebody chose by path starts faster in this process."""
    return 0 if config.args_source is config.ArgsSource.ARGS else None


@pytest.fixture(autouse=True)
def keine_fehler_im_protokoll():
    """A test in which something logs an error has failed, whatever it asserts."""
    gesehen: list[logging.LogRecord] = []
    horcher = logging.Handler(logging.ERROR)
    horcher.emit = gesehen.append
    logging.getLogger().addHandler(horcher)
    yield gesehen
    logging.getLogger().removeHandler(horcher)
    assert not gesehen, [eintrag.getMessage() for eintrag in gesehen]


@pytest.fixture(autouse=True)
def neue_karte():
    """The drawing of the region is kept in the process; each test has its own Gemeinden."""
    karte.vergessen()


@pytest.fixture(autouse=True)
def nichts_gemerkt(monkeypatch):
    """What is kept for seconds would be another test's; so each page asks for all it needs, and is counted so."""
    monkeypatch.setattr("ehrenamt.gemerkt.HOECHSTENS", 0)


@pytest.fixture(autouse=True)
def nichts_gezaehlt(monkeypatch):
    """No thread writes behind a test's back; a test that counts writes itself."""
    monkeypatch.setattr("boerse.tageszahlen.wecken", lambda: None)
    tageszahlen._offen.clear()


@pytest.fixture(autouse=True, scope="session")
def sprachen():
    """The translations as they stand in the source."""
    kataloge.bauen()


@pytest.fixture(autouse=True, scope="session")
def schnell():
    """Slow hashing protects passwords of people, and a server looks at all static files once when it starts; a test
    has neither, but makes new passwords and new Clients all the time."""
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"], WHITENOISE_AUTOREFRESH=True
    ):
        yield


@pytest.fixture
def gemeinden(db) -> dict[str, Gemeinde]:
    """The 14 Gemeinden of the Kreis Soest and Hamm next door, by name."""
    with GEMEINDEN.open(encoding="utf-8", newline="") as datei:
        zeilen = list(csv.DictReader(datei))
    for zeile in zeilen:
        zeile |= {"slug": slug(zeile["name"], "ort"), "sortiername": sortiername(zeile["name"])}
    return {g.name: g for g in Gemeinde.objects.bulk_create(Gemeinde(**zeile) for zeile in zeilen)}


def _mitarbeit(*regionen: str, name: str, email: str):
    from django.contrib.auth.models import Group

    person = fabriken.konto(email, is_staff=True)
    person.groups.add(Group.objects.get(name=GRUPPE))
    fabriken.kontaktstelle(name, *regionen, mitarbeitende=(person,))
    return person


@pytest.fixture
def kontaktstelle(gemeinden):
    """Somebody of the county's Kontaktstelle: looks after the whole Kreis."""
    return _mitarbeit("05974", name="Kontaktstelle Ehrenamt", email="kreis@example.org")


@pytest.fixture
def stadt_lippstadt(gemeinden):
    """Somebody of the town's own agency: looks after Lippstadt alone."""
    return _mitarbeit("05974028", name="Ehrenamtsagentur Lippstadt", email="stadt@example.org")


@pytest.fixture
def sportverein(gemeinden):
    """An approved organisation in Soest."""
    return fabriken.organisation("TuS Musterdorf", kontakt_email="tus@example.org")


@pytest.fixture
def leitung(sportverein):
    """Leads the sportverein."""
    return fabriken.mitglied(sportverein, "leitung", "leitung@example.org")


@pytest.fixture
def redaktion(sportverein):
    """Writes for the sportverein."""
    return fabriken.mitglied(sportverein, "redaktion", "redaktion@example.org")


@pytest.fixture
def fremde_organisation(gemeinden):
    """An approved organisation in Lippstadt that has nothing to do with the sportverein."""
    return fabriken.organisation("Chor Fremdhausen", fabriken.LIPPSTADT, kontakt_email="chor@example.org")


@pytest.fixture
def fremde(fremde_organisation):
    """Leads the fremde_organisation."""
    return fabriken.mitglied(fremde_organisation, "leitung", "fremde@example.org")


# What is not flushed after a test with real transactions, since the tables are not managed by Django.
AUFTRAEGE = (
    "TRUNCATE procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers CASCADE"
)


@pytest.fixture
def schlange(transactional_db):
    """An empty queue of jobs that other connections see, too."""
    _auftraege_leeren()
    yield
    _auftraege_leeren()


def _auftraege_leeren() -> None:
    with connection.cursor() as cursor:
        cursor.execute(AUFTRAEGE)


@pytest.fixture
def zweite_verbindung(schlange):
    """Somebody else at the database: what another worker or another page does meanwhile."""
    andere = connection.copy()
    yield andere
    andere.close()


@pytest.fixture
def buergerin(db) -> Client:
    """A citizen's browser: no account, no cookie."""
    return Client()


@pytest.fixture
def angemeldet():
    """A browser in which this person is logged in: angemeldet(konto)."""

    def anmelden(konto) -> Client:
        client = Client()
        client.force_login(konto, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return anmelden
