"""Does every public page speak the language of its address? Shown by English, and by a language from right to left."""

import re
from pathlib import Path

import allauth
import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.views.defaults import server_error

from boerse import mails, mails_wunsch
from boerse.models import Anfrage
from ehrenamt.anlaesse import ANLAESSE
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Seite
from ehrenamt.rollen import ORGANISATION, Akteur, Rolle
from organisationen import mails as mails_organisation
from organisationen.models import Barrieremeldung

from . import fabriken
from .sprachpruefung import deutsches, ohne_uebersetzung  # noqa: F401
from .test_abfragen import SEITEN, bestand  # noqa: F401

KONTO = ["account_login", "account_signup", "account_reset_password", "account_request_login_code"]
FORMULARE = ["{angebot}anfrage/", "{angebot}melden/", "/ich-moechte-helfen/", "/meine-daten/", "/barriere-melden/"]
WEITERE = [
    "{angebot}anfrage/gesendet/",
    "{angebot}melden/gesendet/",
    "/ich-moechte-helfen/gesendet/",
    "/meine-daten/angefordert/",
    "/barriere-melden/danke/",
    "/leichte-sprache/",
]


@pytest.fixture(autouse=True)
def alles_uebersetzt(ohne_uebersetzung):  # noqa: F811
    """No test here may come upon a text without English."""
    yield
    assert not ohne_uebersetzung


@pytest.fixture
def buergerin(buergerin):
    """Reads English, and only what is English or marked as German."""

    def lesen(adresse: str, daten: dict | None = None, stand: int = 200) -> str:
        antwort = buergerin.get(adresse) if daten is None else buergerin.post(adresse, daten, follow=True)
        assert antwort.status_code == stand, adresse
        assert antwort.headers["Content-Language"] == "en"
        assert '<html lang="en" dir="ltr">' in antwort.text
        assert not deutsches(antwort.text), adresse
        assert "&lt;span" not in antwort.text, adresse
        return antwort.text

    return lesen


def test_every_public_page_is_there_in_english(bestand, buergerin):  # noqa: F811
    for adresse in [*(adresse for art, adresse in SEITEN.items() if art not in ("Feed", "Daten")), *WEITERE]:
        buergerin("/en" + adresse.format(**bestand))


@pytest.mark.parametrize("adresse", FORMULARE)
def test_what_is_wrong_with_a_form_is_said_in_english(adresse, bestand, buergerin):  # noqa: F811
    falsch = {"email": "nirgends", "telefon": "12", "eltern_email": "x", "mindestens_16": "nein", "weg": "email"}
    for eingabe in ({"x": "1"}, falsch, falsch | {"weg": "telefon", "wer": "jung", "ort": "Xyz"}):
        buergerin("/en" + adresse.format(**bestand), eingabe)


@pytest.mark.parametrize("name", KONTO)
def test_logging_in_is_english(name, db, buergerin):
    with translation.override("en"):
        adresse = reverse(name)
    buergerin(adresse)
    buergerin(adresse, {"login": "x", "email": "x", "password": "", "password1": "1"})


def test_what_an_organisation_wrote_is_marked_wherever_a_page_says_it(kontaktstelle, sportverein, buergerin):
    angebot = fabriken.angebot(
        sportverein,
        titel="Für ältere Menschen kochen",
        kurzbeschreibung="Wir suchen Sie für die Küche.",
        zeitaufwand="jeden zweiten Mittwoch für die Dauer eines Mittags",
    )
    adressen = ["/", "/angebote/", angebot.get_absolute_url(), "/passt-zu-mir/?thema=x", sportverein.get_absolute_url()]
    for adresse in adressen:
        buergerin("/en" + adresse)
    assert ">Jeden zweiten Mittwoch" in buergerin("/en" + angebot.get_absolute_url())
    feed = Client().get("/en/feeds/angebote.atom").text
    assert "jeden zweiten Mittwoch" in feed
    assert "&lt;span" not in feed


def test_a_failure_of_the_portal_is_explained_in_english(rf):
    with translation.override("en"):
        html = server_error(rf.get("/en/")).content.decode()
    assert 'lang="en"' in html
    assert not deutsches(html)


def test_a_page_that_is_not_there_says_so_in_english(db, buergerin):
    assert 'href="/"' in buergerin("/en/gibt/es/nicht/", stand=404)


# Behind the links that a person was sent


def seite(name: str, zweck: tuple, objekt) -> str:
    with translation.override("en"):
        return reverse(name, args=[token(zweck[0], objekt.kennung)])


@pytest.fixture
def anfrage(kontaktstelle, sportverein) -> Anfrage:
    return fabriken.anfrage(fabriken.angebot(sportverein), sprache="en", bestaetigt=False)


