"""The form for a listing: from the document to fields and back, rows, drafts, what is required when."""

import pytest
from django.http import QueryDict

from boerse import inhalt as format
from boerse.forms.angebot import AngebotForm
from ehrenamt.leichte_sprache import pruefen
from organisationen.models import Postleitzahl

from ..fabriken import LIPPSTADT, SOEST

VOLL = {
    "version": 1,
    "titel": "Dienstags vorlesen",
    "kurzbeschreibung": "Eine Stunde für Erstklässler.",
    "beschreibung": "Sie lesen vor.\n\nDanach reden Sie darüber.",
    "themen": ["schule-bildung", "kultur-musik"],
    "zielgruppen": ["kinder"],
    "taetigkeiten": [],
    "schlagwoerter": ["Bücher", "Grundschule"],
    "art": "regelmaessig",
    "zeitaufwand": "1,5 Stunden in der Woche",
    "stunden": 1.5,
    "haeufigkeit": "woechentlich",
    "beginn": "2027-02-01",
    "ende": "2027-07-01",
    "digital": "nein",
    "mindestalter": 18,
    "plaetze": 3,
    "fuehrungszeugnis": "erweitert",
    "nachweise": ["erste_hilfe"],
    "sprachen": ["tr", "uk"],
    "leistungen": ["fahrtkosten"],
    "kontakt_name": "Kim Beispiel",
    "kontakt_telefon": "0221 4710-120",
    "kurz_und_einfach": ["Vorlesen.", "In Soest.", "", "Mit Kindern."],
    "quelle_url": "https://example.org/vorlesen",
    "orte": [
        {"gemeinde": SOEST, "plz": "59494", "strasse": "Am Markt 1", "name": "Schule", "anzeige": "ortsteil"},
        {"gemeinde": LIPPSTADT, "anzeige": "gemeinde"},
    ],
    "zeiten": [
        {"wochentag": "di", "tageszeit": "nachmittags", "von": "14:00", "bis": "15:30"},
        {"wochentag": "flexibel"},
    ],
}


def gesendet(form: AngebotForm) -> dict:
    """What a browser sends for a form as it is shown."""
    daten: dict = {}
    for teil in (form, *form.orte.forms, *form.zeiten.forms, form.orte.management_form, form.zeiten.management_form):
        for feld in teil:
            wert = feld.value()
            wert = feld.field.prepare_value(wert)
            if wert not in (None, "", []) and wert is not False:
                daten[feld.html_name] = "on" if wert is True else str(wert) if not isinstance(wert, list) else wert
    return daten


def senden(inhalt: dict | None = None, **aenderungen) -> AngebotForm:
    daten = gesendet(AngebotForm(inhalt=inhalt or {})) | aenderungen
    return AngebotForm(_querydict(daten))


def _querydict(daten: dict) -> QueryDict:
    abfrage = QueryDict(mutable=True)
    for name, wert in daten.items():
        abfrage.setlist(name, wert if isinstance(wert, list) else [wert])
    return abfrage


@pytest.mark.usefixtures("gemeinden")
def test_a_document_goes_through_the_form_unchanged():
    form = senden(VOLL)
    assert form.is_valid(), form.fehlerliste()
    assert form.dokument == format.dokument(VOLL)


@pytest.mark.usefixtures("gemeinden")
def test_an_empty_draft_is_valid_and_says_what_is_missing():
    form = senden()
    assert form.is_valid()
    assert form.dokument == {"version": 1}
    ziele = {eintrag["ziel"] for eintrag in form.fehlend(format.pruefen(form.dokument))}
    assert ziele == {"id_titel", "id_beschreibung", "id_orte-0-gemeinde"}


@pytest.mark.usefixtures("gemeinden")
def test_every_field_of_the_document_is_asked_for():
    gefragt = {
        feld.name for abschnitt in AngebotForm().abschnitte() for feld in abschnitt["felder"] + abschnitt["weitere"]
    }
    gefragt |= {"themen", "kurz_und_einfach"}
    assert set(format.FELDER) <= gefragt
    assert set(AngebotForm().fields) <= gefragt


@pytest.mark.usefixtures("gemeinden")
@pytest.mark.parametrize(
    ("feld", "wert", "satz"),
    [
        ("titel", "x" * 101, "100 Zeichen"),
        ("mindestalter", "achtzehn", "ganze Zahl"),
        ("ende", "2026-01-01", "Das Ende liegt vor dem Beginn."),
        ("hoechstalter", "5", "unter dem Mindestalter"),
        ("orte-0-gemeinde", "Xanadu", "Diesen Ort kennen wir nicht"),
        ("orte-0-gemeinde", "Hamm", "Diesen Ort kennen wir nicht"),
        ("orte-0-plz", "123", "fünf Ziffern"),
        ("kontakt_telefon", "abends", "mit Vorwahl"),
        ("zeiten-0-bis", "13:00", "vor dem Anfang"),
        ("weitere_themen", ["kultur-musik", "sport-bewegung", "tiere"], "Höchstens 3"),
    ],
)
def test_a_mistake_is_named_at_its_field(feld, wert, satz):
    form = senden(VOLL, **{feld: wert})
    assert not form.is_valid()
    eintrag = next(eintrag for eintrag in form.fehlerliste() if satz in eintrag["satz"])
    assert eintrag["ziel"] == f"id_{feld}"


