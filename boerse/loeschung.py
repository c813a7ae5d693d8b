"""Which data goes when its time is over? The whole table: it drives deletion and is printed under /datenschutz/."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ehrenamt import loeschung as grundlage
from ehrenamt.loeschung import OEFFENTLICHE_AUFGABE, Loeschung
from ehrenamt.pflichten import Pflicht
from organisationen import loeschung as organisationen

from .models import Anfrage, Engagementwunsch, Meldung
from .models.anfrage import PERSOENLICH
from .models.engagementwunsch import LEER

BOERSE = [
    Loeschung(
        was=_("Ihre Anfrage zu einem Angebot: Name, E-Mail-Adresse, Telefonnummer, Nachricht, Antwort"),
        betroffene=_("Bürgerinnen und Bürger, unter 16 Jahren auch ein Elternteil"),
        wann=_(
            "nach %(anfrage_unbestaetigt_stunden)s Stunden, wenn Sie sie nicht bestätigen; unter 16 auch "
            "%(anfrage_eltern_stunden)s Stunden nachdem wir einen Elternteil gefragt haben, wenn er nicht zustimmt; "
            "%(anfrage_nach_ergebnis_tage)s Tage nach dem Ergebnis (vermittelt, abgesagt, zurückgezogen, ohne "
            "Rückmeldung); ohne Ergebnis %(anfrage_ohne_ergebnis_tage)s Tage nach Ihrer Bestätigung"
        ),
        warum=_("damit die Organisation Ihnen antworten kann und wir nachfragen können, wenn sie es nicht tut"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Organisation; die Kontaktstelle nur, wenn sie die Anfrage übernimmt"),
        spalten=tuple(f"boerse.Anfrage.{spalte}" for spalte in PERSOENLICH),
        pflichten=(
            # Unconfirmed ones go altogether, from the others what is personal.
            Pflicht("Anfragen gelöscht", Anfrage.objects.faellig, lambda anfrage, jetzt: anfrage.loeschen(jetzt=jetzt)),
        ),
    ),
    Loeschung(
        was=_("Ihr Angebot zu helfen: Name, E-Mail-Adresse, Telefonnummer, Ort, Wünsche, Vorschläge an Sie"),
        betroffene=_("Bürgerinnen und Bürger"),
        wann=_(
            "nach %(anfrage_unbestaetigt_stunden)s Stunden, wenn Sie es nicht bestätigen; "
            "%(anfrage_nach_ergebnis_tage)s Tage nach dem Ergebnis (vermittelt, zurückgezogen, ohne Ergebnis); "
            "ohne Ergebnis %(engagementwunsch_tage)s Tage nach Ihrer Bestätigung"
        ),
        warum=_("damit die Kontaktstelle mit Ihnen ein passendes Engagement findet"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Kontaktstelle; jeder Blick wird festgehalten"),
        spalten=tuple(f"boerse.Engagementwunsch.{spalte}" for spalte in LEER),
        pflichten=(
            Pflicht(
                "Engagementwünsche gelöscht", Engagementwunsch.objects.faellig, lambda w, jetzt: w.loeschen(jetzt=jetzt)
            ),
        ),
    ),
    Loeschung(
        was=_("Ihre Meldung zu einem Angebot: Text, E-Mail-Adresse"),
        betroffene=_("Personen, die etwas melden"),
        wann=_("%(meldung_tage)s Tage nach dem Eingang, ob erledigt oder nicht"),
        warum=_("damit wir prüfen und Ihnen antworten können"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Kontaktstelle"),
        spalten=("boerse.Meldung.text", "boerse.Meldung.email"),
        pflichten=(Pflicht("Meldungen gelöscht", Meldung.objects.faellig),),
    ),
]

TABELLE: list[Loeschung] = [*BOERSE, *organisationen.TABELLE, *grundlage.TABELLE]
PFLICHTEN: list[Pflicht] = [pflicht for zeile in TABELLE for pflicht in zeile.pflichten]


def als_tabelle() -> SafeString:
    return grundlage.als_tabelle(TABELLE)
