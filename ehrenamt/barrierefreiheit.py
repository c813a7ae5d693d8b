"""What does the portal itself write about accessibility? Parts of /barrierefreiheit/ and /leichte-sprache/."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _t

from .kontext import Portal
from .models import Barriere, Erklaerung, Gebaerdenfilm, Seite
from .sprachen import in_sprache_markiert

LEICHTE_SPRACHE = "leichte-sprache"


def erklaerung_bereitstellen() -> None:
    """The statement, with what its authors know to be missing, once; the office goes on from there."""
    if Erklaerung.objects.exists():
        return
    erklaerung = Erklaerung.objects.create()
    erklaerung.barrieren.create(
        was={
            "de": "Texte von Angeboten und Organisationen können schwer zu verstehen sein.",
            "en": "Texts of opportunities and organisations can be hard to understand.",
        },
        warum={
            "de": "Die Organisationen schreiben diese Texte selbst.",
            "en": "The organisations write these texts themselves.",
        },
        stattdessen={
            "de": "Ein Teil der Angebote hat einen Abschnitt „Kurz und einfach“. In der Suche gibt es dafür einen "
            "Filter. Die Kontaktstelle erklärt jedes Angebot auch am Telefon.",
            "en": "Some opportunities have a section in short and simple words. The search has a filter for them. The "
            "Volunteer Centre also explains every opportunity on the telephone.",
        },
    )


def als_erklaerung() -> SafeString:
    """The statement as HTML."""
    erklaerung = Erklaerung.objects.aktuelle()
    kontext = {"erklaerung": erklaerung, "barrieren": barrieren(erklaerung)}
    return render_to_string("seiten/_erklaerung.html", _kontext() | kontext)


def barrieren(erklaerung: Erklaerung) -> list[dict]:
    """The known gaps: those the office entered, and those the portal can see by itself."""
    bekannt = list(erklaerung.barrieren.all()) if erklaerung.pk else []
    if "gebaerdensprache" not in settings.SEITEN_AUS and not Gebaerdenfilm.objects.exists():
        bekannt.append(
            Barriere(was={get_language(): _t("Einen Film in Deutscher Gebärdensprache gibt es noch nicht.")})
        )
    return [
        {
            "was": in_sprache_markiert(barriere.was),
            "grund": barriere.get_grund_display(),
            "warum": in_sprache_markiert(barriere.warum),
            "statt": in_sprache_markiert(barriere.stattdessen),
        }
        for barriere in bekannt
    ]


def stand_in_leichter_sprache() -> SafeString:
    """How far the portal is, and where to report a barrier. German, whatever the language of the page around it."""
    return _leicht("seiten/_leicht_stand.html", erklaerung=Erklaerung.objects.aktuelle())


def mehr_in_leichter_sprache() -> SafeString:
    """Where there is more, and who tested this text and when; nothing of it where nobody did."""
    return _leicht("seiten/_leicht_mehr.html", seite=Seite.objects.filter(slug=LEICHTE_SPRACHE).first())


def _leicht(vorlage: str, **kontext) -> SafeString:
    with override("de"):
        return render_to_string(vorlage, _kontext() | kontext)


def _kontext() -> dict:
    return {"portal": Portal(), "land": settings.PORTAL_LAND}
