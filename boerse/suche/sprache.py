"""What is a word of German text reduced to, so that what means the same is found by each other?

Inflection, umlaut spellings, gendered forms and the parts of compounds; synonyms are data (models/wortgruppe.py).
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from charsplit_fst import Splitter
from Stemmer import Stemmer

# Words that say nothing about a listing, in texts and in questions alike.
FUELLWOERTER = frozenset(
    """ab aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beim bin bis
    bist bitte da dabei dafür damit dann das dass dein deine dem den denn der des dich die dies diese diesem
    diesen dieser dir doch dort du durch ein eine einem einen einer eines einfach er es etwa etwas euch euer
    eure für gern gerne ganz gibt habe haben hat hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins
    irgendwas irgendwo ist ja jede jedem jeden jeder jedes kann kein keine können man mein meine meinem meinen
    meiner mich mir mit möchte möchten muss müssen nach nicht noch nun nur ob oder ohne sehr sein seine seit
    sich sie sind so sollen sollte sowie suche suchen sucht über um und uns unser unsere unserem unseren unserer
    unter vom von vor war was welche wenn wer werden wie wir wird wo wollen würde zu zum zur zwischen gesucht
    würd will wollt mag hab hallo irgendwie machen mach macht gehen geht gehe tun nützlich werde ehrenamt
    ehrenamtlich ehrenamtliche ehrenamtlichen ehrenamtlicher freiwillig freiwillige freiwilligen engagement
    engagieren mitmachen mithelfen angebot angebote ach ah äh allerdings ans aufs außerdem bereits besonders
    besser brauche brauchen braucht bräuchte damals daran darauf darf dazu denen deren derzeit desto deswegen
    dürfen eben egal eher eigentlich eigene eigenen eigener einige einigen einiges ebenfalls endlich entweder
    erst etwaige falls fast finde finden findet freue früher gerade geben genau genug glaube gut gute guten
    guter gutes halt hätte hätten hatte hatten heute immer inzwischen irgendein irgendeine irgendetwas
    irgendwann irgendwem jemand jemandem jetzt kannst komme kommt könnt könnte könnten leider lieber lust mache
    machst mal manche mehr meist möglich möglichst moin na nämlich natürlich neben nein nie niemand ok okay paar
    passt passend prima quasi schon schön selber solch solche soll sonst sowas statt super toll total trotzdem
    überhaupt ungefähr usw viel viele vielen vieles vielleicht voll wäre wären warum weil weiß wenig weniger
    wenigstens werdet wieder wieso willst wirklich wirst wissen wobei wofür womit wohl worden wurde wurden
    würden ziemlich zwar interessiere interessiert interessieren ehrenamtliches freiwilliges freiwilliger
    engagiere einbringen beitragen anbieten bieten biete bietet gebraucht hilfreich sinnvoll sinnvolles
    möglichkeit möglichkeiten aktiv einsetzen eingesetzt umgehen umgang auskennen auskenne kenne kennt könne
    gearbeitet arbeiten arbeite arbeitet gelernt erfahrung erfahrungen lange langem jahre jahren jahrelang
    monate monaten früheren ehemalige ehemaliger verbringen verbringe beschäftigen beschäftige kümmern kümmere
    dran drin raus rein rum mega bock cool coole cooles krass nice nett nette nettes tolle tolles schönes schöne
    richtig echt bissl bisschen bisserl dings zeugs ding dinge sachen sache welcher welches welchem welchen
    wohin woher wann wem wen gäbe wüsste müsste dürfte wünsche wünschen ausüben übernehmen übernehme teilnehmen
    mitzumachen mitzuhelfen engagiert tätig bereich bereichen richtung art nichts alleine gemeinsam zusammen
    nebenbei nebenher zusätzlich irgendwelche verschiedene verschiedenen denke dachte fänd fände passende
    passendes geeignet geeignete geeignetes""".split()  # noqa: SIM905
)
# Whole words whose parts mislead: a Vorstand is no stand, a Nachmittag no noon.
UNTEILBAR = frozenset(
    """vorstand vorstands vorstände nachmittag nachmittags vormittag vormittags mittwoch handwerk handwerker feierabend
    gottesdienst bahnhof rathaus freizeit feuerwehr krankenhaus kindergarten bücherei gemeinde nachbarschaft
    stadtteil blumenstrauß handball fußball basketball volleyball tischtennis bankdrücken großeltern nachhilfe
    vorlesen ausflug urlaub computer senioren seniorin integration information organisation station teilhabe
    unterstützung verein patenschaft landwirtschaft wirtschaft mannschaft gesellschaft freundschaft telefon
    internet veranstaltung vorbereitung wochenende jugendliche jugendlicher jugendlichen erwachsene anfänger
    training trainer übungsleiter hausaufgabe hausaufgaben arbeitszeit mitarbeit mitglied mitglieder aufgabe
    einsatz übersetzen überblick unterricht transport transporter glied glieder mittler interesse interessen
    interessierte interview website protokoll kalender spender schreiner montag dienstag donnerstag freitag samstag
    sonntag montags dienstags donnerstags freitags samstags sonntags""".split()  # noqa: SIM905
)
# Basic words that compounds of this field are made of.
_GRUNDWOERTER = frozenset((Path(__file__).parent / "grundwoerter.txt").read_text(encoding="utf-8").split())
_BEKANNT = _GRUNDWOERTER | UNTEILBAR
# What looks like a word at the end and is none: sortieren has no Tiere, praktisch no Tisch.
_NUR_ENDUNG = re.compile(r"(?:ier(?:en|t|te|ten|end|ung|ungen)|isch(?:e|en|er|es)?)$")
_FUGEN = ("", "s", "n", "en", "es", "er", "e")
# What begins a word without being a word of its own here: Aufsicht, Mitarbeit, Einkauf.
_VORSILBEN = frozenset(
    """ab all an auf aus be bei beg da dar der dies durch ein ent er ge her hin hier in kata klei los mit nach nieder
    ob über um un unter ur ver vor weg wider wieder zer zu zurück zusammen""".split()  # noqa: SIM905
)
# Nor is what is left of such a beginning with the consonants after it: be-halten is no Beh-alten, ver-gessen no Essen.
_REST_DAVON = re.compile(rf"(?:{'|'.join(sorted(_VORSILBEN))})?[^aeiouyäöü]*")
TEIL_AB = 3
# The longest words of German have some 70 letters; the time to look for parts grows with the square of the length.
WORT_BIS = 80
# From these scores of the splitter on a word counts as a compound: of a whole word, of a part.
SICHER_AB, TEIL_SICHER_AB = 0.2, 0.8
# Where it is that or nothing.
ZUR_NOT_AB = -0.5
_GENDERZEICHEN = re.compile(r"(?<=[a-zäöüß])(?:[:*_·]|/-?)(?=in(?:nen)?\b)", re.IGNORECASE)
_BINNEN_I = re.compile(r"(?<=[a-zäöüß])I(?=n(?:nen)?\b)")
_AKZENTE = re.compile("[\u0300-\u0307\u0309-\u036f]")  # all but the two dots
# Repair-Café is found as Repaircafé, too.
_BINDESTRICH = re.compile(r"\b([^\W\d_]{3,})-([^\W\d_]{3,})\b")
_WORT = re.compile(r"[^\W_]+")
# No action but a thing: a Rechnung is not what children do in rechnen.
_NICHT_UNG = frozenset(
    """bildung zeitung achtung satzung rechnung kleidung wohnung sitzung heizung stiftung siedlung währung festung
    zeitungen satzungen rechnungen kleidungen wohnungen sitzungen heizungen stiftungen siedlungen""".split()  # noqa: SIM905
)
# Who does it, and what is done, where the stemmer keeps them apart: Sammler, sammeln; Moderator, moderieren.
_TAETER = re.compile(r"(?:(?<=[bcdfghkmnpstz])(?P<ler>ler)|(?<=[dnrst])ator)(?:n|s|en)?$")
_stemmer = Stemmer("german")


def woerter(text: str) -> list[str]:
    """The words of a text that carry meaning, in lower case, as often as they stand there."""
    text = _BINDESTRICH.sub(r"\1-\2 \1\2", text)
    text = _ohne_akzente(_BINNEN_I.sub("i", _GENDERZEICHEN.sub("", text)))
    return [wort for wort in (w.lower() for w in _WORT.findall(text)) if wort not in FUELLWOERTER and len(wort) > 1]


def _ohne_akzente(text: str) -> str:
    """Café and Cafe are one word; umlauts are the stemmer's business, which reads ae, oe, ue like them."""
    if text.isascii():
        return text
    zerlegt = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _AKZENTE.sub("", zerlegt))


