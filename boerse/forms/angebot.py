"""The form for a listing: the document of a Fassung as fields, and the fields as a document again."""

from collections.abc import Iterator
from datetime import date

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import TelefonFeld
from ehrenamt.leichte_sprache import Fund, pruefen
from organisationen.models import Gemeinde

from .. import inhalt as format
from ..models import Taetigkeit, Thema, Zielgruppe
from ..ratgeber.text import PROSA
from ..zeitaufwand import lesen
from .felder import KEINE_ANGABE, formularfeld
from .feldtexte import ABSCHNITTE, FELDTEXTE, KURZ_UND_EINFACH
from .rat import Beraten, Ratfeld
from .reihen import OrtReihen, ZeitReihen, mit_reihe, ohne_reihe

WEITERE_THEMEN = 2
KURZ = [f"kurz_{nummer}" for nummer in range(len(KURZ_UND_EINFACH))]
# Where a field of the document has another name in the form.
_FORMULARNAME = {
    "themen": "weitere_themen",
    "kurz_und_einfach": KURZ[0],
    "orte": "orte-0-gemeinde",
    "zeiten": "zeiten-0-von",
}


class AngebotForm(Beraten, forms.Form):
    """With `orte` and `zeiten` as rows. A draft may be incomplete; what is there must be of its kind."""

    bound_field_class = Ratfeld
    rat = dict.fromkeys([*PROSA, "beginn", "ende", "fuehrungszeugnis", "leistungen"], ())

    def __init__(self, daten=None, *, inhalt: dict | None = None) -> None:
        self.daten, reihe = _mit_geaenderten_reihen(daten)
        self.aendert_reihen = bool(reihe)
        self.inhalt = werte = inhalt or {}
        super().__init__(self.daten, initial=_anfangswerte(werte), label_suffix="")
        self._felder_bauen()
        self.orte = OrtReihen(self.daten, prefix="orte", initial=_orte(werte))
        self.zeiten = ZeitReihen(self.daten, prefix="zeiten", initial=werte.get("zeiten", []))
        if reihe:
            next(iter(getattr(self, reihe).forms[-1])).field.widget.attrs["autofocus"] = True

    def _felder_bauen(self) -> None:
        self.fields = {name: formularfeld(name) for name in FELDTEXTE}
        themen = [(begriff.slug, str(begriff)) for begriff in Thema.objects.aktive()]
        self.fields["thema"] = forms.ChoiceField(
            choices=[KEINE_ANGABE, *themen], required=False, label=_("Interessengebiet")
        )
        self._mehrfach("weitere_themen", themen, _("Passt auch zu"), _("Höchstens zwei weitere."))
        self._mehrfach("zielgruppen", _begriffe(Zielgruppe), _("Für wen ist das Engagement da?"))
        self._mehrfach("taetigkeiten", _begriffe(Taetigkeit), _("Was tut man dabei?"), _("Höchstens fünf."))
        for name, (label, hilfe) in zip(KURZ, KURZ_UND_EINFACH, strict=True):
            breit = forms.TextInput(attrs={"class": "breit"})
            self.fields[name] = forms.CharField(
                max_length=200, label=label, help_text=hilfe, required=False, widget=breit
            )
        label, hilfe = FELDTEXTE["kontakt_telefon"]
        self.fields["kontakt_telefon"] = TelefonFeld(
            label=label, help_text=hilfe, max_length=format.FELDER["kontakt_telefon"].grenze, required=False
        )
        self.fields["kontakt_oeffentlich"] = forms.BooleanField(
            required=False,
            label=_("Die genannte Person möchte, dass Name und Telefonnummer öffentlich zu sehen sind."),
        )
        self.fields["kontakt_oeffentlich"].bedingt = True
        self.fields["fuehrungszeugnis"].help_text = format_html(
            '{} <a href="{}" target="_blank">{}</a>',
            FELDTEXTE["fuehrungszeugnis"][1],
            reverse("seite", args=["fuehrungszeugnis"]),
            _("Welches braucht man wann? (neues Fenster)"),
        )

    def _mehrfach(self, name: str, wahl: list, label, hilfe="") -> None:
        self.fields[name] = forms.MultipleChoiceField(
            choices=wahl, widget=forms.CheckboxSelectMultiple, required=False, label=label, help_text=hilfe
        )

    def abschnitte(self) -> Iterator[dict]:
        """The sections of the page, with their rows where they have some."""
        for code, titel, hinweis, namen, weitere in ABSCHNITTE:
            felder, weitere = [self[name] for name in namen], [self[name] for name in weitere]
            offen = any(feld.errors or feld.rat or feld.value() for feld in weitere)
            yield {
                "code": code,
                "titel": titel,
                "hinweis": hinweis,
                "felder": felder,
                "weitere": weitere,
                "offen": offen,
            }

    def is_valid(self) -> bool:
        # Each is asked, so that all mistakes show at once.
        return all([super().is_valid(), self.orte.is_valid(), self.zeiten.is_valid()])

    def clean(self) -> dict:
        werte = super().clean()
        if (werte.get("kontakt_name") or werte.get("kontakt_telefon")) and not werte.get("kontakt_oeffentlich"):
            satz = _t(
                "Bitte kreuzen Sie an, dass Name und Telefonnummer öffentlich sein dürfen, oder lassen Sie beide leer."
            )
            self.add_error("kontakt_oeffentlich", satz)
        self._dokument_pruefen()
        return werte

    def _dokument_pruefen(self) -> None:
        """What only shows in the document as a whole; one mistake must not hide the others until the next try."""
        reihen_stimmen = all([self.orte.is_valid(), self.zeiten.is_valid()])
        bemaengelt = set(self.errors)
        for name, saetze in format.pruefen(self.dokument, vollstaendig=False).items():
            feld = _FORMULARNAME.get(name, name)
            if feld in self.fields and feld not in bemaengelt:
                self.add_error(feld, saetze)
            elif feld not in self.fields and reihen_stimmen:
                self.add_error(None, saetze)

    @property
    def dokument(self) -> dict:
        """What was written, as the document of a Fassung; without the fields that have a mistake."""
        werte = {name: _als_json(self.cleaned_data.get(name)) for name in self.fields}
        thema, weitere = werte.get("thema"), werte.get("weitere_themen") or []
        werte["themen"] = [slug for slug in dict.fromkeys([thema, *weitere]) if slug]
        werte["schlagwoerter"] = [wort.strip() for wort in (werte["schlagwoerter"] or "").split(",") if wort.strip()]
        werte["kurz_und_einfach"] = _ohne_leeres_ende([werte[name] or "" for name in KURZ])
        for name, wert in lesen(werte["zeitaufwand"] or "").items():
            werte[name] = werte[name] if werte[name] not in (None, "") else wert
        return format.dokument(werte | {"orte": self.orte.eintraege(), "zeiten": self.zeiten.eintraege()})

    def fehlerliste(self) -> list[dict]:
        """Everything to mend, the rows included, as links to the fields."""
        if not self.is_bound or self.aendert_reihen or self.is_valid():
            return []
        eintraege = [{"ziel": "", "label": "", "satz": satz} for satz in self.non_field_errors()]
        for form in (self, *self.orte.forms, *self.zeiten.forms):
            felder = [feld for feld in form if feld.errors]
            eintraege += [{"ziel": f.auto_id, "label": _kurzlabel(f), "satz": f.errors[0]} for f in felder]
        weitere = [*self.orte.non_form_errors(), *self.zeiten.non_form_errors()]
        return eintraege + [{"ziel": "", "label": "", "satz": satz} for satz in weitere]

    def sprachhinweise(self) -> list[Fund]:
        """What to look at again in the sentences of "Kurz und einfach"; nothing of it keeps anybody from saving."""
        return [fund for name in KURZ for fund in pruefen(str(self[name].value() or ""))]

    def fehlend(self, fehler: format.Fehler) -> list[dict]:
        """What still stands in the way of going online, as links to the fields."""
        eintraege = []
        for name, saetze in fehler.items():
            feld = _FORMULARNAME.get(name, name)
            label = self.fields[feld].label if feld in self.fields else _REIHEN.get(name, "")
            eintraege.append({"ziel": f"id_{feld}", "label": label, "satz": saetze[0]})
        return eintraege


