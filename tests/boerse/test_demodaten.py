"""Is the demo worth looking at? Enough listings, everywhere, about everything, in every state, and nobody real."""

import json
import re

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from boerse import antwort, demo
from boerse.ablauf import LAUFEND
from boerse.auswahl import AnfrageStatus, AngebotStatus, FassungStatus
from boerse.importieren import lesen
from boerse.importieren.nachschlagen import Nachschlagen
from boerse.importieren.zeile import verstehen
from boerse.kennzahlen import antwortverhalten
from boerse.models import Anfrage, Angebot, Engagementwunsch, Fassung, Meldung, Thema
from boerse.zahlen import zaehlen
from ehrenamt.pflichten import alle_erledigen
from organisationen.models import Gemeinde, Kontaktstelle, Organisation, Ortsteil, Uebernahmeantrag
from organisationen.referenzdaten import laden as referenzdaten_laden


@pytest.fixture
def kreis(db):
    referenzdaten_laden(["05974"])


@pytest.fixture
def zeilen(kreis):
    nachschlagen = Nachschlagen()
    return [verstehen(roh, nachschlagen) for _nummer, roh in lesen(demo.DATEI)[0]]


def test_the_file_has_no_mistakes_and_enough_of_everything(zeilen):
    assert [(zeile.externe_id, zeile.fehler) for zeile in zeilen if zeile.fehler] == []
    assert len(zeilen) >= 150
    assert len({(zeile.gemeinde.ags, zeile.organisation["organisation"]) for zeile in zeilen}) >= 60
    assert {zeile.gemeinde.ags for zeile in zeilen} == set(Gemeinde.objects.bediente().values_list("ags", flat=True))
    themen = [thema for zeile in zeilen for thema in zeile.inhalt.get("themen", [])]
    assert all(themen.count(thema) >= 10 for thema in Thema.objects.values_list("slug", flat=True))


def test_every_ortsteil_is_known(zeilen):
    bekannte = set(Ortsteil.objects.values_list("gemeinde_id", "name"))
    genannte = {(ort["gemeinde"], ort["ortsteil"]) for z in zeilen for ort in z.inhalt["orte"] if "ortsteil" in ort}
    assert genannte <= bekannte


def test_nobody_and_nothing_of_it_is_real():
    text = demo.DATEI.read_text(encoding="utf-8")
    assert all(adresse.endswith("example.org") for adresse in re.findall(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", text))
    assert all("example.org" in adresse for adresse in re.findall(r"(?:https?://|www\.)[^\s\"]+", text))
    telefone = {zeile["kontakt_telefon"] for zeile in json.loads(text) if zeile.get("kontakt_telefon")}
    assert all(re.fullmatch(r"0221 4710-1\d\d", telefon) for telefon in telefone)


def test_everything_is_there_in_every_state(kreis, django_assert_max_num_queries):
    assert demo.laden()
    for modell, stand in ((Angebot, AngebotStatus), (Fassung, FassungStatus), (Anfrage, AnfrageStatus)):
        gesehen = set(modell.objects.values_list("status", flat=True))
        assert set(stand.values) - gesehen <= {FassungStatus.VERWORFEN}, modell
    assert set(Engagementwunsch.objects.values_list("status", flat=True)) == {"offen", "in_beratung", "vermittelt"}
    assert Angebot.objects.oeffentlich().count() >= 140
    assert len(set(Angebot.objects.oeffentlich().values_list("zuletzt_bestaetigt_am", flat=True))) > 40
    assert Organisation.objects.wartend().get().angebote.get().offene_fassung.status == FassungStatus.EINGEREICHT
    assert Fassung.objects.filter(nachzupruefen=True).exists()
    assert Meldung.objects.offen().exists() and Uebernahmeantrag.objects.exists()
    assert {k.name for k in Kontaktstelle.objects.all()} == {"Kontaktstelle Ehrenamt", "Ehrenamtsagentur Lippstadt"}
    with django_assert_max_num_queries(1):
        assert not demo.laden()


def test_there_are_figures_to_look_at(kreis):
    demo.laden()
    stand = zaehlen(timezone.now())
    assert all(
        stand[name] for name in ("anfragen", "vermittelt", "quote", "tage", "buergerin_4_ja", "organisation_12_ja")
    )
    for tabelle in ("orte", "themen"):
        assert sum(wert is not None for wert in stand[tabelle]["anfragen"].values()) >= 5
    for name in ("Vorlesekreis Hellweg e. V.", "Bürgerwerkstatt Wallgraben"):
        assert antwortverhalten(Organisation.objects.get(name=name)).oeffentlich
    niemand = Anfrage.objects.filter(geloescht_am__isnull=False, status__in=LAUFEND)
    assert not niemand.exists()


def test_enquiries_are_there_in_every_stage_and_none_is_late(kreis):
    demo.laden()
    anfragen = Anfrage.objects.all()
    assert set(anfragen.filter(status=AnfrageStatus.OFFEN).values_list("erinnerungen", flat=True)) == {0, 1, 2}
    assert any(anfrage.war_ueberfaellig for anfrage in anfragen.filter(status=AnfrageStatus.UEBERNOMMEN))
    assert {0, 1, 2} <= set(anfragen.values_list("verneint", flat=True))
    assert anfragen.filter(antwort_zugestellt=True).exists() and anfragen.filter(gemeldet=True).exists()
    assert not any(alle_erledigen(antwort.PFLICHTEN, timezone.now()).values())


def test_every_log_in_opens(kreis, client):
    demo.laden()
    for _rolle, email, passwort in demo.zugaenge():
        assert client.login(email=email, password=passwort), email
    lippstadt = Kontaktstelle.objects.get(name="Ehrenamtsagentur Lippstadt").mitarbeitende.get()
    assert lippstadt.regionen == ["05974028"]


def test_only_in_demo_mode(db, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="Demobetrieb"):
        call_command("demodaten_laden")
