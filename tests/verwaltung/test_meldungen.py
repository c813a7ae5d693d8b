"""Are reports worked off, and does blocking a listing start from there?"""

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse import fristen
from boerse.auswahl import AngebotStatus
from boerse.models import Meldung
from ehrenamt.models import Nachricht, Verlaufseintrag
from tests import fabriken

LISTE = "/verwaltung/boerse/meldung/"


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


@pytest.fixture
def meldung(sportverein):
    return Meldung.objects.create(
        angebot=fabriken.angebot(sportverein),
        grund="bezahlt",
        text="Das ist ein Minijob.",
        loeschen_am=fristen.meldung(timezone.now()),
    )


def tat(objekt, name: str) -> str:
    return reverse(f"admin:boerse_{objekt._meta.model_name}_tat", args=[objekt.pk, name])


def angebotsseite(angebot) -> str:
    return reverse("admin:boerse_angebot_change", args=[angebot.pk])


def test_settling_a_report_takes_it_off_the_list(tisch, meldung):
    seite = reverse("admin:boerse_meldung_change", args=[meldung.pk])
    assert seite in tisch.get(LISTE).text
    text = tisch.get(seite).text
    assert "Das ist ein Minijob." in text and angebotsseite(meldung.angebot) in text
    assert tisch.post(tat(meldung, "erledigen")).url == LISTE
    assert seite not in tisch.get(LISTE).text and seite in tisch.get(f"{LISTE}?liste=alle").text
    assert Verlaufseintrag.objects.von(meldung).get().vorgang == "erledigen"
    assert "schon erledigt" in tisch.post(tat(meldung, "erledigen"), follow=True).text


def test_a_listing_is_blocked_and_unblocked(tisch, meldung):
    angebot = meldung.angebot
    assert "Das ist bezahlte Arbeit" in tisch.get(angebotsseite(angebot)).text
    tisch.post(tat(angebot, "sperren"), {"sperren-grund": "Minijob"})
    angebot.refresh_from_db()
    assert angebot.status == AngebotStatus.GESPERRT
    assert "Minijob" in Nachricht.objects.get(anlass="angebot_gesperrt").text
    tisch.post(tat(angebot, "entsperren"))
    angebot.refresh_from_db()
    assert angebot.status == AngebotStatus.PAUSIERT


@pytest.mark.parametrize(
    ("name", "daten", "status"),
    [
        ("pausieren", {}, AngebotStatus.PAUSIERT),
        ("bestaetigen", {}, AngebotStatus.VEROEFFENTLICHT),
        ("beenden", {"beenden-grund": "besetzt"}, AngebotStatus.BEENDET),
    ],
)
def test_after_a_telephone_call(tisch, meldung, name, daten, status):
    tisch.post(tat(meldung.angebot, name), daten)
    meldung.angebot.refresh_from_db()
    assert meldung.angebot.status == status


def test_several_are_paused_at_once(tisch, sportverein):
    angebote = [fabriken.angebot(sportverein) for _ in range(2)]
    daten = {"action": "pausieren_gemeinsam", "index": "0", "_selected_action": [a.pk for a in angebote]}
    tisch.post("/verwaltung/boerse/angebot/", daten)
    assert {type(a).objects.get(pk=a.pk).status for a in angebote} == {AngebotStatus.PAUSIERT}
