"""The check of Leichte Sprache: what it notices, what it lets be, and that the portal's own page keeps the rules."""

import re
from itertools import product

import pytest
from django.test import override_settings
from django.utils import timezone
from django.utils.html import strip_tags

from ehrenamt.leichte_sprache import REGELN, pruefen, saetze
from ehrenamt.models import Erklaerung, Seite

SEITE = "/leichte-sprache/"
VERSTOESSE = [
    ("Langer Satz", "Am Dienstag lesen Sie Kindern in einer Schule in Soest aus einem Buch vor.", None),
    ("Nebensatz", "Wir helfen Ihnen, weil das wichtig ist.", ", weil"),
    ("Nebensatz", "Wenn Sie Zeit haben, kommen Sie.", "Wenn"),
    ("Nebensatz", "Hier ist ein Mann, der gern hilft.", "der"),
    ("Passiv", "Sie werden am Montag angerufen.", "werden … angerufen"),
    ("Passiv", "Hier wird Kaffee verkauft.", "wird … verkauft"),
    ("Genitiv", "Das ist das Haus des Vereins.", "des Vereins"),
    ("Genitiv", "Die Leiterin der Gruppe hilft.", "Leiterin der Gruppe"),
    ("Konjunktiv", "Sie könnten auch kochen.", "könnten"),
    ("Verneinung", "Sie brauchen keine Erfahrung.", "keine"),
    ("Langes Wort", "Sie bekommen eine Aufwandsentschädigung.", "Aufwandsentschädigung"),
    ("Schweres Wort", "Das ist ein Projekt.", "Projekt"),
    ("Schweres Wort", "Sie helfen bei der Integration.", "Integration"),
    ("Zahl", "Sie helfen drei Menschen.", "drei"),
    ("Zahl", "50 % sind da.", "50 %"),
    ("Zahl", "Hier leben 300.000 Menschen.", "300.000"),
    ("Abkürzung", "Sie helfen z. B. im Garten.", "z. B."),
    ("Abkürzung", "Das DRK sucht Sie.", "DRK"),
    ("Sonderzeichen", "Sie kochen & essen.", "&"),
]
GUT = [
    "Sie lesen Kindern vor.",
    "Sie haben Zeit? Dann kommen Sie.",
    "Rufen Sie an: 0221 4710-120.",
    "Das Ehren·amt ist schön.",
    "Sie bekommen eine Aufwands·entschädigung.",
    "Es wird nett.",
    "Der Hund, die Katze und das Pferd sind da.",
    "Immer am Montag um 14 Uhr.",
    "Das ist in der Schule in Soest.",
    "Sie schreiben eine E-Mail.",
]


@pytest.mark.parametrize(("regel", "text", "stelle"), VERSTOESSE)
def test_what_breaks_a_rule_is_named_with_place_and_reason(regel, text, stelle):
    funde = {str(fund.regel.name): fund for fund in pruefen(text)}
    assert regel in funde
    assert funde[regel].satz == text
    assert funde[regel].stelle == (text if stelle is None else stelle.strip(", "))
    assert str(funde[regel].regel.grund).endswith(".")


def test_every_rule_has_an_example():
    assert {str(regel.name) for regel in REGELN} == {regel for regel, *_ in VERSTOESSE}


@pytest.mark.parametrize("text", GUT)
def test_plain_sentences_are_left_alone(text):
    assert [(str(fund.regel.name), fund.stelle) for fund in pruefen(text)] == []


def test_markdown_is_no_language():
    text = "## Was ist das?\n\n- **Eins**\n1. [Ein Link](/angebote/)\n\n[[stand]]\n\nWir sind z. B. hier. Und dort."
    assert saetze(text) == ["Was ist das?", "Eins", "Ein Link", "Wir sind z. B. hier.", "Und dort."]


def test_no_text_is_too_much_for_it():
    for text in ("", "\n\n", "…" * 5000, "a" * 20000, "z. B. " * 2000, "der die das, " * 2000, "[[" * 3000):
        pruefen(text)


# The page


def test_the_page_has_the_four_contents_of_the_bitv(buergerin, kontaktstelle):
    text = buergerin.get(SEITE).text
    ueberschriften = re.findall(r"<h2>(.*?)</h2>", text)
    for inhalt in (
        "Was ist diese Internet·seite?",
        "Wie finden Sie sich zurecht?",
        "Wie barriere·frei",
        "Mehr in Leichter",
    ):
        assert any(ueberschrift.startswith(inhalt) for ueberschrift in ueberschriften), inhalt
    for ziel in ("/angebote/", "/passt-zu-mir/", "/barrierefreiheit/", "/barriere-melden/", "/gebaerdensprache/"):
        assert f'href="{ziel}"' in text
    assert "0221 4710-120" in text and "textseite--leicht" in text


