"""How are all forms of the portal drawn? One renderer, one field template: label, hint, error, field.

Beyond what Django offers, the templates look at three attributes a form or field may have: `form.gruppen`
(from Gruppiert) for fieldsets with a legend, `field.bedingt = True` where "(freiwillig)" would be wrong
although the field alone is not required, and `form.ohne_uebersicht = True` inside formsets.
"""

from collections.abc import Iterator

from django.forms.renderers import TemplatesSetting


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
