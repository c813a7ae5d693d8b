"""Does the import take the good rows, name the bad ones, update without doubling, and respect the portal?"""

import json

import pytest
from django.core.management import CommandError, call_command
from django.http import QueryDict

from boerse.auswahl import Beendet
from boerse.filters import AngebotFilter
from boerse.importieren import DateiFehler, importieren, lesen
from boerse.importieren.datei import zeilen as aus_bytes
from boerse.models import Angebot, Fassung
from ehrenamt.ablauf import status_wechseln
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.rollen import ORGANISATION
from organisationen.models import Organisation

from .. import fabriken

pytestmark = pytest.mark.usefixtures("gemeinden")


def zeile(nummer=1, **werte) -> dict:
    return {
        "id": f"a-{nummer}",
        "titel": "Vorlesen in der Kita",
        "beschreibung": "Sie lesen Kindern vor.",
        "organisation": "Lesehafen e. V.",
        "gemeinde": "Lippstadt",
        "kontakt_email": "lesen@example.org",
    } | werte


def einlesen(*eintraege, **weiteres):
    return importieren(list(enumerate(eintraege, start=1)), "test", **weiteres)


def entscheiden(objekt, uebergang: str) -> None:
    status_wechseln(objekt, uebergang, akteur=fabriken.DURCH_KONTAKTSTELLE, grund="Darum.", mail=False)


def angebot(nummer=1) -> Angebot:
    return Angebot.objects.get(externe_id=f"a-{nummer}")


def test_five_fields_suffice_and_it_is_reviewed():
    bericht = einlesen(zeile())
    assert (bericht.anzahl["neu"], bericht.fehler) == (1, [])
    assert angebot().status == Angebot.Status.UNVEROEFFENTLICHT
    assert angebot().zustaendig_ags == fabriken.LIPPSTADT
    assert Fassung.objects.get().status == Fassung.Status.EINGEREICHT
    assert Organisation.objects.get().status == Organisation.Status.IN_PRUEFUNG
    assert not Nachricht.objects.exists()


def test_publishing_approves_the_organisation_too():
    einlesen(zeile(1), zeile(2, titel="Noch eins"), veroeffentlichen=True)
    assert Angebot.objects.oeffentlich().count() == 2
    organisation = Organisation.objects.get()
    assert (organisation.status, organisation.kontakt_email) == (Organisation.Status.FREIGEGEBEN, "lesen@example.org")
    assert not Nachricht.objects.exists()
    verlauf = [*Verlaufseintrag.objects.von(Fassung.objects.first()), *Verlaufseintrag.objects.von(angebot(2))]
    assert [(e.vorgang, e.von, e.nach) for e in verlauf] == [
        ("freigeben", "eingereicht", "uebernommen"),
        ("einreichen", "entwurf", "eingereicht"),
        ("veroeffentlichen", "unveroeffentlicht", "veroeffentlicht"),
    ]


def test_all_fields_arrive(gemeinden):
    einlesen(
        zeile(
            kurzbeschreibung="Kurz",
            organisation_art="Kirche oder Religionsgemeinschaft",
            organisation_website="www.lesehafen.example.org",
            plz=59558,
            ort="Lippstadt-Lipperode",
            strasse="Am Teich 3",
            ort_name="Kita",
            ort_anzeige="ortsteil",
            orte=[{"gemeinde": "05974040", "ort": "Soest"}, {"gemeinde": "Lippstadt", "name": "Bücherei"}],
            themen=["schule-bildung", "Kultur und Musik", "Drachensteigen"],
            zielgruppen="Kinder | Familien und Alleinerziehende",
            taetigkeiten=["vorlesen-erzaehlen"],
            schlagwoerter=["Kita"],
            art="Regelmäßig",
            zeitaufwand="alle zwei Wochen 90 Minuten",
            wochentage=["Mo-Mi", "Fr"],
            zeiten=[{"wochentag": "Dienstag", "von": "9:30", "bis": "11"}],
            beginn="1.3.2027",
            ende="2027-06-30",
            digital=False,
            mindestalter="16",
            fuehrungszeugnis=True,
            nachweise=["Führerschein"],
            versicherung="ja",
            barrierefrei="ja",
            sprachen=["Türkisch", "uk"],
            geeignet="Paare;Gruppen",
            kurz_und_einfach=["Sie lesen vor. ", None, "Am Montag.", ""],
            plaetze=2.0,
        ),
        veroeffentlichen=True,
    )
    a = angebot()
    assert a.themen == ["schule-bildung", "kultur-musik"]
    assert a.schlagwoerter == ["Kita", "Drachensteigen"]
    assert a.zielgruppen == ["kinder", "familien"]
    assert (a.art, a.stunden, a.haeufigkeit) == ("regelmaessig", 1.5, "vierzehntaegig")
    assert (a.beginn.isoformat(), a.ende.isoformat()) == ("2027-03-01", "2027-06-30")
    assert (a.digital, a.mindestalter, a.fuehrungszeugnis, a.plaetze) == ("nein", 16, "erweitert", 2)
    assert (a.nachweise, a.versicherung, a.barrierefrei) == (["fuehrerschein"], "ja", ["stufenlos"])
    assert a.kurz_und_einfach == ["Sie lesen vor.", "", "Am Montag."]  # each keeps its question
    assert (a.sprachen, a.geeignet) == (["tr", "uk"], ["paare", "gruppen"])
    assert [(z.wochentag, z.tageszeit) for z in a.zeitfenster.all()] == [
        ("di", "vormittags"),
        ("mo", "flexibel"),
        ("mi", "flexibel"),
        ("fr", "flexibel"),
    ]
    assert [(o.gemeinde.name, o.ortsteil, o.plz, o.name) for o in a.einsatzorte.all()] == [
        ("Lippstadt", "Lipperode", "59558", "Kita"),
        ("Soest", "", "", ""),
        ("Lippstadt", "", "", "Bücherei"),
    ]
    organisation = a.organisation
    assert (organisation.art, organisation.website) == ("kirche", "https://www.lesehafen.example.org")


