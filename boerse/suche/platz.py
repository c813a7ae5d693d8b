"""Which place stands in a question? "Schach Geseke", "59597", "Garten in Bad Sassendorf"."""

import re

from django.db.models import Count
from django.utils.translation import gettext as _

from ..models.einsatzort import Einsatzort
from ..models.suchwort import Suchwort
from .kreise import genannter_kreis
from .orte import GROSS_AB, Suchort, genannte, ort_aehnlich, ort_finden
from .ortsschreibung import gemeinter_name
from .sprache import FUELLWOERTER, ist_grundwort, stamm

WOERTER_HOECHSTENS = 3
_WORT = re.compile(r"[^\W_]+(?:[-.'][^\W_]+)*\.?")
_PLZ = re.compile(r"(?<!\d)\d{5}(?!\d)")
_WO = {"in", "bei", "um", "aus", "nahe", "rund", "raum"}
_WO_KREIS = {*_WO, "im", "ganzen", "gesamten", "dem"}
_SICHER_WO = {"in", "nahe", "raum"}
# A town elsewhere is read without a word like "in" before it if it has so many inhabitants, and what is an ordinary
# word is read as a town elsewhere after "in" if that has so many.
BEKANNT_AB = 5_000
# A name that stands in more listings than this is an ordinary word, not a town that is mentioned now and then.
EINWOHNER_JE_NENNUNG = 60_000


def ort_deuten(eingabe: str) -> tuple[Suchort | None, str]:
    """The place somebody means who was asked for one; and what to tell where it is not called so."""
    kreis = genannter_kreis([eingabe])
    if genau := kreis[1] if kreis else ort_finden(eingabe):
        return genau, ""
    wert = eingabe[:60]
    if ort := ort_lesen(eingabe)[2] or ort_aehnlich(eingabe):
        return ort, gelesen_als(wert, ort)
    return None, _("Den Ort „%(wert)s“ kennen wir nicht; wir suchen ohne Ort.") % {"wert": wert}


def gelesen_als(wert: str, ort: Suchort) -> str:
    return _("Den Ort „%(wert)s“ haben wir als „%(ort)s“ gelesen.") % {"wert": wert, "ort": ort.name}


def ort_lesen(text: str) -> tuple[str, str, Suchort | None]:
    """The question without its place, the words of the place as typed, and the place; the last one named counts.

    A name that is also an ordinary word (Essen, Berge) needs a word like "in" before it, unless it is a place the
    portal serves and the question consists of it alone.
    """
    if plz := _PLZ.search(text):
        ort = ort_finden(plz.group())
        return (_ohne(text, plz.start(), plz.end()), plz.group(), ort) if ort else (text, "", None)
    woerter, folgen = _folgen(text, WOERTER_HOECHSTENS)
    if kreis := genannter_kreis(list(folgen)):
        return *_teilen(text, woerter, *folgen[kreis[0]], _WO_KREIS), kreis[1]
    bekannte = genannte(list(folgen))
    nennungen = _nennungen({folge: ort for folge, ort in bekannte.items() if not ort.bedient})
    for folge in sorted(bekannte, key=lambda f: (not bekannte[f].bedient, -folgen[f][1], -folgen[f][0])):
        i, n = folgen[folge]
        davor, ort = woerter[i - 1].group().lower() if i else "", bekannte[folge]
        verb = folge.islower() and not text.islower()
        if _hier(ort, folge, davor, len(woerter) == n) or _anderswo(ort, folge, davor, verb, nennungen):
            return *_teilen(text, woerter, i, n, _WO), ort
    return text, "", None


def ort_erraten(text: str) -> tuple[str, str, Suchort | None]:
    """The same for a question that names none: a place that is spelled nearly like words that are none themselves."""
    woerter, folgen = _folgen(text, 2)
    for folge, (i, n) in reversed(folgen.items()):
        name = gemeinter_name(folge, sicher=i > 0 and woerter[i - 1].group().lower() in _SICHER_WO)
        if name and (ort := genannte([name]).get(name)):
            return *_teilen(text, woerter, i, n, _WO), ort
    return text, "", None


def _folgen(text: str, hoechstens: int) -> tuple[list[re.Match], dict[str, tuple[int, int]]]:
    """The words; and each sequence of so many words at most that may be a name, with its first and its number."""
    woerter = list(_WORT.finditer(text))
    return woerter, {
        text[woerter[i].start() : woerter[i + n - 1].end()]: (i, n)
        for n in range(1, hoechstens + 1)
        for i in range(len(woerter) - n + 1)
        if woerter[i].group().lower() not in FUELLWOERTER
    }


def _teilen(text: str, woerter: list[re.Match], i: int, n: int, wo: set[str]) -> tuple[str, str]:
    """The text without these words and a word like "in" before them, and what was taken out."""
    anfang, ende = woerter[i].start(), woerter[i + n - 1].end()
    while i > 0 and woerter[i - 1].group().lower() in wo:
        i -= 1
        anfang = woerter[i].start()
    return _ohne(text, anfang, ende), text[anfang:ende]


def _hier(ort: Suchort, folge: str, davor: str, allein: bool) -> bool:
    return ort.bedient and (davor in _WO or allein or not ist_grundwort(folge.lower()))


def _anderswo(ort: Suchort, folge: str, davor: str, verb: bool, nennungen: dict[str, int]) -> bool:
    """`verb`: the person writes nouns with a capital letter, but not this word."""
    if ort.bedient:
        return False
    oft = nennungen.get(folge, 0) > ort.einwohner // EINWOHNER_JE_NENNUNG
    ist_wort = oft or verb or ist_grundwort(folge.lower())
    if davor in _WO:
        return not ist_wort or (davor in _SICHER_WO and ort.einwohner >= GROSS_AB)
    return not ist_wort and ort.einwohner >= BEKANNT_AB


def _nennungen(orte: dict[str, Suchort]) -> dict[str, int]:
    """In how many listings each name of one word stands, in whatever sense, without those that take place there."""
    staemme = {name: stamm(name.lower()) for name in orte if name.isalpha()}
    stehen = Suchwort.objects.filter(stamm__in=set(staemme.values()), anzahl__gt=0) if staemme else []
    if not (anzahlen := {wort.stamm: wort.anzahl for wort in stehen}):
        return {}
    dort = Einsatzort.objects.filter(gemeinde__in=[orte[name].ags[0] for name in staemme]).order_by()
    je_ort = dict(dort.values_list("gemeinde").annotate(Count("angebot", distinct=True)))
    return {name: anzahlen.get(s, 0) - je_ort.get(orte[name].ags[0], 0) for name, s in staemme.items()}


def _ohne(text: str, anfang: int, ende: int) -> str:
    return " ".join(f"{text[:anfang]} {text[ende:]}".split())
