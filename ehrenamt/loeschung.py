"""What goes when, and why? The rows of the one table that drives deletion and that people read under /datenschutz/."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .models import Nachricht, Verlaufseintrag, Zaehler, Zwischenspeicher
from .pflichten import Pflicht
from .zeitraum import monate_weiter

OEFFENTLICHE_AUFGABE = _("Artikel 6 Absatz 1 Buchstabe e DSGVO (Aufgabe im öffentlichen Interesse)")
EINWILLIGUNG = _("Artikel 6 Absatz 1 Buchstabe a DSGVO (Einwilligung)")
NUTZUNG = _("Artikel 6 Absatz 1 Buchstabe b DSGVO (Nutzungsbedingungen)")


@dataclass(frozen=True)
class Loeschung:
    """One row of the table: which data of whom, until when, for what, on which legal basis, and who sees it.

    `spalten` are the columns in which it lies ("boerse.Anfrage.email"); a test knows them all. `wann` names periods
    by their key in FRISTEN: "%(meldung_tage)s Tage". `pflichten` make it come true.
    """

    was: Any
    betroffene: Any
    wann: Any
    warum: Any
    rechtsgrundlage: Any
    wer: Any
    spalten: tuple[str, ...]
    pflichten: tuple[Pflicht, ...] = ()

    @property
    def frist(self) -> str:
        return str(self.wann) % settings.FRISTEN


def als_tabelle(zeilen: Iterable[Loeschung]) -> SafeString:
    """The table as HTML, for a page."""
    return render_to_string("seiten/_loeschfristen.html", {"zeilen": zeilen})


def _altes_protokoll(jetzt: datetime) -> QuerySet:
    grenze = monate_weiter(jetzt, -settings.FRISTEN["verwaltungsprotokoll_monate"])
    return LogEntry.objects.filter(action_time__lt=grenze).order_by("pk")


TABELLE = [
    Loeschung(
        was=_("Kopien der E-Mails, die das Portal verschickt"),
        betroffene=_("alle, denen das Portal schreibt"),
        wann=_("%(nachricht_tage)s Tage nachdem sie geschrieben wurden, mit einer Anfrage zusammen auch früher"),
        warum=_("damit keine E-Mail verloren geht, wenn ein Server ausfällt"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Person, an die sie gerichtet ist; in der Verwaltung steht nur, ob sie ankam"),
        spalten=tuple(
            f"ehrenamt.Nachricht.{spalte}" for spalte in ("empfaenger", "betreff", "text", "html", "reply_to")
        ),
        pflichten=(
            Pflicht("Nachrichten gelöscht", lambda jetzt: Nachricht.objects.faellig(timezone.localdate(jetzt))),
        ),
    ),
    Loeschung(
        was=_("Zähler gegen Missbrauch: Prüfsummen von IP-Adressen (mit täglich neuem Schlüssel) und E-Mail-Adressen"),
        betroffene=_("alle, die ein Formular absenden, sich anmelden oder vergeblich suchen"),
        wann=_("eine Stunde nach dem gezählten Zeitraum, spätestens nach zwei Tagen; gezählt wird je Stunde oder Tag"),
        warum=_("damit niemand Formulare massenhaft absendet oder ein Suchwort allein häufig macht"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("niemand"),
        # What allauth counts in the cache: attempts to log in, by the checksum of a connection or of an address.
        spalten=(
            "ehrenamt.Zaehler.schluessel",
            "ehrenamt.Zwischenspeicher.cache_key",
            "ehrenamt.Zwischenspeicher.value",
        ),
        pflichten=(
            Pflicht("Zähler gelöscht", Zaehler.objects.abgelaufen),
            Pflicht("Zwischenspeicher geleert", Zwischenspeicher.objects.abgelaufen),
        ),
    ),
    Loeschung(
        was=_("Ihre Sitzung, wenn Sie angemeldet sind, und was Sie darin begonnen haben"),
        betroffene=_("Personen mit Konto"),
        wann=_("wenn Sie sich abmelden, sonst spätestens zwölf Stunden nach der letzten Änderung"),
        warum=_("damit das Portal Sie von Seite zu Seite erkennt"),
        rechtsgrundlage=NUTZUNG,
        wer=_("niemand"),
        spalten=("sessions.Session.session_data",),
        pflichten=(Pflicht("Sitzungen gelöscht", lambda jetzt: Session.objects.filter(expire_date__lt=jetzt)),),
    ),
    Loeschung(
        was=_("Verlauf: wer in welcher Rolle wann was entschieden oder geändert hat, mit Begründung"),
        betroffene=_("Personen mit Konto"),
        wann=_("%(verlauf_monate)s Monate nach dem Eintrag; wird ein Konto gelöscht, bleibt nur die Rolle"),
        warum=_("damit Entscheidungen nachvollziehbar sind; in dieser Zeit können Ansprüche geltend gemacht werden"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Kontaktstelle"),
        spalten=("ehrenamt.Verlaufseintrag.grund", "ehrenamt.Verlaufseintrag.konto"),
        pflichten=(
            Pflicht(
                "Verlauf gekürzt", Verlaufseintrag.objects.veraltet, alle=lambda zeilen, jetzt: zeilen.ausmustern(jetzt)
            ),
        ),
    ),
    Loeschung(
        was=_("Protokoll der Verwaltung: wer von der Kontaktstelle wann welchen Eintrag geändert hat"),
        betroffene=_("Mitarbeitende der Kontaktstelle"),
        wann=_("nach %(verwaltungsprotokoll_monate)s Monaten"),
        warum=_("damit sich Fehler und Missbrauch aufklären lassen"),
        rechtsgrundlage=OEFFENTLICHE_AUFGABE,
        wer=_("die Kontaktstelle"),
        spalten=("admin.LogEntry.object_repr", "admin.LogEntry.change_message", "admin.LogEntry.user"),
        pflichten=(Pflicht("Verwaltungsprotokoll gekürzt", _altes_protokoll),),
    ),
]