def test_the_same_organisation_only_in_the_same_place_and_later_rows_complete_it():
    einlesen(
        zeile(1, kontakt_email=None),
        zeile(2, organisation="LESEHAFEN e. V."),
        zeile(3, gemeinde="Soest", kontakt_email="andere@example.org"),
        veroeffentlichen=True,
    )
    assert Organisation.objects.count() == 2
    assert angebot(1).organisation == angebot(2).organisation
    assert angebot(1).organisation.kontakt_email == "lesen@example.org"


@pytest.mark.parametrize(
    ("werte", "feld", "grund"),
    [
        ({"id": None}, "id", "fehlt"),
        ({"titel": ""}, "titel", "fehlt"),
        ({"titel": "x" * 101}, "titel", "kürzen"),
        ({"beschreibung": {"a": 1}}, "beschreibung", "Text"),
        ({"organisation": " "}, "organisation", "fehlt"),
        ({"gemeinde": ""}, "gemeinde", "fehlt"),
        ({"gemeinde": "Entenhausen"}, "gemeinde", "kennen wir nicht"),
        ({"gemeinde": "Lipp"}, "gemeinde", ""),
        ({"gemeinde": "05999999"}, "gemeinde", "Schlüssel"),
        ({"orte": [{"gemeinde": "Nirgendwo"}]}, "orte", ""),
        ({"orte": ["Soest"]}, "orte", "Liste"),
        ({"kontakt_email": "nicht-da"}, "kontakt_email", "E-Mail"),
        ({"organisation_art": "Konzern"}, "organisation_art", "Auswahl"),
        ({"organisation_website": "nirgends"}, "organisation_website", "Adresse"),
        ({"mindestalter": "sechzehn"}, "mindestalter", "Zahl"),
        ({"mindestalter": 18, "hoechstalter": 12}, "hoechstalter", "Mindestalter"),
        ({"beginn": "bald"}, "beginn", "Datum"),
        ({"beginn": "2027-02-01", "ende": "2027-01-01"}, "ende", "Beginn"),
        ({"geeignet": ["Marsmenschen"]}, "geeignet", "Auswahl"),
        ({"zeiten": [7]}, "zeiten", "Liste"),
        ({"zeiten": "irgendwann"}, "zeiten", "Auswahl"),
        ({"titel": "Null\x00zeichen"}, "", "speichern"),
        ({"beschreibung": "halb \ud83d"}, "", "speichern"),
        ({None: ["zu", "viel"]}, "", "Spalten"),
    ],
)
def test_a_bad_row_is_named_and_good_ones_arrive(werte, feld, grund):
    bericht = einlesen(zeile(1), zeile(2) | werte, zeile(3))
    assert {(h.nummer, h.feld) for h in bericht.fehler} == {(2, feld)}
    assert grund in str(bericht.fehler[0])
    assert bericht.anzahl == {"neu": 2, "fehlerhaft": 1}
    assert Angebot.objects.count() == Fassung.objects.count() == 2


@pytest.mark.parametrize("eintrag", [None, 7, "Text", ["Liste"]])
def test_what_is_no_entry_is_named(eintrag):
    assert einlesen(zeile(1), eintrag).anzahl == {"neu": 1, "fehlerhaft": 1}


def test_an_id_twice_in_one_file():
    bericht = einlesen(zeile(1), zeile(1, titel="Anders"))
    assert str(bericht.fehler[0]) == "Zeile 2 (id a-1), id: Diese id steht schon in Zeile 1."
    assert Fassung.objects.get().titel == "Vorlesen in der Kita"


