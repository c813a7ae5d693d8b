"""How do the translations of the interface get from the templates and the code to the running portal?

`sammeln` writes the German texts into locale/<language>/LC_MESSAGES/django.po, where somebody translates them; `bauen`
compiles that into the build folder at set-up, so no binary file is in the source tree and no gettext on the machine.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation.template import templatize

from .sperre import Sperre

QUELLE = Path(__file__).parent / "locale"
ORTE = ("boerse", "ehrenamt", "organisationen", "templates")
VORLAGEN = ["**/templates/**.html", "**/templates/**.txt", "**/templates/**.md", "**.html", "**.txt", "**.md"]
METHODEN = [("**.py", "python"), *((muster, "ehrenamt.kataloge:vorlage") for muster in VORLAGEN)]
NAMEN = DEFAULT_KEYWORDS | {
    "_t": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def bauen() -> bool:
    """Compiles every catalogue where one changed, and says whether there was anything to do."""
    ziel, stempel = settings.LOCALE_PATHS[0], _stempel()
    datei = ziel / ".stempel"
    if datei.exists() and datei.read_text() == stempel:
        return False
    ziel.mkdir(parents=True, exist_ok=True)
    with Sperre(settings.BAU / "locale.sperre"):
        for quelle in _quellen():
            mo = ziel / quelle.relative_to(QUELLE).with_suffix(".mo")
            mo.parent.mkdir(parents=True, exist_ok=True)
            neu = mo.with_suffix(".neu")
            with neu.open("wb") as offen:
                write_mo(offen, _uebersetztes(_lesen(quelle)))
            neu.replace(mo)
        datei.write_text(stempel)
    return True


def sammeln() -> dict[str, int]:
    """Brings every catalogue up to the texts as they are, and says how many are not translated in it."""
    texte, offen = alle_texte(), {}
    for code, _name in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE:
            offen[code] = _fortschreiben(QUELLE / code / "LC_MESSAGES" / "django.po", code, texte)
    return offen


def alle_texte() -> Catalog:
    """Every text of the interface, with the files in which it stands."""
    texte = Catalog(charset="utf-8")
    for ort in ORTE:
        funde = extract_from_dir(settings.BASE_DIR / ort, METHODEN, keywords=NAMEN, strip_comment_tags=True)
        for datei, _zeile, text, kommentare, kontext in funde:
            if "/migrations/" not in f"/{ort}/{datei}":
                texte.add(text, None, [(f"{ort}/{datei}", None)], auto_comments=kommentare, context=kontext)
    return texte


def _fortschreiben(datei: Path, code: str, texte: Catalog) -> int:
    katalog = _lesen(datei) if datei.exists() else Catalog(code, project="Ehrenamtsbörse", version="1", fuzzy=False)
    katalog.header_comment = f"# {get_language_info(code)['name']} texts of the portal"
    katalog.update(texte, no_fuzzy_matching=True, update_creation_date=False)
    katalog.obsolete.clear()
    for eintrag in katalog:
        eintrag.locations = sorted({(ort, None) for ort, _zeile in eintrag.locations})
    datei.parent.mkdir(parents=True, exist_ok=True)
    with datei.open("wb") as offen:
        write_po(offen, katalog, width=110, sort_by_file=True, ignore_obsolete=True)
    return sum(not _uebersetzt(eintrag.string) for eintrag in katalog if eintrag.id)


def _uebersetztes(katalog: Catalog) -> Catalog:
    """Without what still has no translation, so that German is shown and everybody sees that it is missing."""
    for eintrag in [eintrag for eintrag in katalog if not _uebersetzt(eintrag.string)]:
        katalog.delete(eintrag.id, eintrag.context)
    return katalog


def _uebersetzt(text: str | tuple[str, ...]) -> bool:
    return all(text) if isinstance(text, tuple) else bool(text)


def vorlage(datei, namen, kommentarmarken, options) -> Iterator:
    """Babel's way to read a Django template: Django makes Python's calls of gettext from it, one after the other."""
    rufe = re.sub(r"^[ \t]+", "", templatize(datei.read().decode()), flags=re.MULTILINE)
    yield from extract_python(io.BytesIO(rufe.encode()), namen, kommentarmarken, options)


def _lesen(datei: Path) -> Catalog:
    with datei.open("rb") as offen:
        return read_po(offen, locale=datei.parent.parent.name)


def _quellen() -> list[Path]:
    return sorted(QUELLE.glob("*/LC_MESSAGES/*.po"))


def _stempel() -> str:
    return hashlib.sha256(b"\0".join(datei.read_bytes() for datei in _quellen())).hexdigest()
