"""Films in sign language: only what every browser plays is taken, and it is served in the pieces players ask for."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile

from ehrenamt.film import Film, KeinFilm, lesen
from ehrenamt.models import Gebaerdenfilm

SEITE = "/gebaerdensprache/"
NEU = "/verwaltung/ehrenamt/gebaerdenfilm/add/"
INHALT = bytes(range(256)) * 40


def schachtel(art: bytes, *teile: bytes) -> bytes:
    inhalt = b"".join(teile)
    return struct.pack(">I4s", 8 + len(inhalt), art) + inhalt


def film(breite=640, hoehe=360, sekunden=95, codec=b"avc1", lang=False) -> bytes:
    """A film as far as it matters here: heads in front, bytes behind."""
    zeiten = (
        struct.pack(">QQIQ", 0, 0, 600, 600 * sekunden) if lang else struct.pack(">IIII", 0, 0, 600, 600 * sekunden)
    )
    mvhd = schachtel(b"mvhd", bytes([lang, 0, 0, 0]), zeiten, bytes(80))
    tkhd = schachtel(b"tkhd", bytes(76), struct.pack(">II", breite << 16, hoehe << 16))
    ton = schachtel(b"trak", schachtel(b"tkhd", bytes(84)))
    stsd = schachtel(b"stsd", bytes(4), struct.pack(">I", 1), schachtel(codec, bytes(78)))
    bild = schachtel(b"trak", tkhd, schachtel(b"mdia", schachtel(b"minf", schachtel(b"stbl", stsd))))
    return schachtel(b"ftyp", b"isom") + schachtel(b"moov", mvhd, ton, bild) + schachtel(b"mdat", INHALT)


@pytest.fixture(autouse=True)
def medien(monkeypatch, tmp_path):
    """The folder of this test; the field of the model has its storage for good."""
    for name in ("base_location", "location"):
        monkeypatch.setattr(storages["medien"], name, str(tmp_path / "medien"))
    return tmp_path / "medien"


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


def angaben(inhalt: bytes | None = None, **anders) -> dict:
    datei = SimpleUploadedFile("Urlaub.exe", film() if inhalt is None else inhalt)
    return {"titel": "So geht es", "datei": datei, "abschrift": "Guten Tag.", "reihenfolge": "1"} | anders


@pytest.fixture
def hochgeladen(tisch, django_capture_on_commit_callbacks) -> Gebaerdenfilm:
    with django_capture_on_commit_callbacks(execute=True):
        assert tisch.post(NEU, angaben()).status_code == 302
    return Gebaerdenfilm.objects.get()


# What a file is


@pytest.mark.parametrize("lang", [False, True])
def test_size_and_length_are_read_from_the_film(lang):
    assert lesen(BytesIO(film(lang=lang))) == Film(95, 640, 360)


@pytest.mark.parametrize(
    ("inhalt", "satz"),
    [
        (b"", "keine MP4-Datei"),
        (b"<html>" * 10, "keine MP4-Datei"),
        (b"\x1aE\xdf\xa3webm" * 5, "keine MP4-Datei"),
        (film(codec=b"hvc1"), "H.264"),
        (film()[:-1], "beschädigt"),
        (film()[:40], "beschädigt"),
        (schachtel(b"ftyp", b"isom"), "beschädigt"),
        (schachtel(b"ftyp", b"isom") + struct.pack(">I4s", 3, b"moov"), "beschädigt"),
        (schachtel(b"ftyp", b"isom") + struct.pack(">I4sQ", 1, b"moov", 2**63), "beschädigt"),
    ],
)
def test_what_not_every_browser_plays_is_refused(inhalt, satz):
    with pytest.raises(KeinFilm, match=satz):
        lesen(BytesIO(inhalt))


# The desk


def test_while_there_is_none_the_page_and_the_statement_say_so(buergerin, db):
    assert "Noch gibt es hier keinen Film" in buergerin.get(SEITE).text
    assert "Gebärdensprache gibt es noch nicht" in buergerin.get("/barrierefreiheit/").text


def test_a_film_stands_on_the_page_with_text_size_and_length(hochgeladen, buergerin):
    text = buergerin.get(SEITE).text
    assert "Noch gibt es" not in text and "<video controls" in text
    for wort in ("So geht es", "Guten Tag.", "1:35 Minuten", 'width="640"', "download", hochgeladen.datei.url):
        assert wort in text
    assert "media-src 'self'" in buergerin.get(SEITE)["Content-Security-Policy"]
    assert "Gebärdensprache gibt es noch nicht" not in buergerin.get("/barrierefreiheit/").text


@pytest.mark.parametrize(
    ("anders", "satz"),
    [
        ({"abschrift": ""}, "zwingend erforderlich"),
        ({"datei": SimpleUploadedFile("film.mp4", b"GIF89a" * 9)}, "keine MP4-Datei"),
        ({"datei": SimpleUploadedFile("film.mp4", film(breite=300))}, "320 × 240"),
        ({"untertitel": SimpleUploadedFile("u.vtt", b"<script>")}, "WEBVTT"),
        ({"untertitel": SimpleUploadedFile("u.vtt", b"\xff\xfe")}, "WEBVTT"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(anders, satz, tisch, medien):
    antwort = tisch.post(NEU, angaben(**anders))
    assert antwort.status_code == 200 and satz in antwort.text
    assert not Gebaerdenfilm.objects.exists() and not medien.exists()


def test_too_big_is_refused(tisch, settings):
    settings.FILM_HOECHSTENS = 1000
    assert "Höchstens" in tisch.post(NEU, angaben()).text


def test_a_town_reads_and_does_not_upload(stadt_lippstadt, angemeldet):
    assert angemeldet(stadt_lippstadt).post(NEU, angaben()).status_code == 403


def test_a_replaced_or_deleted_file_goes(hochgeladen, tisch, medien, django_capture_on_commit_callbacks):
    vorher = hochgeladen.datei.name
    seite = f"/verwaltung/ehrenamt/gebaerdenfilm/{hochgeladen.pk}/"
    untertitel = SimpleUploadedFile("u.vtt", b"WEBVTT\n")
    with django_capture_on_commit_callbacks(execute=True):
        tisch.post(f"{seite}change/", angaben(film(sekunden=5), untertitel=untertitel))
    hochgeladen.refresh_from_db()
    assert hochgeladen.dauer == "0:05"
    assert {datei.name for datei in medien.iterdir()} == {hochgeladen.datei.name, hochgeladen.untertitel.name}
    assert vorher != hochgeladen.datei.name
    with django_capture_on_commit_callbacks(execute=True):
        tisch.post(f"{seite}delete/", {"post": "yes"})
    assert not list(medien.iterdir())


def test_a_film_whose_file_was_not_restored_is_not_shown(hochgeladen, buergerin):
    storages["medien"].delete(hochgeladen.datei.name)
    assert "Noch gibt es" in buergerin.get(SEITE).text


# Serving


GROESSE = len(film())


@pytest.mark.parametrize(
    ("bereich", "status", "von", "bis"),
    [
        ("", 200, 0, GROESSE - 1),
        ("bytes=0-", 206, 0, GROESSE - 1),
        ("bytes=100-199", 206, 100, 199),
        ("bytes=-50", 206, GROESSE - 50, GROESSE - 1),
        ("bytes=-999999999", 206, 0, GROESSE - 1),
        ("bytes=10-99999999", 206, 10, GROESSE - 1),
        ("bytes=0-1,5-6", 200, 0, GROESSE - 1),
        ("bytes=9-5", 200, 0, GROESSE - 1),
        ("bytes=-", 200, 0, GROESSE - 1),
        ("zeilen=1-2", 200, 0, GROESSE - 1),
    ],
)
def test_a_player_gets_the_piece_it_asks_for(bereich, status, von, bis, hochgeladen, buergerin):
    koepfe = {"range": bereich, "accept-encoding": "gzip"}
    antwort = buergerin.get(hochgeladen.datei.url, headers=koepfe)
    assert antwort.status_code == status
    assert antwort.getvalue() == film()[von : bis + 1]
    assert antwort["Content-Length"] == str(bis - von + 1)
    assert antwort["Content-Type"] == "video/mp4" and antwort["Accept-Ranges"] == "bytes"
    assert "Content-Encoding" not in antwort and "immutable" in antwort["Cache-Control"]
    assert antwort.get("Content-Range") == (f"bytes {von}-{bis}/{GROESSE}" if status == 206 else None)


@pytest.mark.parametrize("bereich", [f"bytes={GROESSE}-", "bytes=-0"])
def test_a_piece_behind_the_end_is_none(bereich, hochgeladen, buergerin):
    antwort = buergerin.get(hochgeladen.datei.url, headers={"range": bereich})
    assert (antwort.status_code, antwort["Content-Range"]) == (416, f"bytes */{GROESSE}")


def test_a_piece_of_another_file_is_not_mixed_in(hochgeladen, buergerin):
    koepfe = {"range": "bytes=5-9", "if-range": '"anders"'}
    assert buergerin.get(hochgeladen.datei.url, headers=koepfe).status_code == 200
    etag = buergerin.get(hochgeladen.datei.url)["ETag"]
    assert buergerin.get(hochgeladen.datei.url, headers=koepfe | {"if-range": etag}).status_code == 206


@pytest.mark.parametrize("name", ["0" * 32 + ".mp4", "../settings.py", "a.mp4", "0" * 32 + ".html"])
def test_nothing_else_is_served(name, hochgeladen, buergerin):
    assert buergerin.get(f"/medien/{name}").status_code == 404
    assert buergerin.head(hochgeladen.datei.url)["Content-Length"] == str(GROESSE)
    assert buergerin.post(hochgeladen.datei.url).status_code == 405


# In a browser


def test_a_browser_plays_the_film(tisch, page, live_server, django_capture_on_commit_callbacks):
    """Two seconds of H.264, 2 kB: a white square that moves."""
    echt = (Path(__file__).parent / "film.mp4").read_bytes()
    with django_capture_on_commit_callbacks(execute=True):
        tisch.post(NEU, angaben(echt))
    page.goto(live_server.url + SEITE)
    gespielt = page.locator("video").evaluate(
        "film => { film.playbackRate = 4; return film.play().then(() => new Promise(ende => {"
        "  film.onended = () => ende([film.videoWidth, film.videoHeight, film.currentTime, film.error]) })) }"
    )
    assert gespielt == [320, 240, 2, None]
