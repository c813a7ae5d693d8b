"""Is it voluntary work at all? Neither paid, nor in place of somebody who would be paid for it."""

import re
from collections.abc import Iterator

from ..auswahl import Leistung
from .regel import Schwere, regel
from .text import Stelle, Text

_LOHN = re.compile(
    r"\b(?:Mini-?job\w*|Midi-?job\w*|\d{3} ?-? ?(?:Euro|€)[ -]Basis|Stundenlohn|Mindestlohn|Monatslohn|Festanstellung"
    r"|fest angestellt|sozialversicherungspflichtig\w*|Honorarbasis|Gehalt|Arbeitsvertrag|TVöD|Werkstudent\w*"
    r"|geringfügige? Beschäftigung|geringfügig beschäftigt)\b",
    re.IGNORECASE,
)
_JE_STUNDE = re.compile(r"\b\d+(?:,\d\d?)? ?(?:Euro|€) ?(?:pro|je|die|in der|/) ?(?:Stunde|Std)\b", re.IGNORECASE)
_ERSATZ = re.compile(
    r"\b(?:Personal(?:mangels?|not|engp\w+|schlüssels?)|Fachkräftemangels?|Stellen(?:plan\w*|abbau)"
    r"|unbesetzte\w? Stelle\w*|(?:Krankheits|Urlaubs|Elternzeit|Schwangerschafts)vertretung|vertreten unsere?n?"
    r"|im Schichtdienst|in (?:Voll|Teil)zeit|ersetzen (?:eine?n?|unsere?n?) \w*(?:kraft|mitarbeiter\w*|angestellt\w*)"
    r"|(?:1[5-9]|[2-4]\d) (?:Wochenstunden|(?:Stunden|Std\.?) (?:pro|in der|je|die) Woche)"
    r"|(?:statt|anstelle) eine[rs] (?:bezahlten|Fachfirma|Firma)"
    r"|(?:\w*betrieb|Fachfirma|Firma|Handwerker) [^.!?]{0,30}(?:sparen|zu teuer))\b",
    re.IGNORECASE,
)
_PAUSCHALEN = {Leistung.EHRENAMTSPAUSCHALE, Leistung.UEBUNGSLEITERPAUSCHALE}
_PAUSCHALE = re.compile(r"pauschale", re.IGNORECASE)


@regel(
    Schwere.SPERRE,
    "Das liest sich wie bezahlte Arbeit",
    "Diese Börse ist für freiwilliges, unbezahltes Engagement. Lohn, Honorar und Minijobs gehören woanders hin. Erlaubt"
    " sind erstattete Auslagen und die Pauschalen für Ehrenamt und Übungsleitung: Wählen Sie sie unter „Das "
    "bekommen Engagierte bei Ihnen“ und streichen Sie den Lohn aus dem Text.",
    "Statt „14 Euro pro Stunde“: „Übungsleiterpauschale“ oder „Fahrtkosten werden erstattet“.",
)
def bezahlt(text: Text) -> Iterator[Stelle]:
    yield from text.bejahte_stellen(_LOHN)
    # What is paid by the hour within the tax-free allowances is no wage.
    if not _PAUSCHALEN & set(text.liste("leistungen")) and not text.sagt(_PAUSCHALE):
        yield from text.bejahte_stellen(_JE_STUNDE)


@regel(
    Schwere.WARNUNG,
    "Ersetzt das bezahlte Arbeit?",
    "Ehrenamt ergänzt, was Beschäftigte tun, und ersetzt sie nicht. Beschreiben Sie, was durch das Engagement "
    "zusätzlich möglich wird.",
    "Statt „Spüldienst wegen Personalmangels“: „Sie setzen sich beim Mittagessen dazu und haben Zeit zum Reden“.",
)
def ersetzt_arbeit(text: Text) -> Iterator[Stelle]:
    yield from text.bejahte_stellen(_ERSATZ)
