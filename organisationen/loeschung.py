"""What is kept about people who act for an organisation, and until when?"""

from django.utils.translation import gettext_lazy as _

from ehrenamt.loeschung import NUTZUNG, OEFFENTLICHE_AUFGABE, Loeschung
from ehrenamt.pflichten import Pflicht

from .models import Barrieremeldung, Einladung, Uebernahmeantrag
from .pflichten import KONTEN_SCHLIESSEN, UNBESTAETIGTES_LOESCHEN

TABELLE = [
    Loeschung(
        was=_("Ihr Konto: E-Mail-Adresse, Name, Passwort (verschlüsselt), zweiter Faktor, für wen Sie handeln"),
        betroffene=_("Personen mit Konto"),
        wann=_(
            "%(konto_schliessen_tage)s Tage nachdem Sie es schließen; %(konto_loeschen_monate)s Monate nach der "
            "letzten Anmeldung, mit einer Warnung nach %(konto_warnen_monate)s Monaten"
        ),
        warum=_("damit Sie für Ihre Organisation oder die Kontaktstelle handeln können"),
        rechtsgrundlage=NUTZUNG,
        wer=_("das Team Ihrer Organisation (E-Mail-Adresse, Name, Rolle), die Verwaltung des Portals"),
        spalten=(
            "organisationen.Konto.email",
            "organisationen.Konto.name",
            "organisationen.Konto.password",
            "account.EmailAddress.email",
            "mfa.Authenticator.data",
        ),
        pflichten=KONTEN_SCHLIESSEN,
    ),
    Loeschung(
        was=_("Ein Konto oder eine neue E-Mail-Adresse, die niemand bestätigt"),
        betroffene=_("Personen, deren Adresse angegeben wurde"),
        wann=_(
            "nach %(konto_unbestaetigt_stunden)s Stunden; eine neue Adresse eines Kontos spätestens nach der Sitzung, "
            "in der sie angegeben wurde, und weiteren %(konto_unbestaetigt_stunden)s Stunden"
        ),
        warum=_("damit niemand mit einer fremden Adresse handelt"),
        rechtsgrundlage=NUTZUNG,
        wer=_("die Verwaltung des Portals"),
        spalten=("organisationen.Konto.email", "account.EmailAddress.email"),
        pflichten=UNBESTAETIGTES_LOESCHEN,
    ),
    Loeschung(
        was=_("Einladung in das Team einer Organisation: E-Mail-Adresse"),
        betroffene=_("Eingeladene"),
        wann=_("wenn sie angenommen oder zurückgenommen wird, sonst nach 14 Tagen"),
        warum=_("damit nur die eingeladene Person in das Team kommt"),
        rechtsgrundlage=NUTZUNG,
        wer=_("das Team der Organisation, die Kontaktstelle"),
        spalten=("organisationen.Einladung.email",),
        pflichten=(Pflicht("Einladungen gelöscht", Einladung.objects.abgelaufen),),
    ),
    Loeschung(
        was=_("Ihre Meldung einer Barriere: Text, Seite, E-Mail-Adresse, Telefonnummer"),
        betroffene=_("Personen, die eine Barriere melden"),
        wann=_("%(barriere_tage)s Tage nach dem Eingang, ob beantwortet oder nicht"),
        warum=_("damit wir die Barriere beheben und Ihnen antworten können"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Kontaktstelle, die für das Portal zuständig ist"),
        spalten=tuple(f"organisationen.Barrieremeldung.{spalte}" for spalte in ("text", "seite", "email", "telefon")),
        pflichten=(Pflicht("Gemeldete Barrieren gelöscht", Barrieremeldung.objects.faellig),),
    ),
    Loeschung(
        was=_("Antrag, eine Organisation zu übernehmen: Begründung"),
        betroffene=_("Personen mit Konto"),
        wann=_("mit der Entscheidung, spätestens nach %(uebernahmeantrag_tage)s Tagen"),
        warum=_("damit niemand eine fremde Organisation übernimmt"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Kontaktstelle"),
        spalten=("organisationen.Uebernahmeantrag.begruendung", "organisationen.Uebernahmeantrag.konto"),
        pflichten=(
            Pflicht(
                "Übernahmeanträge verfallen",
                Uebernahmeantrag.objects.liegengeblieben,
                lambda antrag, jetzt: antrag.verfallen(),
            ),
        ),
    ),
]