def test_a_blocked_organisation_takes_no_other_row_along():
    einlesen(zeile(1))
    entscheiden(Organisation.objects.get(), "sperren")
    bericht = einlesen(zeile(2), zeile(3, organisation="Andere"), veroeffentlichen=True)
    assert bericht.anzahl == {"neu": 1, "fehlerhaft": 1}
    assert "gesperrt" in str(bericht.fehler[0])
    assert angebot(3).organisation.status == Organisation.Status.FREIGEGEBEN


def test_an_ambiguous_gemeinde_is_the_served_one_else_the_plz_decides(gemeinden):
    from organisationen.models import Gemeinde, Postleitzahl

    for ags, plz in (("09111111", "84111"), ("16222222", "99222")):
        neu = Gemeinde.objects.create(
            ags=ags, name="Neustadt", slug=f"neustadt-{ags}", sortiername="neustadt", typ="", lat=50, lon=9
        )
        Postleitzahl.objects.create(plz=plz, gemeinde=neu, lat=50, lon=9)
    Gemeinde.objects.create(ags="09333333", name="Soest", slug="soest-2", sortiername="soest", typ="", lat=50, lon=9)
    bericht = einlesen(
        zeile(1, gemeinde="Neustadt"),
        zeile(2, gemeinde="Neustadt", plz="99222"),
        zeile(3, gemeinde="soest"),
        zeile(4, gemeinde="Neustadt", plz="59494"),
        zeile(5, gemeinde="Wickede"),
        zeile(6, gemeinde="Wickede (Ruhr)"),
    )
    assert [h.nummer for h in bericht.fehler] == [1, 4]
    ags = [angebot(n).zustaendig_ags for n in (2, 3, 5, 6)]
    assert ags == ["16222222", fabriken.SOEST, "05974056", "05974056"]


# Second import


def test_what_did_not_change_makes_no_fassung():
    einlesen(zeile(), veroeffentlichen=True)
    assert einlesen(zeile(), veroeffentlichen=True).anzahl == {"unveraendert": 1}
    assert Fassung.objects.count() == 1


def test_a_change_updates_instead_of_doubling():
    einlesen(zeile(), veroeffentlichen=True)
    assert einlesen(zeile(titel="Neuer Titel"), veroeffentlichen=True).anzahl == {"geaendert": 1}
    assert (angebot().titel, Angebot.objects.count(), Fassung.objects.count()) == ("Neuer Titel", 1, 2)


def test_without_publishing_the_old_text_stays_until_the_review():
    einlesen(zeile(), veroeffentlichen=True)
    assert einlesen(zeile(titel="Neuer Titel")).anzahl == {"zur_pruefung": 1}
    assert angebot().titel == "Vorlesen in der Kita"
    assert Fassung.objects.wartend().get().titel == "Neuer Titel"


def test_what_still_waits_gets_the_newer_text():
    einlesen(zeile())
    einlesen(zeile(titel="Neuer Titel"))
    assert Fassung.objects.get().titel == "Neuer Titel"
    assert einlesen(zeile(titel="Neuer Titel")).anzahl == {"unveraendert": 1}


def _bearbeitet(freigeben: bool) -> Fassung:
    einlesen(zeile(), veroeffentlichen=True)
    fassung = Fassung.objects.beginnen(angebot())
    fassung.schreiben(fassung.inhalt | {"titel": "Im Portal geändert"})
    fassung.einreichen(ORGANISATION, mail=False)
    if freigeben:
        fassung.freigeben(fabriken.DURCH_KONTAKTSTELLE, mail=False)
    return fassung


def test_what_was_edited_in_the_portal_goes_to_review():
    _bearbeitet(freigeben=True)
    assert einlesen(zeile(), veroeffentlichen=True).anzahl == {"unveraendert": 1}
    assert einlesen(zeile(titel="An der Quelle"), veroeffentlichen=True).anzahl == {"zur_pruefung": 1}
    assert angebot().titel == "Im Portal geändert"
    assert Fassung.objects.wartend().get().titel == "An der Quelle"


def test_direktfreigabe_does_not_count_for_imports():
    _bearbeitet(freigeben=True)
    Organisation.objects.update(direktfreigabe=True)
    einlesen(zeile(titel="An der Quelle"))
    assert angebot().titel == "Im Portal geändert"


def test_what_is_being_edited_stays_until_the_next_time():
    fassung = _bearbeitet(freigeben=False)
    bericht = einlesen(zeile(titel="An der Quelle"), veroeffentlichen=True)
    assert (bericht.anzahl, bericht.fehler) == ({"unveraendert": 1}, [])
    assert "bearbeitet" in str(bericht.hinweise[0])
    fassung.freigeben(fabriken.DURCH_KONTAKTSTELLE, mail=False)
    assert einlesen(zeile(titel="An der Quelle"), veroeffentlichen=True).anzahl == {"zur_pruefung": 1}


