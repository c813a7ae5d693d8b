"""A citizen's own page: where it stands, withdraw, delete, in every state."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from boerse.mails import MEINE_DATEN
from boerse.models import Anfrage
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.rollen import BUERGERIN, ORGANISATION

from .. import fabriken

PERSOENLICH = ("Kim Beispiel", "kim@example.org", "Guten Tag!", "Schade, Kim")


def in_den_stand(anfrage: Anfrage, stand: str) -> None:
    """Bring a confirmed enquiry into a state, the way the portal does."""
    amt = fabriken.DURCH_KONTAKTSTELLE
    wege = {
        "offen": [],
        "beantwortet": [lambda: anfrage.beantworten(ORGANISATION)],
        "kennenlernen_vereinbart": [lambda: anfrage.kennenlernen(ORGANISATION)],
        "vermittelt": [lambda: anfrage.vermitteln(ORGANISATION)],
        "abgesagt": [lambda: anfrage.absagen(ORGANISATION, "Schade, Kim.")],
        "uebernommen": [lambda: anfrage.uebernehmen(amt)],
        "zurueckgezogen": [anfrage.zurueckziehen],
        "ohne_rueckmeldung": [lambda: anfrage.aufgeben(amt)],
    }
    for schritt in wege[stand]:
        schritt()


def seite(anfrage, was: str = "meine_daten") -> str:
    return reverse(was, args=[token(MEINE_DATEN[0], anfrage.kennung)])


@pytest.fixture
def anfrage(kontaktstelle, sportverein):
    return fabriken.anfrage(fabriken.angebot(sportverein))


def test_the_page_says_what_was_sent_to_whom_where_it_stands_and_when_it_goes(buergerin, anfrage):
    text = buergerin.get(seite(anfrage)).content.decode()
    for erwartet in ("Kim Beispiel", "Guten Tag!", "TuS Musterdorf", "hat Ihre Nachricht", "Sie haben bestätigt."):
        assert erwartet in text
    assert "Von selbst gelöscht wird alles am" in text


def test_the_verlauf_names_roles_and_never_persons(buergerin, anfrage, leitung, kontaktstelle):
    from ehrenamt.rollen import Akteur, Rolle

    anfrage.beantworten(Akteur(Rolle.ORGANISATION, leitung))
    anfrage.uebernehmen(Akteur(Rolle.KONTAKTSTELLE, kontaktstelle))
    text = buergerin.get(seite(anfrage)).content.decode()
    assert "Ihre Nachricht wurde beantwortet." in text
    assert leitung.email not in text and kontaktstelle.email not in text


def test_every_mail_to_the_citizen_links_to_the_page(anfrage):
    anfrage.absagen(ORGANISATION)
    mails = Nachricht.objects.filter(empfaenger="kim@example.org")
    assert mails.count() == 2
    for mail in mails:
        assert "/meine-daten/" in mail.text and "/meine-daten/" in mail.html


def test_before_the_confirmation_the_page_leads_there(buergerin, anfrage):
    neue = fabriken.anfrage(anfrage.angebot, bestaetigt=False)
    text = buergerin.get(seite(neue)).content.decode()
    assert "noch nicht bestätigt" in text and "Jetzt bestätigen" in text


def test_withdrawing_tells_the_organisation_once(buergerin, anfrage):
    for _ in range(2):
        antwort = buergerin.post(seite(anfrage, "meine_daten_rueckzug"), follow=True)
        assert "zurückgezogen" in antwort.content.decode()
    anfrage.refresh_from_db()
    assert anfrage.status == Anfrage.Status.ZURUECKGEZOGEN
    mail = Nachricht.objects.get(anlass="anfrage_zurueckgezogen")
    assert mail.empfaenger == "tus@example.org"
    assert not any(wort in mail.betreff + mail.text + mail.html for wort in PERSOENLICH[:2])


def test_withdrawing_what_nobody_saw_tells_nobody_and_keeps_nothing_longer(buergerin, anfrage):
    neue = fabriken.anfrage(anfrage.angebot, bestaetigt=False)
    vorher = neue.loeschen_am
    buergerin.post(seite(neue, "meine_daten_rueckzug"))
    neue.refresh_from_db()
    assert (neue.status, neue.loeschen_am) == (Anfrage.Status.ZURUECKGEZOGEN, vorher)
    assert not Nachricht.objects.filter(anlass="anfrage_zurueckgezogen").exists()


@pytest.mark.parametrize("stand", [s for s in Anfrage.Status.values if s not in ("unbestaetigt", "wartet_auf_eltern")])
def test_delete_now_leaves_nothing_personal_whatever_the_state(buergerin, anfrage, stand):
    in_den_stand(anfrage, stand)
    antwort = buergerin.post(seite(anfrage, "meine_daten_loeschung"))
    assert "Ihre Angaben sind gelöscht" in antwort.content.decode()
    anfrage.refresh_from_db()
    assert anfrage.geloescht_am and anfrage.hat_ergebnis
    _nichts_persoenliches(anfrage)
    gesagt = Nachricht.objects.filter(anlass="anfrage_geloescht").count()
    assert gesagt == (stand != "zurueckgezogen"), "the organisation has it and was not told yet"


def _nichts_persoenliches(anfrage) -> None:
    art = ContentType.objects.get_for_model(Anfrage)
    reste = [str(wert) for wert in Anfrage.objects.filter(pk=anfrage.pk).values().get().values()]
    for mail in Nachricht.objects.filter(bezug_art=art, bezug_id=anfrage.pk):
        reste += [mail.empfaenger, mail.reply_to, mail.betreff, mail.text, mail.html]
    reste += Verlaufseintrag.objects.von(anfrage).values_list("grund", flat=True)
    for wort in PERSOENLICH:
        assert not [rest for rest in reste if wort in rest], wort


def test_what_was_never_confirmed_is_deleted_altogether(buergerin, anfrage):
    neue = fabriken.anfrage(anfrage.angebot, bestaetigt=False)
    buergerin.post(seite(neue, "meine_daten_loeschung"))
    assert not Anfrage.objects.filter(pk=neue.pk).exists()
    assert not Nachricht.objects.filter(anlass="anfrage_geloescht").exists()


def test_a_call_back_that_nobody_made_yet_can_be_deleted(buergerin, anfrage):
    neue = fabriken.anfrage(anfrage.angebot, email="", telefon="0221 4710-123")
    buergerin.post(seite(neue, "meine_daten_loeschung"))
    neue.refresh_from_db()
    assert neue.geloescht_am and not neue.telefon
    assert neue not in Anfrage.objects.beim_amt()
    assert not Nachricht.objects.filter(anlass="anfrage_geloescht").exists()


def test_after_the_deletion_the_page_says_so(buergerin, anfrage):
    buergerin.post(seite(anfrage, "meine_daten_loeschung"))
    for was, methode in (
        ("meine_daten", buergerin.get),
        ("meine_daten_rueckzug", buergerin.post),
        ("meine_daten_loeschung", buergerin.post),
    ):
        antwort = methode(seite(anfrage, was))
        assert (antwort.status_code, "Schon gelöscht" in antwort.content.decode()) == (410, True)


def test_an_opened_link_changes_nothing(buergerin, anfrage):
    buergerin.get(seite(anfrage))
    for was in ("meine_daten_rueckzug", "meine_daten_loeschung"):
        assert buergerin.get(seite(anfrage, was)).status_code == 405
    anfrage.refresh_from_db()
    assert anfrage.status == Anfrage.Status.OFFEN


def test_a_link_of_another_purpose_opens_nothing(buergerin, anfrage):
    falsch = reverse("meine_daten", args=[token("anfrage_stand", anfrage.kennung)])
    assert buergerin.get(falsch).status_code == 404


def test_the_page_goes_into_no_cache_and_no_search_engine(buergerin, anfrage):
    antwort = buergerin.get(seite(anfrage))
    assert antwort["Referrer-Policy"] == "strict-origin"
    assert "no-store" in antwort["Cache-Control"]
    assert antwort["X-Robots-Tag"] == "noindex"


def test_the_page_needs_few_queries(buergerin, anfrage, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        buergerin.get(seite(anfrage))


def test_deleting_twice_is_harmless(anfrage):
    anfrage.loeschen(BUERGERIN)
    anfrage.loeschen(BUERGERIN)
    assert Nachricht.objects.filter(anlass="anfrage_geloescht").count() == 1
