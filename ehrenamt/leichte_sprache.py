"""Which rules of Leichte Sprache does a text break? Hints for whoever writes; a program understands no text.

After BITV 2.0, annex 2 part 2: short sentences with one statement, short and common words, long ones with a
Mediopunkt; no abbreviations, no genitive, subjunctive, passive and negation, numbers as figures.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from .wortlisten import ABKUERZUNGEN, BEIFUEGUNGEN, BEKANNT, FREMD, VERHAELTNISWOERTER, ZAHLWOERTER

WOERTER_HOECHSTENS = 12
BUCHSTABEN_HOECHSTENS = 13
_ENDE = re.compile(r"(?<=[.!?:])\s+|\n+")
_FUGE = "\ue000"  # stands for a space between two sentences that is none
_WORT = re.compile(r"[^\W\d_]+(?:[·\-][^\W\d_]+)*")
_TELEFON = re.compile(r"\+?\d[\d ()/-]{5,}\d")


@dataclass(frozen=True)
class Regel:
    """`finden` gives what breaks the rule in one sentence; `grund` says why it matters and what to write instead."""

    name: Any
    grund: Any
    finden: Callable[[str], Iterator[str]]


@dataclass(frozen=True)
class Fund:
    satz: str
    stelle: str
    regel: Regel


def pruefen(text: str) -> list[Fund]:
    """What to look at again, sentence by sentence; nothing of it is certain, so nothing of it may block."""
    return [
        Fund(satz, stelle, regel)
        for satz in saetze(text)
        for regel in REGELN
        for stelle in dict.fromkeys(regel.finden(satz))
    ]


def saetze(text: str) -> list[str]:
    """Sentences and lines, without what Markdown and the portal's own parts add."""
    text = re.sub(r"^\s*\[\[.*\]\]\s*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^[ \t]*(?:#+|[-*>]|\d+\.)[ \t]+", "", text, flags=re.MULTILINE).replace("**", "")
    for kurz in ABKUERZUNGEN:  # its full stops end no sentence
        text = re.sub(rf"(?<!\w){re.escape(kurz)}(?=\s)", kurz.replace(" ", _FUGE) + _FUGE, text)
    return [satz.replace(f".{_FUGE} ", ". ").replace(_FUGE, " ") for satz in map(str.strip, _ENDE.split(text)) if satz]


def _muster(ausdruck: str, satz: str) -> Iterator[str]:
    return (treffer[0].strip(" ,") for treffer in re.finditer(ausdruck, satz))


def _zu_lang(satz: str) -> Iterator[str]:
    if len(satz.split()) > WOERTER_HOECHSTENS:
        yield satz


def _passiv(satz: str) -> Iterator[str]:
    """A form of "werden" and a participle; "wird nett" and "werden alt" have none."""
    partizip = r"\b(?:\w{0,5}ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer)\w{3,}t)\b"
    if form := re.search(r"\b(?:werde|wirst|wird|werdet|werden|wurden?|worden)\b", satz, re.IGNORECASE):
        partizipien = re.findall(partizip, satz)
        yield from (f"{form[0]} … {wort}" for wort in partizipien[:1])


def _lange_woerter(satz: str) -> Iterator[str]:
    for wort in _WORT.findall(satz):
        if max(map(len, re.split(r"[·\-]", wort))) > BUCHSTABEN_HOECHSTENS:
            yield wort


def _fremde_woerter(satz: str) -> Iterator[str]:
    for wort in _WORT.findall(satz):
        for teil in re.split(r"[·\-]", wort):
            klein = teil.lower()
            if not klein.startswith(BEKANNT) and re.search(FREMD, klein):
                yield teil


def _zahlen(satz: str) -> Iterator[str]:
    yield from _muster(_ZAHL, _TELEFON.sub("", satz))


def _abkuerzungen(satz: str) -> Iterator[str]:
    yield from (kurz for kurz in ABKUERZUNGEN if re.search(rf"(?<!\w){re.escape(kurz)}(?!\w)", satz))
    yield from _muster(r"\b[A-ZÄÖÜ]{2,}\b(?![·-])", re.sub(r"\b[IVX]+\b", "", satz))


