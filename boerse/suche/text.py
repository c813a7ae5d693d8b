"""What does the search know of a listing? Its words, each with a weight from 1 to 100."""

from collections import Counter

from ..auswahl import Barrierefrei, Geeignet, Leistung, Nachweis, Sprache
from .sprache import stamm, teile, woerter

# Raised whenever what is written here or in sprache.py changes; `manage.py suchtext_erneuern` rebuilds what is older.
VERSION = 6
# How much a word says by where it stands: the chance that a listing is about it.
TITEL, THEMA, TAETIGKEIT, ZIELGRUPPE, SCHLAGWORT, KURZ = 0.9, 0.4, 0.45, 0.35, 0.6, 0.6
ORGANISATION, ORT, TEXT, VORAUSSETZUNG, RAHMEN, GEEIGNET = 0.3, 0.3, 0.3, 0.12, 0.3, 0.15
# The Thema named first is the one it is most about.
ERSTES_THEMA = 0.15
# Whom a listing suits is hardly worth a word where it is nearly everybody, and misleads where others are meant.
GENANNT = {Geeignet.FAMILIEN, Geeignet.GRUPPEN, Geeignet.UNTERNEHMEN, Geeignet.SCHULKLASSEN, Geeignet.PAARE}
# Further mentions in the story say more and more, up to this.
TEXT_HOECHSTENS = 0.5
# A part of a compound says less than the word itself: its end, its beginning.
KOPF, ANFANG = 0.7, 0.75


def gewichte(angebot, begriffe: dict[str, str]) -> dict[str, tuple[int, str]]:
    """Stem → weight and one form of the word.

    `begriffe` gives the label of a slug, so that renaming a term and calling this again is all it takes.
    """
    summe: dict[str, float] = {}
    formen: dict[str, str] = {}
    for text, gewicht in _felder(angebot, begriffe):
        for schluessel, (wert, form) in _aus_feld(text, gewicht).items():
            # Independent hints: what is left of doubt is multiplied.
            summe[schluessel] = 1 - (1 - summe.get(schluessel, 0.0)) * (1 - wert)
            formen.setdefault(schluessel, form)
    return {s: (max(1, round(wert * 100)), formen[s]) for s, wert in summe.items()}


def _felder(angebot, begriffe: dict[str, str]) -> list[tuple[str, float]]:
    label = lambda slugs: " ".join(begriffe.get(slug, "") for slug in slugs)  # noqa: E731
    return [
        (angebot.titel, TITEL),
        (label(angebot.themen), THEMA),
        (label(angebot.themen[:1]), ERSTES_THEMA),
        (label(angebot.taetigkeiten), TAETIGKEIT),
        (label(angebot.zielgruppen), ZIELGRUPPE),
        (" ".join(angebot.schlagwoerter), SCHLAGWORT),
        (angebot.kurzbeschreibung, KURZ),
        (angebot.organisation.name, ORGANISATION),
        # Only what may be known: whoever hides the address must not be found by it.
        (" ".join(f"{ort.kurz} {ort.bezeichnung}" for ort in angebot.einsatzorte.all()), ORT),
        (angebot.beschreibung, TEXT),
        (angebot.voraussetzungen, VORAUSSETZUNG),
        (_rahmen(angebot), RAHMEN),
        (_wem_recht(angebot), GEEIGNET),
    ]


def _rahmen(angebot) -> str:
    """What it takes and what it gives, in words; what people ask for who can do something or need something."""
    entschaedigung = angebot.aufwandsentschaedigung and f"Aufwandsentschädigung {angebot.aufwandsentschaedigung}"
    codes = [(Sprache, angebot.sprachen), (Nachweis, angebot.nachweise), (Barrierefrei, angebot.barrierefrei)]
    labels = [str(wahl(code).label) for wahl, liste in codes for code in liste if code in wahl.values]
    geld = {Leistung.EHRENAMTSPAUSCHALE, Leistung.UEBUNGSLEITERPAUSCHALE} & set(angebot.leistungen)
    return " ".join([angebot.zeitaufwand, entschaedigung, *labels, *(str(Leistung(code).label) for code in geld)])


def _wem_recht(angebot) -> str:
    return " ".join(str(Geeignet(code).label) for code in angebot.geeignet if code in GENANNT)


def _aus_feld(text: str, gewicht: float) -> dict[str, tuple[float, str]]:
    werte: dict[str, tuple[float, str]] = {}
    for wort, anzahl in Counter(woerter(text)).items():
        voll = min(gewicht * (1 + (anzahl - 1) / 4), max(gewicht, TEXT_HOECHSTENS))
        _hinzu(werte, stamm(wort), voll, wort)
        for nummer, teil in enumerate(reversed(teile(wort))):
            _hinzu(werte, teil, voll * (ANFANG if nummer else KOPF), teil)
    return werte


def _hinzu(werte: dict, schluessel: str, wert: float, form: str) -> None:
    if schluessel not in werte or werte[schluessel][0] < wert:
        werte[schluessel] = (wert, form)
