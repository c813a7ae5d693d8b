"""Which pages may search engines list? Those that say something by themselves, and none that belongs to one person."""

from django.test import Client
from django.urls import reverse

from .test_abfragen import SEITEN, bestand  # noqa: F401

GELISTET = ["Startseite", "Liste", "Angebot", "Fragebogen", "Organisationen", "Organisation", "Kontaktstelle", "Zahlen"]
UNGELISTET = ["ein Wort", "Gemeinde und Filter", "nichts gefunden", "Interesse zeigen", "Angebot melden"]
UNGELISTET += ["passende Angebote", "Merkliste"]
WEITERE = ["{angebot}anfrage/gesendet/", "/ich-moechte-helfen/gesendet/", "/meine-daten/angefordert/"]
KONTO = ["account_login", "account_signup", "account_reset_password", "account_request_login_code"]


def test_search_engines_list_what_stands_for_itself(bestand):  # noqa: F811
    erwartet = {SEITEN[art]: True for art in GELISTET} | {SEITEN[art]: False for art in UNGELISTET}
    erwartet |= dict.fromkeys([*WEITERE, *map(reverse, KONTO)], False)
    client = Client()
    for adresse, gelistet in erwartet.items():
        html = client.get(adresse.format(**bestand)).text
        assert ('name="robots" content="noindex' not in html) == gelistet, adresse
    for art in ("Startseite", "Liste", "Fragebogen"):
        assert '<meta name="description"' in client.get(SEITEN[art]).text, art
