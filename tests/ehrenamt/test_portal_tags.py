"""Do the small parts shared by all templates say what they should?"""

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory


def gezeichnet(text: str, **kontext) -> str:
    return Template(text).render(Context(kontext))


def test_a_drawing_is_silent_and_has_its_size():
    svg = gezeichnet('{% symbol "ort" 24 "gross" %}')
    assert svg.startswith('<svg class="symbol gross" width="24" height="24" aria-hidden="true"')
    assert "xmlns" not in svg


@pytest.mark.parametrize("name", ["gibt-es-nicht", "../marke"])
def test_an_unknown_drawing_is_noticed(name):
    with pytest.raises(TemplateSyntaxError):
        gezeichnet("{% symbol name %}", name=name)


def test_a_new_thema_gets_the_compass():
    assert gezeichnet("{% themensymbol None %}") == gezeichnet(
        "{% themensymbol thema %}", thema=SimpleNamespace(slug="neu-dabei")
    )


def test_parameters_stay_when_turning_pages():
    anfrage = RequestFactory().get("/angebote/?thema=tiere&thema=inklusion&seite=2")
    adresse = gezeichnet("{% mit_parametern seite=3 %}", request=anfrage)
    assert adresse == "?thema=tiere&amp;thema=inklusion&amp;seite=3"
    assert gezeichnet('{% mit_parametern seite="" %}', request=anfrage) == "?thema=tiere&amp;thema=inklusion"


def test_page_numbers_leave_gaps():
    seite = Paginator(range(100), 10).page(5)
    assert gezeichnet("{{ seite|seitenzahlen|join:' ' }}", seite=seite) == "1 … 4 5 6 … 10"


@pytest.mark.parametrize(
    ("filter", "wert", "ergebnis"),
    [
        ("telefonziel", " +49 (0)2921 30-0 ", "+492921300"),
        ("telefonziel", "02921 30-0", "02921300"),
        ("website", "https://www.verein.example.org/", "verein.example.org"),
        ("weich", "Feuerwehr, Rettung und Katastrophenschutz", "Feuerwehr, Rettung und Katastrophen\u00adschutz"),
        ("weich", "Arbeit und Tiere", "Arbeit und Tiere"),
        ("kartenmass", "0 0 560 440", "5.600"),
    ],
)
def test_filter(filter, wert, ergebnis):
    assert gezeichnet("{{ wert|" + filter + " }}", wert=wert) == ergebnis
