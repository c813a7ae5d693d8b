"""Which words on a card answer the question? They are marked; where the title has none, a short excerpt shows them.

What counts is what the search understood (inflection, parts of compounds, synonyms), never the string as typed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .frage import Frage
from .konzept import VERWANDT, Wortfolge
from .sprache import stamm, teile, woerter

DAVOR, DANACH = 60, 90
# Stems have no dots on their vowels; one letter stays one letter, so that places stay what they are.
_OHNE_PUNKTE = ("ä", "a"), ("ö", "o"), ("ü", "u"), ("é", "e"), ("è", "e"), ("ê", "e"), ("á", "a"), ("à", "a")
_IM_WORT = frozenset("-:*·/")
_LEERRAUM = re.compile(r"\s")

Folgen = list[tuple[Wortfolge, float]]


@dataclass(frozen=True)
class Fund:
    """A written word from `anfang` to `ende` of a text that has some of the stems looked for."""

    anfang: int
    ende: int
    staemme: frozenset[str]


def hervorheben(angebote: Iterable, frage: Frage) -> None:
    """Gives each listing `titel_markiert` and, where its text says more than its title, `auszug`; both safe HTML."""
    konzepte = [list(konzept.folgen) for konzept in frage.konzepte]
    gesucht = {s for folgen in konzepte for folge, _wert in folgen for s in folge}
    if gesucht:
        for angebot in angebote:
            _karte(angebot, konzepte, gesucht)


def _karte(angebot, konzepte: list[Folgen], gesucht: set[str]) -> None:
    texte, da, zaehlt = [], set(), []
    for text in (angebot.titel, angebot.kurzbeschreibung, angebot.beschreibung):
        funde = _funde(text, gesucht)
        texte.append((text, funde))
        da.update(s for fund in funde for s in fund.staemme)
        zaehlt = [_gilt(folgen, da) for folgen in konzepte]
        if all(zaehlt):
            break
    alle = set().union(*zaehlt)
    texte = [(text, [fund for fund in funde if fund.staemme & alle]) for text, funde in texte]
    angebot.titel_markiert = _markiert(*texte[0])
    im_titel = {s for fund in texte[0][1] for s in fund.staemme}
    offen = set().union(*(staemme for staemme in zaehlt if not staemme & im_titel))
    for text, funde in texte[1:]:
        if erster := next((fund for fund in funde if fund.staemme & offen), None):
            angebot.auszug = _auszug(text, erster, funde)
            break


def _gilt(folgen: Folgen, da: set[str]) -> set[str]:
    """The stems by which this is an answer. Of a phrase all must stand: "alt" alone says nothing about "alte Leute".

    What is only kin counts where nothing closer stands.
    """
    ganze = [(folge, wert) for folge, wert in folgen if da.issuperset(folge)]
    nahe = [folge for folge, wert in ganze if wert > VERWANDT]
    return {s for folge in nahe or [folge for folge, _wert in ganze] for s in folge}


def _funde(text: str, gesucht: set[str]) -> list[Fund]:
    """In the order of the text. Where the letters of a stem stand is looked at; most words need no stemming so."""
    klein = text.lower()
    for mit, ohne in _OHNE_PUNKTE:
        klein = klein.replace(mit, ohne)
    if len(klein) != len(text):
        return []
    # Repair-Café: without its hyphen it has other letters.
    stellen = sorted({stelle for s in [*gesucht, "-"] for stelle in _stellen(klein, s)})
    funde, bis = [], 0
    for stelle in stellen:
        if stelle >= bis:  # else it is in the word before: each is looked at once, however long somebody made it
            anfang, bis = _wort_um(text, stelle)
            if staemme := _staemme(text[anfang:bis]) & gesucht:
                funde.append(_ohne_rand(text, anfang, bis, staemme))
    return funde


def _stellen(klein: str, gesucht: str) -> Iterator[int]:
    for schreibung in {gesucht, gesucht.replace("ss", "ß")}:
        stelle = klein.find(schreibung)
        while stelle >= 0:
            yield stelle
            stelle = klein.find(schreibung, stelle + 1)


def _wort_um(text: str, stelle: int) -> tuple[int, int]:
    anfang, ende = stelle, stelle + 1
    while anfang and (text[anfang - 1].isalnum() or text[anfang - 1] in _IM_WORT):
        anfang -= 1
    while ende < len(text) and (text[ende].isalnum() or text[ende] in _IM_WORT):
        ende += 1
    return anfang, ende


def _ohne_rand(text: str, anfang: int, ende: int, staemme: frozenset[str]) -> Fund:
    """A hyphen before or after a word is no part of it."""
    while text[anfang] in _IM_WORT:
        anfang += 1
    while text[ende - 1] in _IM_WORT:
        ende -= 1
    return Fund(anfang, ende, staemme)


@lru_cache(20_000)
def _staemme(geschrieben: str) -> frozenset[str]:
    return frozenset(s for wort in woerter(geschrieben) for s in (stamm(wort), *teile(wort)))


def _auszug(text: str, um: Fund, funde: list[Fund]) -> SafeString:
    anfang, ende = max(0, um.anfang - DAVOR), min(len(text), um.ende + DANACH)
    if anfang:
        anfang = text.find(" ", anfang, um.anfang) + 1 or um.anfang
    if ende < len(text):
        ende = max(text.rfind(" ", um.ende, ende), um.ende)
    darin = [Fund(f.anfang - anfang, f.ende - anfang, f.staemme) for f in funde if anfang <= f.anfang < f.ende <= ende]
    auszug = _markiert(_LEERRAUM.sub(" ", text[anfang:ende]), darin)
    return format_html("{}{}{}", "… " if anfang else "", auszug, " …" if ende < len(text) else "")


def _markiert(text: str, funde: list[Fund]) -> SafeString:
    stuecke, bis = [], 0
    for fund in funde:
        stuecke += [escape(text[bis : fund.anfang]), format_html("<mark>{}</mark>", text[fund.anfang : fund.ende])]
        bis = fund.ende
    # Every piece is escaped by itself: what somebody wrote stays text.
    return mark_safe("".join([*stuecke, escape(text[bis:])]))
