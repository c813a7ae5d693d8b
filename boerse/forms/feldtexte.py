"""How does the form for a listing ask? Label and help of each field of the document, in plain words."""

from django.utils.translation import gettext_lazy as _

FELDTEXTE = {
    "titel": (_("Titel"), _("Was tut man? Kurz und mit einem Tätigkeitswort, zum Beispiel „Dienstags vorlesen“.")),
    "kurzbeschreibung": (_("In einem Satz"), _("Steht in Listen und Suchergebnissen. Höchstens 160 Zeichen.")),
    "beschreibung": (
        _("Beschreibung"),
        _("Worum geht es, was tut man genau, wer ist dabei? Schreiben Sie, wie Sie es jemandem erzählen würden."),
    ),
    "schlagwoerter": (_("Weitere Stichwörter"), _("Wonach könnte jemand suchen? Mit Komma getrennt.")),
    "art": (_("Wie ist es angelegt?"), ""),
    "zeitaufwand": (
        _("Zeitaufwand"),
        _("Zum Beispiel „2 Stunden in der Woche“ oder „einmal im Monat 3 Stunden“."),
    ),
    "stunden": (_("Stunden je Einsatz"), _("Nur ausfüllen, wenn es nicht schon beim Zeitaufwand steht.")),
    "haeufigkeit": (_("Wie oft?"), ""),
    "beginn": (_("Beginn"), _("Wenn es einen Termin gibt. Sonst frei lassen.")),
    "ende": (_("Ende"), _("Nach diesem Tag verschwindet das Angebot von selbst.")),
    "digital": (_("Geht das von zu Hause?"), ""),
    "mindestalter": (_("Mindestalter"), ""),
    "hoechstalter": (_("Höchstalter"), _("Nur, wenn es eine Grenze geben muss.")),
    "plaetze": (_("Wie viele Menschen suchen Sie?"), ""),
    "voraussetzungen": (
        _("Was sollte man mitbringen?"),
        _("Nur was wirklich nötig ist. Alles andere lernt man bei Ihnen."),
    ),
    "fuehrungszeugnis": (
        _("Führungszeugnis"),
        _(
            "Wer mit Kindern, Jugendlichen oder schutzbedürftigen Menschen arbeitet, braucht oft ein erweitertes. Für "
            "das Ehrenamt ist es kostenlos."
        ),
    ),
    "nachweise": (_("Andere Nachweise"), ""),
    "deutsch": (_("Wie gut muss man Deutsch können?"), ""),
    "sprachen": (_("Welche Sprachen helfen außerdem?"), ""),
    "allein_gruppe": (_("Arbeitet man allein oder mit anderen?"), ""),
    "geeignet": (_("Für wen passt es besonders gut?"), ""),
    "barrierefrei": (_("Was ist barrierefrei?"), _("Kreuzen Sie nur an, was sicher vorhanden ist.")),
    "erreichbarkeit": (_("Wie kommt man hin?"), ""),
    "haltestelle": (_("Nächste Haltestelle"), ""),
    "leistungen": (_("Das bekommen Engagierte bei Ihnen"), ""),
    "aufwandsentschaedigung": (_("Aufwandsentschädigung"), _("Falls es eine gibt: wie viel und wofür?")),
    "versicherung": (_("Versicherung"), _("Wer versichert die Engagierten? Zum Beispiel der Verein oder das Land.")),
    "einarbeitung": (_("Einarbeitung"), _("Wie lernt man die Aufgabe kennen, wer hilft am Anfang?")),
    "amtszeit": (_("Amtszeit"), _("Zum Beispiel „zwei Jahre, die nächste Wahl ist im März“.")),
    "uebergabe": (
        _("Übergabe"),
        _("Wer arbeitet ein, wie lange? Zum Beispiel „Unser Kassierer bleibt ein halbes Jahr an Ihrer Seite“."),
    ),
    "kontakt_name": (_("Ansprechperson"), _("Wer in Ihrem Team einen Namen angegeben hat, wird vorgeschlagen.")),
    "kontakt_telefon": (_("Telefon"), ""),
    "quelle_url": (_("Seite zum Angebot im Netz"), _("Falls es bei Ihnen schon eine gibt, mit https://")),
}

KURZ_UND_EINFACH = [
    (_("Was macht man?"), _("Zum Beispiel: Sie lesen Kindern vor.")),
    (_("Wo ist das?"), _("Zum Beispiel: Das ist in der Schule in Soest.")),
    (_("Wann ist das?"), _("Zum Beispiel: Jeden Dienstag um 14 Uhr.")),
    (_("Mit wem?"), _("Zum Beispiel: Es sind 6 Kinder dabei.")),
    (_("Wer hilft mir?"), _("Zum Beispiel: Eine Frau vom Verein hilft Ihnen am Anfang.")),
]

# Code, title, hint, fields to see at once, fields behind "Weitere Angaben". Rows: places in "wo", times in "wann".
ABSCHNITTE = [
    (
        "was",
        _("Was"),
        "",
        ["titel", "beschreibung", "thema", "zielgruppen"],
        ["kurzbeschreibung", "weitere_themen", "taetigkeiten", "schlagwoerter", "quelle_url"],
    ),
    ("wo", _("Wo"), "", ["digital"], ["erreichbarkeit", "haltestelle", "barrierefrei"]),
    ("wann", _("Wann"), "", ["zeitaufwand", "art", "beginn", "ende"], ["stunden", "haeufigkeit"]),
    (
        "wer",
        _("Wer"),
        "",
        ["voraussetzungen", "mindestalter", "fuehrungszeugnis"],
        ["plaetze", "hoechstalter", "geeignet", "allein_gruppe", "deutsch", "sprachen", "nachweise"],
    ),
    (
        "amt",
        _("Vorstands- und Vereinsämter"),
        _(
            "Nur wenn jemand gewählt oder berufen wird. Kreuzen Sie oben unter „Was tut man dabei?“ auch „Vorstand und "
            "Vereinsämter“ an; ein Amt, das sich zwei teilen, wählen Sie bei „allein oder mit anderen“ als „zu zweit“."
        ),
        [],
        ["amtszeit", "uebergabe"],
    ),
    (
        "gut",
        _("Gut zu wissen"),
        _("Je mehr Menschen vorher wissen, desto eher trauen sie sich."),
        ["leistungen"],
        ["aufwandsentschaedigung", "versicherung", "einarbeitung"],
    ),
    (
        "kurz",
        _("Kurz und einfach"),
        _(
            "Fünf kurze Sätze für Menschen, die schwer lesen oder gerade Deutsch lernen. Sagen Sie in jedem Satz nur "
            "eine Sache, mit Wörtern, die alle kennen. Lange Wörter trennen Sie so: Ehren·amt."
        ),
        [],
        [f"kurz_{nummer}" for nummer in range(5)],
    ),
    (
        "kontakt",
        _("Kontakt"),
        _("Anfragen kommen immer per E-Mail zu Ihnen. Hier können Sie außerdem jemanden öffentlich nennen."),
        [],
        ["kontakt_name", "kontakt_telefon", "kontakt_oeffentlich"],
    ),
]