@pytest.mark.usefixtures("gemeinden")
def test_all_mistakes_are_named_at_once():
    form = senden(VOLL, stunden="zwei", ende="2026-01-01", kontakt_oeffentlich="", **{"orte-0-plz": "123"})
    ziele = {eintrag["ziel"] for eintrag in form.fehlerliste()}
    assert ziele == {"id_stunden", "id_ende", "id_kontakt_oeffentlich", "id_orte-0-plz"}


@pytest.mark.usefixtures("gemeinden")
def test_name_and_telephone_are_public_only_by_that_persons_choice():
    form = senden(kontakt_name="Kim Beispiel")
    assert not form.is_valid()
    assert form.fehlerliste()[0]["ziel"] == "id_kontakt_oeffentlich"
    assert senden(kontakt_name="Kim Beispiel", kontakt_oeffentlich="on").is_valid()


@pytest.mark.usefixtures("gemeinden")
def test_hours_and_rhythm_are_read_from_the_free_text_where_they_are_empty():
    form = senden(zeitaufwand="2 Std./Woche")
    assert form.is_valid()
    assert (form.dokument["stunden"], form.dokument["haeufigkeit"]) == (2, "woechentlich")
    form = senden(zeitaufwand="2 Std./Woche", stunden="3,5", haeufigkeit="monatlich")
    assert form.is_valid()
    assert (form.dokument["stunden"], form.dokument["haeufigkeit"]) == (3.5, "monatlich")


def test_a_place_is_found_by_its_postcode(gemeinden):
    Postleitzahl.objects.create(plz="59555", gemeinde=gemeinden["Lippstadt"], lat=51.6, lon=8.3)
    form = senden(**{"orte-0-gemeinde": "59555"})
    assert form.is_valid()
    assert form.dokument["orte"] == [{"gemeinde": LIPPSTADT, "plz": "59555", "anzeige": "exakt"}]


@pytest.mark.usefixtures("gemeinden")
@pytest.mark.parametrize(("reihe", "anzahl"), [("orte", 2), ("zeiten", 2)])
def test_a_row_is_added_and_everything_stays(reihe, anzahl):
    form = senden(VOLL, aktion=f"{reihe}-dazu", titel="Neuer Titel")
    assert len(getattr(form, reihe).forms) == anzahl + 1
    assert form["titel"].value() == "Neuer Titel"
    assert form.orte.forms[0]["strasse"].value() == "Am Markt 1"
    assert "autofocus" in str(next(iter(getattr(form, reihe).forms[-1])))


@pytest.mark.usefixtures("gemeinden")
@pytest.mark.parametrize("aktion", ["orte-dazu", "orte-1"])
def test_while_rows_change_the_page_stays_at_the_rows(aktion):
    form = senden(VOLL, aktion=aktion, stunden="zwei")
    assert form.fehlerliste() == []
    assert "autofocus" in str(next(iter(form.orte.forms[-1])))


@pytest.mark.usefixtures("gemeinden")
def test_a_row_is_removed_and_the_others_move_up():
    form = senden(VOLL, aktion="orte-0")
    assert [ort["gemeinde"].value() for ort in form.orte.forms] == ["Lippstadt"]
    assert form.orte.forms[0]["strasse"].value() in (None, "")
    form = senden(VOLL, aktion="zeiten-1")
    assert [zeit["wochentag"].value() for zeit in form.zeiten.forms] == ["di"]


@pytest.mark.usefixtures("gemeinden")
@pytest.mark.parametrize("aktion", ["orte-", "orte-x", "orte-999", "zeiten-9", "orte-dazu-dazu", "-"])
def test_a_forged_button_breaks_nothing(aktion):
    assert senden(VOLL, aktion=aktion)["titel"].value() == VOLL["titel"]
    assert AngebotForm(_querydict({"aktion": aktion, "orte-TOTAL_FORMS": "99999999"})).abschnitte()


@pytest.mark.usefixtures("gemeinden")
def test_optional_fields_are_folded_unless_they_say_something():
    offen = {abschnitt["code"] for abschnitt in AngebotForm().abschnitte() if abschnitt["offen"]}
    assert not offen
    abschnitte = AngebotForm(inhalt=VOLL).abschnitte()
    assert {"was", "kontakt"} <= {abschnitt["code"] for abschnitt in abschnitte if abschnitt["offen"]}


# Kurz und einfach


@pytest.mark.usefixtures("gemeinden")
def test_the_five_sentences_are_checked_and_saved_all_the_same():
    form = senden(VOLL, kurz_0="Hier wird von den Kindern die Integration gelernt, weil das gut ist.")
    assert form.is_valid()
    assert {str(fund.regel.name) for fund in form.sprachhinweise()} >= {"Passiv", "Schweres Wort", "Nebensatz"}
    assert AngebotForm(inhalt=form.dokument).sprachhinweise() == form.sprachhinweise()
    assert senden(VOLL).sprachhinweise() == []


@pytest.mark.usefixtures("gemeinden")
def test_each_sentence_has_its_question_and_an_example_that_keeps_the_rules():
    felder = [AngebotForm()[f"kurz_{nummer}"] for nummer in range(5)]
    assert [str(feld.label) for feld in felder] == [
        "Was macht man?", "Wo ist das?", "Wann ist das?", "Mit wem?", "Wer hilft mir?",
    ]  # fmt: skip
    for feld in felder:
        assert pruefen(str(feld.help_text).removeprefix("Zum Beispiel: ")) == []
