"""Does a listing say what, where, when, how long, and what it costs whoever helps?"""

import re
from collections.abc import Iterator

from ..auswahl import Digital, Haeufigkeit, Leistung
from .regel import Schwere, regel
from .text import Stelle, Text

WOERTER_MINDESTENS = 8
_TUN = re.compile(
    r"\b(?:Sie|Ihnen|Ihre?[nmrs]?|[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|ihr|[Ee]uch|[Ee]uer|eure\w*|[Ww]ir|man|[Ww]er|jemand\w*"
    r"|[Aa]ufgaben?|gesucht|gebraucht|helfen|unterstützen)\b"
)
# A word of the kind that templates leave open; "[at]" and "[sic]" are none.
_PLATZHALTER = re.compile(r"\[[A-ZÄÖÜ][^\[\]\n]{1,80}\]")
_ORTSWORT = re.compile(
    r"\b(?:im|am|in|ins|bei[mn]?|auf|hinter|vor|neben|zum|zur|an)(?: d\w{2}| unser\w*| ein\w*)?(?: [a-zäöü]\w+)? "
    r"(?!Sommer|Winter|Herbst|Frühjahr|Frühling|Advent|Woche|Monat|Jahr|Tag|Stunde|Minute|Vormittag|Nachmittag|Mittag"
    r"|Abend|Morgen|Nacht|Wochenende|Mo|Di|Mi|Do|Fr|Sa|So|Janua|Febr|März|Apri|Mai|Juni|Juli|Augu|Sept|Okto|Nove|Deze"
    r"|Team|Gruppe|Schnitt|Anfang|Ende|Ihre|Sie|Absprache|Regel|Laufe|Rahmen|Runde|Zeit)[A-ZÄÖÜ]\w{3,}"
    r"|[Ss]traße\b|\bStr\.|zu Hause|Treffpunkt"
)
_ZEITWORT = re.compile(
    r"\b(?:(?:mon|diens|donners|frei|sams|sonn)(?:tag|abend)|mittwoch|vormittag|nachmittag|mittag|abend|morgens|nachts?"
    r"|wochenend|werktag|wochentag|täglich|wöchentlich|monatlich|flexib|jederzeit|ganzjährig|absprache|vereinbarung"
    r"|jede[nrs]? (?:zweite[nrs]? )?(?:tag|woche|monat)|wann (?:immer )?(?:sie|du|ihr|es)|freie[rn]? zeiteinteilung"
    r"|\d{1,2}(?:[:.]\d\d)? uhr|\d{1,2}\. ?(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|\d)"
    r"|(?:machen|sprechen|stimmen) (?:wir|sie) .{0,30}\b(?:aus|ab)\b)",
    re.IGNORECASE,
)
_ZAHL = (
    r"(?:\d+(?:[.,]\d+)?|eine[nr]?|halbe[nr]?|ander?thalb|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|paar)"
)
_UHR = r"\d{1,2}(?:[:.]\d\d)?"
_DAUER = re.compile(
    rf"\b{_ZAHL}(?: gute| knappe| bis {_ZAHL})?[- ]?(?:Std|Stunden?|Wochenstunden|h|Minuten?|Min|Tage?[ns]?"
    r"|Wochenenden?|Abende?|Vormittage?|Nachmittage?|Samstage?|Sonntage?|Termine?)\b"
    r"|\b(?:halb|ganz)t(?:ags|ägig)|\bhalben? Tag|Viertelstunde|\bwenig\w* Stunden"
    rf"|\b(?:von|zwischen) {_UHR}(?: Uhr)? (?:bis|und) \d|\b{_UHR} ?[-–] ?{_UHR} Uhr",
    re.IGNORECASE,
)
_AUSLAGEN = re.compile(
    r"erstatte|auslagen|fahr(?:t|tk)kosten|aufwandsentschädigung|pauschale|kosten(?:los|frei)|unentgeltlich"
    r"|(?:bezahl|übernehm|übernimm|zahl|trag)\w* (?:der|die|unser\w*|wir) ",
    re.IGNORECASE,
)
_ERSATZ = {
    Leistung.FAHRTKOSTEN,
    Leistung.AUSLAGEN,
    Leistung.EHRENAMTSPAUSCHALE,
    Leistung.UEBUNGSLEITERPAUSCHALE,
}


