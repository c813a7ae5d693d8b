"""Writing: drafts, submission, changes beside the public text, two people at once, sessions that end."""

import pytest
from django.test import Client
from django.urls import reverse

from boerse.models import Angebot, Fassung
from ehrenamt.rollen import ORGANISATION

from .. import fabriken
from .test_angebot_form import VOLL, AngebotForm, gesendet


@pytest.fixture
def neu(sportverein) -> str:
    return reverse("arbeitsbereich_angebot_neu", args=[sportverein.pk])


def text(angebot) -> str:
    return reverse("arbeitsbereich_text", args=[angebot.pk])


def daten(inhalt: dict | None = None, aktion: str = "speichern", **aenderungen) -> dict:
    return gesendet(AngebotForm(inhalt=inhalt or {})) | {"aktion": aktion} | aenderungen


def test_nothing_is_created_before_the_first_saving(angemeldet, redaktion, neu):
    browser = angemeldet(redaktion)
    assert browser.get(neu).status_code == 200
    antwort = browser.post(neu, daten(aktion="orte-dazu", titel="Vorlesen"))
    assert 'name="orte-1-gemeinde"' in antwort.content.decode()
    assert "Vorlesen" in antwort.content.decode()
    assert not Angebot.objects.exists()


def test_a_draft_is_saved_however_incomplete(angemeldet, redaktion, neu, sportverein):
    antwort = angemeldet(redaktion).post(neu, daten(titel="Vorlesen"))
    fassung = Fassung.objects.get()
    assert antwort.url == text(fassung.angebot)
    assert fassung.inhalt == {"version": 1, "titel": "Vorlesen"}
    assert (fassung.status, fassung.erstellt_von) == (Fassung.Status.ENTWURF, redaktion)
    assert (fassung.angebot.organisation, fassung.angebot.zustaendig_ags) == (sportverein, sportverein.gemeinde_id)


def test_a_mistake_loses_nothing(angemeldet, redaktion, neu):
    antwort = angemeldet(redaktion).post(neu, daten(VOLL, **{"orte-0-gemeinde": "Xanadu"}))
    seite = antwort.content.decode()
    assert "Diesen Ort kennen wir nicht" in seite
    for getippt in ("Xanadu", "Am Markt 1", "Danach reden Sie", "14:00", "Bücher, Grundschule"):
        assert getippt in seite
    assert not Angebot.objects.exists()


def test_submitting_an_incomplete_text_saves_it_and_links_what_is_missing(angemeldet, redaktion, neu):
    antwort = angemeldet(redaktion).post(neu, daten(titel="Vorlesen", aktion="einreichen"), follow=True)
    seite = antwort.content.decode()
    assert 'href="#id_beschreibung"' in seite
    assert 'href="#id_orte-0-gemeinde"' in seite
    assert 'href="#id_titel"' not in seite
    assert Fassung.objects.get().status == Fassung.Status.ENTWURF


def test_a_complete_text_is_submitted(angemeldet, redaktion, neu):
    antwort = angemeldet(redaktion).post(neu, daten(VOLL, aktion="einreichen"))
    fassung = Fassung.objects.get()
    assert antwort.url == reverse("arbeitsbereich_angebot", args=[fassung.angebot_id])
    assert fassung.status == Fassung.Status.EINGEREICHT


def test_with_direktfreigabe_it_is_online_at_once(angemeldet, redaktion, neu, sportverein):
    type(sportverein).objects.update(direktfreigabe=True)
    antwort = angemeldet(redaktion).post(neu, daten(VOLL | {"zielgruppen": []}, aktion="einreichen"), follow=True)
    assert "Das Angebot ist online." in antwort.content.decode()
    assert Angebot.objects.oeffentlich().exists()


def test_the_preview_shows_the_text_as_it_will_be_published(angemeldet, redaktion, neu):
    browser = angemeldet(redaktion)
    antwort = browser.post(neu, daten(VOLL, aktion="vorschau"))
    angebot = Angebot.objects.get()
    assert antwort.url == reverse("arbeitsbereich_vorschau", args=[angebot.pk])
    seite = browser.get(antwort.url).content.decode()
    for teil in ("Vorschau", "Dienstags vorlesen", "Danach reden Sie darüber.", "Soest"):
        assert teil in seite
    assert "Am Markt 1" not in seite, "only the Ortsteil may be shown"
    assert Angebot.objects.get().titel == ""


