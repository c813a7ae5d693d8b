"""Is every listing still true? The whole course by a clock that is an argument, the mails, the link, the buttons."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse import aktualitaet, wartung
from boerse import pflichten as aufgaben
from boerse.aktualitaet import faellige_organisationen, nachfragen, pausiert_am
from boerse.mails import AKTUALITAET, ANGEBOT_STAND
from boerse.models import Angebot, Fassung
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.pflichten import alle_erledigen
from ehrenamt.rollen import ORGANISATION, PORTAL, Akteur, Rolle

from .. import fabriken
from ..plan import nutzt

pytestmark = pytest.mark.usefixtures("kontaktstelle")


@pytest.fixture
def angebot(sportverein):
    return fabriken.angebot(sportverein)


def an_tag(tag: int, was=(*wartung.PFLICHTEN, *aktualitaet.PFLICHTEN)) -> None:
    """What is due so many days after today, the day on which the listings were confirmed; no mail is deleted.

    By the clock on the wall: an hour of summer time makes no other day.
    """
    alle_erledigen(was, timezone.localtime() + timedelta(days=tag))


def mails(**bedingungen):
    return Nachricht.objects.filter(anlass="aktualitaet", **bedingungen).order_by("pk")


def stand(angebot) -> tuple[str, int]:
    angebot.refresh_from_db()
    return angebot.status, angebot.erinnerungen


def zurueck(angebot, tage: int, **felder) -> Angebot:
    """As if it had been confirmed so many days ago."""
    bestaetigt = timezone.localdate() - timedelta(days=tage)
    Angebot.objects.filter(pk=angebot.pk).update(zuletzt_bestaetigt_am=bestaetigt, **felder)
    angebot.refresh_from_db()
    return angebot


def gewarnt(vor_tagen: int = 1) -> dict:
    return {"erinnerungen": 2, "erinnert_am": timezone.localdate() - timedelta(days=vor_tagen)}


def link(organisation, zweck: str = AKTUALITAET[0]) -> str:
    return reverse("angebote_bestaetigen", args=[token(zweck, organisation.kennung)])


# The course


def test_the_whole_course_day_by_day(angebot):
    """Asked on day 80, warned on 87, paused on 90, archived on 270: four deeds and three mails in 192 days.

    While it rests, a run every nine days shows as much as one every day: what is due is made up for by the next run.
    """
    taten = {}
    for tag in (*range(79, 95), *range(95, 266, 9), *range(266, 272)):
        vorher, geschrieben = stand(angebot), mails().count()
        an_tag(tag, aufgaben.PFLICHTEN)
        if (jetzt := stand(angebot)) != vorher:
            taten[tag] = (*jetzt, mails().count() - geschrieben)
    assert taten == {
        80: ("veroeffentlicht", 1, 1),
        87: ("veroeffentlicht", 2, 1),
        90: ("pausiert", 2, 1),
        270: ("archiviert", 2, 0),
    }
    assert angebot.ruht_seit == timezone.localdate() + timedelta(days=90)
    wer = Verlaufseintrag.objects.von(angebot).values_list("vorgang", "rolle")[:2]
    assert list(wer) == [("archivieren", "portal"), ("pausieren", "portal")]


def test_twice_on_one_day_changes_nothing(angebot):
    for tag in (80, 87, 90, 270):
        an_tag(tag)
        vorher = stand(angebot), mails().count()
        an_tag(tag)
        assert (stand(angebot), mails().count()) == vorher


@pytest.mark.parametrize(
    ("laeufe", "warnung", "pause"),
    [
        ([82, 87, 90], 87, 90),  # late once
        ([86, 87, 88, 89, 90], 87, 90),
        ([80, 89, 90, 91, 92], 89, 92),  # the warning was late: so is the pause
        ([88, 89, 90, 91], 88, 91),  # the first one missed: warned at once, and once only
        ([200, 201, 202, 203], 200, 203),  # down for months
        ([80, 200, 201, 203], 200, 203),
        ([80, 87, 300], 87, 300),
    ],
)
def test_missed_days_warn_first_and_never_pause_sooner_than_three_days_later(angebot, laeufe, warnung, pause):
    gesehen = {}
    for tag in laeufe:
        an_tag(tag)
        gesehen.setdefault(stand(angebot), tag)
    assert gesehen["veroeffentlicht", 2] == warnung
    assert gesehen["pausiert", 2] == pause
    assert mails().count() == len(gesehen) - (("veroeffentlicht", 0) in gesehen)


def test_the_mail_names_the_day_of_the_pause_and_keeps_to_it(angebot):
    for tag in (80, 89):
        an_tag(tag)
    angebot.refresh_from_db()
    versprochen = pausiert_am(angebot, timezone.localdate() + timedelta(days=89))
    assert versprochen == timezone.localdate() + timedelta(days=92)
    assert f"{versprochen.day}. " in mails().last().text
    an_tag(91)
    assert stand(angebot)[0] == "veroeffentlicht"
    an_tag(92)
    assert stand(angebot)[0] == "pausiert"


def test_whoever_confirms_edits_or_resumes_starts_the_clock_anew(sportverein):
    bestaetigtes, geaendertes, altes = (fabriken.angebot(sportverein, titel=f"Angebot {n}") for n in range(3))
    for angebot in (bestaetigtes, geaendertes, altes):
        zurueck(angebot, 85, erinnerungen=1, erinnert_am=timezone.localdate() - timedelta(days=5))
    bestaetigtes.bestaetigen(ORGANISATION)
    fassung = Fassung.objects.beginnen(geaendertes)
    fassung.einreichen(ORGANISATION)
    fassung.freigeben(fabriken.DURCH_KONTAKTSTELLE)
    an_tag(2)
    assert stand(bestaetigtes) == stand(geaendertes) == ("veroeffentlicht", 0)
    assert stand(altes) == ("veroeffentlicht", 2)
    assert mails().last().text.count("- Angebot ") == 1


def test_a_new_text_brings_back_what_the_portal_paused_but_not_what_the_organisation_paused(sportverein):
    vom_portal, von_selbst = fabriken.angebot(sportverein), fabriken.angebot(sportverein)
    zurueck(vom_portal, 90, **gewarnt(3))
    an_tag(0)
    von_selbst.pausieren(ORGANISATION, timezone.localdate() - timedelta(days=170))
    for angebot in (vom_portal, von_selbst):
        angebot.refresh_from_db()
        fassung = Fassung.objects.beginnen(angebot)
        fassung.einreichen(ORGANISATION)
        fassung.freigeben(fabriken.DURCH_KONTAKTSTELLE)
    assert stand(vom_portal) == ("veroeffentlicht", 0)
    assert stand(von_selbst) == ("pausiert", 0)
    an_tag(20)
    assert stand(von_selbst) == ("pausiert", 0), "its way to the archive begins with the new text"


@pytest.mark.parametrize(
    ("ende", "gefragt"),
    [(70, False), (85, False), (89, False), (90, True), (91, True), (400, True)],
)
def test_a_listing_whose_last_day_comes_before_the_pause_needs_no_question(sportverein, ende, gefragt):
    letzter_tag = timezone.localdate() + timedelta(days=ende)
    angebot = fabriken.angebot(sportverein, beginn=str(timezone.localdate()), ende=str(letzter_tag))
    for tag in (80, 87, 90, 93, ende + 1):
        an_tag(tag)
    assert mails().exists() == gefragt
    assert stand(angebot)[0] == "abgelaufen"


def test_what_is_over_is_not_asked_about_however_late(sportverein):
    angebot = fabriken.angebot(sportverein, ende=str(timezone.localdate() + timedelta(days=95)))
    assert not faellige_organisationen(timezone.now() + timedelta(days=96)).exists()
    assert faellige_organisationen(timezone.now() + timedelta(days=95)).exists()
    assert Angebot.objects.zu_bestaetigen(timezone.localdate() + timedelta(days=95)).get() == angebot
    assert not Angebot.objects.zu_bestaetigen(timezone.localdate() + timedelta(days=96)).exists()


def test_what_happens_on_one_day_ends_with_it(sportverein):
    tag = timezone.localdate() + timedelta(days=5)
    fest = fabriken.angebot(sportverein, art="einmalig", beginn=str(tag))
    jede_woche = fabriken.angebot(sportverein, art="regelmaessig", beginn=str(tag))
    assert (fest.ende, jede_woche.ende) == (tag, None)
    an_tag(6)
    assert (stand(fest)[0], stand(jede_woche)[0]) == ("abgelaufen", "veroeffentlicht")


# One mail per organisation and day


def test_listings_in_different_stages_stand_in_one_mail(sportverein):
    neu, spaet, zu_spaet, frisch = (fabriken.angebot(sportverein, titel=t) for t in ("Neu", "Spät", "Vorbei", "Frisch"))
    zurueck(neu, 80)
    zurueck(spaet, 87, erinnerungen=1, erinnert_am=timezone.localdate() - timedelta(days=7))
    zurueck(zu_spaet, 90, **gewarnt(3))
    an_tag(0)
    text = mails().get().text
    stellen = [
        text.index(teil)
        for teil in ("Ab heute pausiert", "Vorbei", "Letzte Erinnerung", "Spät", "Noch aktuell?", "Neu")
    ]
    assert stellen == sorted(stellen)
    assert "Frisch" not in text
    assert link(sportverein).split("/")[3] in text or "/angebote/bestaetigung/" in text
    assert mails().get().betreff == "Pausiert: Ist Ihr Angebot noch aktuell?"
    assert [stand(a) for a in (neu, spaet, zu_spaet, frisch)] == [
        ("veroeffentlicht", 1),
        ("veroeffentlicht", 2),
        ("pausiert", 2),
        ("veroeffentlicht", 0),
    ]


def test_what_becomes_due_later_on_the_same_day_waits_for_the_next(sportverein):
    zurueck(fabriken.angebot(sportverein), 80)
    an_tag(0)
    spaeter = zurueck(fabriken.angebot(sportverein), 82)
    an_tag(0)
    assert (stand(spaeter)[1], mails().count()) == (0, 1)
    an_tag(1)
    assert (stand(spaeter)[1], mails().count()) == (1, 2)


def test_everybody_responsible_gets_it_and_nobody_else(angebot, leitung, redaktion, fremde):
    redaktion.is_active = False
    redaktion.save()
    zweite = fabriken.mitglied(angebot.organisation, email="zweite@example.org")
    an_tag(80)
    assert set(mails().values_list("empfaenger", flat=True)) == {leitung.email, zweite.email}
    assert {mail.bezug for mail in mails()} == {angebot.organisation}
    assert {mail.reply_to for mail in mails()} == {angebot.kontaktstelle.email}


def test_the_link_ends_for_whoever_left_the_team(buergerin, angebot, leitung, redaktion):
    zurueck(angebot, 80)
    an_tag(0)
    adressen = [
        re.search(r"(/angebote/bestaetigung/\S+)", mails().get(empfaenger=p.email).text)[1]
        for p in (leitung, redaktion)
    ]
    assert [buergerin.get(adresse).status_code for adresse in adressen] == [200, 200]
    angebot.organisation.teamzugaenge.get(konto=redaktion).beenden(PORTAL)
    assert [buergerin.get(adresse).status_code for adresse in adressen] == [200, 410]
    buergerin.post(adressen[1], {"schritt": "alle", "angebot": angebot.pk})
    assert stand(angebot)[1] == 1


def test_who_never_registered_is_told_first(gemeinden):
    angebot = fabriken.angebot(fabriken.organisation(nutzungsbedingungen_am=None))
    Nachricht.objects.all().delete()
    type(angebot.organisation).objects.update(informiert_am=None)
    zurueck(angebot, 80)
    an_tag(0)
    assert [mail.anlass for mail in Nachricht.objects.order_by("pk")] == ["organisation_eingetragen", "aktualitaet"]


def test_without_a_team_the_organisations_own_address_gets_it(angebot):
    an_tag(80)
    assert mails().get().empfaenger == "tus@example.org"


def test_without_any_address_the_same_clock_goes_on_without_mails(gemeinden):
    angebot = fabriken.angebot(fabriken.organisation(kontakt_email=""))
    for tag, erwartet in ((80, ("veroeffentlicht", 1)), (87, ("veroeffentlicht", 2)), (90, ("pausiert", 2))):
        an_tag(tag)
        assert stand(angebot) == erwartet
    assert not mails().exists()


def test_a_blocked_organisation_is_not_asked_and_is_warned_once_it_is_back(angebot, sportverein):
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Beschwerde")
    for tag in (80, 87, 90, 120):
        an_tag(tag)
    assert (stand(angebot), mails().count()) == (("veroeffentlicht", 0), 0)
    sportverein.entsperren(fabriken.DURCH_KONTAKTSTELLE)
    an_tag(121)
    assert (stand(angebot), mails().count()) == (("veroeffentlicht", 2), 1)
    an_tag(124)
    assert stand(angebot)[0] == "pausiert"


def test_who_confirms_while_the_duty_runs_is_not_asked(angebot, monkeypatch):
    """The duty reads the listings again under its lock."""
    zurueck(angebot, 80)
    organisation = faellige_organisationen(timezone.now()).get()
    angebot.bestaetigen(ORGANISATION)
    nachfragen(organisation, timezone.now())
    assert not mails().exists()
    organisation.refresh_from_db()
    assert organisation.erinnert_am is None


def test_a_mail_that_cannot_be_written_leaves_everything_for_the_next_run(
    angebot, monkeypatch, keine_fehler_im_protokoll
):
    zurueck(angebot, 90, **gewarnt(3))
    monkeypatch.setattr("boerse.mails.aktualitaet", lambda *_: 1 / 0)
    with pytest.raises(Exception, match="gefragt"):
        an_tag(0)
    assert stand(angebot) == ("veroeffentlicht", 2)
    keine_fehler_im_protokoll.clear()
    monkeypatch.undo()
    an_tag(0)
    assert (stand(angebot)[0], mails().count()) == ("pausiert", 1)


def test_a_whole_organisation_costs_few_queries(sportverein, django_assert_max_num_queries):
    for _ in range(30):
        zurueck(fabriken.angebot(sportverein), 90, **gewarnt(3))
    with django_assert_max_num_queries(30):
        nachfragen(sportverein, timezone.now())
    assert Angebot.objects.filter(status="pausiert").count() == 30


# Archive


@pytest.mark.parametrize("weg", ["pausieren", "beenden", "ablaufen"])
def test_what_rests_for_180_days_is_archived_and_gone(buergerin, angebot, weg):
    argumente = {"pausieren": [ORGANISATION], "beenden": [ORGANISATION, "besetzt"], "ablaufen": []}[weg]
    getattr(angebot, weg)(*argumente)
    an_tag(179)
    assert buergerin.get(angebot.get_absolute_url()).status_code == 200
    an_tag(180)
    assert stand(angebot)[0] == "archiviert"
    assert buergerin.get(angebot.get_absolute_url()).status_code == 410


def test_while_a_text_waits_for_the_kontaktstelle_nothing_is_archived(angebot):
    angebot.pausieren(ORGANISATION)
    fassung = Fassung.objects.beginnen(angebot)
    fassung.einreichen(ORGANISATION)
    an_tag(200)
    assert stand(angebot)[0] == "pausiert"
    fassung.ablehnen(fabriken.DURCH_KONTAKTSTELLE, "Doppelt")
    an_tag(200)
    assert stand(angebot)[0] == "archiviert"


@pytest.mark.parametrize(
    ("faellige", "index"),
    [
        (lambda: faellige_organisationen(timezone.now()), "angebot_nachfragen"),
        (lambda: Angebot.objects.zu_archivieren(timezone.localdate()), "angebot_ruht"),
    ],
)
def test_what_is_due_is_found_by_an_index(db, faellige, index):
    assert nutzt(faellige()[:20], index)


# Behind the link


@pytest.fixture
def drei(sportverein):
    """One to confirm, one warned, one paused by the portal."""
    erstes, zweites, drittes = (fabriken.angebot(sportverein, titel=t) for t in ("Erstes", "Zweites", "Drittes"))
    zurueck(erstes, 81, erinnerungen=1, erinnert_am=timezone.localdate() - timedelta(days=1))
    zurueck(zweites, 88, **gewarnt())
    zurueck(drittes, 92, **gewarnt(5))
    drittes.pausieren(PORTAL)
    return erstes, zweites, drittes


def test_opening_the_page_changes_nothing_and_shows_what_waits(buergerin, sportverein, fremde_organisation, drei):
    fabriken.angebot(sportverein, titel="Ganz frisch")
    zurueck(fabriken.angebot(fremde_organisation, titel="Fremdes"), 85)
    vorher = list(Angebot.objects.values())
    antwort = buergerin.get(link(sportverein))
    seite = antwort.content.decode()
    assert "Alle sind noch aktuell" in seite
    assert all(angebot.titel in seite for angebot in drei)
    assert "Pausiert seit dem" in seite
    assert "vor 81 Tagen" in seite
    assert "Fremdes" not in seite
    assert list(Angebot.objects.values()) == vorher
    assert antwort["Referrer-Policy"] == "strict-origin"


def test_one_button_confirms_all_and_a_second_press_does_no_harm(buergerin, sportverein, drei):
    daten = {"schritt": "alle", "angebot": [angebot.pk for angebot in drei]}
    seite = buergerin.post(link(sportverein), daten, follow=True).content.decode()
    assert "3 Angebote sind als aktuell bestätigt" in seite
    assert "Heute bestätigt oder geändert" in seite
    assert "Erstes" in seite
    assert [stand(angebot) for angebot in drei] == [("veroeffentlicht", 0)] * 3
    assert all(angebot.zuletzt_bestaetigt_am == timezone.localdate() for angebot in drei)
    assert drei[2].ruht_seit is None
    eintraege = Verlaufseintrag.objects.count()
    assert "schon beantwortet" in buergerin.post(link(sportverein), daten, follow=True).content.decode()
    assert Verlaufseintrag.objects.count() == eintraege
    an_tag(79)
    assert not mails().exists()


def test_all_means_those_that_the_person_saw(buergerin, sportverein, drei):
    buergerin.post(link(sportverein), {"schritt": "alle", "angebot": [drei[0].pk, "x", "9" * 40, ""]})
    assert [stand(angebot)[1] for angebot in drei] == [0, 2, 2]


@pytest.mark.parametrize(
    ("welches", "daten", "erwartet"),
    [
        (0, {"schritt": "bestaetigen"}, ("veroeffentlicht", 0)),
        (0, {"schritt": "pausieren"}, ("pausiert", 0)),
        (1, {"grund": "besetzt"}, ("beendet", 2)),
        (2, {"schritt": "fortsetzen"}, ("veroeffentlicht", 0)),
        (2, {"grund": "entfallen"}, ("beendet", 2)),
        (0, {"schritt": "sperren"}, ("veroeffentlicht", 1)),
        (0, {"schritt": "beenden"}, ("veroeffentlicht", 1)),
        (0, {}, ("veroeffentlicht", 1)),
    ],
)
def test_each_listing_has_its_buttons_and_they_can_be_pressed_twice(
    buergerin, sportverein, drei, welches, daten, erwartet
):
    angebot = drei[welches]
    for _ in range(2):
        assert buergerin.post(link(sportverein), daten | {"angebot": angebot.pk}, follow=True).status_code == 200
        assert stand(angebot) == erwartet
    andere = [stand(a) for n, a in enumerate(drei) if n != welches]
    assert andere == [
        s for n, s in enumerate([("veroeffentlicht", 1), ("veroeffentlicht", 2), ("pausiert", 2)]) if n != welches
    ]


def test_listings_of_others_cannot_be_reached(buergerin, sportverein, fremde_organisation):
    fremdes = zurueck(fabriken.angebot(fremde_organisation), 85)
    for daten in ({"schritt": "alle"}, {"schritt": "bestaetigen"}, {"grund": "besetzt"}):
        buergerin.post(link(sportverein), daten | {"angebot": fremdes.pk})
    assert stand(fremdes)[0] == "veroeffentlicht"
    assert fremdes.zuletzt_bestaetigt_am < timezone.localdate()


def test_links_for_other_purposes_and_methods_open_nothing(buergerin, sportverein, angebot):
    assert buergerin.get(link(sportverein, ANGEBOT_STAND[0])).status_code == 404
    assert buergerin.put(link(sportverein)).status_code == 405
    assert "Alles beantwortet" in buergerin.get(link(sportverein)).content.decode()


def test_for_a_blocked_organisation_there_is_nothing_to_do(buergerin, sportverein, drei):
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Beschwerde")
    assert buergerin.get(link(sportverein)).status_code == 410
    assert buergerin.post(link(sportverein), {"schritt": "alle", "angebot": drei[0].pk}).status_code == 410
    assert stand(drei[0]) == ("veroeffentlicht", 1)


def test_what_was_unblocked_does_not_count_as_paused_by_the_portal(sportverein, drei):
    for angebot in drei:
        angebot.sperren(fabriken.DURCH_KONTAKTSTELLE, "Beschwerde")
        angebot.entsperren(fabriken.DURCH_KONTAKTSTELLE)
    assert not Angebot.objects.zu_bestaetigen().exists()


def test_the_page_needs_few_queries(buergerin, sportverein, drei, django_assert_max_num_queries):
    for _ in range(10):
        zurueck(fabriken.angebot(sportverein), 85)
    with django_assert_max_num_queries(6):
        buergerin.get(link(sportverein))


# In the workspace


def test_the_overview_confirms_all_at_once(angemeldet, redaktion, sportverein, drei):
    browser = angemeldet(redaktion)
    seite = browser.get(reverse("arbeitsbereich")).content.decode()
    ziel = reverse("arbeitsbereich_alle_bestaetigen", args=[sportverein.pk])
    assert ziel in seite
    assert "Alle sind noch aktuell" in seite
    for angebot in drei:
        assert f'name="angebot" value="{angebot.pk}"' in seite
    antwort = browser.post(ziel, {"angebot": [angebot.pk for angebot in drei]}, follow=True)
    assert "3 Angebote sind als aktuell bestätigt" in antwort.content.decode()
    assert "Alle sind noch aktuell" not in antwort.content.decode()
    eintrag = Verlaufseintrag.objects.von(drei[0]).first()
    assert (eintrag.vorgang, eintrag.konto) == ("bestaetigen", redaktion)


def test_others_cannot_confirm_in_the_workspace(angemeldet, fremde, sportverein, drei):
    ziel = reverse("arbeitsbereich_alle_bestaetigen", args=[sportverein.pk])
    assert angemeldet(fremde).post(ziel, {"angebot": drei[0].pk}).status_code == 404
    assert angemeldet(fremde).get(ziel).status_code == 405


def test_staff_of_the_kontaktstelle_may_answer_for_the_organisation(angebot):
    zurueck(angebot, 90, **gewarnt(3))
    an_tag(0)
    angebot.refresh_from_db()
    angebot.fortsetzen(Akteur(Rolle.KONTAKTSTELLE))
    assert stand(angebot) == ("veroeffentlicht", 0)


def test_the_periods_are_settings(angebot, settings):
    settings.FRISTEN = settings.FRISTEN | {"angebot_erinnern_tage": 10, "angebot_archivieren_tage": 5}
    an_tag(9)
    assert stand(angebot)[1] == 0
    an_tag(10)
    assert stand(angebot)[1] == 1


def test_the_pages_name_the_periods(client, db, settings):
    settings.FRISTEN = settings.FRISTEN | {"angebot_erinnern_tage": 71, "angebot_pausieren_tage": 99}
    seite = client.get(reverse("fuer_organisationen")).content.decode()
    assert "71 Tage" in seite and "99 Tagen" in seite
    assert settings.FRISTEN["angebot_archivieren_tage"] == 180
