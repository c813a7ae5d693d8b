"""What does the search know of a listing? The one function that writes its search text."""

import re

# Raised whenever what is written here changes; `manage.py suchtext_erneuern` rebuilds what is older.
VERSION = 2
KONFIGURATION = "portal_deutsch"
# Senior:innen, Senior*innen, Senior_innen, Senior/-innen
_GENDERZEICHEN = re.compile(r"(?<=[a-zäöüß])(?:[:*_·]|/-?)(?=in(?:nen)?\b)")


def normalisieren(text: str) -> str:
    """Spellings that the text search of the database would tear apart, brought into one; for texts and questions.

    Umlauts need nothing: its German stemmer reads ae, oe, ue like ä, ö, ü, and unaccent makes ß ss.
    """
    return _GENDERZEICHEN.sub("", text)


def suchtexte(angebot, begriffe: dict[str, str]) -> dict[str, str]:
    """The words by weight: title and Themen weigh most, then who and what, then where, then the story.

    `begriffe` gives the label of a slug, so that renaming a term and calling this again is all it takes.
    """
    label = lambda slugs: " ".join(begriffe.get(slug, "") for slug in slugs)  # noqa: E731
    teile = {
        "A": [angebot.titel, label(angebot.themen)],
        "B": [
            label(angebot.zielgruppen),
            label(angebot.taetigkeiten),
            *angebot.schlagwoerter,
            angebot.kurzbeschreibung,
            angebot.organisation.name,
        ],
        # Only what may be known: whoever hides the address must not be found by it.
        "C": [f"{ort.kurz} {ort.bezeichnung}" for ort in angebot.einsatzorte.all()],
        "D": [angebot.beschreibung, angebot.voraussetzungen],
    }
    return {gewicht: normalisieren(" ".join(texte)) for gewicht, texte in teile.items()}
