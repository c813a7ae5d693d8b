"""What do we ask to advise on a Führungszeugnis, and what stands in the letter for it?"""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.formulare import Gruppiert
from ehrenamt.papier import druckbar, setzen
from organisationen.auswahl import OrganisationArt
from organisationen.models import Organisation

from ..fuehrungszeugnis import Aufgabe, Grund, Kontakt, Oft, Rat, rat
from .felder import DATUM

JA_NEIN = [("ja", _("ja")), ("nein", _("nein"))]


def _wahl(label, choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


def _alles_druckbar(wert: str) -> None:
    normal = unicodedata.normalize("NFC", wert)
    if fremd := "".join(dict.fromkeys(zeichen for zeichen in normal if not druckbar(zeichen))):
        satz = _t("Diese Zeichen kann das PDF nicht zeigen: %(zeichen)s. Bitte schreiben Sie es so, wie im Ausweis.")
        raise ValidationError(satz % {"zeichen": fremd})


def _text(label, laenge: int, hilfe="", **attrs) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(label=label, max_length=laenge, help_text=hilfe, widget=widget, validators=[_alles_druckbar])


class LotseForm(forms.Form):
    """The answers are the address: nothing about anybody, nothing kept."""

    kontakt = _wahl(_("Mit wem hat die Person zu tun?"), Kontakt.choices)
    aufgabe = _wahl(_("Wie nah kommt sie ihnen?"), Aufgabe.choices)
    allein = _wahl(_("Ist sie dabei auch mal allein mit ihnen?"), JA_NEIN)
    nacht = _wahl(_("Übernachtet sie mit ihnen, zum Beispiel auf einer Freizeit?"), JA_NEIN)
    oft = _wahl(_("Wie oft?"), Oft.choices)

    def rat(self) -> Rat:
        antworten = self.cleaned_data
        ja = {name: antworten[name] == "ja" for name in ("allein", "nacht")}
        return rat(antworten["kontakt"], antworten["aufgabe"], oft=antworten["oft"], **ja)


class BescheinigungForm(Gruppiert, forms.Form):
    """The letter for the Meldebehörde. What is typed here goes onto the paper and nowhere else."""

    grund = _wahl(_("Welches Führungszeugnis?"), Grund.choices)
    taetigkeit = _text(_("Aufgabe"), 120, _("Zum Beispiel „Betreuung der Kindergruppe“"))
    gemeinnuetzig = forms.BooleanField(
        label=_("Wir sind als gemeinnützig anerkannt oder eine Behörde."),
        help_text=_("Nur dann ist das Führungszeugnis für das Ehrenamt kostenlos."),
        required=False,
    )
    name = _text(_("Vor- und Nachname"), 120, _("So, wie es im Ausweis steht."))
    geburtsdatum = forms.DateField(label=_("Geburtsdatum"), widget=DATUM)
    strasse = _text(_("Straße und Hausnummer"), 120)
    ort = _text(_("PLZ und Ort"), 120)
    gruppierung = [
        (_("Wofür"), "", ["grund", "taetigkeit", "gemeinnuetzig"]),
        (
            _("Für wen"),
            _("Diese Angaben stehen nur im PDF. Das Portal speichert sie nicht."),
            ["name", "geburtsdatum", "strasse", "ort"],
        ),
    ]

    def __init__(self, daten, *, organisation: Organisation, grund: str) -> None:
        frei = organisation.gemeinnuetzig or organisation.art == OrganisationArt.KOMMUNE
        super().__init__(daten, initial={"grund": grund, "gemeinnuetzig": frei}, label_suffix="")
        self.organisation = organisation

    def clean_geburtsdatum(self):
        geboren = self.cleaned_data["geburtsdatum"]
        if not 0 < timezone.localdate().year - geboren.year < 120 or geboren > timezone.localdate():
            raise ValidationError(_t("Bitte prüfen Sie das Geburtsdatum."))
        return geboren

    @property
    def leer(self) -> bool:
        """Whether the paper is wanted with lines to write on."""
        return "leer" in self.data

    def gueltig(self) -> bool:
        """The empty paper needs only to know which."""
        return self.is_bound and (self.is_valid() or (self.leer and "grund" in self.cleaned_data))

    def drucken(self) -> bytes:
        """Raises Papierfehler."""
        werte = self.cleaned_data
        person = {} if self.leer else {name: werte[name] for name in ("name", "strasse", "ort", "taetigkeit")}
        if not self.leer:
            person["geboren"] = f"{werte['geburtsdatum']:%d.%m.%Y}"
            person["datum"] = f"{timezone.localdate():%d.%m.%Y}"
        sitz = self.organisation
        ort = f"{sitz.plz} {sitz.gemeinde.name}".strip()
        return setzen(
            "bescheinigung",
            _t("Bescheinigung für ein Führungszeugnis"),
            herausgeber=sitz.name,
            organisation=[zeile for zeile in (sitz.name, sitz.strasse, ort) if zeile],
            sitz=sitz.gemeinde.name,
            person=person,
            grund=werte["grund"],
            gebuehrenfrei=bool(werte.get("gemeinnuetzig")),
        )