def test_form_and_preview_give_hints_on_plain_language(angemeldet, redaktion, sportverein):
    fassung = fabriken.fassung(sportverein, kurz_und_einfach=["Hier wird Kaffee verkauft.", "In Soest."])
    browser = angemeldet(redaktion)
    for name in ("arbeitsbereich_text", "arbeitsbereich_vorschau"):
        text = browser.get(reverse(name, args=[fassung.angebot_id])).text
        assert "Geht es noch einfacher?" in text and "wird … verkauft" in text
    gut = fabriken.fassung(sportverein, kurz_und_einfach=["Sie verkaufen Kaffee.", "In Soest."])
    assert "Geht es noch" not in browser.get(reverse("arbeitsbereich_text", args=[gut.angebot_id])).text


def test_the_preview_of_an_empty_draft_works(angemeldet, redaktion, neu):
    browser = angemeldet(redaktion)
    assert browser.get(browser.post(neu, daten(aktion="vorschau")).url).status_code == 200


def test_a_submitted_text_is_taken_back_before_it_is_changed(angemeldet, redaktion, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    browser = angemeldet(redaktion)
    seite = browser.get(text(fassung.angebot)).content.decode()
    assert reverse("arbeitsbereich_zuruecknehmen", args=[fassung.angebot_id]) in seite
    assert 'name="titel"' not in seite
    antwort = browser.post(text(fassung.angebot), daten(VOLL, titel="Mittwochs vorlesen"))
    assert "Mittwochs vorlesen" in antwort.content.decode()
    assert 'value="zuruecknehmen"' in antwort.content.decode()
    browser.post(text(fassung.angebot), daten(VOLL, titel="Mittwochs vorlesen", aktion="zuruecknehmen"))
    fassung.refresh_from_db()
    assert (fassung.status, fassung.titel) == (Fassung.Status.ENTWURF, "Mittwochs vorlesen")


def test_the_reason_of_a_return_stands_above_the_form(angemeldet, redaktion, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    fassung.zurueckgeben(fabriken.DURCH_KONTAKTSTELLE, "Ab welchem Alter?")
    assert "Ab welchem Alter?" in angemeldet(redaktion).get(text(fassung.angebot)).content.decode()


def test_a_change_leaves_the_public_text_as_it_is(angemeldet, buergerin, redaktion, sportverein):
    angebot = fabriken.angebot(sportverein)
    browser = angemeldet(redaktion)
    assert "Dienstags vorlesen" in browser.get(text(angebot)).content.decode()
    assert not angebot.fassungen.offen().exists(), "looking at the form changes nothing"
    inhalt = angebot.fassungen.get().inhalt
    browser.post(text(angebot), daten(inhalt, titel="Mittwochs vorlesen", aktion="einreichen"))
    assert "Dienstags vorlesen" in buergerin.get(angebot.get_absolute_url()).content.decode()
    angebot.offene_fassung.freigeben(fabriken.DURCH_KONTAKTSTELLE)
    angebot.refresh_from_db()
    assert angebot.titel == "Mittwochs vorlesen"


def test_ending_a_listing_takes_back_the_change_that_waits(angemeldet, redaktion, sportverein):
    angebot = fabriken.angebot(sportverein)
    fassung = Fassung.objects.beginnen(angebot)
    fassung.einreichen(ORGANISATION)
    angemeldet(redaktion).post(reverse("arbeitsbereich_beenden", args=[angebot.pk]), {"grund": "besetzt"})
    fassung.refresh_from_db()
    assert fassung.status == Fassung.Status.ENTWURF


def test_a_discarded_change_leaves_the_listing_online(angemeldet, redaktion, sportverein):
    angebot = fabriken.angebot(sportverein)
    Fassung.objects.beginnen(angebot)
    antwort = angemeldet(redaktion).post(reverse("arbeitsbereich_verwerfen", args=[angebot.pk]))
    assert antwort.url == reverse("arbeitsbereich_angebot", args=[angebot.pk])
    assert Angebot.objects.oeffentlich().filter(pk=angebot.pk).exists()
    assert Fassung.objects.letzter_text(angebot)["titel"] == "Dienstags vorlesen"


def test_a_refused_text_can_be_taken_up_again(angemeldet, redaktion, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    fassung.ablehnen(fabriken.DURCH_KONTAKTSTELLE, "Das ist bezahlte Arbeit.")
    browser = angemeldet(redaktion)
    seite = browser.get(reverse("arbeitsbereich_angebot", args=[fassung.angebot_id])).content.decode()
    assert "bezahlte Arbeit" in seite
    browser.post(text(fassung.angebot), daten(fassung.inhalt, titel="Ehrenamtlich vorlesen"))
    assert fassung.angebot.offene_fassung.titel == "Ehrenamtlich vorlesen"


def test_a_copy_is_a_new_draft_without_the_dates(angemeldet, redaktion, sportverein):
    angebot = fabriken.angebot(sportverein, beginn="2027-03-01", ende="2027-03-01")
    antwort = angemeldet(redaktion).post(reverse("arbeitsbereich_kopieren", args=[angebot.pk]))
    kopie = Angebot.objects.exclude(pk=angebot.pk).get()
    assert antwort.url == text(kopie)
    inhalt = kopie.offene_fassung.inhalt
    assert inhalt["titel"] == "Dienstags vorlesen"
    assert not {"beginn", "ende"} & set(inhalt)


def _stand(browser, angebot) -> str:
    seite = browser.get(text(angebot)).content.decode()
    return seite.partition('name="stand" value="')[2].partition('"')[0]


@pytest.mark.parametrize("online", [False, True])
def test_the_later_saving_is_told_and_nothing_is_lost(angemeldet, leitung, redaktion, sportverein, online):
    angebot = fabriken.angebot(sportverein) if online else fabriken.fassung(sportverein).angebot
    inhalt = Fassung.objects.letzter_text(angebot)
    eine, andere = angemeldet(leitung), angemeldet(redaktion)
    stand = _stand(eine, angebot)
    assert stand == _stand(andere, angebot)
    eine.post(text(angebot), daten(inhalt, titel="Von der einen", stand=stand))
    antwort = andere.post(text(angebot), daten(inhalt, titel="Von der anderen", stand=stand))
    seite = antwort.content.decode()
    assert "Inzwischen hat jemand anderes diesen Text gespeichert." in seite
    assert 'value="Von der anderen"' in seite
    assert "Von der <mark>einen</mark>" in seite
    assert angebot.offene_fassung.titel == "Von der einen"
    neuer_stand = seite.partition('name="stand" value="')[2].partition('"')[0]
    andere.post(text(angebot), daten(inhalt, titel="Von beiden", stand=neuer_stand))
    assert angebot.offene_fassung.titel == "Von beiden"


def test_a_form_sent_after_the_session_ended_survives_the_log_in(buergerin, redaktion, sportverein):
    angebot = fabriken.fassung(sportverein).angebot
    antwort = buergerin.post(text(angebot), daten(VOLL, titel="Lange getippt"))
    assert antwort.url == f"{reverse('account_login')}?next={text(angebot)}"
    antwort = buergerin.post(antwort.url, {"login": redaktion.email, "password": fabriken.PASSWORT})
    assert antwort.url == text(angebot)
    for _mal in range(2):
        seite = buergerin.get(antwort.url).content.decode()
        assert 'value="Lange getippt"' in seite
        assert "Ihre Sitzung war abgelaufen" in seite
    assert angebot.offene_fassung.titel == "Dienstags vorlesen", "nothing is saved by itself"
    buergerin.post(text(angebot), daten(VOLL, titel="Lange getippt"))
    assert angebot.offene_fassung.titel == "Lange getippt"
    assert "Ihre Sitzung war abgelaufen" not in buergerin.get(text(angebot)).content.decode()


def test_what_is_too_long_is_not_kept(buergerin, sportverein):
    angebot = fabriken.fassung(sportverein).angebot
    buergerin.post(text(angebot), daten(beschreibung="x" * 100_000))
    assert "aufgehoben" not in buergerin.session


def test_what_was_kept_is_given_to_nobody_else(buergerin, fremde, sportverein):
    angebot = fabriken.fassung(sportverein).angebot
    antwort = buergerin.post(text(angebot), daten(titel="Geheim"))
    buergerin.post(antwort.url, {"login": fremde.email, "password": fabriken.PASSWORT})
    assert buergerin.get(text(angebot)).status_code == 404


def test_a_form_from_before_the_last_log_in_is_kept_too(redaktion, sportverein):
    browser = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    browser.force_login(redaktion, backend="allauth.account.auth_backends.AuthenticationBackend")
    angebot = fabriken.fassung(sportverein).angebot
    antwort = browser.post(text(angebot), daten(titel="Aus dem alten Fenster"))
    assert antwort.status_code == 403
    assert "Zurück zu meinen Eingaben" in antwort.content.decode()
    assert "Aus dem alten Fenster" in browser.get(text(angebot)).content.decode()


def test_a_digital_listing_belongs_to_the_seat(angemeldet, redaktion, neu, sportverein):
    orte = [{"gemeinde": fabriken.LIPPSTADT}]
    angemeldet(redaktion).post(neu, daten(VOLL | {"orte": orte, "digital": "nur"}, aktion="einreichen"))
    assert Angebot.objects.get().zustaendig_ags == sportverein.gemeinde_id
    fassung = fabriken.fassung(sportverein, orte=orte)
    fassung.einreichen(ORGANISATION)
    assert fassung.angebot.zustaendig_ags == fabriken.LIPPSTADT