def test_what_was_returned_or_ended_does_not_go_online_by_itself():
    einlesen(zeile(1))
    entscheiden(Fassung.objects.get(), "zurueckgeben")
    einlesen(zeile(2), veroeffentlichen=True)
    angebot(2).beenden(ORGANISATION, Beendet.BESETZT)
    bericht = einlesen(zeile(1, titel="Kürzer"), zeile(2, titel="Wieder"), veroeffentlichen=True)
    assert bericht.anzahl == {"zur_pruefung": 2}
    assert [angebot(n).status for n in (1, 2)] == [Angebot.Status.UNVEROEFFENTLICHT, Angebot.Status.BEENDET]


def test_a_blocked_listing_stays_blocked():
    einlesen(zeile(), veroeffentlichen=True)
    entscheiden(angebot(), "sperren")
    bericht = einlesen(zeile(titel="Neu"), veroeffentlichen=True)
    assert "gesperrt" in str(bericht.hinweise[0])
    assert angebot().status == Angebot.Status.GESPERRT


def test_the_same_id_from_another_source_is_another_listing():
    einlesen(zeile())
    assert importieren([(1, zeile())], "andere").anzahl == {"neu": 1}


def test_many_rows_take_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(100):
        einlesen(*(zeile(n) for n in range(20)), veroeffentlichen=True)
    assert AngebotFilter(QueryDict("q=kind")).qs.count() == 20


# Files

CSV = (
    "id;titel;beschreibung;organisation;gemeinde;themen;wochentage\r\n"
    'a-1;Türen öffnen;"Zwei\r\nZeilen";Haus;Soest;"kultur-musik|Tanz";"Mo;Di"\r\n'
    ";;;;;;\r\n"
)


@pytest.mark.parametrize("kodierung", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_in_all_encodings(kodierung):
    eintraege, bemerkung = aus_bytes(CSV.encode(kodierung), "liste.csv")
    assert bool(bemerkung) == (kodierung == "cp1252")
    assert importieren(eintraege, "test", veroeffentlichen=True).anzahl == {"neu": 1}
    a = angebot()
    assert (a.titel, a.themen, a.schlagwoerter) == ("Türen öffnen", ["kultur-musik"], ["Tanz"])
    assert [z.wochentag for z in a.zeitfenster.all()] == ["mo", "di"]


@pytest.mark.parametrize(
    ("name", "inhalt", "satz"),
    [
        ("a.json", b"[{]", "kein gültiges JSON: Zeile 1, Spalte 3"),
        ("a.json", b"[" * 100_000, "kein gültiges JSON"),
        ("a.json", b'{"angebote": []}', "keine Liste"),
        ("a.json", '[{"titel": "Tür"}]'.encode("cp1252"), "nicht in UTF-8"),
        ("a.json", b" \n", "ist leer"),
        ("a.csv", b"id,titel\n1,x\n", "fehlt: beschreibung, organisation, gemeinde"),
        ("a.csv", b'id;titel;beschreibung;organisation;gemeinde\n1;"x', "keine gültige CSV-Datei"),
        ("ordner", None, "lässt sich nicht lesen"),
        ("fehlt.json", None, "gibt es nicht"),
    ],
)
def test_an_unreadable_file_gets_one_clear_sentence(tmp_path, name, inhalt, satz):
    if inhalt is not None:
        (tmp_path / name).write_bytes(inhalt)
    elif name == "ordner":
        (tmp_path / name).mkdir()
    with pytest.raises(DateiFehler, match=satz) as fehler:
        lesen(tmp_path / name)
    assert "\n" not in str(fehler.value)


def test_the_command_reports_bad_rows_and_exits_with_one(tmp_path, capsys):
    datei = tmp_path / "angebote.json"
    datei.write_text(json.dumps([zeile(1), zeile(2, titel="")]))
    with pytest.raises(CommandError) as fehler:
        call_command("angebote_importieren", datei, "--quelle", "test")
    assert fehler.value.returncode == 1
    ausgabe = capsys.readouterr()
    assert "Zeile 2 (id a-2), titel: Diese Angabe fehlt noch." in ausgabe.err
    assert "1 neu" in ausgabe.out
    datei.write_text(json.dumps([zeile(1)]))
    call_command("angebote_importieren", datei, "--quelle", "test")
    assert "1 unverändert" in capsys.readouterr().out


def test_the_command_asks_for_a_proper_source(tmp_path):
    with pytest.raises(CommandError, match="Kleinbuchstaben"):
        call_command("angebote_importieren", "x.json", "--quelle", "Meine Quelle")
