"""How is a text kept in several languages? One JSON object {language: text}, German as fallback."""

from django.conf import settings
from django.utils.translation import get_language


def in_sprache(texte: dict[str, str], sprache: str = "") -> str:
    """The text in the given or current language, else in the portal's own, else ""."""
    return texte.get(sprache or get_language() or "") or texte.get(settings.LANGUAGE_CODE, "")
