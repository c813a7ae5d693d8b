"""What is a page, and what makes it look unlike others?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.http import HttpResponse
from django.test import Client


class Seite(NamedTuple):
    adresse: str
    antwort: HttpResponse

    @property
    def vorlagen(self) -> set[str]:
        return {vorlage.name for vorlage in self.antwort.templates if vorlage.name}

    @property
    def merkmale(self) -> set[str]:
        """What makes it look unlike other pages: its templates, and whether a form was refused."""
        return self.vorlagen | {self.adresse.partition("#")[2]}


def aufgeschlagen(client: Client, adressen: Iterable[str]) -> Iterator[Seite]:
    """Each that is a page; what leads elsewhere or is a file is left out."""
    for adresse in dict.fromkeys(adressen):
        antwort = client.get(adresse)
        if antwort.status_code == 200 and antwort["Content-Type"].startswith("text/html"):
            yield Seite(adresse, antwort)


def abgelehnt(client: Client, adressen: Iterable[str], daten: dict) -> Iterator[Seite]:
    """Forms as they come back with what is wrong."""
    for adresse in adressen:
        antwort = client.post(adresse, daten)
        assert antwort.status_code == 200, adresse
        yield Seite(f"{adresse}#abgelehnt", antwort)
