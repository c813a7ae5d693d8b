"""Which terms are there? The vocabulary as data: provided once, then edited by staff."""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Value

from ehrenamt.gemerkt import gemerkt
from ehrenamt.sprachen import in_sprache

DATEI = Path(__file__).parent / "daten" / "vokabular.csv"


def vokabular_bereitstellen() -> None:
    """Add the terms of the package that are missing; never change one that is there."""
    from .models import Taetigkeit, Thema, Zielgruppe

    modelle = {"thema": Thema, "zielgruppe": Zielgruppe, "taetigkeit": Taetigkeit}
    neue = {modell: [] for modell in modelle.values()}
    with DATEI.open(encoding="utf-8", newline="") as datei:
        for zeile in csv.DictReader(datei):
            modell = modelle[zeile["art"]]
            begriff = modell(
                slug=zeile["slug"],
                label={"de": zeile["label"], "en": zeile["label_en"]},
                beschreibung={
                    sprache: text
                    for sprache, text in (("de", zeile["beschreibung"]), ("en", zeile["beschreibung_en"]))
                    if text
                },
                reihenfolge=len(neue[modell]) + 1,
            )
            if modell is Thema:
                begriff.freiwilligensurvey = int(zeile["freiwilligensurvey"])
            neue[modell].append(begriff)
    for modell, begriffe in neue.items():
        modell.objects.bulk_create(begriffe, ignore_conflicts=True)


def bezeichnungen(sprache: str = "de") -> dict[str, str]:
    """The label of every slug, in one query. A slug that two kinds share means the same in both."""
    from .models import Taetigkeit, Thema, Zielgruppe

    zeilen = Thema.objects.values_list("slug", "label").union(
        Zielgruppe.objects.values_list("slug", "label"), Taetigkeit.objects.values_list("slug", "label"), all=True
    )
    return {slug: in_sprache(label, sprache) for slug, label in zeilen.order_by()}


@dataclass(frozen=True)
class Begriffswort:
    """A term as lists and filters need it, in the current language."""

    slug: str
    label: str
    aktiv: bool

    def __str__(self) -> str:
        return self.label


@gemerkt(3)
def begriffe() -> dict[str, dict[str, Begriffswort]]:
    """The whole vocabulary by kind (thema, zielgruppe, taetigkeit) and slug, in its order, in one query."""
    from .models import Taetigkeit, Thema, Zielgruppe

    modelle = {"thema": Thema, "zielgruppe": Zielgruppe, "taetigkeit": Taetigkeit}
    zeilen = [
        modell.objects.order_by().values_list(Value(art), "reihenfolge", "slug", "label", "aktiv")
        for art, modell in modelle.items()
    ]
    ergebnis: dict[str, dict[str, Begriffswort]] = {art: {} for art in modelle}
    for art, _platz, slug, label, aktiv in sorted(
        zeilen[0].union(*zeilen[1:], all=True).order_by(), key=lambda z: z[:3]
    ):
        ergebnis[art][slug] = Begriffswort(slug, in_sprache(label), aktiv)
    return ergebnis
