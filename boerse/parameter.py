"""Which parameters does a search have, how is each read, and what does it ask? Declared here and nowhere else."""

from collections.abc import Callable
from functools import cache
from typing import Any

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from . import auswahl, bedingungen, sortierung
from . import filterfelder as felder
from .filterfelder import schnelle_kopie
from .models import Angebot
from .vokabular import begriffe

UMKREISE = [5, 10, 15, 20, 30, 50]


class Suchfilter(django_filters.Filter):
    """A parameter: how it is read (`feld`, from filterfelder) and, where it stands for itself, what it asks."""

    def __init__(self, feld, label, bedingung: Callable[[Any], Q] | None = None, **kwargs) -> None:
        super().__init__(label=label, **kwargs)
        self.field_class, self.bedingung = feld, bedingung

    def __deepcopy__(self, gemerkt: dict) -> "Suchfilter":
        """Each search has its own; what they are made of never changes."""
        return schnelle_kopie(self)


def _codes(wahl) -> dict[str, Any]:
    return dict(wahl.choices)


def _mehrere(label, bedingung, wahl=None) -> Suchfilter:
    return Suchfilter(felder.Mehrfachwahl, label, bedingung, auswahl=_codes(wahl) if wahl else {})


class SuchForm(forms.Form):
    """Nothing fails; what makes no sense gives a hint."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.begriffe = begriffe()
        for art, worte in self.begriffe.items():
            self.fields[art].auswahl = {slug: wort.label for slug, wort in worte.items()}
        self.full_clean()

    @property
    def hinweise(self) -> list[str]:
        return [hinweis for feld in self.fields.values() for hinweis in feld.hinweise]


class Suchparameter(django_filters.FilterSet):
    q = Suchfilter(felder.Text, _("Was?"))
    ort = Suchfilter(felder.Text, _("Wo?"))
    plz = Suchfilter(felder.Text, _("Postleitzahl"))
    umkreis = Suchfilter(
        felder.Zahl,
        _("Umkreis"),
        von=1,
        bis=300,
        widget=felder.Auswahlliste(choices=[("", _("ohne")), *((km, f"{km} km") for km in UMKREISE)]),
    )
    gemeinde = Suchfilter(felder.Codes, _("Stadt oder Gemeinde"))
    wochentag = _mehrere(_("Wann?"), None, auswahl.Wochentag)
    tageszeit = _mehrere(_("Tageszeit"), None, auswahl.Tageszeit)
    art = _mehrere(_("Wie oft?"), bedingungen.eine_von("art"), auswahl.Art)
    haeufigkeit = _mehrere(_("Häufigkeit"), bedingungen.eine_von("haeufigkeit"), auswahl.Haeufigkeit)
    stunden = Suchfilter(
        felder.Zahl, _("Höchstens Stunden"), lambda n: Q(stunden__lte=n), von=0.25, bis=100, dezimal=True
    )
    von = Suchfilter(felder.Datum, _("Frühestens ab"))
    bis = Suchfilter(felder.Datum, _("Spätestens bis"))
    thema = _mehrere(_("Interessengebiet"), bedingungen.eine_aus("themen"))
    zielgruppe = _mehrere(_("Für wen?"), bedingungen.eine_aus("zielgruppen"))
    taetigkeit = _mehrere(_("Tätigkeit"), bedingungen.eine_aus("taetigkeiten"))
    digital = Suchfilter(felder.Wahl, _("Von zu Hause"), bedingungen.digital, auswahl=_codes(auswahl.Digital))
    alter = Suchfilter(felder.Zahl, _("Ihr Alter"), bedingungen.alter, von=0, bis=120)
    geeignet = _mehrere(_("Geeignet für"), bedingungen.alle_aus("geeignet"), auswahl.Geeignet)
    allein_gruppe = _mehrere(_("Allein oder mit anderen"), bedingungen.eine_von("allein_gruppe"), auswahl.AlleinGruppe)
    deutsch = Suchfilter(felder.Wahl, _("Ihr Deutsch"), bedingungen.deutsch, auswahl=_codes(auswahl.Deutsch))
    sprache = _mehrere(_("Weitere Sprachen"), bedingungen.eine_aus("sprachen"), auswahl.Sprache)
    barrierefrei = _mehrere(_("Barrierefrei"), bedingungen.alle_aus("barrierefrei"), auswahl.Barrierefrei)
    ohne_nachweise = Suchfilter(felder.Schalter, _("ohne Nachweise"), lambda ja: bedingungen.OHNE_NACHWEISE)
    kurz_und_einfach = Suchfilter(
        felder.Schalter, _("Kurz und einfach beschrieben"), lambda ja: bedingungen.KURZ_UND_EINFACH
    )
    organisation = Suchfilter(felder.Nummern, _("Organisation"), bedingungen.eine_von("organisation"))
    sortierung = Suchfilter(felder.Wahl, _("Sortierung"), auswahl=sortierung.AUSWAHL)
    seite = Suchfilter(felder.Zahl, _("Seite"), von=1, bis=100_000)

    class Meta:
        model = Angebot
        fields: list[str] = []
        form = SuchForm

    @classmethod
    @cache
    def get_form_class(cls) -> type[SuchForm]:
        """The library makes a class for every search; one is enough."""
        return type("SuchForm", (SuchForm,), {name: filter.field for name, filter in cls.base_filters.items()})
