"""What do we ask somebody who would like to help and has found no listing yet? Only how to answer is required."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ehrenamt.felder import TelefonFeld
from ehrenamt.models import Seite

from ..auswahl import Digital, Tageszeit, WieOft, Wochentag
from ..filters import UMKREISE
from ..models import Engagementwunsch
from ..suche.orte import Suchort, ort_finden
from ..vokabular import begriffe
from .erreichbar import EMAIL, TELEFON, Erreichbar

BEGRIFFSFELDER = {"themen": "thema", "taetigkeiten": "taetigkeit", "zielgruppen": "zielgruppe"}
TAGE = [wahl for wahl in Wochentag.choices if wahl[0] != Wochentag.FLEXIBEL]
ZEITEN = [wahl for wahl in Tageszeit.choices if wahl[0] != Tageszeit.FLEXIBEL]
STUNDEN = [("", _("Keine Angabe")), (1, _("1 Stunde")), (2, _("2 Stunden")), (4, _("4 Stunden")), (8, _("8 Stunden"))]
VON_WO = [
    (Digital.NEIN, _("vor Ort")),
    (Digital.MOEGLICH, _("vor Ort oder von zu Hause")),
    (Digital.NUR, _("nur von zu Hause")),
]


class Ortsfeld(forms.CharField):
    """Cleans to a Suchort, or None where nothing was named."""

    def prepare_value(self, value: Any) -> Any:
        return value.name if isinstance(value, Suchort) else value

    def clean(self, value: Any) -> Suchort | None:
        eingabe = super().clean(value)
        ort = ort_finden(eingabe) if eingabe else None
        if eingabe and ort is None:
            raise forms.ValidationError(_("Diesen Ort kennen wir nicht. Bitte nennen Sie die Gemeinde oder ihre PLZ."))
        return ort


def mehrere(label, wahlen=(), **kwargs) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=wahlen, required=False, widget=forms.CheckboxSelectMultiple, **kwargs
    )


class WunschAngaben(forms.Form):
    """What somebody would like to do, when and where; also for putting it right later."""

    themen = mehrere(_("Was interessiert Sie?"), help_text=_("So viel Sie möchten, oder nichts."))
    text = forms.CharField(
        label=_("In Ihren Worten"),
        required=False,
        max_length=1000,
        help_text=_("Zum Beispiel: Was können Sie gut, was würden Sie gern tun, was sollten wir wissen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wochentage = mehrere(_("An welchen Tagen?"), TAGE, template_name="bausteine/formular/_tage.html")
    tageszeiten = mehrere(_("Zu welcher Zeit?"), ZEITEN)
    wie_oft = forms.ChoiceField(
        label=_("Wie oft?"), required=False, choices=[("", _("Weiß ich noch nicht")), *WieOft.choices]
    )
    ort = Ortsfeld(
        label=_("Wo?"),
        required=False,
        max_length=120,
        help_text=_("Ihre Stadt, Gemeinde, Ihr Ortsteil oder die PLZ."),
        widget=forms.TextInput(attrs={"list": "gemeinden", "autocomplete": "off"}),
    )
    umkreis = forms.TypedChoiceField(
        label=_("Wie weit darf es weg sein?"),
        required=False,
        choices=[(km, _("bis %(km)s km") % {"km": km}) for km in UMKREISE],
        coerce=int,
        empty_value=10,
        initial=10,
    )
    digital = forms.ChoiceField(
        label=_("Von wo aus?"), choices=VON_WO, required=False, initial=Digital.NEIN, widget=forms.RadioSelect
    )
    taetigkeiten = mehrere(_("Was würden Sie gern tun?"))
    zielgruppen = mehrere(_("Für wen?"))
    stunden = forms.TypedChoiceField(
        label=_("Wie lange am Stück höchstens?"), choices=STUNDEN, coerce=int, empty_value=None, required=False
    )
    bedingte = ["wie_oft", "umkreis", "digital"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        vokabular = begriffe()
        for feld, art in BEGRIFFSFELDER.items():
            self.fields[feld].choices = [(wort.slug, wort.label) for wort in vokabular[art].values() if wort.aktiv]
        for feld in self.bedingte:
            self.fields[feld].bedingt = True

    @property
    def haupt(self) -> list:
        return [self[name] for name in ("themen", "text")]

    @property
    def wann_und_wo(self) -> list:
        return [self[name] for name in ("wochentage", "tageszeiten", "wie_oft", "ort", "umkreis", "digital")]

    @property
    def genauer(self) -> list:
        return [self[name] for name in ("taetigkeiten", "zielgruppen", "stunden")]

    @property
    def genauer_offen(self) -> bool:
        return any(feld.value() or feld.errors for feld in self.genauer)

    def clean_digital(self) -> str:
        return self.cleaned_data["digital"] or Digital.NEIN

    def angaben(self) -> dict[str, Any]:
        """As the model keeps them."""
        namen = [*BEGRIFFSFELDER, "text", "wochentage", "tageszeiten", "wie_oft", "stunden", "digital"]
        werte = {name: self.cleaned_data[name] for name in namen}
        ort = self.cleaned_data["ort"]
        if ort is None:
            return werte | {"ort": "", "lat": None, "lon": None, "umkreis": None, "zustaendig_ags": ""}
        return werte | {
            "ort": ort.name,
            "lat": ort.lat,
            "lon": ort.lon,
            "umkreis": self.cleaned_data["umkreis"],
            "zustaendig_ags": ort.ags[0],
        }


SELBST, ELTERN, KIND = "selbst", "eltern", "kind"


class EngagementwunschForm(WunschAngaben, Erreichbar):
    name = forms.CharField(
        label=_("Ihr Name"), required=False, max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    alter = forms.ChoiceField(
        label=_("Wer möchte helfen?"),
        choices=[
            (SELBST, _("Ich, mindestens 16 Jahre alt")),
            (ELTERN, _("Mein Kind unter 16 Jahren")),
            (KIND, _("Ich, jünger als 16 Jahre")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, wer helfen möchte.")},
    )

    field_order = [
        *WunschAngaben.base_fields,
        *("alter", "name", "weg", EMAIL, TELEFON),
    ]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["weg"].choices = [(EMAIL, _("Per E-Mail")), (TELEFON, _("Per Telefon"))]

    @property
    def kontakt(self) -> list:
        return [self[name] for name in ("alter", "name", "weg", EMAIL, TELEFON)]

    def clean_alter(self) -> str:
        """A parent decides about what a child tells us."""
        if self.cleaned_data["alter"] == KIND:
            raise forms.ValidationError(
                _(
                    "Schön, dass du helfen möchtest! Bitte fülle das mit deiner Mutter oder deinem Vater aus und wählt "
                    "dann „Mein Kind unter 16 Jahren“. Oder rufe uns an."
                )
            )
        return self.cleaned_data["alter"]

    def anbieten(self) -> Engagementwunsch:
        angaben = self.angaben() | {name: self.cleaned_data[name] for name in ("name", EMAIL, TELEFON)}
        angaben["mindestens_16"] = self.cleaned_data["alter"] == SELBST
        return Engagementwunsch.objects.anbieten(
            sprache=get_language(),
            datenschutz_version=Seite.objects.version("datenschutz"),
            formular=self.formularkennung(*angaben.values()),
            **angaben,
        )


class WunschAendernForm(WunschAngaben):
    """The e-mail address stays: a link to it proved that it is the person's."""

    name = EngagementwunschForm.base_fields["name"]
    telefon = TelefonFeld(required=False)

    def __init__(self, wunsch: Engagementwunsch, *args, **kwargs) -> None:
        werte = {name: getattr(wunsch, name) for name in [*WunschAngaben.base_fields, "name", "telefon"]}
        super().__init__(*args, initial=werte | {"umkreis": wunsch.umkreis or 10}, **kwargs)
        self.fields["telefon"].required = wunsch.nur_telefon

    @property
    def kontakt(self) -> list:
        return [self["name"], self["telefon"]]

    def aendern(self, wunsch: Engagementwunsch) -> None:
        kontakt = {name: self.cleaned_data[name] for name in ("name", "telefon")}
        wunsch.korrigieren(**self.angaben() | kontakt)