@lru_cache(50_000)
def stamm(wort: str) -> str:
    """The stem of one word in lower case: Bücher, Buechern -> buch; Seniorinnen, Senioren -> senior."""
    if len(wort) <= 4 and wort.endswith(("rs", "us")):
        return wort  # Kurs is no Kur, Bus no Bu
    return _stemmer.stemWord(_ohne_endung(wort))[:60]


def _ohne_endung(wort: str) -> str:
    """Führung, führen and Führerin are about the same; the stemmer leaves short words in -ung as they are."""
    if len(wort) > 6 and wort.endswith(("ung", "ungen")) and wort not in _NICHT_UNG:
        return wort.removesuffix("en").removesuffix("ung") + "en"
    if wort.endswith("innen") and len(wort) > 8:
        wort = wort[:-5]
    elif wort.endswith(("erin", "orin", "istin")) and len(wort) > 7:
        wort = wort[:-2]
    return _TAETER.sub(lambda ende: "eln" if ende["ler"] else "ieren", wort) if len(wort) > 5 else wort


@lru_cache(50_000)
def teile(wort: str) -> tuple[str, ...]:
    """The stems of the parts of a compound, the last one (what it is) at the end; empty for other words."""
    gefunden = _teilen(wort, SICHER_AB)
    return tuple(dict.fromkeys(map(stamm, gefunden))) if len(gefunden) > 1 else ()


