"""How does staff say which words belong together? Two lists of words, and what in them would do nothing."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ..models import Wortgruppe
from ..models.wortgruppe import schluessel
from ..suche.frage import PHRASE_HOECHSTENS
from ..suche.sprache import staemme

ZEICHEN_HOECHSTENS = 60
WOERTER_HOECHSTENS = 40


class Wortliste(forms.Field):
    """Words, one a line or with commas between."""

    widget = forms.Textarea(attrs={"rows": 6, "cols": 60})

    def prepare_value(self, wert: Any) -> Any:
        return "\n".join(wert) if isinstance(wert, list) else wert

    def to_python(self, wert: Any) -> list[str]:
        teile = re.split(r"[,;\r\n]", str(wert or "").replace("\x00", ""))
        return list(dict.fromkeys(wort for teil in teile if (wort := " ".join(teil.split()))))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(self.prepare_value(initial)) != self.to_python(data)


class WortgruppeForm(forms.ModelForm):
    woerter = Wortliste(
        label=_("Gleichbedeutend"),
        help_text=_(
            "Ein Wort je Zeile. Wer eines davon sucht, findet auch alle anderen. Gutes Beispiel: Sani, Sanitäter, "
            "Sanitätsdienst. Mehrzahl, Beugung und weibliche Form kennt die Suche schon: Hund findet auch Hunde, "
            "Trainer auch Trainerin. Wörter mit mehreren Bedeutungen (Bank, Tafel) gehören nicht hierher."
        ),
        error_messages={"required": _("Bitte schreiben Sie mindestens ein Wort.")},
    )
    verwandt = Wortliste(
        label=_("Auch finden"),
        required=False,
        help_text=_(
            "Ein Wort je Zeile. Was dazu passt, aber nicht dasselbe ist: Es steht in der Trefferliste weiter unten und "
            "gilt nur in dieser Richtung. Gutes Beispiel für die Gruppe Sani: Erste Hilfe, Rettungsdienst."
        ),
    )

    class Meta:
        model = Wortgruppe
        fields = ["woerter", "verwandt", "aktiv"]
        labels = {"aktiv": _("In Gebrauch")}
        help_texts = {"aktiv": _("Abgeschaltet bleibt die Gruppe hier stehen, die Suche kennt sie aber nicht mehr.")}

    def clean_woerter(self) -> list[str]:
        woerter = self.cleaned_data["woerter"]
        neue = self._neue("woerter", woerter)
        fehler = _fehler(woerter, neue) + self._anderswo(neue)
        fehler += [_zu_viele_teile(wort) for wort in neue if len(staemme(wort)) > PHRASE_HOECHSTENS]
        if fehler:
            raise ValidationError(fehler)
        return woerter

    def clean_verwandt(self) -> list[str]:
        verwandt = self.cleaned_data["verwandt"]
        neue = self._neue("verwandt", verwandt)
        oben = schluessel(self.cleaned_data.get("woerter", []))
        fehler = _fehler(verwandt, neue)
        doppelt = [wort for wort in neue if staemme(wort) and " ".join(staemme(wort)) in oben]
        fehler += [_t("„%(wort)s“ steht schon bei „Gleichbedeutend“.") % {"wort": wort} for wort in doppelt]
        if fehler:
            raise ValidationError(fehler)
        return verwandt

    def clean(self) -> dict[str, Any]:
        angaben = super().clean()
        if len(angaben.get("woerter", [])) == 1 and not angaben.get("verwandt") and not self.has_error("verwandt"):
            self.add_error("woerter", _t("Ein Wort allein verbindet nichts. Bitte schreiben Sie ein zweites dazu."))
        return angaben

    def _neue(self, feld: str, woerter: list[str]) -> list[str]:
        """What was there before is not found fault with: nobody could change the rest."""
        bisher = self.initial.get(feld) if self.instance.pk else []
        return [wort for wort in woerter if wort not in bisher]

    def _anderswo(self, neue: list[str]) -> list[str]:
        """Each word that another group has already, with the way there."""
        gesucht = {" ".join(staemme(wort)): wort for wort in neue if staemme(wort)}
        gruppen = Wortgruppe.objects.mit(list(gesucht)).exclude(pk=self.instance.pk)
        return [
            format_html(
                _t("„{}“ steht schon in der Gruppe <a href='{}'>{}</a>. Ergänzen Sie bitte dort."),
                gesucht[eintrag], reverse("admin:boerse_wortgruppe_change", args=[gruppe.pk]), gruppe,
            )
            for gruppe in gruppen for eintrag in gruppe.schluessel if eintrag in gesucht
        ]  # fmt: skip


def _fehler(alle: list[str], neue: list[str]) -> list[str]:
    """What is wrong with the new words of a list, whichever list it is."""
    saetze = [satz for wort in neue if (satz := _untauglich(wort))]
    if len(alle) > WOERTER_HOECHSTENS:
        saetze.append(_t("Bitte höchstens %(n)s Wörter in einer Gruppe.") % {"n": WOERTER_HOECHSTENS})
    erste: dict[str, str] = {}
    for wort in sorted(alle, key=lambda wort: wort in neue):
        erstes = erste.setdefault(" ".join(staemme(wort)), wort)
        if erstes != wort and wort in neue and staemme(wort):
            worte = {"wort": wort, "erstes": erstes}
            saetze.append(_t("„%(wort)s“ und „%(erstes)s“ sind für die Suche dasselbe; eines genügt.") % worte)
    return saetze


def _untauglich(wort: str) -> str:
    if len(wort) < 2:
        return _t("„%(wort)s“ ist zu kurz: mindestens zwei Buchstaben.") % {"wort": wort}
    if len(wort) > ZEICHEN_HOECHSTENS:
        grenze = {"wort": f"{wort[:20]} …", "n": ZEICHEN_HOECHSTENS}
        return _t("„%(wort)s“ ist zu lang: höchstens %(n)s Zeichen.") % grenze
    if not staemme(wort):
        return _t("„%(wort)s“ steht in fast jeder Frage und hat für die Suche keine Bedeutung.") % {"wort": wort}
    return ""


def _zu_viele_teile(wort: str) -> str:
    angaben = {"wort": wort, "n": PHRASE_HOECHSTENS}
    return _t("„%(wort)s“ ist zu viel auf einmal: höchstens %(n)s Wörter, ohne Bindestriche.") % angaben