def geschrieben() -> list[Nachricht]:
    """The mails to the person and the parent, each of them read."""
    an = ["kim@example.org", "eltern@example.org", "robin@example.org"]
    alle = list(Nachricht.objects.filter(empfaenger__in=an).order_by("pk"))
    for mail in alle:
        assert mail.sprache == "en", mail.anlass
        assert not deutsches(mail.html), mail.anlass
        assert not deutsches(f"{mail.betreff}\n{mail.text}"), mail.anlass
        adressen = re.findall(r"http\S+?/(?:meine-daten|anfrage|rueckmeldung|angebote|ich-moechte)\S*", mail.text)
        assert all("/en/" in adresse for adresse in adressen), mail.anlass
    return alle


def test_every_page_behind_the_links_of_an_enquiry_is_english(anfrage, buergerin):
    meine_daten = seite("meine_daten", mails.MEINE_DATEN, anfrage)
    bestaetigen = seite("anfrage_bestaetigen", mails.BESTAETIGUNG, anfrage)
    buergerin(meine_daten)
    buergerin(bestaetigen)
    buergerin(bestaetigen, {})
    buergerin(bestaetigen)
    for unterseite in ("", "angaben/", "antwort/"):
        buergerin(meine_daten + unterseite)
    anfrage.refresh_from_db()
    frage = anfrage.rueckmeldungen.create(seite="buergerin", woche=4, gefragt_am=timezone.now())
    antworten = seite("rueckmeldung", mails.RUECKMELDUNG, frage)
    buergerin(antworten)
    buergerin(antworten, {"antwort": "ja"})
    buergerin(meine_daten + "rueckzug/", {})
    buergerin(meine_daten + "loeschung/", {})
    buergerin(meine_daten, stand=410)


def test_mails_about_an_enquiry_are_english(anfrage):
    anfrage.bestaetigen()
    jetzt = timezone.now()
    mails.anfrage_uebernommen(anfrage, jetzt)
    mails.anfrage_nachfrage(anfrage, jetzt)
    mails.anfrage_abgesagt(anfrage)
    mails.anfrage_antwort(anfrage, ORGANISATION, "Hello", "tus@example.org")
    mails.rueckmeldung(anfrage.rueckmeldungen.create(seite="buergerin", woche=4, gefragt_am=jetzt))
    assert len(geschrieben()) == 6


def test_what_an_english_enquiry_tells_the_organisation_is_german(anfrage, leitung, buergerin):
    buergerin(seite("anfrage_bestaetigen", mails.BESTAETIGUNG, anfrage), {})
    mail = Nachricht.objects.get(anlass="anfrage_eingegangen")
    assert mail.sprache == "de"
    assert "/en/" not in mail.text


def test_parents_are_asked_in_the_language_of_their_child(kontaktstelle, sportverein, buergerin):
    anfrage = fabriken.anfrage(fabriken.angebot(sportverein), sprache="en", mindestens_16=False, bestaetigt=False)
    buergerin(seite("anfrage_bestaetigen", mails.BESTAETIGUNG, anfrage))
    buergerin(seite("anfrage_bestaetigen", mails.BESTAETIGUNG, anfrage), {})
    buergerin(seite("meine_daten", mails.MEINE_DATEN, anfrage))
    eltern = seite("anfrage_eltern", mails.ANFRAGE_ELTERN, anfrage)
    buergerin(eltern)
    buergerin(eltern, {"schritt": "ja"})
    buergerin(eltern)
    mails.eltern_abgelehnt(anfrage)
    assert len(geschrieben()) >= 4


def test_every_kind_of_mail_to_a_person_is_written_in_english(kontaktstelle, sportverein):
    anfrage = fabriken.anfrage(fabriken.angebot(sportverein), sprache="en", mindestens_16=False, bestaetigt=False)
    jetzt = timezone.now()
    anfrage.weitergegeben_am = jetzt
    for senden in (mails.eltern_gefragt, mails.eltern_zugestimmt, mails.eltern_abgelehnt, mails.anfrage_abgesagt):
        senden(anfrage)
    mails.anfrage_nachfrage(anfrage, jetzt)
    mails.anfrage_uebernommen(anfrage, jetzt, [anfrage.angebot])
    mails.anfrage_antwort(anfrage, ORGANISATION, "Hello", "tus@example.org")
    mails.rueckmeldung(anfrage.rueckmeldungen.create(seite="buergerin", woche=4, gefragt_am=jetzt))
    mails.meine_daten_links(anfrage.email, [anfrage])
    wunsch = fabriken.engagementwunsch(sprache="en", bestaetigt=False)
    mails_wunsch.wunsch_vorschlaege(wunsch, [anfrage.angebot], "Hello")
    with translation.override("en"):
        meldung = Barrieremeldung.objects.melden(text="x", email="kim@example.org")
    mails_organisation.barriere_zwischennachricht(meldung, "Hello")
    mails_organisation.barriere_antwort(meldung, "Hello")
    an_menschen = re.compile("an (die|eine) Person|an das Kind|an ein Elternteil")
    alle = {anlass for anlass, worte in ANLAESSE.items() if an_menschen.search(str(worte))}
    assert {mail.anlass for mail in geschrieben()} == alle