def teile_zur_not(wort: str) -> tuple[str, ...]:
    """The same for a word that nothing is found by, also if its parts may mislead or are hardly certain."""
    schnitt = _nach_grundwoertern(wort) or _nach_statistik(wort, ZUR_NOT_AB) if wort.isalpha() else None
    return tuple(map(stamm, schnitt)) if schnitt else ()


def _teilen(wort: str, sicher_ab: float) -> list[str]:
    schnitt = _schnitt(wort, sicher_ab)
    return [w for teil in schnitt for w in _teilen(teil, TEIL_SICHER_AB)] if schnitt else [wort]


def _schnitt(wort: str, sicher_ab: float) -> tuple[str, str] | None:
    if not 2 * TEIL_AB < len(wort) <= WORT_BIS or wort in UNTEILBAR or wort in _GRUNDWOERTER or not wort.isalpha():
        return None
    return _nach_grundwoertern(wort) or _nach_statistik(wort, sicher_ab)


def _nach_grundwoertern(wort: str) -> tuple[str, str] | None:
    """Both parts are known, or one is and the other is long enough to be a word."""
    halb = None
    for i in range(TEIL_AB, len(wort) - TEIL_AB + 1):
        vorn, hinten = wort[:i], wort[i:]
        bekannt = [_grundwort(vorn), ist_grundwort(hinten)]
        if all(bekannt) and vorn not in _VORSILBEN:
            return vorn, hinten
        if any(bekannt) and min(i, len(hinten)) >= TEIL_AB + 1 and len(wort[:i] if bekannt[1] else hinten) >= 4:
            halb = halb or ((vorn, hinten) if bekannt[1] and _kann_vorn_stehen(vorn) and len(hinten) >= 4 else None)
    return halb if not _NUR_ENDUNG.search(wort) else None


def _kann_vorn_stehen(vorn: str) -> bool:
    return _grundwort(vorn) or not _REST_DAVON.fullmatch(vorn)


def _grundwort(vorn: str) -> bool:
    return any(vorn.removesuffix(fuge) in _BEKANNT for fuge in _FUGEN if len(vorn) - len(fuge) >= TEIL_AB)


def ist_grundwort(hinten: str) -> bool:
    """Whether this is, in some form, one of the ordinary words that compounds are made of."""
    return any(hinten.removesuffix(endung) in _BEKANNT for endung in ("", "n", "en", "e", "s", "in", "innen", "er"))


def _nach_statistik(wort: str, sicher_ab: float) -> tuple[str, str] | None:
    if _NUR_ENDUNG.search(wort):
        return None
    for wert, vorn, hinten in _splitter().split_compound(wort.capitalize())[:1]:
        vorn, hinten = vorn.lower(), hinten.lower()
        if wert >= sicher_ab and min(len(vorn), len(hinten)) >= TEIL_AB and _kann_vorn_stehen(vorn):
            return vorn, hinten
    return None


@cache
def _splitter() -> Splitter:
    return Splitter()


def zusammengeschrieben(text: str) -> dict[str, set[str]]:
    """Each word, and the stems of what it may be a part of that stands apart and is one word: fahr dienst, vor lesen.

    Words without meaning only as the beginning of a verb, which many of them can be.
    """
    ganze: dict[str, set[str]] = {}
    folge = [wort.lower() for wort in _WORT.findall(_ohne_akzente(text)) if wort.isalpha()]
    for vorn, hinten in pairwise(folge):
        if vorn in FUELLWOERTER and not (vorn in _VORSILBEN and hinten.endswith("en")):
            continue
        if hinten not in FUELLWOERTER and min(len(vorn), len(hinten)) >= 2:
            fugen = ("",) if vorn in FUELLWOERTER else ("", "s", "n")
            staemme_ = {stamm(vorn + fuge + hinten) for fuge in fugen}
            for wort in {vorn, hinten} - FUELLWOERTER:
                ganze.setdefault(wort, set()).update(staemme_)
    return ganze


def staemme(text: str) -> list[str]:
    """The stems of the words of a text that carry meaning, in their order."""
    return [stamm(wort) for wort in woerter(text)]
