"""Does the queue decide as staff mean it, and only what is theirs?"""

import pytest
from django.urls import reverse

from boerse.auswahl import AngebotStatus, FassungStatus
from boerse.models import Fassung
from ehrenamt.models import Nachricht, Verlaufseintrag
from organisationen.auswahl import OrganisationStatus
from tests import fabriken


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


def liste(**parameter) -> str:
    return reverse("admin:boerse_fassung_changelist", query=parameter)


def seite(fassung) -> str:
    return reverse("admin:boerse_fassung_change", args=[fassung.pk])


def tat(fassung, name: str) -> str:
    return reverse("admin:boerse_fassung_tat", args=[fassung.pk, name])


def test_seite_zeigt_text_organisation_und_knoepfe(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    antwort = tisch.get(seite(fassung))
    assert antwort.status_code == 200
    for text in ("Dienstags vorlesen", "Bücherzimmer", "TuS Musterdorf", "Freigeben", "Zurückgeben", "Schule"):
        assert text in antwort.text


def test_freigeben_oeffnet_das_naechste(tisch, sportverein):
    erste, zweite = fabriken.eingereicht(sportverein), fabriken.eingereicht(sportverein)
    antwort = tisch.post(tat(erste, "freigeben"))
    assert antwort.url == seite(zweite)
    erste.refresh_from_db()
    assert erste.status == FassungStatus.UEBERNOMMEN
    assert erste.angebot.status == AngebotStatus.VEROEFFENTLICHT
    eintrag = Verlaufseintrag.objects.von(erste).first()
    assert eintrag.vorgang == "freigeben" and eintrag.konto.email == "kreis@example.org"
    assert tisch.post(tat(zweite, "freigeben")).url == liste()


def test_zurueckgeben_verlangt_einen_grund_und_schreibt_eine_mail(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    antwort = tisch.post(tat(fassung, "zurueckgeben"), {"zurueckgeben-grund": " "}, follow=True)
    assert "Bitte nennen Sie einen Grund." in antwort.text
    tisch.post(tat(fassung, "zurueckgeben"), {"zurueckgeben-grund": "Wo genau ist das?"})
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.ZURUECKGEGEBEN
    assert "Wo genau ist das?" in Nachricht.objects.get(anlass="fassung_zurueckgegeben").text


def test_neue_organisation_und_erstes_angebot_sind_eine_entscheidung(tisch, gemeinden):
    fassung = fabriken.eingereicht(fabriken.organisation("Neuer Verein", freigegeben=False))
    assert "Mit dem Angebot geben Sie auch die Organisation frei" in tisch.get(seite(fassung)).text
    tisch.post(tat(fassung, "freigeben"))
    organisation = Fassung.objects.get(pk=fassung.pk).angebot.organisation
    assert organisation.status == OrganisationStatus.FREIGEGEBEN


def test_zweite_entscheidung_wird_klar_abgewiesen(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    tisch.post(tat(fassung, "freigeben"))
    antwort = tisch.post(tat(fassung, "ablehnen"), {"ablehnen-grund": "Nein"}, follow=True)
    assert "Das geht nicht mehr: Der Stand ist inzwischen „übernommen“." in antwort.text
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.UEBERNOMMEN


def test_entscheidung_nur_ueber_den_gesehenen_text(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    alt = fassung.geaendert_am.isoformat()
    fassung.zuruecknehmen(fabriken.ORGANISATION)
    fassung.schreiben(fabriken.inhalt(titel="Ganz anders"))
    fassung.einreichen(fabriken.ORGANISATION, mail=False)
    antwort = tisch.post(tat(fassung, "freigeben"), {"freigeben-stand": alt}, follow=True)
    assert "inzwischen geändert" in antwort.text
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.EINGEREICHT
