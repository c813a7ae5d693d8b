"""Which place stands misspelt in a question? "schach lipstadt", "Warschtein", "in Sost"."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q

from ehrenamt.gemerkt import gemerkt
from ehrenamt.sortierung import sortiername
from organisationen.models import Gemeinde, Ortsteil

from ..models.suchwort import Suchwort
from ..models.wortgruppe import Wortgruppe
from .orte import GROSS_AB, wo_bedient
from .sprache import ist_grundwort, stamm

# A name that long can differ in one letter, or in two; shorter ones only where a letter is missing or too many. Towns
# elsewhere are many, so that only long names are sure.
KURZ_AB, EINER_AB, ZWEI_AB, ANDERSWO_AB = 5, 6, 8, 7
# Lippstädter is no misspelt Lippstadt.
ENDUNG_AB = 2

Namen = dict[str, list[tuple[str, frozenset[str]]]]


def gemeinter_name(folge: str, sicher: bool) -> str | None:
    """The name of a place (as sorted) that these words are spelled nearly like and that they are no words themselves.

    `sicher`: something before it says that it is a place.
    """
    key = sortiername(folge)
    laenge = len(key) + sicher
    if laenge < KURZ_AB or not key[0].isalpha():
        return None
    falsche = 2 if laenge >= ZWEI_AB else 1
    nahe = [(abstand(key, name), name) for name in _vergleichbare(key, falsche, gleich_lang=laenge >= EINER_AB)]
    wenige, name = min(nahe, default=(0, ""))
    if not 0 < wenige <= falsche or (" " not in folge and _ist_wort(folge.lower(), name)):
        return None
    return name


def _vergleichbare(key: str, falsche: int, *, gleich_lang: bool) -> Iterator[str]:
    """Names that can differ in so few letters: most can not, which their letters tell."""
    buchstaben = frozenset(key)
    for name, seine in _namen().get(key[0], ()):
        laenger = len(key) - len(name)
        gebildet = laenger >= ENDUNG_AB and key.startswith(name)
        if abs(laenger) > falsche or gebildet or not (laenger or gleich_lang):
            continue
        if len(seine ^ buchstaben) <= 2 * falsche:
            yield name


@gemerkt(60)
def _namen() -> Namen:
    """By their first letter: of the places that are served, and of the larger towns, with the letters they have."""
    gross = Q(einwohner__gte=GROSS_AB)
    namen = set(Gemeinde.objects.order_by().filter(wo_bedient()).values_list("sortiername", flat=True))
    namen |= set(Ortsteil.objects.order_by().filter(wo_bedient("gemeinde__")).values_list("sortiername", flat=True))
    fremde = Gemeinde.objects.order_by().filter(gross).values_list("sortiername", flat=True)
    namen |= {name for name in fremde if len(name) >= ANDERSWO_AB}
    je_anfang: Namen = defaultdict(list)
    for name in sorted(namen):
        je_anfang[name[0]].append((name, frozenset(name)))
    return dict(je_anfang)


def _ist_wort(wort: str, name: str) -> bool:
    """Whether a listing or a Wortgruppe has it in another sense than the name, or compounds are made of it."""
    if ist_grundwort(wort) or stamm(wort) == stamm(name):
        return ist_grundwort(wort)
    steht = Suchwort.objects.filter(stamm=stamm(wort), anzahl__gt=0).order_by().values_list("pk")
    gilt = Wortgruppe.objects.mit([stamm(wort)]).order_by().values_list("pk")
    return bool(steht.union(gilt, all=True)[:1])


def abstand(eins: str, zwei: str) -> int:
    """In how many letters two words differ (Levenshtein)."""
    zeile = list(range(len(zwei) + 1))
    for i, a in enumerate(eins, start=1):
        neu = [i]
        for j, b in enumerate(zwei, start=1):
            neu.append(min(neu[-1] + 1, zeile[j] + 1, zeile[j - 1] + (a != b)))
        zeile = neu
    return zeile[-1]
