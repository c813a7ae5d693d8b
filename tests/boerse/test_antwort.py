"""Nobody is left waiting: the clock day by day, answers, what the person says about them, what is asked later."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse import antwort, mails
from boerse.models import Anfrage
from boerse.verlauf import SAETZE
from ehrenamt import pflichten
from ehrenamt.ablauf import AblaufFehler
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.rollen import ORGANISATION, PORTAL, Akteur, Rolle
from organisationen.models import Organisation

from .. import fabriken
from ..plan import nutzt

STATUS = Anfrage.Status
KS = Akteur(Rolle.KONTAKTSTELLE)


@pytest.fixture
def angebot(kontaktstelle, sportverein):
    return fabriken.angebot(sportverein)


@pytest.fixture
def anfrage(angebot):
    return fabriken.anfrage(angebot)


def nach(**dauer) -> dict[str, int]:
    """The duties of this subject alone, at a moment from now on."""
    return pflichten.alle_erledigen(antwort.PFLICHTEN, timezone.now() + timedelta(**dauer))


def geschrieben(anlass: str = "") -> list[str]:
    """Who got which mail since the confirmation, in order."""
    zeilen = Nachricht.objects.exclude(anlass__in=["anfrage_bestaetigen", "anfrage_eingegangen"]).order_by("pk")
    zeilen = zeilen.filter(anlass=anlass) if anlass else zeilen
    return [f"{zeile.anlass} {zeile.empfaenger}" for zeile in zeilen]


def frisch(anfrage: Anfrage) -> Anfrage:
    return Anfrage.objects.get(pk=anfrage.pk)


def person(anfrage: Anfrage) -> str:
    return reverse("meine_daten_antwort", args=[token(mails.MEINE_DATEN[0], anfrage.kennung)])


def stand(anfrage: Anfrage) -> str:
    return reverse("anfrage_stand", args=[token(mails.ANFRAGE_STAND[0], anfrage.kennung)])


# The clock


def test_the_whole_course_day_by_day(anfrage, angebot):
    """Every day twice: a reminder on day 3, the last on day 7, the take-over on day 10, and nothing after that."""
    stelle = angebot.kontaktstelle.email
    erwartet = {
        3: ["anfrage_erinnerung tus@example.org"],
        7: ["anfrage_erinnerung tus@example.org"],
        10: [f"anfrage_ueberfaellig {stelle}", "anfrage_uebernommen kim@example.org"],
    }
    for tag in range(27):
        vorher = len(geschrieben())
        nach(days=tag, minutes=1)
        nach(days=tag, minutes=2)
        assert geschrieben()[vorher:] == erwartet.get(tag, []), tag
    assert frisch(anfrage).status == STATUS.UEBERNOMMEN
    vorgaenge = Verlaufseintrag.objects.von(anfrage).order_by("pk").values_list("vorgang", flat=True)
    assert list(vorgaenge) == ["stellen", "bestaetigen", "erinnern", "erinnern", "uebernehmen"]
    assert set(vorgaenge) <= set(SAETZE)


@pytest.mark.parametrize(
    ("laeufe", "erinnerungen"),
    [([8], 1), ([4, 9.9], 2), ([5, 6, 9], 2), ([10.01], 0), ([3.5, 10.01], 1), ([400], 0)],
)
def test_after_a_downtime_there_is_one_reminder_at_once_and_the_take_over_is_on_time(anfrage, laeufe, erinnerungen):
    for tag in laeufe:
        vorher = len(geschrieben("anfrage_erinnerung"))
        nach(days=tag)
        assert len(geschrieben("anfrage_erinnerung")) <= vorher + 1
    assert len(geschrieben("anfrage_erinnerung")) == erinnerungen
    nach(days=10, minutes=1)
    assert frisch(anfrage).status == STATUS.UEBERNOMMEN
    assert len(geschrieben("anfrage_uebernommen")) == 1


def test_a_second_reminder_is_not_missing_its_first_is_not_made_up_for(anfrage):
    nach(days=8)
    assert frisch(anfrage).erinnerungen == 2
    assert "letzte Erinnerung" in Nachricht.objects.get(anlass="anfrage_erinnerung").text
    assert not nach(days=9)["Organisationen an Anfragen erinnert"]


def test_a_reminder_goes_to_all_says_who_waits_since_when_and_answers_the_person(anfrage, sportverein):
    for adresse in ("a@example.org", "b@example.org"):
        fabriken.mitglied(sportverein, email=adresse)
    nach(days=3, minutes=1)
    assert geschrieben() == ["anfrage_erinnerung a@example.org", "anfrage_erinnerung b@example.org"]
    mail = Nachricht.objects.filter(anlass="anfrage_erinnerung").first()
    assert mail.reply_to == "kim@example.org"
    for text in (mail.text, mail.html):
        assert "Kim Beispiel" in text and "3 Tage" in text
        assert f"{timezone.localtime(anfrage.uebernahme_am).day}. " in text
        assert "/anfrage/stand/" in text
    assert mail.html.count("display:inline-block") == 1
    assert "Kim" not in mail.betreff


@pytest.mark.parametrize("tat", ["beantworten", "kennenlernen", "vermitteln", "absagen", "zurueckziehen"])
def test_whoever_answered_is_not_reminded(anfrage, tat):
    getattr(anfrage, tat)(*([] if tat == "zurueckziehen" else [ORGANISATION]))
    nach(days=8)
    nach(days=11)
    assert not geschrieben("anfrage_erinnerung") and not geschrieben("anfrage_uebernommen")


def test_the_take_over_tells_the_person_with_three_listings_and_the_office_without_a_name(anfrage, sportverein):
    andere = [fabriken.angebot(sportverein, titel=f"Vorlesen {nummer}") for nummer in range(4)]
    nach(days=10, minutes=1)
    mail = Nachricht.objects.get(anlass="anfrage_uebernommen")
    gezeigt = [angebot for angebot in andere if angebot.titel in mail.text and angebot.titel in mail.html]
    assert len(gezeigt) == 3
    assert all(angebot.get_absolute_url() in mail.text for angebot in gezeigt)
    amt = Nachricht.objects.get(anlass="anfrage_ueberfaellig")
    for text in (amt.betreff, amt.text, amt.html, amt.reply_to):
        assert "Kim" not in text and "kim@" not in text and "Guten Tag!" not in text
    assert "TuS Musterdorf" in amt.text


def test_who_gave_a_telephone_number_only_is_taken_over_too(angebot):
    anfrage = fabriken.anfrage(angebot, email="", telefon="0221 4710-123")
    anfrage.weiterleiten(KS)
    nach(days=3, minutes=1)
    assert "0221 4710-123" in Nachricht.objects.get(anlass="anfrage_erinnerung").text
    nach(days=10, minutes=1)
    assert frisch(anfrage).status == STATUS.UEBERNOMMEN
    assert not geschrieben("anfrage_uebernommen")
    assert len(geschrieben("anfrage_ueberfaellig")) == 1


def test_nobody_waits_for_an_organisation_that_was_blocked_or_lost_its_address(anfrage, sportverein, angebot):
    nach(hours=1)
    assert frisch(anfrage).status == STATUS.OFFEN
    Organisation.objects.update(kontakt_email="")
    zweite = fabriken.mitglied(sportverein)
    nach(hours=2)
    assert frisch(anfrage).status == STATUS.OFFEN, "the team has it"
    zweite.is_active = False
    zweite.save()
    nach(hours=3)
    assert frisch(anfrage).status == STATUS.UEBERNOMMEN
    gesperrt = fabriken.anfrage(fabriken.angebot(fabriken.organisation("Gesperrt")))
    gesperrt.angebot.organisation.sperren(KS, "Verstoß")
    nach(hours=3)
    assert frisch(gesperrt).status == STATUS.UEBERNOMMEN
    with pytest.raises(AblaufFehler):
        gesperrt.weiterleiten(KS)


def test_what_staff_pass_on_again_starts_the_clock_anew(anfrage):
    nach(days=10, minutes=1)
    frisch(anfrage).weiterleiten(KS)
    anfrage = frisch(anfrage)
    assert (anfrage.erinnerungen, anfrage.status) == (0, STATUS.OFFEN)
    assert timezone.now() - anfrage.wartet_seit < timedelta(minutes=1)


def test_what_duties_write_is_kept_from_their_day_on(anfrage):
    nach(days=4)
    nach(days=11)
    tage = {mail.anlass: (mail.loeschen_am - timezone.localdate()).days for mail in Nachricht.objects.all()}
    assert tage["anfrage_erinnerung"] == 34
    assert tage["anfrage_ueberfaellig"] == tage["anfrage_uebernommen"] == 41


def test_the_person_has_waited_since_it_was_passed_on_first(anfrage):
    zuerst = timezone.now() - timedelta(days=10, minutes=1)
    Anfrage.objects.update(weitergegeben_am=zuerst, wartet_seit=zuerst)
    nach(minutes=0)
    frisch(anfrage).weiterleiten(KS)
    assert frisch(anfrage).weitergegeben_am == zuerst < frisch(anfrage).wartet_seit


def test_two_workers_share_the_rows_and_none_is_done_twice(anfrage):
    """What one of them took in the same hour is no longer due for the other."""
    jetzt = timezone.now() + timedelta(days=10, minutes=1)
    geholt = antwort.zu_uebernehmen(jetzt).get()
    assert pflichten.alle_erledigen(antwort.PFLICHTEN, jetzt)["Anfragen übernommen"] == 1
    with pytest.raises(AblaufFehler):
        geholt.uebernehmen(PORTAL, jetzt)
    assert len(geschrieben("anfrage_uebernommen")) == len(geschrieben("anfrage_ueberfaellig")) == 1


# Answers through the portal


def test_an_answer_by_the_link_goes_out_by_mail_and_is_kept_nowhere_else(buergerin, anfrage):
    seite = buergerin.get(stand(anfrage)).content.decode()
    assert "tus@example.org" in seite and "Antwort senden" in seite
    for klick in range(2):
        danach = buergerin.post(
            stand(anfrage), {"schritt": "antworten", "text": "Kommen Sie am Dienstag."}, follow=True
        )
        assert ("Ihre Antwort ist unterwegs" in danach.text) == (not klick)
    mail = Nachricht.objects.get(anlass="anfrage_antwort")
    assert (mail.empfaenger, mail.reply_to) == ("kim@example.org", "tus@example.org")
    assert "Kommen Sie am Dienstag." in mail.text and "Kommen Sie am Dienstag." in mail.html
    anfrage = frisch(anfrage)
    assert anfrage.status == STATUS.BEANTWORTET and anfrage.antwort_zugestellt and anfrage.beantwortet_am
    assert not any("Dienstag" in str(wert) for wert in vars(anfrage).values())
    assert not Verlaufseintrag.objects.filter(grund__contains="Dienstag").exists()
    assert not nach(days=4)["Nach Antworten gefragt"]


def test_an_empty_answer_is_not_sent_and_says_why(buergerin, anfrage):
    antwort = buergerin.post(stand(anfrage), {"schritt": "antworten", "text": " "})
    assert "Bitte schreiben Sie ein paar Worte." in antwort.content.decode()
    assert frisch(anfrage).status == STATUS.OFFEN


def test_an_answer_from_the_workspace_names_whoever_wrote_it(angemeldet, leitung, anfrage):
    browser, ziel = angemeldet(leitung), reverse("arbeitsbereich_antworten", args=[anfrage.pk])
    assert leitung.email in browser.get(reverse("arbeitsbereich_anfrage", args=[anfrage.pk])).content.decode()
    text = browser.post(ziel, {"text": "x" * 5001}).content.decode()
    assert "x" * 5001 in text and frisch(anfrage).status == STATUS.OFFEN
    browser.post(ziel, {"text": "Bis Dienstag!"})
    assert Nachricht.objects.get(anlass="anfrage_antwort").reply_to == leitung.email
    assert "schon unterwegs" in browser.post(ziel, {"text": "Bis Dienstag!"}, follow=True).content.decode()
    assert len(geschrieben("anfrage_antwort")) == 1


def test_without_an_e_mail_address_there_is_no_form(buergerin, angebot):
    anfrage = fabriken.anfrage(angebot, email="", telefon="0221 4710-123")
    anfrage.weiterleiten(KS)
    assert "Antwort senden" not in buergerin.get(stand(anfrage)).content.decode()
    buergerin.post(stand(anfrage), {"schritt": "antworten", "text": "Hallo"})
    assert frisch(anfrage).status == STATUS.OFFEN


def test_staff_answer_what_they_took_over(angemeldet, kontaktstelle, anfrage, angebot):
    tisch, ziel = angemeldet(kontaktstelle), reverse("admin:boerse_anfrage_tat", args=[anfrage.pk, "antworten"])
    seite = reverse("admin:boerse_anfrage_change", args=[anfrage.pk])
    assert ziel not in tisch.get(seite).text, "nobody answers what may not be read"
    nach(days=10, minutes=1)
    assert "überfällig" in tisch.get(seite).text and ziel in tisch.get(seite).text
    tisch.post(ziel, {"antworten-text": "Rufen Sie uns gern an."})
    mail = Nachricht.objects.get(anlass="anfrage_antwort")
    assert mail.reply_to == angebot.kontaktstelle.email and angebot.kontaktstelle.name in mail.text
    assert frisch(anfrage).beantwortet_am is None, "not by the organisation"


def test_the_desk_lists_what_was_left_unanswered(angemeldet, kontaktstelle, anfrage):
    nach(days=10, minutes=1)
    text = angemeldet(kontaktstelle).get("/verwaltung/boerse/anfrage/?liste=unbeantwortet").text
    assert "überfällig: keine Antwort" in text and "TuS Musterdorf" in text
    assert "Kim" not in text


# "Hat sich jemand gemeldet?"


def test_after_a_mere_click_the_person_is_asked_once(anfrage):
    anfrage.beantworten(ORGANISATION)
    assert not nach(days=2)["Nach Antworten gefragt"]
    for tag in (3.1, 3.2, 4, 30):
        nach(days=tag)
    assert geschrieben("anfrage_nachfrage") == ["anfrage_nachfrage kim@example.org"]
    assert "/antwort/" in Nachricht.objects.get(anlass="anfrage_nachfrage").text


def test_nobody_is_asked_about_what_staff_noted_nor_without_an_address(anfrage, angebot):
    anfrage.uebernehmen(KS)
    anfrage.beantworten(KS)
    telefonisch = fabriken.anfrage(angebot, email="", telefon="0221 4710-123")
    telefonisch.weiterleiten(KS)
    telefonisch.beantworten(ORGANISATION)
    assert not nach(days=4)["Nach Antworten gefragt"]


def test_yes_is_noted_and_nothing_else_happens(buergerin, anfrage):
    anfrage.kennenlernen(ORGANISATION)
    nach(days=4)
    assert "Noch niemand".lower() in buergerin.get(person(anfrage)).content.decode().lower()
    assert frisch(anfrage).gemeldet is None, "looking changes nothing"
    antwort = buergerin.post(person(anfrage), {"gemeldet": "ja"}, follow=True)
    assert "Schön, dass sich jemand gemeldet hat" in antwort.content.decode()
    anfrage = frisch(anfrage)
    assert (anfrage.status, anfrage.gemeldet, anfrage.verneint) == (STATUS.KENNENLERNEN, True, 0)
    assert not anfrage.wird_gefragt


def test_no_restarts_the_clock_and_the_second_no_goes_to_the_kontaktstelle(buergerin, anfrage):
    anfrage.beantworten(ORGANISATION)
    nach(days=4)
    for _klick in range(2):
        buergerin.post(person(anfrage), {"gemeldet": "nein"})
    anfrage = frisch(anfrage)
    assert (anfrage.status, anfrage.verneint, anfrage.gemeldet) == (STATUS.OFFEN, 1, False)
    assert (anfrage.erinnerungen, anfrage.beantwortet_am, anfrage.nachgefragt_am) == (0, None, None)
    assert geschrieben("anfrage_vermisst") == ["anfrage_vermisst tus@example.org"]
    mail = Nachricht.objects.get(anlass="anfrage_vermisst")
    assert "Spam" in mail.text and mail.reply_to == "kim@example.org"
    assert "noch nichts gehört" in buergerin.get(stand(anfrage)).text
    anfrage.beantworten(ORGANISATION)
    assert "noch nichts gehört" not in buergerin.get(stand(anfrage)).text, "it has just tried again"
    nach(days=4)
    assert len(geschrieben("anfrage_nachfrage")) == 2, "once per answer"
    buergerin.post(person(anfrage), {"gemeldet": "nein"})
    anfrage = frisch(anfrage)
    assert (anfrage.status, anfrage.verneint) == (STATUS.UEBERNOMMEN, 2)
    assert len(geschrieben("anfrage_uebernommen")) == len(geschrieben("anfrage_ueberfaellig")) == 1
    assert len(geschrieben("anfrage_vermisst")) == 1


def test_after_a_no_the_reminders_begin_again(anfrage):
    anfrage.beantworten(ORGANISATION)
    anfrage.vermissen()
    for tag in range(12):
        nach(days=tag, minutes=1)
    assert len(geschrieben("anfrage_erinnerung")) == 2
    assert frisch(anfrage).status == STATUS.UEBERNOMMEN


def test_what_the_organisation_answered_too_late_goes_back_to_the_office_at_the_first_no(anfrage):
    nach(days=10, minutes=1)
    anfrage = frisch(anfrage)
    anfrage.beantworten(ORGANISATION)
    anfrage.vermissen()
    assert frisch(anfrage).status == STATUS.UEBERNOMMEN


def test_an_enquiry_of_the_office_never_falls_to_the_organisation_by_a_no(angebot):
    anfrage = fabriken.anfrage(fabriken.angebot(fabriken.organisation(kontakt_email="")))
    anfrage.beantworten(KS)
    Organisation.objects.update(kontakt_email="neu@example.org")
    frisch(anfrage).vermissen()
    assert frisch(anfrage).status == STATUS.UEBERNOMMEN
    assert not Nachricht.objects.filter(empfaenger="neu@example.org").exists()


def test_the_person_may_say_it_before_the_organisation_does(buergerin, anfrage):
    """It answered by its own mail and forgot the click."""
    assert "Es hat sich jemand gemeldet" in buergerin.get(person(anfrage).replace("antwort/", "")).content.decode()
    buergerin.post(person(anfrage), {"gemeldet": "ja"})
    anfrage = frisch(anfrage)
    assert (anfrage.status, anfrage.gemeldet) == (STATUS.BEANTWORTET, True) and anfrage.beantwortet_am
    assert not any(nach(days=11).values())


@pytest.mark.parametrize("wort", ["ja", "nein", "x", ""])
def test_the_link_changes_nothing_where_the_table_does_not_allow_it(buergerin, anfrage, wort):
    anfrage.absagen(ORGANISATION)
    assert buergerin.post(person(anfrage), {"gemeldet": wort}).status_code == 302
    assert frisch(anfrage).status == STATUS.ABGESAGT
    anfrage.loeschen()
    assert buergerin.post(person(anfrage), {"gemeldet": wort}).status_code == 410


# Weeks later


def gefragt(anfrage) -> list[tuple[str, int, str]]:
    zeilen = anfrage.rueckmeldungen.order_by("gefragt_am", "seite")
    return list(zeilen.values_list("seite", "woche", "frage"))


def test_both_sides_are_asked_four_and_twelve_weeks_after_the_placement(anfrage):
    anfrage.vermitteln(ORGANISATION)
    for tag in range(89):
        nach(days=tag, minutes=1)
        assert len(gefragt(anfrage)) == (0 if tag < 28 else 2 if tag < 84 else 4), tag
    assert gefragt(anfrage) == [(seite, w, "dabei") for w in (4, 12) for seite in ("buergerin", "organisation")]
    assert geschrieben() == [
        f"rueckmeldung_{wer}" for _w in (4, 12) for wer in ("buergerin kim@example.org", "organisation tus@example.org")
    ]
    assert "noch dabei" in Nachricht.objects.filter(anlass="rueckmeldung_buergerin").first().text


def test_without_a_result_the_weeks_count_from_the_confirmation(anfrage):
    anfrage.beantworten(ORGANISATION)
    nach(weeks=4, minutes=1)
    assert gefragt(anfrage) == [("buergerin", 4, "geworden"), ("organisation", 4, "geworden")]


def test_a_week_that_was_missed_is_not_asked_double(anfrage):
    anfrage.vermitteln(ORGANISATION)
    nach(weeks=12, minutes=1)
    nach(weeks=12, minutes=2)
    assert gefragt(anfrage) == [("buergerin", 12, "dabei"), ("organisation", 12, "dabei")]


def test_a_placement_after_the_first_question_is_asked_about_once_more(anfrage):
    anfrage.beantworten(ORGANISATION)
    nach(weeks=4, minutes=1)
    anfrage.vermitteln(ORGANISATION)
    nach(weeks=4, minutes=2)
    assert len(gefragt(anfrage)) == 2
    nach(weeks=12, minutes=1)
    assert ("buergerin", 12, "dabei") in gefragt(anfrage)


@pytest.mark.parametrize("ende", ["absagen", "aufgeben", "zurueckziehen", "loeschen"])
def test_nobody_is_asked_where_it_came_to_nothing_or_the_data_is_gone(anfrage, ende):
    if ende == "loeschen":
        anfrage.vermitteln(ORGANISATION)
        anfrage.loeschen()
    else:
        getattr(anfrage, ende)(*{"absagen": [ORGANISATION], "aufgeben": [KS]}.get(ende, []))
    nach(weeks=13)
    assert not gefragt(anfrage)


def test_each_side_is_asked_only_where_it_can_be_reached(angebot, sportverein):
    anfrage = fabriken.anfrage(angebot, email="", telefon="0221 4710-123")
    anfrage.vermitteln(KS)
    assert not any(nach(weeks=5).values()), "the person has no address, the organisation never had the enquiry"
    gesperrt = fabriken.anfrage(angebot)
    gesperrt.vermitteln(ORGANISATION)
    sportverein.sperren(KS, "Verstoß")
    nach(weeks=5)
    assert gefragt(gesperrt) == [("buergerin", 4, "dabei")]


def antwortseite(rueckmeldung) -> str:
    return reverse("rueckmeldung", args=[token(mails.RUECKMELDUNG[0], rueckmeldung.kennung)])


def test_a_click_on_the_page_counts_and_may_be_corrected(buergerin, anfrage):
    anfrage.vermitteln(ORGANISATION)
    nach(weeks=5)
    zeile = anfrage.rueckmeldungen.get(seite="buergerin")
    seite = buergerin.get(antwortseite(zeile)).content.decode()
    assert "Sind Sie noch dabei?" in seite and "Kim" not in seite
    for wort, erwartet in (("x", None), ("ja", True), ("nein", False)):
        buergerin.post(antwortseite(zeile), {"antwort": wort})
        zeile.refresh_from_db()
        assert zeile.antwort is erwartet
    assert zeile.beantwortet_am
    assert "Ihre Antwort: Nein." in buergerin.get(antwortseite(zeile)).content.decode()


def test_the_organisations_yes_leads_to_the_placement(buergerin, anfrage):
    anfrage.beantworten(ORGANISATION)
    nach(weeks=5)
    zeile = anfrage.rueckmeldungen.get(seite="organisation")
    assert "/anfrage/stand/" not in buergerin.get(antwortseite(zeile)).content.decode()
    antwort = buergerin.post(antwortseite(zeile), {"antwort": "ja"}, follow=True)
    assert "Zur Anfrage" in antwort.content.decode() and "/anfrage/stand/" in antwort.content.decode()


def test_the_answer_outlives_the_data_of_the_person(buergerin, anfrage):
    anfrage.vermitteln(ORGANISATION)
    nach(weeks=5)
    zeile = anfrage.rueckmeldungen.get(seite="buergerin")
    buergerin.post(antwortseite(zeile), {"antwort": "ja"})
    anfrage.loeschen()
    zeile.refresh_from_db()
    assert zeile.antwort is True
    assert not Nachricht.objects.filter(empfaenger="kim@example.org").exists()


# Found by an index, limited, told


@pytest.mark.parametrize(
    ("faellige", "index"),
    [
        (antwort.zu_uebernehmen, "anfrage_uhr"),
        (antwort.zu_erinnern, "anfrage_uhr"),
        (antwort.unerreichbar, "anfrage_uhr"),
        (antwort.nachzufragen, "anfrage_nachfrage"),
        (antwort.zu_befragen("buergerin", 4, "ergebnis_am"), "anfrage_vermittelt"),
        (antwort.zu_befragen("organisation", 12, "bestaetigt_am"), "anfrage_laufend"),
        (antwort.zu_befragen("organisation", 4, "bestaetigt_am"), "rueckmeldung_einmal"),
    ],
)
def test_what_is_due_is_found_by_an_index(db, faellige, index):
    assert nutzt(faellige(timezone.now())[: pflichten.BLOCK_TUN], index)


def test_an_address_gets_five_unconfirmed_mails_and_the_page_says_so_to_everybody(buergerin, angebot):
    ziel = reverse("anfrage", args=[angebot.pk, angebot.slug])
    felder = {"name": "Kim", "weg": "email", "email": "Kim@example.org", "mindestens_16": "ja"}
    antworten = [buergerin.post(ziel, felder | {"nachricht": str(nummer)}) for nummer in range(7)]
    assert {antwort.url for antwort in antworten} == {antworten[0].url}
    assert Nachricht.objects.count() == Anfrage.objects.count() == 5
    assert "höchstens 5 Nachrichten" in buergerin.get(antworten[0].url).content.decode()
    Anfrage.objects.first().bestaetigen()
    buergerin.post(ziel, felder | {"nachricht": "noch eine"})
    assert Anfrage.objects.count() == 6


def test_a_parents_address_is_limited_too(buergerin, angebot):
    ziel = reverse("anfrage", args=[angebot.pk, angebot.slug])
    felder = {"name": "Kim", "weg": "telefon", "telefon": "0221 4710-123", "mindestens_16": "nein"}
    for nummer in range(7):
        buergerin.post(ziel, felder | {"eltern_email": "eltern@example.org", "nachricht": str(nummer)})
    assert Nachricht.objects.filter(empfaenger="eltern@example.org").count() == 5


def test_the_pages_name_the_days_of_the_settings(buergerin, angebot, settings, anfrage, leitung, angemeldet):
    settings.FRISTEN = settings.FRISTEN | {"anfrage_erneut_erinnern_tage": 8, "anfrage_uebernehmen_tage": 17}
    for seite in (reverse("anfrage", args=[angebot.pk, angebot.slug]), reverse("seite", args=["nutzungsbedingungen"])):
        text = " ".join(buergerin.get(seite).content.decode().split())
        assert "nach 3 und" in text and "8 Tagen" in text and "17 Tagen" in text, seite
    datum = timezone.localtime(anfrage.wartet_seit + timedelta(days=17))
    assert f"{datum:%d.%m.%Y}" in angemeldet(leitung).get(reverse("arbeitsbereich")).content.decode()
    assert f"{datum.day}. " in buergerin.get(stand(anfrage)).content.decode()
