"""Which small parts do all templates share? Built in: no template has to load this library."""

import re
from datetime import date
from functools import cache, lru_cache

from django import template
from django.conf import settings
from django.forms import CheckboxInput, FileInput, Select
from django.forms.boundfield import BoundField, BoundWidget
from django.forms.widgets import ChoiceWidget
from django.template.defaultfilters import linebreaksbr
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ..anfuehrung import zitat
from ..sprachen import auf_deutsch

register = template.Library()
register.filter(zitat)

FUGE = re.compile(r"(?<=\w{6})(?=(?:arbeit|leben|pflege|schaft|schutz|stelle|verein|wesen)\w{0,2}\b)")
SYMBOLE = settings.BASE_DIR / "static" / "icons"


@cache
def zeichnung(name: str) -> str | None:
    """What static/icons/<name>.svg holds, if there is one."""
    datei = SYMBOLE / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not datei.exists():
        return None
    return datei.read_text(encoding="utf-8").strip().replace(' xmlns="http://www.w3.org/2000/svg"', "")


@register.simple_tag
@cache  # a list of 20 cards draws 130 of them
def symbol(name: str, groesse: int = 20, klasse: str = "") -> SafeString:
    """The drawing static/icons/<name>.svg inline and silent: words always stand beside it."""
    if (inhalt := zeichnung(name)) is None:
        raise template.TemplateSyntaxError(f"Es gibt keine Zeichnung „{name}“.")
    return _svg(inhalt, groesse, klasse)


@register.simple_tag
def themensymbol(thema, groesse: int = 24) -> SafeString:
    """The drawing of a Thema; one that the Kontaktstelle added later, or none at all, gets the compass."""
    slug = getattr(thema, "slug", "") or ""
    return symbol(f"thema-{slug}" if zeichnung(f"thema-{slug}") else "kompass", groesse)


def _svg(inhalt: str, groesse: int, klasse: str) -> SafeString:
    kopf = format_html(
        '<svg class="{}" width="{}" height="{}" aria-hidden="true" focusable="false"',
        f"symbol {klasse}".strip(),
        groesse,
        groesse,
    )
    return mark_safe(inhalt.replace("<svg", kopf, 1))  # a file of this project, not input


@register.simple_tag(takes_context=True)
def mit_parametern(context, **aenderungen) -> str:
    """The present query string with some parameters set anew; an empty value removes one."""
    parameter = context["request"].GET.copy()
    for name, wert in aenderungen.items():
        if wert in ("", None):
            parameter.pop(name, None)
        else:
            parameter[name] = wert
    return f"?{parameter.urlencode()}"


@register.filter
def seitenzahlen(seite) -> list:
    """The page numbers to offer around this page, with a gap mark where some are left out."""
    return list(seite.paginator.get_elided_page_range(seite.number, on_each_side=1, on_ends=1))


@register.filter
def kartenmass(viewbox: str) -> str:
    """One per cent of a drawing's width: the font size that makes 1em scale with the map."""
    return f"{float(viewbox.split()[2]) / 100:.3f}"


@register.filter
def website(adresse: str) -> str:
    """An address as people say it: without scheme, www and the slash at the end."""
    return re.sub(r"^https?://(www\.)?|/$", "", adresse)


@register.filter
def vor_tagen(tag: date) -> str:
    """How long ago a day was: "heute", "gestern", "vor 12 Tagen"."""
    tage = (timezone.localdate() - tag).days
    if tage < 2:
        return _("gestern") if tage == 1 else _("heute")
    return ngettext("vor %(n)s Tag", "vor %(n)s Tagen", tage) % {"n": tage}


@register.simple_tag
def zeit_seit(tag: date) -> SafeString:
    """How long ago a day was, with its date for whoever asks."""
    return _zeit_seit(tag, timezone.localdate(), get_language())


@lru_cache
def _zeit_seit(tag: date, _heute: date, _sprache: str) -> SafeString:
    datum = date_format(tag, "DATE_FORMAT")
    return format_html('<time datetime="{}" title="{}">{}</time>', tag.isoformat(), datum, vor_tagen(tag))


@register.filter
def weich(text: str) -> str:
    """Soft hyphens in front of the last part of long compounds, for browsers that cannot hyphenate German."""
    return FUGE.sub("\u00ad", text)


@register.filter
def zeiten(stelle) -> str:
    """When an office can be reached, and when it is away."""
    stunden = auf_deutsch(linebreaksbr(stelle.sprechzeiten))
    return format_html("{}<br>{}", stelle.abwesenheit, stunden) if stelle.abwesenheit else stunden


@register.filter
def telefonziel(nummer: str) -> str:
    """What belongs behind "tel:": digits and a leading plus."""
    return re.sub(r"(?!^\+)\D", "", nummer.strip().replace("(0)", ""))


@register.filter
def eingabe(feld: BoundField, klasse: str = "") -> SafeString:
    """The field's widget in KERN's classes; aria and autocomplete are already in its attributes."""
    attribute = feld.field.widget.attrs
    # Libraries repeat the label as a placeholder, which vanishes while one is typing.
    attribute.pop("placeholder", None)
    klassen = f"{_kern_klasse(feld)} {klasse} {attribute.get('class', '')}".split()
    return feld.as_widget(attrs={"class": " ".join(klassen)})


@register.filter
def wahlknopf(wahl: BoundWidget) -> SafeString:
    """One radio button or check box of a list, without Django's label around it."""
    art = "radio" if wahl.data["type"] == "radio" else "checkbox"
    attribute = {**wahl.data["attrs"], "class": f"kern-form-check__{art}"}
    # Hint and error belong to the whole list and are announced with its legend.
    attribute.pop("aria-describedby", None)
    return BoundWidget(wahl.parent_widget, {**wahl.data, "attrs": attribute}, wahl.renderer).tag()


def _kern_klasse(feld: BoundField) -> str:
    widget = feld.field.widget
    fehler = " kern-form-{0}--error" if feld.errors else ""
    if isinstance(widget, CheckboxInput):
        art = "check__checkbox"
    elif isinstance(widget, Select):
        art = "input__select"
    else:
        art = "input__input"
    return f"kern-form-{art}" + fehler.format(art)


@register.filter
def behaelt_eingaben(formular) -> bool:
    """Is everything still in its place when the form comes back? Passwords and files are not."""
    return not any(feld.widget_type in ("password", "file", "clearablefile") for feld in formular)


@register.filter
def feldart(feld: BoundField) -> str:
    """Which of the parts in bausteine/formular/ draws this field?"""
    widget = feld.field.widget
    if isinstance(widget, CheckboxInput):
        return "haken"
    if isinstance(widget, Select):
        return "mehrfach" if widget.allow_multiple_selected else "auswahl"
    if isinstance(widget, ChoiceWidget):
        return "mehrere" if widget.allow_multiple_selected else "einzeln"
    if isinstance(widget, FileInput):
        return "datei"
    return "gruppe" if feld.use_fieldset else "zeile"


@register.filter
def zitat(text: str) -> str:
    """Somebody's words in a plain-text mail: each line marked."""
    return "\n".join(f"> {zeile}".rstrip() for zeile in text.strip().splitlines())


register.filter(auf_deutsch)
