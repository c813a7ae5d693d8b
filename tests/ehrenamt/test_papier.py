"""Are printed pages accessible, safe against what is printed on them, and bounded?"""

import re

import pytest
from django.conf import settings

from ehrenamt import papier

BOESE = 'Grüße #panic() [x] $y$ \\ *fett* @z <l> // "q" #let d = 1 😀'


def probe(titel: str = "Probe", **daten) -> bytes:
    return papier.setzen("probe", titel, **daten)


@pytest.fixture(autouse=True)
def vorlage(tmp_path, monkeypatch):
    """A heading, a text and a table, in the frame of all documents."""
    (tmp_path / "_rahmen.typ").write_text((papier.VORLAGEN / "_rahmen.typ").read_text())
    (tmp_path / "probe.typ").write_text(
        '#import "_rahmen.typ": *\n#show: papier\n= #d.titel\n#d.at("text", default: "")\n'
        '#tabelle(((titel: "Gemeinde", breite: 2), (titel: "Angebote", zahl: true)), d.at("zeilen", default: ()))\n'
        '#if "bild" in d { image(bytes(d.bild), format: "svg", alt: "") }'
    )
    monkeypatch.setattr(papier, "VORLAGEN", tmp_path)


def test_a_page_is_tagged_and_says_its_title_its_language_and_whose_it_is():
    pdf = probe("Größe & Übersicht")
    assert pdf.startswith(b"%PDF")
    for merkmal in (b"/Lang(de-DE)", b"/MarkInfo<</Marked true", b"/StructTreeRoot", b"<pdfuaid:part>1<", b"/S/H1"):
        assert merkmal in pdf
    assert "Größe &amp; Übersicht</rdf:li>".encode() in pdf
    assert settings.PORTAL_NAME.encode() in pdf
    assert b"DisplayDocTitle true" in pdf


def test_what_is_printed_is_never_read_as_code():
    pdf = probe(BOESE, text=BOESE, zeilen=[(BOESE, 3)])
    ohne_bild = BOESE.replace("😀", "").strip()
    titel = re.search(r'x-default">(.*?)</rdf:li>', pdf.decode("utf-8", "replace"))[1]
    assert titel.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').strip() == ohne_bild


@pytest.mark.parametrize("anzahl", [0, 120])
def test_a_table_names_its_columns_on_each_page(anzahl):
    pdf = probe(zeilen=[[f"Gemeinde {n}", n] for n in range(anzahl)])
    assert len(re.findall(rb"/S/TH\b", pdf)) == 2
    assert len(re.findall(rb"/S/TD\b", pdf)) == 2 * anzahl
    assert (b"<xmpTPg:NPages>1<" in pdf) == (anzahl == 0)


@pytest.mark.parametrize(
    ("text", "gedruckt"),
    [("Mo\u0308hnesee", "Möhnesee"), ("a😀b\x00c", "abc"), ("Łódź, Київ, Ω, 2\u00a0€", "Łódź, Київ, Ω, 2\u00a0€")],
)
def test_only_what_the_fonts_have_is_printed(text, gedruckt):
    assert papier.druckbar(text) == gedruckt


@pytest.mark.parametrize("grenze", ["Zeit", "Vorlage"])
def test_what_cannot_be_made_is_a_sentence_and_no_data_in_the_log(grenze, monkeypatch, caplog):
    daten = {"zeilen": [["nur eine Spalte, und #geheim"]] * 3, "bild": "kein Bild"}
    if grenze == "Zeit":
        monkeypatch.setattr(papier, "SEKUNDEN", 0.01)
    with pytest.raises(papier.Papierfehler, match="nicht erstellen"):
        probe(**daten)
    assert "geheim" not in caplog.text
    assert "kein Bild" not in caplog.text


def test_a_qr_code_says_the_address_and_no_more():
    assert papier.qr_code("https://x.example/angebote/1").startswith("<?xml")
    assert papier.kurz("https://www.x.example/angebote/1/") == "x.example/angebote/1"


def test_the_colours_are_those_of_the_pages():
    farben = papier._farben()
    assert farben.keys() == set(papier.FARBEN)
    assert all(re.match(r"#|oklch\(", wert) for wert in farben.values())
