"""Which words belong together from the start? The stock of Wortgruppen: provided once, then edited by staff."""

from collections.abc import Iterator
from pathlib import Path

DATEI = Path(__file__).parent / "daten" / "wortgruppen.txt"


def wortgruppen_bereitstellen() -> None:
    """Add the groups of the package that are missing; never change one that is there, or was there and is off.

    Only how each group is recognised follows an update that changes how words are read.
    """
    from .models import Wortgruppe
    from .models.wortgruppe import schluessel

    gruppen = [
        Wortgruppe(woerter=woerter, verwandt=verwandt, schluessel=schluessel(woerter), vorrat=woerter[0])
        for woerter, verwandt in lesen(DATEI.read_text(encoding="utf-8"))
    ]
    Wortgruppe.objects.bulk_create(gruppen, ignore_conflicts=True)
    veraltete = [gruppe for gruppe in Wortgruppe.objects.all() if gruppe.schluessel != schluessel(gruppe.woerter)]
    for gruppe in veraltete:
        gruppe.clean()
    Wortgruppe.objects.bulk_update(veraltete, ["schluessel"])


def _schluessel_erneuern() -> None:
    """How questions are recognised changes with the stemming, which a new version of the portal may do otherwise."""
    from .models import Wortgruppe
    from .models.wortgruppe import schluessel

    veraltet = []
    for gruppe in Wortgruppe.objects.all():
        if (neu := schluessel(gruppe.woerter)) != gruppe.schluessel:
            gruppe.schluessel = neu
            veraltet.append(gruppe)
    Wortgruppe.objects.bulk_update(veraltet, ["schluessel"], batch_size=200)


def lesen(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """One group a line: "gleichbedeutend, gleichbedeutend | auch finden, auch finden"; # begins a comment."""
    for zeile in text.splitlines():
        woerter, _strich, verwandt = zeile.partition("#")[0].partition("|")
        if woerter.strip():
            yield _liste(woerter), _liste(verwandt)


def _liste(text: str) -> list[str]:
    return [wort for teil in text.split(",") if (wort := " ".join(teil.split()))]