_ZAHL = rf"\b(?:{'|'.join(ZAHLWOERTER)})\b|\b[IVX]{{2,}}\b|\b\d+(?:,\d+)?\s?(?:%|Prozent)|\d{{5,}}|\d+\.\d{{3}}\b"
_UNTERORDNEND = "dass|weil|wenn|ob|obwohl|damit|während|nachdem|bevor|sobald|solange|falls|sodass|indem"
_RELATIV = r"(?:der|die|das|den|dem)\b(?! [A-ZÄÖÜ])|(?:deren|dessen|denen|welche[rsmn]?|wo|wer|was|wie|warum|wann)\b"
_NEBENSATZ = rf"(?:, (?:{_UNTERORDNEND})|^(?i:{_UNTERORDNEND}))\b|, (?:{_RELATIV})"
_GENITIV = (
    rf"\b(?:[Dd]es|(?:{BEIFUEGUNGEN})es) (?:\w+en )?[A-ZÄÖÜ]\w+\b"
    rf"|\b(?!(?:{VERHAELTNISWOERTER})\b)[A-ZÄÖÜ]\w+ (?:der|[Ii]hrer|unserer|einer|dieser) [A-ZÄÖÜ]\w+\b"
    r"|\b(?:[Ww]egen|[Tt]rotz|[Mm]ithilfe|[Aa]nhand) (?:des|der)\b"
)
_KONJUNKTIV = r"(?i:\b(?:könnte|würde|hätte|wäre|sollte|müsste|dürfte|käme|gäbe|bräuchte)(?:n|st|t)?\b)"
_VERNEINUNG = r"(?i:\b(?:nicht|nichts|nie|niemals|niemand\w*|kein\w*|weder|ohne)\b)"

REGELN = [
    Regel(_("Langer Satz"), _("Kurze Sätze versteht man besser. Schreiben Sie zwei Sätze daraus."), _zu_lang),
    Regel(
        _("Nebensatz"),
        _("Ein Satz soll nur eine Sache sagen. Machen Sie aus dem Nebensatz einen eigenen Satz."),
        partial(_muster, _NEBENSATZ),
    ),
    Regel(_("Passiv"), _("Sagen Sie, wer etwas tut: „Wir rufen Sie an“ statt „Sie werden angerufen“."), _passiv),
    Regel(
        _("Genitiv"),
        _("Schreiben Sie „von“: „das Haus von dem Verein“ statt „das Haus des Vereins“."),
        partial(_muster, _GENITIV),
    ),
    Regel(
        _("Konjunktiv"),
        _("Was nur vielleicht ist, verwirrt. Schreiben Sie, was ist: „Vielleicht geht das“ statt „Das könnte gehen“."),
        partial(_muster, _KONJUNKTIV),
    ),
    Regel(
        _("Verneinung"),
        _("Eine Verneinung wird leicht überlesen. Sagen Sie, was ist oder was geht."),
        partial(_muster, _VERNEINUNG),
    ),
    Regel(
        _("Langes Wort"),
        _("Trennen Sie lange Wörter mit Mediopunkt: „Ehren·amt“. Oder nehmen Sie ein kürzeres Wort."),
        _lange_woerter,
    ),
    Regel(
        _("Schweres Wort"),
        _("Nicht alle kennen dieses Wort. Nehmen Sie ein bekanntes Wort oder erklären Sie es."),
        _fremde_woerter,
    ),
    Regel(
        _("Zahl"),
        _("Schreiben Sie Ziffern: „3“ statt „drei“. Statt hoher Zahlen und Prozente: „viele“ oder „wenige“."),
        _zahlen,
    ),
    Regel(_("Abkürzung"), _("Schreiben Sie Abkürzungen aus: „zum Beispiel“ statt „z. B.“."), _abkuerzungen),
    Regel(
        _("Sonderzeichen"),
        _("Solche Zeichen kennen nicht alle. Schreiben Sie das Wort dafür, zum Beispiel „und“ oder „oder“."),
        partial(_muster, r"[&§;/…]|(?<=\w)\*(?=\w)"),
    ),
]