_REIHEN = {"orte": _("Ort"), "zeiten": _("Zeiten")}


def _mit_geaenderten_reihen(daten) -> tuple:
    """Buttons such as "Weiteren Ort hinzufügen" change the rows and keep everything else."""
    aktion = daten.get("aktion", "") if daten is not None else ""
    reihe, _strich, tat = aktion.partition("-")
    if reihe not in ("orte", "zeiten"):
        return daten, ""
    if tat == "dazu":
        return mit_reihe(daten, reihe), reihe
    return (ohne_reihe(daten, reihe, int(tat)), reihe) if tat.isdecimal() and len(tat) < 3 else (daten, "")


def _begriffe(modell) -> list[tuple[str, str]]:
    return [(begriff.slug, str(begriff)) for begriff in modell.objects.aktive()]


def _kurzlabel(feld: forms.BoundField) -> str:
    """What stands beside a tick box is a whole sentence, and so is its error."""
    return "" if isinstance(feld.field, forms.BooleanField) else feld.label


def _als_json(wert):
    return wert.isoformat() if isinstance(wert, date) else wert


def _ohne_leeres_ende(werte: list[str]) -> list[str]:
    while werte and not werte[-1]:
        werte.pop()
    return werte


def _anfangswerte(inhalt: dict) -> dict:
    themen = inhalt.get("themen", [])
    werte = inhalt | {
        "thema": next(iter(themen), ""),
        "weitere_themen": themen[1:],
        "schlagwoerter": ", ".join(inhalt.get("schlagwoerter", [])),
        "kontakt_oeffentlich": bool(inhalt.get("kontakt_name") or inhalt.get("kontakt_telefon")),
    }
    return werte | dict(zip(KURZ, inhalt.get("kurz_und_einfach", []), strict=False))


def _orte(inhalt: dict) -> list[dict]:
    orte = inhalt.get("orte", [])
    gemeinden = Gemeinde.objects.in_bulk({ort["gemeinde"] for ort in orte if ort.get("gemeinde")})
    return [ort | {"gemeinde": gemeinden.get(ort.get("gemeinde"), "")} for ort in orte]
