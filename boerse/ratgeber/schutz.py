"""Are people protected: those who are named, and those whom the listing is for?"""

import re
from collections.abc import Iterator

from .regel import Schwere, regel
from .text import Stelle, Text

# Work with these people is looked at before it goes online, whatever the organisation's rights.
SCHUTZBEDUERFTIG = frozenset(
    {
        "kinder",
        "jugendliche",
        "menschen-mit-behinderung",
        "kranke-menschen",
        "sterbende-trauernde",
        "menschen-in-krisen",
        "zugewanderte",
    }
)
_KONTAKT = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?:@[\w-]+(?:\.[\w-]+)+| ?[(\[](?:at|ät|@)[)\]] ?[\w-]+)"
    r"|\b(?:https?://|www\.)[^\s,;)]+|(?<![\w.-])[\w-]{2,}(?:\.[\w-]+)*\.(?:de|com|org|net|info|eu|nrw)\b"
    # A number of seven digits and more that begins like one for the telephone.
    r"|(?<![\w.,:/-])(?:\+|00?)\d(?:[ /()–-]{0,3}\d){6,}",
    re.IGNORECASE,
)
_SCHUTZ = re.compile(
    r"\b(?:Kind(?:er|ern|ergruppe\w*|ergarten\w*)|\w+kinder[ns]?|Kita|(?:Grunds|S)chüler\w*|Minis|Babys|Bambini\w*"
    r"|Jugend(?:liche\w*|gruppe\w*|feuerwehr|mannschaft)|[A-G]\d?-Jugend|Demenz\w*|Sterbende\w*"
    r"|Menschen mit Behinderung)\b"
)
_UMGANG = re.compile(
    r"(?:vorles|vorgeles|lesen|lies|betreu|begleit|trainier|training|bastel|spiel|üb(?:en|st|t)\b|unterricht|anleit|leite"
    r"|hausaufgaben|nachhilfe|beaufsichtig|back(?:en|st)|sing(?:en|st)|koch(?:en|st)|besuch|pfleg|beibring)",
    re.IGNORECASE,
)
_GESAGT = re.compile(r"führungszeugnis", re.IGNORECASE)


@regel(
    Schwere.WARNUNG,
    "Kontaktdaten gehören nicht in den Text",
    "Anfragen kommen über das Portal zu Ihnen: So geht keine verloren, und niemand sammelt Ihre Adressen ein. Telefon "
    "und Name haben ein eigenes Feld unter „Kontakt“, Ihre Seite im Netz unter „Seite zum Angebot im Netz“.",
    "Statt „Bitte melden bei Frau Kessler, 02921 …“: einfach weglassen oder unter „Kontakt“ eintragen.",
)
def kontakt_im_text(text: Text) -> Iterator[Stelle]:
    yield from text.stellen(_KONTAKT)


@regel(
    Schwere.WARNUNG,
    "Braucht man ein Führungszeugnis?",
    "Wer mit Kindern, Jugendlichen oder Menschen arbeitet, die besonderen Schutz brauchen, möchte das vorher wissen. "
    "Wählen Sie beim Feld „Führungszeugnis“ eine Antwort, auch wenn keins nötig ist.",
    "„erweitertes Führungszeugnis“: Mit einer Bescheinigung von Ihnen ist es für das Ehrenamt kostenlos.",
)
def fuehrungszeugnis(text: Text) -> Iterator[Stelle]:
    if text.inhalt.get("fuehrungszeugnis") or text.sagt(_GESAGT):
        return
    if SCHUTZBEDUERFTIG & set(text.liste("zielgruppen")):
        yield "fuehrungszeugnis", ""
        return
    for _feld, satz in text.saetze:
        if (wer := _SCHUTZ.search(satz)) and _UMGANG.search(satz):
            yield "fuehrungszeugnis", wer[0]