def test_an_offer_of_help_speaks_its_language(kontaktstelle, sportverein, buergerin):
    wunsch = fabriken.engagementwunsch(sprache="en", bestaetigt=False)
    bestaetigen = seite("engagementwunsch_bestaetigen", mails_wunsch.WUNSCH_BESTAETIGUNG, wunsch)
    meiner = seite("mein_wunsch", mails_wunsch.MEIN_WUNSCH, wunsch)
    buergerin(meiner)
    buergerin(bestaetigen)
    buergerin(bestaetigen, {})
    wunsch.refresh_from_db()
    wunsch.vorschlagen(Akteur(Rolle.KONTAKTSTELLE), [fabriken.angebot(sportverein)], "")
    buergerin(meiner)
    buergerin(meiner + "angaben/")
    assert len(geschrieben()) == 2
    buergerin(meiner + "rueckzug/", {})
    buergerin(meiner + "loeschung/", {})


def test_whoever_reports_a_barrier_in_english_is_answered_in_english(kontaktstelle, buergerin):
    buergerin("/en/barriere-melden/", {"text": "I cannot read this", "email": "kim@example.org"})
    assert Barrieremeldung.objects.get().sprache == "en"
    assert [mail.anlass for mail in geschrieben()] == ["barriere_eingegangen"]


def test_an_expired_and_a_forged_link_are_explained_in_english(db, buergerin):
    buergerin("/en/meine-daten/gefaelscht/", stand=404)


# The address alone decides


def test_neither_browser_nor_cookie_change_the_language(db):
    client = Client(headers={"accept-language": "en"})
    client.cookies["django_language"] = "en"
    antwort = client.get("/impressum/")
    assert antwort.headers["Content-Language"] == "de"
    assert "Accept-Language" not in antwort.headers.get("Vary", "")
    assert '<html lang="de"' in antwort.text


def test_the_switch_keeps_page_and_question(bestand):  # noqa: F811
    deutsch = Client().get("/angebote/?q=vorlesen&thema=schule-bildung")
    assert 'href="/en/angebote/?q=vorlesen&amp;thema=schule-bildung" hreflang="en" lang="en"' in deutsch.text
    englisch = Client().get("/en/angebote/?q=vorlesen&thema=schule-bildung")
    assert 'href="/angebote/?q=vorlesen&amp;thema=schule-bildung" hreflang="de" lang="de"' in englisch.text
    assert 'rel="canonical" href="https://localhost/en/angebote/?q=vorlesen' in englisch.text.replace("http:", "https:")
    assert 'hreflang="x-default"' in englisch.text


def test_the_workspace_has_one_language(leitung, angemeldet):
    antwort = angemeldet(leitung).get("/arbeitsbereich/")
    assert antwort.headers["Content-Language"] == "de"
    assert "hreflang" not in antwort.text
    assert angemeldet(leitung).get("/en/arbeitsbereich/").status_code == 404


def test_a_page_without_translation_is_german_and_says_so(db):
    Seite.objects.filter(slug="impressum").update(text={"de": "Nur auf Deutsch"}, titel={"de": "Impressum"})
    assert re.search(r'<article[^>]*lang="de"[^>]*>', Client().get("/en/impressum/").text)


def test_a_language_from_right_to_left_turns_the_page(db, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "العربية")]
    assert '<html lang="ar" dir="rtl">' in Client().get("/ar/angebote/").text


def test_the_sitemap_names_every_language(bestand):  # noqa: F811
    text = Client().get("/sitemap.xml").text
    assert "/en/kontaktstelle/</loc>" in text
    assert 'hreflang="x-default"' in text


@pytest.mark.parametrize("frage", ["reading aloud", "children", "refugees", "sports"])
def test_english_everyday_words_find_what_is_written_in_german(frage, sportverein):
    fabriken.angebot(sportverein, titel="Vorlesen für Kinder von Geflüchteten im Sportverein")
    text = re.sub("</?mark>", "", Client().get("/en/angebote/", {"q": frage}).text)
    assert "Vorlesen für Kinder" in text
    assert "Sorry" not in text


def test_libraries_say_sie_too(settings):
    """allauth's German texts say "du"; ehrenamt/locale/de has them anew."""
    du = re.compile(r"\b(du|dir|dich|deine?\w*|bitte (gib|lass|folge|habe)|gib|rufe)\b", re.IGNORECASE)
    with (Path(allauth.__file__).parent / "locale/de/LC_MESSAGES/django.po").open("rb") as datei:
        texte = [eintrag for eintrag in read_po(datei) if isinstance(eintrag.id, str) and eintrag.id]
    betrifft = [
        t
        for t in texte
        if any(
            ort.startswith(("account/", "mfa/", "templates/account", "templates/mfa")) for ort, _zeile in t.locations
        )
    ]
    assert betrifft
    with translation.override("de"):
        assert not [t.id for t in betrifft if du.search(translation.gettext(t.id))]
