"""Which language does a page have? Its address says so, and nothing else: no cookie and no header of the browser, so a
link shows everybody the same. Texts that staff edit are kept as JSON {language: text}, German as fallback."""

from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi, get_language_from_path, override


def in_sprache(texte: dict[str, str], sprache: str = "") -> str:
    """The text in the given or current language, else in the portal's own, else ""."""
    return texte.get(sprache or get_language() or "") or texte.get(settings.LANGUAGE_CODE, "")


def in_sprache_markiert(texte: dict[str, str]) -> str:
    """The same for a page, marked where it has to be the German one."""
    return in_sprache(texte) if texte.get(get_language() or "") else auf_deutsch(in_sprache(texte))


def auf_deutsch(text: str, element: str = "span") -> str:
    """Somebody's own words, which stay as they were written: marked on pages in another language."""
    if not text or get_language() == settings.LANGUAGE_CODE:
        return text
    return format_html('<{0} lang="{1}" dir="ltr">{2}</{0}>', element, settings.LANGUAGE_CODE, text)


def ohne_auszeichnung(text: str) -> str:
    """The words of a text that may be marked as German, for what is not a page."""
    return unescape(strip_tags(text)) if isinstance(text, SafeString) else text


def sprache_der_adresse(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Middleware: what is below /en/ is answered in English, everything else in German."""

    def antworten(request: HttpRequest) -> HttpResponse:
        request.LANGUAGE_CODE = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with override(request.LANGUAGE_CODE):
            antwort = get_response(request)
        antwort.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return antwort

    return antworten


@dataclass(frozen=True)
class Sprachfassung:
    """The same page in one language."""

    code: str
    name: str
    pfad: str
    ist_diese: bool


class Seitensprache:
    """What a template asks about the language of its page."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.code = get_language() or settings.LANGUAGE_CODE

    @property
    def richtung(self) -> str:
        return "rtl" if get_language_bidi() else "ltr"

    @property
    def ist_deutsch(self) -> bool:
        return self.code == settings.LANGUAGE_CODE

    @property
    def deutsches(self) -> str:
        """Marks an element of the page's head that says what somebody wrote in German."""
        return "" if self.ist_deutsch else format_html(' lang="{}" dir="ltr"', settings.LANGUAGE_CODE)

    @property
    def frage(self) -> str:
        """The query string, which stays when somebody changes the language."""
        frage = self.request.META.get("QUERY_STRING", "")
        return f"?{frage}" if frage else ""

    @cached_property
    def fassungen(self) -> list[Sprachfassung]:
        """The page in all languages, its own included; empty where it has only one."""
        treffer = self.request.resolver_match
        if treffer and not treffer.url_name:  # what the administration answers to any other address
            return []
        ziel = (treffer.view_name, None, treffer.args, treffer.kwargs) if treffer else ("start",)
        fassungen = []
        for code, sprache in settings.LANGUAGES:
            with override(code):
                fassungen.append(Sprachfassung(code, sprache, reverse(*ziel), code == self.code))
        return fassungen if len({fassung.pfad for fassung in fassungen}) > 1 else []

    @property
    def verweise(self) -> list[Sprachfassung]:
        """The same for search engines: not behind mailed links, nor of a page that is not there."""
        treffer = self.request.resolver_match
        return self.fassungen if treffer and "token" not in treffer.kwargs else []
