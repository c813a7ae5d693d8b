"""Is this a film that every browser plays, how big is its picture, how long is it? Read from the file itself.

MP4 is a tree of boxes: length, four letters, content (ISO/IEC 14496-12). Only the few that answer are opened.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

# So many bytes of a box that tells about the film are read; they are some hundred long.
KOPF_HOECHSTENS = 4096
SCHACHTELN = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}


class KeinFilm(Exception):
    """What is wrong with the file, in words for whoever chose it."""


@dataclass(frozen=True)
class Film:
    sekunden: int
    breite: int
    hoehe: int


def lesen(datei: BinaryIO) -> Film:
    """Raises KeinFilm where not every browser would play it."""
    datei.seek(0)
    if datei.read(8)[4:] != b"ftyp":
        raise KeinFilm(_("Das ist keine MP4-Datei."))
    datei.seek(0, 2)
    angaben: dict[bytes, list[bytes]] = {}
    try:
        for art, inhalt in _schachteln(datei, 0, datei.tell()):
            angaben.setdefault(art, []).append(inhalt)
        return _film(angaben)
    except (struct.error, IndexError, KeyError, ZeroDivisionError):
        raise KeinFilm(_("Die Datei ist beschädigt oder nicht vollständig.")) from None


def _film(angaben: dict[bytes, list[bytes]]) -> Film:
    kopf = angaben[b"mvhd"][0]
    takt, dauer = struct.unpack(">IQ", kopf[20:32]) if kopf[0] else struct.unpack(">II", kopf[12:20])
    # The size stands at the end of each track's head, with 16 bits behind the point; sound has none.
    groessen = [struct.unpack(">II", spur[-8:]) for spur in angaben[b"tkhd"]]
    breite, hoehe = max((breite >> 16, hoehe >> 16) for breite, hoehe in groessen)
    if not any(beschreibung[12:16] in (b"avc1", b"avc3") for beschreibung in angaben[b"stsd"]):
        raise KeinFilm(_("Bitte speichern Sie den Film mit H.264 (AVC). Anderes spielen nicht alle Geräte ab."))
    return Film(round(dauer / takt), breite, hoehe)


def _schachteln(datei: BinaryIO, von: int, bis: int) -> Iterator[tuple[bytes, bytes]]:
    while von + 8 <= bis:
        datei.seek(von)
        laenge, art = struct.unpack(">I4s", datei.read(8))
        kopf = 8
        if laenge == 1:  # the true length follows
            laenge, kopf = struct.unpack(">Q", datei.read(8))[0], 16
        ende = von + laenge if laenge else bis
        if ende < von + kopf or ende > bis:
            raise struct.error
        if art in SCHACHTELN:
            yield from _schachteln(datei, von + kopf, ende)
        elif art in (b"mvhd", b"tkhd", b"stsd"):
            yield art, datei.read(min(ende - von - kopf, KOPF_HOECHSTENS))
        von = ende