@pytest.mark.parametrize(("status", "mit_stelle"), list(product(Erklaerung.Status.values, [True, False])))
def test_the_portals_own_text_keeps_the_rules(buergerin, kontaktstelle, status, mit_stelle):
    Erklaerung.objects.update(status=status)
    if mit_stelle:
        Erklaerung.objects.update(stelle_name="Die Stelle", stelle_email="stelle@example.org")
    html = buergerin.get(SEITE).text
    artikel = html[html.index("<article") : html.index("</article>")]
    text = re.sub(r"<strong>(nicht|Ombuds.*?)</strong>", "", artikel)  # the one negation stands out, as it has to
    zeilen = re.sub(r"</(?:p|li|h\d)>|<br>", "\n", text)
    funde = pruefen(re.sub(r"[ \t]+", " ", re.sub(r"\n\s+", "\n", strip_tags(zeilen))))
    assert [(str(fund.regel.name), fund.stelle) for fund in funde if "@" not in fund.satz] == []


def test_the_state_of_the_statement_stands_in_plain_words(buergerin, db):
    for status, wort in (
        ("vollstaendig", "ist barriere·frei"),
        ("teilweise", "Ein Teil ist noch"),
        ("nicht", "noch <strong>nicht"),
    ):
        Erklaerung.objects.update(status=status)
        assert wort in buergerin.get(SEITE).text


def test_it_is_called_tested_only_with_tester_and_date(buergerin, db):
    assert "geprüft" not in strip_tags(buergerin.get(SEITE).text)
    Seite.objects.filter(slug="leichte-sprache").update(geprueft_von="Büro Klar", geprueft_am="2026-10-05")
    text = buergerin.get(SEITE).text
    assert "Das war am 5. Oktober 2026" in text and "Büro Klar" in text


@pytest.mark.parametrize("slug", ["leichte-sprache", "gebaerdensprache"])
def test_a_land_without_the_duty_can_switch_a_page_off(slug, buergerin, db, monkeypatch):
    adresse = f"/{slug}/"
    assert f'href="{adresse}"' in buergerin.get("/kontaktstelle/").text
    assert adresse in buergerin.get("/sitemap.xml").text
    monkeypatch.setattr("ehrenamt.kontext.Portal.seiten_aus", [slug])
    with override_settings(SEITEN_AUS=[slug]):
        assert buergerin.get(adresse).status_code == 404
        assert adresse not in buergerin.get("/sitemap.xml").text
        assert f'href="{adresse}"' not in buergerin.get("/kontaktstelle/").text
        assert f'href="{adresse}"' not in buergerin.get("/leichte-sprache/").text


# The desk


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


def _verwaltung(slug="leichte-sprache") -> str:
    return f"/verwaltung/ehrenamt/seite/{Seite.objects.get(slug=slug).pk}/change/"


def _angaben(**anders) -> dict:
    seite = Seite.objects.get(slug="leichte-sprache")
    werte = {f"{name}_{code}": text for name in ("titel", "text") for code, text in getattr(seite, name).items()}
    return werte | {"geprueft_von": "", "geprueft_am": ""} | anders


def test_editors_see_the_hints_and_may_save_all_the_same(tisch):
    schwer = _angaben(text_de="Die Anmeldung wird von der Koordination geprüft, weil das nötig ist.")
    assert tisch.post(_verwaltung(), schwer).status_code == 302
    text = tisch.get(_verwaltung()).text
    for regel in ("Nebensatz", "Passiv", "Schweres Wort"):
        assert f"<strong>{regel}:" in text
    vorschau = tisch.post(_verwaltung().replace("change/", "vorschau/"), schwer).text
    assert "<strong>Passiv:" in vorschau


def test_only_the_page_in_leichte_sprache_is_checked(tisch):
    assert "Regeln der Leichten Sprache" not in tisch.get(_verwaltung("impressum")).text
    assert 'name="geprueft_von"' not in tisch.get(_verwaltung("impressum")).text


def test_a_test_needs_both_and_ends_with_the_text(tisch, buergerin):
    assert "Bitte nennen Sie beides" in tisch.post(_verwaltung(), _angaben(geprueft_von="Büro Klar")).text
    geprueft = {"geprueft_von": "Büro Klar", "geprueft_am": "2026-10-05"}
    tisch.post(_verwaltung(), _angaben(**geprueft))
    assert "Büro Klar" in buergerin.get(SEITE).text
    antwort = tisch.post(_verwaltung(), _angaben(text_de="Sie helfen gern.", **geprueft), follow=True)
    assert "Als geprüft gilt er erst wieder" in antwort.text
    assert "Büro Klar" not in buergerin.get(SEITE).text
    heute = timezone.localdate().isoformat()
    tisch.post(_verwaltung(), _angaben(geprueft_von="Büro Klar", geprueft_am=heute))
    assert "Büro Klar" in buergerin.get(SEITE).text
