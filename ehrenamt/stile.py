"""Which styles reach the browser? One file for all public pages, with what some page uses and nothing else.

A rule stays where each class and each data attribute it asks for is a word of a template, of a drawing, of Python or
of JavaScript; "stand--" before a variable stands for all classes that begin so. Of the tokens stay those in use.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings

QUELLE = settings.BASE_DIR / "static" / "css"
ORTE = ("templates", "static", "boerse", "ehrenamt", "organisationen")
SPRECHEND = {".html", ".py", ".js", ".svg"}
# In this order; further files belong to single pages and follow in any order, paper is last.
GRUND = ("marke", "grund", "bausteine", "kopf-fuss", "formular", "karte", "seiten")
PAPIER = "druck"
FUER_SICH = ("arbeitsbereich", "verwaltung")

TEXT = r'"(?:\\.|[^"\\])*"'
KOMMENTAR = re.compile(rf"({TEXT})|/\*.*?\*/", re.DOTALL)
LUECKEN = re.compile(rf"({TEXT})|\s*([{{}};,])\s*|\s+")
VARIABLE = re.compile(rf"(?<=[{{;])(--[\w-]+):(?:{TEXT}|[^;{{}}\"])*(?:;|(?=\}}))")
GEBRAUCH = re.compile(r"var\(\s*(--[\w-]+)")
LEER = re.compile(r"(?<=[{};])[^{};]+\{\}")


def quellen() -> list[Path]:
    """Every file on which the result depends, but for KERN's."""
    return sorted(QUELLE.glob("*.css")) + sorted(_sprechende())


def buendeln(kern: str, schrift: str) -> dict[str, str]:
    """The style sheets as they are served, by name: the one of all pages, the workspace's on top of it, the desk's."""
    eigene = {datei.stem: datei.read_text(encoding="utf-8") for datei in sorted(QUELLE.glob("*.css"))}
    fuer_sich = {name: schlank(eigene.pop(name)) for name in FUER_SICH}
    papier = f"@media print{{{eigene.pop(PAPIER)}}}"
    folge = [eigene.pop(name) for name in GRUND]
    benutzt = gebraucht()
    aus_kern = benutzt.nur(schlank(re.sub(r"@charset[^;]*;", "", kern)), fremd=True)
    eigenes = benutzt.nur(schlank("".join([*folge, *eigene.values(), papier])))
    oeffentlich = nur_benutzte_variablen(schlank(schrift) + aus_kern + eigenes, "".join(fuer_sich.values()))
    return {"portal": oeffentlich, **fuer_sich, "verwaltung": schlank(schrift) + fuer_sich["verwaltung"]}


def _sprechende() -> Iterator[Path]:
    for ort in ORTE:
        for datei in (settings.BASE_DIR / ort).rglob("*"):
            if datei.suffix in SPRECHEND and "migrations" not in datei.parts:
                yield datei


@dataclass
class Gebraucht:
    """What pages can ask for."""

    woerter: set[str]

    @cached_property
    def anfaenge(self) -> tuple[str, ...]:
        return tuple(wort for wort in self.woerter if re.search(r"^[a-z]{2}.*(-|__)$", wort))

    def nur(self, css: str, fremd: bool = False) -> str:
        """The rules some page can use; of somebody else's CSS no fonts and animations."""
        return "".join(self._regeln(css, fremd))

    def _regeln(self, css: str, fremd: bool) -> Iterator[str]:
        for kopf, rumpf in bloecke(css):
            if kopf.startswith(("@media", "@supports")):
                if innen := self.nur(rumpf, fremd):
                    yield f"{kopf}{{{innen}}}"
            elif kopf.startswith("@"):
                yield "" if fremd else f"{kopf}{{{rumpf}}}"
            elif selektoren := [s for s in re.split(r",(?![^()]*\))", kopf) if self._trifft(s)]:
                yield f"{','.join(selektoren)}{{{rumpf}}}"

    def _trifft(self, selektor: str) -> bool:
        """What is in brackets only narrows or widens, so it decides nothing."""
        while (ohne := re.sub(r"\([^()]*\)", "", selektor)) != selektor:
            selektor = ohne
        merkmale = re.findall(r"\[(data-[\w-]+)", selektor)
        klassen = re.findall(r"\.([A-Za-z_][\w-]*)", re.sub(r"\[[^\]]*\]", "", selektor))
        return self.woerter.issuperset(merkmale) and all(map(self._bekannt, klassen))

    def _bekannt(self, klasse: str) -> bool:
        return klasse in self.woerter or klasse.startswith(self.anfaenge)


def gebraucht() -> Gebraucht:
    texte = (datei.read_text(encoding="utf-8") for datei in _sprechende())
    return Gebraucht({wort for text in texte for wort in re.findall(r"[A-Za-z_][\w-]*", text)})


def bloecke(css: str) -> Iterator[tuple[str, str]]:
    """Head and body of each block on the top level of CSS without comments."""
    tiefe = anfang = rumpf = 0
    for treffer in re.finditer(rf"{TEXT}|[{{}}]", css):
        if treffer.group() == "{":
            tiefe += 1
            rumpf = treffer.end() if tiefe == 1 else rumpf
        elif treffer.group() == "}":
            tiefe -= 1
            if tiefe == 0:
                yield css[anfang : rumpf - 1].strip(), css[rumpf : treffer.start()]
                anfang = treffer.end()


def nur_benutzte_variablen(css: str, auch: str = "") -> str:
    """Without tokens that nothing uses, here or in the other CSS, and so on with those that only they used."""
    benutzt = set(GEBRAUCH.findall(css + auch))
    neu = LEER.sub("", VARIABLE.sub(lambda treffer: treffer[0] if treffer[1] in benutzt else "", css))
    return css if neu == css else nur_benutzte_variablen(neu, auch)


def schlank(css: str) -> str:
    """Without comments and white space."""
    ohne = KOMMENTAR.sub(lambda treffer: treffer[1] or "", css)
    return LUECKEN.sub(lambda treffer: treffer[1] or treffer[2] or " ", ohne).replace(";}", "}").strip()
