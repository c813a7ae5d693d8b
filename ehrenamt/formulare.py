"""How are all forms of the portal drawn? One renderer, one field template: label, hint, error, field.

Beyond what Django offers, the templates look at three attributes a form or field may have: `form.gruppen`
(from Gruppiert) for fieldsets with a legend, `field.bedingt = True` where "(freiwillig)" would be wrong
although the field alone is not required, and `form.ohne_uebersicht = True` inside formsets.
"""

from collections.abc import Iterator

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _


class PortalRenderer(TemplatesSetting):
    form_template_name = "bausteine/formular/formular.html"
    field_template_name = "bausteine/formular/feld.html"


class Gruppiert:
    """A form in groups: `gruppierung = [(title, hint, [names])]`; the other fields follow at the end."""

    gruppierung: list[tuple[str, str, list[str]]] = []

    def gruppen(self) -> Iterator[dict]:
        offen = [feld.name for feld in self.visible_fields()]
        for titel, hinweis, namen in self.gruppierung:
            vorhanden = [name for name in namen if name in offen]
            offen = [name for name in offen if name not in vorhanden]
            if vorhanden:
                yield {"titel": titel, "hinweis": hinweis, "felder": [self[name] for name in vorhanden]}
        if offen:
            yield {"titel": "", "hinweis": "", "felder": [self[name] for name in offen]}


class Honigtopf(forms.Form):
    """A field that no person sees. Whoever fills it in is a machine: the view pretends that all went well."""

    betreff = forms.CharField(
        label=_("Bitte lassen Sie dieses Feld leer"),
        required=False,
        template_name="bausteine/formular/_honigtopf.html",
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def ist_falle(self) -> bool:
        return bool(self.data.get(self.add_prefix("betreff")))
