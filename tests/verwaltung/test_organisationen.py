"""Can staff decide about organisations, put them right, and say who acts for them?"""

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from boerse.filters import AngebotFilter
from boerse.pflichten import faelliges_erledigen
from ehrenamt.models import Nachricht, Verlaufseintrag
from organisationen.auswahl import OrganisationStatus, TeamRolle
from organisationen.models import Organisation, Uebernahmeantrag
from tests import fabriken


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


def seite(organisation) -> str:
    return reverse("admin:organisationen_organisation_change", args=[organisation.pk])


def tat(objekt, name: str) -> str:
    return reverse(f"admin:organisationen_{objekt._meta.model_name}_tat", args=[objekt.pk, name])


def angaben(organisation, **werte) -> dict:
    namen = ["name", "art", "beschreibung", "website", "strasse", "plz", "kontakt_email", "registernummer"]
    daten = {name: getattr(organisation, name) for name in namen} | {"gemeinde": organisation.gemeinde_id}
    return daten | werte | {"_save": "1"}


def test_approving_blocking_unblocking(tisch, gemeinden):
    neu = fabriken.organisation("Neu", freigegeben=False)
    tisch.post(tat(neu, "freigeben"))
    neu.refresh_from_db()
    assert neu.status == OrganisationStatus.FREIGEGEBEN
    assert "Bitte nennen Sie einen Grund" in tisch.post(tat(neu, "sperren"), follow=True).text
    tisch.post(tat(neu, "sperren"), {"sperren-grund": "Werbung"})
    neu.refresh_from_db()
    assert neu.status == OrganisationStatus.GESPERRT
    tisch.post(tat(neu, "entsperren"))
    neu.refresh_from_db()
    assert neu.status == OrganisationStatus.FREIGEGEBEN
    vorgaenge = [eintrag.vorgang for eintrag in Verlaufseintrag.objects.von(neu)]
    assert vorgaenge[:3] == ["entsperren", "sperren", "freigeben"]
    assert "Werbung" in tisch.get(seite(neu)).text


def test_refusing_with_reason_and_mail(tisch, gemeinden):
    neu = fabriken.organisation("Neu", freigegeben=False)
    tisch.post(tat(neu, "ablehnen"), {"ablehnen-grund": "Nicht gemeinnützig"})
    neu.refresh_from_db()
    assert neu.status == OrganisationStatus.ABGELEHNT
    assert "Nicht gemeinnützig" in Nachricht.objects.get(anlass="organisation_abgelehnt").text


def test_the_page_shows_listings_team_and_verlauf(tisch, sportverein, leitung):
    fabriken.angebot(sportverein, titel="Online")
    fabriken.eingereicht(sportverein, titel="Wartet noch")
    text = tisch.get(seite(sportverein)).text
    for teil in ("Online", "Wartet noch", "leitung@example.org", "Verlauf"):
        assert teil in text


def test_a_renamed_organisation_is_found(tisch, sportverein):
    angebot = fabriken.angebot(sportverein)
    tisch.post(seite(sportverein), angaben(sportverein, name="Ökumenischer Kreis", direktfreigabe="on"))
    sportverein.refresh_from_db()
    assert (sportverein.sortiername, sportverein.direktfreigabe) == ("okumenischer kreis", True)
    assert AngebotFilter(QueryDict("q=oekumene")).qs.get() == angebot
    eintrag = Verlaufseintrag.objects.von(sportverein).first()
    assert eintrag.vorgang == "bearbeiten" and "Direktfreigabe" in eintrag.grund


def test_the_seat_stays_in_ones_own_region(tisch, sportverein, gemeinden):
    antwort = tisch.post(seite(sportverein), angaben(sportverein, gemeinde=gemeinden["Hamm"].ags))
    assert antwort.status_code == 200 and "errorlist" in antwort.text
    sportverein.refresh_from_db()
    assert sportverein.gemeinde.name == "Soest"


def test_nobody_adds_or_deletes(tisch, sportverein):
    assert tisch.get(reverse("admin:organisationen_organisation_add")).status_code == 403
    loeschen = reverse("admin:organisationen_organisation_delete", args=[sportverein.pk])
    assert tisch.post(loeschen, {"post": "yes"}).status_code == 403
    tisch.post(
        reverse("admin:organisationen_organisation_changelist"),
        {"action": "delete_selected", "index": "0", "_selected_action": [sportverein.pk], "post": "yes"},
    )
    assert Organisation.objects.filter(pk=sportverein.pk).exists()


@pytest.fixture
def antrag(sportverein):
    konto = fabriken.konto("vorstand@example.org")
    return Uebernahmeantrag.objects.create(organisation=sportverein, konto=konto, begruendung="Ich bin Vorsitzende.")


def test_confirming_a_take_over_and_once_more(tisch, antrag, sportverein):
    assert (
        "Ich bin Vorsitzende."
        in tisch.get(reverse("admin:organisationen_uebernahmeantrag_change", args=[antrag.pk])).text
    )
    tisch.post(tat(antrag, "bestaetigen"))
    zugang = sportverein.teamzugaenge.get()
    assert (zugang.konto.email, zugang.rolle) == ("vorstand@example.org", TeamRolle.LEITUNG)
    antwort = tisch.post(tat(antrag, "ablehnen"), {"ablehnen-grund": "Nein"}, follow=True)
    assert "schon entschieden" in antwort.text
    assert sportverein.teamzugaenge.exists()


def test_refusing_a_take_over(tisch, antrag, sportverein):
    tisch.post(tat(antrag, "ablehnen"), {"ablehnen-grund": "Unbekannt im Verein"})
    assert not sportverein.teamzugaenge.exists()
    assert "Unbekannt im Verein" in Nachricht.objects.get(anlass="uebernahme_abgelehnt").text


def test_a_corrected_address_is_told_anew(tisch, gemeinden):
    """Art. 14 GDPR: the first mail went to somebody else, or nowhere."""
    organisation = fabriken.organisation(kontakt_email="tippfeler@example.org", nutzungsbedingungen_am=None)
    fabriken.angebot(organisation)
    faelliges_erledigen(timezone.now())
    tisch.post(seite(organisation), angaben(organisation, kontakt_email="richtig@example.org"))
    faelliges_erledigen(timezone.now())
    faelliges_erledigen(timezone.now())
    briefe = Nachricht.objects.filter(anlass="organisation_eingetragen").order_by("pk")
    assert [brief.empfaenger for brief in briefe] == ["tippfeler@example.org", "richtig@example.org"]
    tisch.post(seite(organisation), angaben(organisation, kontakt_email="richtig@example.org", website=""))
    organisation.refresh_from_db()
    assert organisation.informiert_am


def test_organisations_that_nobody_looks_after_wait_on_the_first_page(tisch, gemeinden):
    fabriken.organisation("Verwaist", kontakt_email="")
    fabriken.organisation("Gesperrt", kontakt_email="").sperren(fabriken.DURCH_KONTAKTSTELLE, "Werbung")
    schlangen = {str(s.titel): s for s in tisch.get("/verwaltung/").context["warteschlangen"]}
    schlange = schlangen["Organisationen ohne Ansprechperson"]
    assert schlange.anzahl == 1
    text = tisch.get(schlange.adresse).text
    assert "Verwaist" in text and "Gesperrt</a>" not in text
