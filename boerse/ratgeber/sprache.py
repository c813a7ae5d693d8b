"""Do people understand the text, and does it speak of them with respect?"""

import re
from collections.abc import Iterator

from .regel import Schwere, regel
from .text import Stelle, Text

WOERTER_HOECHSTENS = 28
_AMT = re.compile(
    r"\b(?:zwecks|bezüglich|diesbezüglich|hinsichtlich|seitens|obliegt|obliegen|Inanspruchnahme|Durchführung"
    r"|Bereitstellung|Kontaktaufnahme|Terminierung|Inventarisierung|Verbringung|Gewährleistung|Wahrnehmung von"
    r"|unter Berücksichtigung|unter Zugrundelegung|im Rahmen (?:der|des|von|einer|eines)|erfolg(?:t|en)"
    r"|vorgenannte\w*|oben ?genannte\w*|beinhalte[nt]|beläuft sich|Sorge zu tragen|nachzuweisen|gemäß|ist erforderlich"
    r"|zur Verfügung gestellt|in Kenntnis)\b",
    re.IGNORECASE,
)
_KUERZEL = re.compile(r"\b(?:[A-ZÄÖÜ]{2,6}|[a-zäöü]{1,2}[A-ZÄÖÜ]{2,4})\b")
# What everybody knows, and how clubs call themselves.
_BEKANNT = frozenset(
    """ADAC AG ARD ASB AWO BUND CD CDS DIN DLRG DRK DVD DVDS EDV EM EU FC GPS II III IM IN IT IV KFZ KG LKW MHD NABU
    NRW OK OP PC PCS PDF PKW PLZ SC SMS SV THW TSV TV UNO US USA USB UNESCO VHS VI VII WC WLAN WM XL ZDF
    ÖPNV""".split()  # noqa: SIM905
)
_KRAENKEND = re.compile(
    r"\b(?:Asylant\w*|Zigeuner\w*|Neger\w*|Eskimos?|Krüppel\w*|Mongoloide\w*|Taubstumme\w*|Behinderte[nr]?|Invaliden?"
    r"|Demente[nr]?|Gebrechliche[nr]?|Pflegefälle\w*|Pflegefall|Irre[nr]?|Penner|Asoziale\w*|Fräulein|Hausfrau(?:en)?"
    r"|[Ss]ozial [Ss]chwache?\w*|[Aa]n den Rollstuhl gefesselt\w*|(?:[Dd]eutsche\w? )?Muttersprachler\w*"
    r"|[Jj]unge?[srn]?(?: und|,)? dynamisch\w*)\b"
)
_NUR = re.compile(r"\bnur (?:für )?(?:Frauen|Männer|junge Leute|Jüngere)\b")
_SCHUTZRAUM = re.compile(r"Frauenhaus|Mädchenhaus|Schutz|Gewalt")
_GRUPPE = (
    r"(?:Ausländer\w*|Migrant\w*|Flüchtling\w*|Geflüchtete\w*|Asyl\w*|Musl\w*|Moslem\w*|Juden|Türk\w*|Arab\w*|Roma"
    r"|Schwarze\w*|Homosexuelle\w*|Schwule\w*|Lesben|Behinderte\w*|Menschen mit Behinderung\w*|Rollstuhlfahrer\w*"
    r"|(?:\w+ )?mit Kopftuch)"
)
_NICHT = r"(?:nicht (?:mitmachen|berücksichtig\w*|teilnehmen|geeignet|erwünscht|willkommen)|unerwünscht|keinen Zutritt)"
_AUSSCHLUSS = re.compile(
    r"\bnur (?:für )?(?:Deutsche[nr]?|Inländer\w*|Weiße[nr]?|deutsche Staatsangehörige\w*|Christen)\b"
    rf"|\b(?:ohne|kein) Migrationshintergrund|\bkeine {_GRUPPE}|\bnicht für {_GRUPPE}"
    rf"|\b{_GRUPPE} (?:sind|haben|können|dürfen) [^.!?]{{0,40}}{_NICHT}"
)


@regel(
    Schwere.HINWEIS,
    "Dieser Satz ist lang",
    "Kurze Sätze liest man auch am Telefon und nach einem langen Tag. Machen Sie aus einem Satz zwei oder drei.",
    "„Sie begleiten ältere Menschen zum Arzt. Viele sehen schlecht oder sind nach einem Sturz unsicher.“",
)
def satz_lang(text: Text) -> Iterator[Stelle]:
    for feld, satz in text.saetze:
        if len(woerter := satz.split()) > WOERTER_HOECHSTENS:
            yield feld, " ".join(woerter[:6]) + " …"


@regel(
    Schwere.HINWEIS,
    "Das klingt nach Amt",
    "Schreiben Sie so, wie Sie es jemandem am Gartenzaun erzählen würden: mit Tätigkeitswörtern und „Sie“.",
    "Statt „Die Durchführung der Besuche erfolgt wöchentlich“: „Sie kommen einmal in der Woche zu Besuch“.",
)
def amtsdeutsch(text: Text) -> Iterator[Stelle]:
    yield from text.stellen(_AMT)


@regel(
    Schwere.HINWEIS,
    "Nicht alle kennen diese Abkürzung",
    "Abkürzungen verstehen nur die, die schon dabei sind. Schreiben Sie das Wort aus, wenigstens beim ersten Mal.",
    "„Offene Ganztagsschule (OGS)“",
)
def abkuerzung(text: Text) -> Iterator[Stelle]:
    for feld, kurz in text.stellen(_KUERZEL):
        geschrien = feld == "titel" and text.titel.isupper()
        erklaert = re.search(rf"\({kurz}\)|\b{kurz} \([^)]{{6,}}\)", text.alles)
        if kurz not in _BEKANNT and not geschrien and not erklaert:
            yield feld, kurz


@regel(
    Schwere.SPERRE,
    "Das schließt Menschen aus",
    "Ein Ehrenamt steht allen offen. Niemand darf wegen Herkunft, Religion, Behinderung, Alter oder Geschlecht "
    "ausgeschlossen werden. Schreiben Sie stattdessen, was für die Aufgabe wirklich nötig ist.",
    "Statt „nur Deutsche“: „Sie sprechen so gut Deutsch, dass Sie am Telefon Auskunft geben können“.",
)
def ausschluss(text: Text) -> Iterator[Stelle]:
    yield from text.stellen(_AUSSCHLUSS)


@regel(
    Schwere.WARNUNG,
    "Dieses Wort kann verletzen oder ausschließen",
    "Es gibt fast immer ein Wort, mit dem sich alle gemeint fühlen. Wenn es für eine Grenze einen guten Grund gibt "
    "(zum Beispiel in einem Frauenhaus), nennen Sie ihn.",
    "„Menschen mit Behinderung“, „Geflüchtete“, „Menschen mit Demenz“; statt „Muttersprachler“: „sehr gutes Deutsch“.",
)
def abwertend(text: Text) -> Iterator[Stelle]:
    yield from text.stellen(_KRAENKEND)
    if not text.sagt(_SCHUTZRAUM):
        yield from text.stellen(_NUR)
