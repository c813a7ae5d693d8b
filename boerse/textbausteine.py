"""With which sentences does a Kontaktstelle begin? The stock of Textbausteine: provided once, then edited by staff."""

from django.db import connection

VORRAT = {
    "ort": (
        "Der Ort fehlt",
        "Bitte nennen Sie, wo genau es stattfindet: Straße und Ort oder den Treffpunkt. Viele suchen in ihrer Nähe.",
    ),
    "zeit": (
        "Die Zeit fehlt",
        "Bitte schreiben Sie, an welchen Tagen, um welche Uhrzeit und wie lange Sie jemanden brauchen. "
        "Auch „nach Absprache“ ist eine Angabe.",
    ),
    "aufgabe": (
        "Was ist zu tun?",
        "Bitte beschreiben Sie in zwei, drei Sätzen, was Engagierte bei Ihnen tun und wie ein Einsatz abläuft.",
    ),
    "titel": (
        "Titel sagt zu wenig",
        "Bitte sagen Sie schon im Titel, was zu tun ist, etwa „Dienstags Kindern vorlesen“ statt „Helfer gesucht“.",
    ),
    "kontakt": (
        "Kontaktdaten im Text",
        "Bitte nehmen Sie Telefonnummern, Adressen und Namen aus dem Text. Interessierte erreichen Sie über das "
        "Formular; so sind Ihre Daten geschützt und keine Anfrage geht verloren.",
    ),
    "fuehrungszeugnis": (
        "Führungszeugnis",
        "Bei Ihnen geht es um Menschen, die besonderen Schutz brauchen. Bitte geben Sie an, ob ein erweitertes "
        "Führungszeugnis nötig ist. Für Ehrenamtliche ist es kostenlos.",
    ),
    "entgelt": (
        "Ehrenamt oder Arbeit?",
        "Der Text liest sich wie eine bezahlte Stelle. Hier stehen nur freiwillige Tätigkeiten. Bitte schreiben Sie, "
        "welche Auslagen Sie ersetzen, oder rufen Sie uns an.",
    ),
    "wortwahl": (
        "Niemanden ausschließen",
        "Bitte formulieren Sie so, dass sich alle angesprochen fühlen, unabhängig von Geschlecht, Herkunft oder Alter. "
        "Gibt es einen Grund für eine Grenze, dann nennen Sie ihn bitte.",
    ),
    "doppelt": (
        "Steht schon da",
        "Dieses Angebot steht schon im Portal. Bitte ändern Sie das vorhandene, statt ein neues einzureichen.",
    ),
}


def textbausteine_bereitstellen() -> None:
    """Add what is missing of the stock; never change what is there, or is switched off."""
    from .models import Textbaustein

    if Textbaustein._meta.db_table not in connection.introspection.table_names():
        return  # on the way back to an older version
    zeilen = [
        Textbaustein(vorrat=name, titel=titel, text=text, reihenfolge=10 * nummer)
        for nummer, (name, (titel, text)) in enumerate(VORRAT.items(), start=1)
    ]
    Textbaustein.objects.bulk_create(zeilen, ignore_conflicts=True)
