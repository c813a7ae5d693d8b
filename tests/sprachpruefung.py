"""What on a page is German although it should not be? Texts without translation, and German that is not marked."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest
from django.utils.translation import trans_real

from ehrenamt import kataloge

# What is German on purpose: names.
NAMEN = re.compile(
    r"Kontaktstelle Ehrenamt|Kreis Soest|Anröchte|Möhnesee|Rüthen|Ihr Konto|Ombudsstelle für [^\n]+"
    r"|\((\w+ )?Führungszeugnis\)|\(\w+pauschale\)"
)
DEUTSCH = re.compile(
    r"[äöüßÄÖÜ]|\b(der|die|das|und|oder|nicht|ist|sind|Sie|Ihre?|wir|mit|für|von|zu|im|ein|eine|auf|bei|noch|"
    r"Angebote?|Anfragen?|Uhr|jetzt|keine?|alle|Kontaktstelle|Gemeinden?)\b"
)
VORGELESEN = {"aria-label", "title", "alt", "placeholder"}


@pytest.fixture
def ohne_uebersetzung(monkeypatch) -> set[str]:
    """German texts that pages ask for and that have no English."""
    kataloge.bauen()
    bekannt = _texte()
    vermisst = set()
    englisch = trans_real.translation("en")._catalog
    fragen, holen = trans_real.TranslationCatalog.get, trans_real.TranslationCatalog.__getitem__

    def get(katalog, text, sonst=None):
        ergebnis = fragen(katalog, text, sonst)
        if katalog is englisch and ergebnis is sonst and text in bekannt:
            vermisst.add(text)
        return ergebnis

    def getitem(katalog, text):
        try:
            return holen(katalog, text)
        except KeyError:
            if katalog is englisch and text[0] in bekannt:
                vermisst.add(text[0])
            raise

    monkeypatch.setattr(trans_real.TranslationCatalog, "get", get)
    monkeypatch.setattr(trans_real.TranslationCatalog, "__getitem__", getitem)
    return vermisst


@cache
def _texte() -> set[str]:
    texte = [eintrag.id for eintrag in kataloge.alle_texte() if eintrag.id]
    return {text if isinstance(text, str) else text[0] for text in texte}


class Deutsches(HTMLParser):
    """Collects what a page says in German without marking it."""

    def __init__(self) -> None:
        super().__init__()
        self.offen: list[tuple[str, str]] = []
        self.gefunden: set[str] = set()

    @property
    def sprache(self) -> str:
        return self.offen[-1][1] if self.offen else ""

    def handle_starttag(self, tag: str, attrs: list) -> None:
        werte = dict(attrs)
        sprache = werte.get("lang") or self.sprache
        if tag not in ("meta", "link", "input", "br", "img", "hr", "path", "circle"):
            self.offen.append((tag, sprache))
        for name in (VORGELESEN | {"content"} if werte.get("name") == "description" else VORGELESEN) & werte.keys():
            self._pruefen(werte[name] or "", sprache)

    def handle_endtag(self, tag: str) -> None:
        while self.offen and self.offen.pop()[0] != tag:
            pass

    def handle_data(self, text: str) -> None:
        if self.offen and self.offen[-1][0] not in ("script", "style"):
            self._pruefen(text, self.sprache)

    def _pruefen(self, text: str, sprache: str) -> None:
        if sprache != "de" and DEUTSCH.search(NAMEN.sub("", text)):
            self.gefunden.add(" ".join(text.split()))


def deutsches(html: str) -> set[str]:
    leser = Deutsches()
    leser.feed(html)
    return leser.gefunden
