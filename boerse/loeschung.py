"""Which data goes when its time is over? The whole table: it drives deletion and is printed under /datenschutz/."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ehrenamt import loeschung as grundlage
from ehrenamt.loeschung import EINWILLIGUNG, OEFFENTLICHE_AUFGABE, Loeschung
from ehrenamt.pflichten import Pflicht
from organisationen import loeschung as organisationen

from . import aussonderung
from .models import Anfrage, Engagementwunsch, Meldung, Suchluecke, Tageszahl
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
    Loeschung(
        was=_("Einzelne Wörter, zu denen die Suche nichts findet, mit ihrer Anzahl; nicht die Frage, nicht wer sucht"),
        betroffene=_("niemand, außer ein Wort wäre ein Name"),
        wann=_(
            "nach %(suchluecke_tage)s Tagen, solange ein Wort weniger als fünfmal gesucht wurde; sonst "
            "%(suchluecke_monate)s Monate nach der letzten Suche danach"
        ),
        warum=_("damit die Suche die Wörter lernt, in denen Menschen fragen"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Kontaktstelle, und erst ab fünf Suchen nach demselben Wort"),
        spalten=("boerse.Suchluecke.wort", "boerse.Suchluecke.form"),
        pflichten=(Pflicht("Suchwörter ohne Treffer gelöscht", Suchluecke.objects.faellig),),
    ),
    Loeschung(
        was=_("Wie oft ein Angebot an einem Tag angesehen und gemerkt wurde; nur die Zahl"),
        betroffene=_("niemand"),
        wann=_("nach %(tageszahl_monate)s Monaten"),
        warum=_("damit Organisationen sehen, ob ihr Angebot gefunden wird"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("das Team der Organisation"),
        spalten=("boerse.Tageszahl.art",),
        pflichten=(Pflicht("Tageszahlen gelöscht", Tageszahl.objects.faellig),),
    ),
    Loeschung(
        was=_("Ansprechperson eines Angebots: Name, Telefonnummer"),
        betroffene=_("Ansprechpersonen von Organisationen"),
        wann=_(
            "sobald das Angebot archiviert ist, %(angebot_archivieren_tage)s Tage nachdem es nicht mehr gezeigt wird; "
            "aus ersetzten Texten nach %(kontakt_alter_texte_tage)s Tagen"
        ),
        warum=_("damit Interessierte wissen, wen sie anrufen können; nur mit Einverständnis der Person"),
        rechtsgrundlage=EINWILLIGUNG,
        wer=_("alle"),
        spalten=(
            "boerse.Angebot.kontakt_name",
            "boerse.Angebot.kontakt_telefon",
            "boerse.Fassung.inhalt",
        ),
        pflichten=(
            Pflicht("Kontakte gestrichen", aussonderung.angebote_mit_kontakt, alle=aussonderung.kontakt_streichen),
            Pflicht(
                "Kontakte aus Texten gestrichen",
                aussonderung.fassungen_mit_kontakt,
                alle=aussonderung.kontakt_aus_texten_streichen,
            ),
        ),
    ),
    Loeschung(
        was=_("Text eines Angebots mit allem, was die Organisation über sich und andere hineinschreibt, auch Entwürfe"),
        betroffene=_("Personen mit Konto und Menschen, die sie nennen"),
        wann=_(
            "%(archiv_monate)s Monate nachdem das Angebot nicht mehr gezeigt wird oder der Text ersetzt ist; was nie "
            "veröffentlicht wurde, %(entwurf_monate)s Monate nach der letzten Änderung"
        ),
        warum=_("damit Menschen ein Engagement finden und die Organisation einen früheren Text wieder verwenden kann"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("alle; Entwürfe nur das Team der Organisation"),
        spalten=(
            *(f"boerse.Angebot.{spalte}" for spalte in aussonderung.FREITEXT if spalte not in aussonderung.KONTAKT),
            # The words of the texts, for the search; they go with the last text they stand in.
            "boerse.Suchwort.stamm",
            "boerse.Suchwort.form",
            *(f"boerse.Fassung.{spalte}" for spalte in ("rueckgabe_grund", "erstellt_von")),
            *(f"boerse.Einsatzort.{spalte}" for spalte in ("strasse", "name")),
        ),
        pflichten=(
            Pflicht("Ersetzte Texte gelöscht", aussonderung.ueberholte_fassungen),
            Pflicht("Angebote geleert", aussonderung.alte_angebote, alle=aussonderung.leeren),
            Pflicht("Entwürfe gelöscht", aussonderung.liegengebliebene_entwuerfe),
        ),
    ),
    Loeschung(
        was=_(
            "Angaben einer Organisation, die auch eine Person betreffen können: E-Mail-Adresse, Anschrift, Vorstellung"
        ),
        betroffene=_("Vorstände und Ansprechpersonen von Organisationen"),
        wann=_(
            "%(archiv_monate)s Monate nachdem niemand mehr für sie handelt und ihr letztes Angebot endete; abgelehnte "
            "Organisationen ganz, nach %(organisation_abgelehnt_monate)s Monaten"
        ),
        warum=_("damit Menschen die Organisation finden und wir sie erreichen"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("alle; die E-Mail-Adresse nur die Kontaktstelle und das Team der Organisation"),
        spalten=tuple(f"organisationen.Organisation.{spalte}" for spalte in aussonderung.ANSCHRIFT),
        pflichten=(
            Pflicht(
                "Abgelehnte Organisationen gelöscht",
                aussonderung.abgelehnte_organisationen,
                lambda organisation, jetzt: aussonderung.organisation_loeschen(organisation),
            ),
            Pflicht(
                "Ruhende Organisationen geleert",
                aussonderung.ruhende_organisationen,
                alle=aussonderung.anschrift_streichen,
            ),
        ),
    ),
]

TABELLE: list[Loeschung] = [*BOERSE, *organisationen.TABELLE, *grundlage.TABELLE]
PFLICHTEN: list[Pflicht] = [pflicht for zeile in TABELLE for pflicht in zeile.pflichten]


def als_tabelle() -> SafeString:
    return grundlage.als_tabelle(TABELLE)
