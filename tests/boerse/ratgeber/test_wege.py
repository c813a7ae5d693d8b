"""Where does the coach speak? While writing, at submission, at import and at the desk, always by the same rules."""

import pytest
from django.urls import reverse

from boerse.importieren import importieren
from boerse.models import Angebot, Fassung, Schreibregel
from tests import fabriken

LOHN = "Sie mähen mittwochs zwei Stunden den Rasen. Wir zahlen einen Stundenlohn von 15 Euro."
GUT = {"titel": "Den Rasen am Vereinsheim mähen", "zeitaufwand": "2 Stunden"}


@pytest.fixture
def schreibt(angemeldet, redaktion):
    return angemeldet(redaktion)


def senden(client, ziel: str, aktion: str, **werte):
    leer = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "28"}
    reihen = {f"{reihe}-{name}": wert for reihe in ("orte", "zeiten") for name, wert in leer.items()}
    daten = GUT | reihen | {"orte-0-gemeinde": "Soest", "aktion": aktion} | werte
    return client.post(ziel, daten, follow=True)


def neu(sportverein) -> str:
    return reverse("arbeitsbereich_angebot_neu", args=[sportverein.pk])


def test_a_draft_is_saved_and_advised_beside_the_fields(schreibt, sportverein):
    seite = senden(schreibt, neu(sportverein), "speichern", titel="HILFE!!!", beschreibung=LOHN).text
    assert Fassung.objects.get().inhalt["titel"] == "HILFE!!!"
    assert 'aria-describedby="id_titel_helptext id_titel_rat"' in seite
    assert 'href="#id_titel"' in seite and "Der Titel ruft" in seite
    assert 'aria-describedby="id_zeiten-0-wochentag_rat"' in seite
    vorschau = schreibt.get(reverse("arbeitsbereich_vorschau", args=[Angebot.objects.get().pk])).text
    assert "Das liest sich wie bezahlte Arbeit" in vorschau and "/text/#id_beschreibung" in vorschau


def test_a_new_page_advises_nothing_yet(schreibt, sportverein):
    assert "rat--" not in schreibt.get(neu(sportverein)).text


def test_a_sperre_stops_the_submission_and_says_how_to_mend_it(schreibt, sportverein):
    antwort = senden(schreibt, neu(sportverein), "einreichen", beschreibung=LOHN)
    fassung = Fassung.objects.get()
    assert fassung.status == Fassung.Status.ENTWURF and fassung.auffaellig == []
    assert "So lässt sich der Text noch nicht einreichen" in antwort.text
    assert "streichen Sie den Lohn aus dem Text" in antwort.text and 'href="#id_beschreibung"' in antwort.text
    text = reverse("arbeitsbereich_text", args=[fassung.angebot_id])
    senden(schreibt, text, "einreichen", beschreibung=LOHN.partition("Wir")[0], titel="Rasen")
    fassung.refresh_from_db()
    assert fassung.status == Fassung.Status.EINGEREICHT and "titel_kurz" in fassung.auffaellig


@pytest.mark.parametrize(
    ("text", "stand"), [(LOHN, "eingereicht"), ("Sie mähen mittwochs den Rasen am Haus.", "uebernommen")]
)
def test_with_direktfreigabe_a_sperre_leads_to_the_queue(schreibt, sportverein, text, stand):
    type(sportverein).objects.update(direktfreigabe=True)
    antwort = senden(schreibt, neu(sportverein), "einreichen", beschreibung=text)
    assert Fassung.objects.get().status == stand
    assert ("bevor es online geht: Das liest sich wie bezahlte Arbeit" in antwort.text) == (stand == "eingereicht")


def test_a_rule_that_is_switched_off_stops_nobody(schreibt, sportverein):
    Schreibregel.objects.filter(pk="bezahlt").update(aktiv=False)
    senden(schreibt, neu(sportverein), "einreichen", beschreibung=LOHN)
    assert Fassung.objects.get().status == Fassung.Status.EINGEREICHT


def test_while_typing_the_same_advice_comes_and_nothing_is_saved(schreibt, sportverein):
    ziel = reverse("arbeitsbereich_rat", args=[sportverein.pk])
    antwort = senden(schreibt, ziel, "speichern", beschreibung=LOHN)
    assert "Das liest sich wie bezahlte Arbeit" in antwort.text and 'data-rat="id_beschreibung_rat"' in antwort.text
    assert not Fassung.objects.exists()
    assert schreibt.get(ziel).status_code == 405


def test_an_import_takes_the_row_and_reports_what_is_wrong_with_it(gemeinden):
    zeile = {"id": "1", "titel": "Rasen", "beschreibung": LOHN, "organisation": "Verein", "gemeinde": "Soest"}
    bericht = importieren([(7, zeile)], "test")
    assert bericht.anzahl["neu"] == 1 and not bericht.fehler
    hinweise = [str(hinweis) for hinweis in bericht.hinweise]
    assert hinweise[0].startswith("Zeile 7 (id 1), beschreibung: Sperre: Das liest sich wie bezahlte Arbeit")
    assert Fassung.objects.get().gesperrt


@pytest.fixture
def tisch(angemeldet, kontaktstelle, sportverein):
    type(sportverein).objects.update(direktfreigabe=True)
    sportverein.refresh_from_db()
    fabriken.eingereicht(sportverein, titel="Gegen Lohn mähen", beschreibung=LOHN, zielgruppen=["kinder"])
    return angemeldet(kontaktstelle)


def test_the_desk_shows_what_was_found_and_sorts_by_it(tisch):
    liste = reverse("admin:boerse_fassung_changelist")
    assert "1 Sperre" in tisch.get(liste).text
    for wert, da in {"sperre": True, "warnung": False, "ohne": False, "quatsch": True}.items():
        assert ("Gegen Lohn mähen" in tisch.get(liste, {"risiko": wert}).text) == da, wert
    seite = tisch.get(reverse("admin:boerse_fassung_change", args=[Fassung.objects.get().pk])).text
    assert "Sperre, Beschreibung:" in seite and "Braucht man ein Führungszeugnis?" in seite


def test_staff_edit_the_words_of_a_rule(tisch):
    ziel = reverse("admin:boerse_schreibregel_change", args=["bezahlt"])
    assert "Sperre" in tisch.get(ziel).text
    tisch.post(ziel, {"titel": "Bitte ohne Lohn", "grund": "Ehrenamt ist unbezahlt.", "beispiel": "", "aktiv": "on"})
    assert "Bitte ohne Lohn" in tisch.get(reverse("admin:boerse_schreibregel_changelist")).text
