"""Can everybody use each page? Looked at by axe, narrow and wide, light and dark, logged in and out; and enlarged."""

from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Page

from .axe import befunde
from .fenster import Fenster
from .seiten import Seite, fehler, konto, oeffentlich, per_mail
from .umbruch import verluste


@pytest.fixture
def fenster(page: Page) -> Fenster:
    return Fenster(page)


def arten(seiten: Iterable[Seite]) -> Iterator[Seite]:
    """One page of each kind: made of the same templates."""
    gesehen = set()
    for seite in seiten:
        vorlagen = frozenset(vorlage.name for vorlage in seite.antwort.templates)
        if vorlagen not in gesehen:
            gesehen.add(vorlagen)
            yield seite


@pytest.mark.parametrize("gruppe", [oeffentlich, per_mail, konto, fehler], ids=lambda gruppe: gruppe.__name__)
def test_no_page_has_barriers(gruppe, welt, fenster):
    gefunden = []
    for nummer, seite in enumerate(arten(gruppe(welt))):
        page = fenster.zeigen(seite.adresse, seite.antwort)
        saetze = [*befunde(page, ganz=nummer == 0), *(verluste(page) if gruppe is oeffentlich else [])]
        gefunden += [f"{seite.adresse} {satz}" for satz in saetze]
    assert not gefunden, "\n".join(gefunden)
