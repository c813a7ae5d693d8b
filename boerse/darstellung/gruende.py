"""Why does a listing suit somebody? The person's own wishes, where the listing answers them."""

from django.utils.translation import gettext as _

from ..auswahl import Digital
from .fakten import kilometer


def gruende(angebot, vorlieben, vokabular: dict) -> list[str]:
    """For a listing from abgleich.passende(): in the order of weight, each in words."""
    gemeinsam = lambda feld, art: _worte(vokabular[art], getattr(angebot, feld), getattr(vorlieben, feld))  # noqa: E731
    moegliche = [
        gemeinsam("themen", "thema"),
        gemeinsam("taetigkeiten", "taetigkeit"),
        gemeinsam("zielgruppen", "zielgruppe"),
        _("zur gewünschten Zeit") if angebot.passt_zeit else "",
        _("so oft wie gewünscht") if angebot.passt_wie_oft else "",
        _("nicht länger als gewünscht") if angebot.passt_stunden else "",
        _wo(angebot, vorlieben),
    ]
    return [grund for grund in moegliche if grund]


def _worte(begriffe: dict, beim_angebot: list[str], gewuenscht: list[str]) -> str:
    return ", ".join(begriffe[slug].label for slug in beim_angebot if slug in gewuenscht and slug in begriffe)


def _wo(angebot, vorlieben) -> str:
    if vorlieben.digital != Digital.NEIN and angebot.digital != Digital.NEIN:
        return _("von zu Hause möglich")
    entfernung = getattr(angebot, "entfernung", None)
    return _("%(km)s entfernt") % {"km": kilometer(entfernung)} if entfernung is not None else ""
