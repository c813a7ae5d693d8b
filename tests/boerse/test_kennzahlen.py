"""Does an organisation get the rate and the time that people really felt, and who sees them?"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse.auswahl import AnfrageStatus
from boerse.kennzahlen import antwortverhalten
from boerse.models import Anfrage
from ehrenamt.rollen import ORGANISATION
from tests import fabriken

JETZT = timezone.now()
LISTE = "/verwaltung/organisationen/organisation/?liste=freigegeben"
SATZ = "antwortet meist innerhalb von 3 Tagen"


@pytest.fixture
def angebot(sportverein):
    return fabriken.angebot(sportverein)


def anfrage(angebot, vor_tagen: float, nach: float | None = None, **werte) -> Anfrage:
    """Handed over so many days ago and, unless left open, answered so many days later."""
    neu = fabriken.anfrage(angebot)
    start = JETZT - timedelta(days=vor_tagen)
    felder = {"weitergegeben_am": start, "wartet_seit": start, "bestaetigt_am": start} | werte
    if nach is not None:
        felder |= {"beantwortet_am": start + timedelta(days=nach), "status": AnfrageStatus.BEANTWORTET}
    Anfrage.objects.filter(pk=neu.pk).update(**felder)
    return neu


def anfragen(angebot, *dauern: float | None, vor_tagen: float = 30) -> None:
    for dauer in dauern:
        anfrage(angebot, vor_tagen, dauer)


def verhalten(angebot):
    return antwortverhalten(angebot.organisation, JETZT)


def test_the_time_is_that_within_which_two_of_three_were_answered(angebot):
    anfragen(angebot, 0.2, 0.5, 2.5, 2.9, 5, 9)
    assert (verhalten(angebot).tage, verhalten(angebot).quote) == (3, 100)
    assert verhalten(angebot).oeffentlich == SATZ


def test_one_day_reads_like_german(angebot):
    anfragen(angebot, 0, 0.1, 0.5, 1, 1)
    assert verhalten(angebot).oeffentlich == "antwortet meist innerhalb eines Tages"


def test_nothing_is_said_before_five_are_answered(angebot):
    anfragen(angebot, 1, 1, 1, 1)
    assert verhalten(angebot).oeffentlich == ""
    anfragen(angebot, 1)
    assert verhalten(angebot).oeffentlich


def test_a_low_rate_is_not_public(angebot):
    anfragen(angebot, 1, 1, 1, 1, 1, 1, 1, 1, None, None)
    assert (verhalten(angebot).quote, verhalten(angebot).ist_oeffentlich) == (80, True)
    anfragen(angebot, None)
    assert (verhalten(angebot).quote, verhalten(angebot).ist_oeffentlich) == (72, False)


def test_who_answers_late_is_not_praised(angebot):
    anfragen(angebot, 11, 12, 13, 14, 15)
    assert (verhalten(angebot).quote, verhalten(angebot).tage) == (100, 14)
    assert not verhalten(angebot).ist_oeffentlich


def test_whoever_got_no_answer_waited_longer_than_everybody(angebot):
    anfragen(angebot, 1, 1, 1, 9, 9, None)
    assert verhalten(angebot).tage == 9
    anfragen(angebot, *[None] * 6)
    assert verhalten(angebot).tage is None
    assert verhalten(angebot).satz == verhalten(angebot).oeffentlich == ""


def test_what_still_has_time_counts_for_nobody_and_what_is_long_ago_no_more(angebot):
    anfragen(angebot, 1, None)
    anfragen(angebot, None, None, vor_tagen=9)
    anfragen(angebot, None, None, vor_tagen=366)
    stand = verhalten(angebot)
    assert (stand.beantwortet, stand.faellig, stand.offen) == (1, 2, 3)
    anfragen(angebot, 1, vor_tagen=2)
    assert (verhalten(angebot).beantwortet, verhalten(angebot).faellig) == (2, 2)


def test_a_denial_is_no_answer(angebot):
    """The clock of the portal begins anew; the person has waited since the first day."""
    anfragen(angebot, 1)
    Anfrage.objects.update(beantwortet_am=None, gemeldet=False, verneint=1, wartet_seit=JETZT, status="offen")
    assert (verhalten(angebot).quote, verhalten(angebot).beantwortet) == (0, 0)
    Anfrage.objects.update(beantwortet_am=JETZT)
    assert (verhalten(angebot).quote, verhalten(angebot).tage) == (100, 30)


def test_withdrawn_in_time_counts_for_nobody(angebot):
    ende = {"status": AnfrageStatus.ZURUECKGEZOGEN}
    anfrage(angebot, 30, **ende, ergebnis_am=JETZT - timedelta(days=25))
    assert verhalten(angebot).faellig == 0
    anfrage(angebot, 30, **ende, ergebnis_am=JETZT - timedelta(days=19))
    assert (verhalten(angebot).faellig, verhalten(angebot).quote) == (1, 0)
    anfrage(angebot, 30, **ende, ergebnis_am=JETZT - timedelta(days=25), verneint=1)
    assert verhalten(angebot).faellig == 2
    anfrage(angebot, 30, 2, ergebnis_am=JETZT - timedelta(days=25))
    Anfrage.objects.filter(beantwortet_am__isnull=False).update(**ende)
    assert (verhalten(angebot).faellig, verhalten(angebot).quote) == (3, 33)


def test_taken_over_by_hand_in_time_counts_for_nobody_and_after_the_days_against(angebot):
    bei_uns = {"status": AnfrageStatus.UEBERNOMMEN}
    anfrage(angebot, 30, **bei_uns, uebernommen_am=JETZT - timedelta(days=28))
    assert verhalten(angebot).faellig == 0
    anfrage(angebot, 30, **bei_uns, uebernommen_am=JETZT - timedelta(days=20))
    assert (verhalten(angebot).faellig, verhalten(angebot).quote) == (1, 0)


def test_the_kontaktstelles_own_do_not_count_until_it_hands_them_on(angebot):
    am_telefon = fabriken.anfrage(angebot, email="", telefon="02921 4711")
    fabriken.anfrage(angebot, mindestens_16=False)
    am_telefon.beantworten(fabriken.DURCH_KONTAKTSTELLE)
    assert verhalten(angebot) == antwortverhalten(fabriken.organisation())
    fabriken.anfrage(angebot, email="", telefon="02921 4711").weiterleiten(fabriken.DURCH_KONTAKTSTELLE)
    assert antwortverhalten(angebot.organisation).offen == 1


def test_deleted_ones_still_count(angebot):
    fall = anfrage(angebot, 30, 2)
    Anfrage.objects.get(pk=fall.pk).loeschen()
    assert (verhalten(angebot).faellig, verhalten(angebot).beantwortet) == (1, 1)


def test_other_organisations_do_not_count(angebot, fremde_organisation):
    anfragen(fabriken.angebot(fremde_organisation), 1, None)
    assert verhalten(angebot).faellig == 0


def test_real_clicks_count(angebot):
    fabriken.anfrage(angebot).beantworten(ORGANISATION)
    fabriken.anfrage(angebot).absagen(ORGANISATION)
    stand = antwortverhalten(angebot.organisation)
    assert (stand.beantwortet, stand.tage, stand.quote) == (2, 1, None)


def test_good_answering_is_public(buergerin, angebot):
    anfragen(angebot, 3, 3, 3, 3, 3)
    wege = [
        angebot.get_absolute_url(),
        angebot.organisation.get_absolute_url(),
        reverse("anfrage", args=[angebot.pk, angebot.slug]),
    ]
    for weg in wege:
        assert SATZ in buergerin.get(weg).text
    anfragen(angebot, None, None)
    for weg in wege:
        assert "antwortet meist" not in buergerin.get(weg).text


def test_the_organisation_sees_its_own_whatever_they_are(angebot, leitung, angemeldet):
    client = angemeldet(leitung)
    assert "sobald Sie Anfragen bekommen haben" in client.get("/arbeitsbereich/").text
    anfragen(angebot, 3)
    assert "Ab 5 beantworteten Anfragen" in client.get("/arbeitsbereich/").text
    anfragen(angebot, 3, 3, 3, 3)
    assert SATZ in client.get("/arbeitsbereich/").text
    anfragen(angebot, None, None, None, None, None)
    text = client.get("/arbeitsbereich/").text
    assert "50 %" in text and "Was hilft" in text and SATZ not in text


def test_staff_sort_and_narrow_by_it(angebot, fremde_organisation, kontaktstelle, angemeldet):
    anfragen(angebot, 1, 1, None)
    anfragen(fabriken.angebot(fremde_organisation), 12)
    fabriken.organisation("Ohne Anfragen")
    tisch = angemeldet(kontaktstelle)

    def namen(query: str) -> list[str]:
        return [o.name for o in tisch.get(f"{LISTE}&{query}").context["cl"].result_list]

    text = tisch.get(LISTE).text
    assert "66 %" in text and "12 Tagen" in text
    assert namen("antworten=selten") == ["TuS Musterdorf"]
    assert namen("antworten=spaet") == ["Chor Fremdhausen"]
    assert namen("antworten=offen") == ["TuS Musterdorf"]
    assert len(namen("antworten=quatsch")) == 3
    assert namen("o=4")[0] == "TuS Musterdorf"
    assert namen("o=-5")[0] == "Chor Fremdhausen"
    assert namen("o=-6")[0] == "TuS Musterdorf"
    seite = tisch.get(reverse("admin:organisationen_organisation_change", args=[angebot.organisation_id])).text
    assert "2 von 3 fälligen Anfragen beantwortet (66 %)" in seite and "eine Anfrage wartet" in seite


def test_the_list_takes_few_queries(angebot, kontaktstelle, angemeldet, django_assert_max_num_queries):
    for _nummer in range(20):
        anfragen(fabriken.angebot(), 1)
    tisch = angemeldet(kontaktstelle)
    with django_assert_max_num_queries(10):
        tisch.get(f"{LISTE}&o=-5")