@regel(
    Schwere.SPERRE,
    "Hier fehlt noch Ihre Angabe",
    "In eckigen Klammern steht, was die Vorlage nicht wissen kann. Ersetzen Sie die Klammer durch Ihre Angabe, oder "
    "streichen Sie sie.",
    "Statt „2 Stunden, [Wochentag und Uhrzeit]“: „2 Stunden, dienstags von 15 bis 17 Uhr“.",
)
def platzhalter(text: Text) -> Iterator[Stelle]:
    yield from text.stellen(_PLATZHALTER)


@regel(
    Schwere.WARNUNG,
    "Was tut man hier?",
    "Wer Ihren Verein nicht kennt, möchte sich die Aufgabe vorstellen können. Erzählen Sie, was man genau tut, mit wem "
    "zusammen und für wen.",
    "„Sie holen den Zettel ab, kaufen ein und bringen die Taschen an die Tür. Oft bleibt Zeit für ein Gespräch.“",
)
def was_fehlt(text: Text) -> Iterator[Stelle]:
    beschreibung = text.beschreibung
    if not beschreibung:
        return
    if len(beschreibung.split()) < WOERTER_MINDESTENS or not _TUN.search(beschreibung):
        yield "beschreibung", ""


@regel(
    Schwere.WARNUNG,
    "Wo ist es?",
    "Die meisten suchen in der Nähe. Ohne Stadt oder Gemeinde findet Ihr Angebot nur, wer das ganze Land durchsucht.",
    "Tragen Sie Stadt oder Gemeinde ein; geht alles am Rechner, wählen Sie „nur von zu Hause“.",
)
def ort_fehlt(text: Text) -> Iterator[Stelle]:
    if text.inhalt.get("digital") != Digital.NUR and not any(ort.get("gemeinde") for ort in text.liste("orte")):
        yield "orte", ""


@regel(
    Schwere.HINWEIS,
    "Wo genau ist es?",
    "Ein Ortsteil, eine Straße oder der Name des Hauses sagt, ob man mit dem Rad oder mit dem Bus hinkommt. Soll die "
    "Adresse nicht öffentlich sein, zeigen wir nur den Ortsteil.",
    "„Grundschule am Rosenhof“, „Ostönnen“ oder „Treffpunkt am Bahnhof“.",
)
def ort_ungenau(text: Text) -> Iterator[Stelle]:
    orte = [ort for ort in text.liste("orte") if ort.get("gemeinde")]
    genau = any(ort.get(name) for ort in orte for name in ("name", "strasse", "ortsteil"))
    anderswo = text.inhalt.get("digital") in (Digital.NUR, Digital.MOEGLICH)
    if orte and not genau and not anderswo and not text.sagt(_ORTSWORT):
        yield "orte", ""


@regel(
    Schwere.WARNUNG,
    "Wann ist es?",
    "Ob es in den Alltag passt, entscheidet sich an Tag und Uhrzeit. Ist beides frei wählbar, sagen Sie auch das.",
    "„Dienstags von 15 bis 17 Uhr“ oder „flexibel, meist vormittags“.",
)
def wann_fehlt(text: Text) -> Iterator[Stelle]:
    angabe = text.liste("zeiten") or text.inhalt.get("beginn") or text.inhalt.get("ende")
    if not angabe and text.inhalt.get("haeufigkeit") != Haeufigkeit.ABSPRACHE and not text.sagt(_ZEITWORT):
        yield "zeiten", ""


@regel(
    Schwere.WARNUNG,
    "Wie viel Zeit kostet es?",
    "Die häufigste Frage ist: Schaffe ich das neben allem anderen? Eine ungefähre Angabe genügt.",
    "„2 Stunden in der Woche“, „einmal 4 Stunden“ oder „etwa 10 Stunden im Jahr“.",
)
def dauer_fehlt(text: Text) -> Iterator[Stelle]:
    uhrzeiten = any(zeit.get("von") and zeit.get("bis") for zeit in text.liste("zeiten"))
    if text.inhalt.get("stunden") is None and not uhrzeiten and not text.sagt(_DAUER):
        yield "zeitaufwand", ""


@regel(
    Schwere.HINWEIS,
    "Was ist mit den Auslagen?",
    "Nicht alle können Fahrkarte oder Zutaten selbst bezahlen. Sagen Sie, was Sie erstatten, auch wenn es nichts ist.",
    "„Fahrtkosten werden erstattet“ oder „keine, aber ein gemeinsames Essen im Jahr“.",
)
def auslagen_fehlen(text: Text) -> Iterator[Stelle]:
    gesagt = text.inhalt.get("aufwandsentschaedigung") or _ERSATZ & set(text.liste("leistungen"))
    if not gesagt and not text.sagt(_AUSLAGEN):
        yield "leistungen", ""
