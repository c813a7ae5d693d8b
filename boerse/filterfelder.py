"""How is a search parameter read? Fields that never fail: what makes no sense is left out, and a hint says so."""

import re
from datetime import date
from html import escape
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

TEXT_HOECHSTENS = 200
WERTE_HOECHSTENS = 40
JA = {"1", "ja", "on", "true", "an"}
NEIN = {"0", "nein", "off", "false", "aus"}


def saubere_zeile(wert: str) -> str:
    """One line of text, without control characters, cut where nobody would type on."""
    zeile = "".join(z if z.isprintable() else " " for z in wert[: TEXT_HOECHSTENS * 5])
    return " ".join(zeile.split())[:TEXT_HOECHSTENS].strip()


def schnelle_kopie(vorlage: Any) -> Any:
    """Like copy.copy, for objects of a plain class: a search makes fifty of them."""
    kopie = object.__new__(type(vorlage))
    kopie.__dict__.update(vorlage.__dict__)
    return kopie


def _attribute(werte: dict[str, Any]) -> str:
    return "".join(f' {name}="{escape(str(wert))}"' for name, wert in werte.items() if wert is not None)


class Eingabe(forms.TextInput):
    """Hands every value of the parameter to the field, and shows the first again."""

    def value_from_datadict(self, data, files, name) -> list[str]:
        return data.getlist(name)

    def format_value(self, value: Any) -> str:
        werte = value if isinstance(value, list) else [value or ""]
        return saubere_zeile(werte[0]) if werte else ""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Without Django's template: it takes as long as all the rest of a search field."""
        attribute = {"type": self.input_type, "name": name, "value": self.format_value(value) or None}
        return mark_safe(f"<input{_attribute(attribute | self.build_attrs(self.attrs, attrs))}>")


class Genormt(Eingabe):
    """For kinds of input that know one spelling only: browsers show "1,5" or "24.12.2026" as an empty field."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.gelesen: Any = None

    def format_value(self, value: Any) -> str:
        return "" if self.gelesen is None else str(self.gelesen)


class Zahleneingabe(Genormt):
    input_type = "number"


class Datumseingabe(Genormt):
    input_type = "date"


class Auswahlliste(forms.Select):
    def value_from_datadict(self, data, files, name) -> list[str]:
        return data.getlist(name)

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Without Django's templates, one for each choice."""
        gewaehlt = self.format_value(value)
        optionen = "".join(
            f'<option value="{escape(str(code))}"{" selected" * (str(code) in gewaehlt)}>{escape(str(label))}</option>'
            for code, label in self.choices
        )
        attribute = _attribute(self.build_attrs({"name": name} | self.attrs, attrs))
        return mark_safe(f"<select{attribute}>{optionen}</select>")


class Suchfeld(forms.Field):
    """Base: `clean` returns a cleaned value or None and never raises; `hinweise` says what was ignored."""

    widget = Eingabe
    leer: Any = None

    def __init__(self, **kwargs) -> None:
        super().__init__(**({"required": False} | kwargs))
        self.hinweise: list[str] = []

    def __deepcopy__(self, gemerkt: dict) -> "Suchfeld":
        """Each form has a copy of the field, and hints of its own."""
        kopie = schnelle_kopie(self)
        kopie.widget, kopie.hinweise = schnelle_kopie(self.widget), []
        kopie.widget.attrs = dict(self.widget.attrs)
        return kopie

    def clean(self, werte: list[str]) -> Any:
        genannt = self._genannt(werte)
        if len(genannt) > 1:
            self._ignorieren(genannt[1], _("„%(name)s“ gilt nur einmal; „%(wert)s“ haben wir nicht beachtet."))
        self.widget.gelesen = self.lesen(genannt[0]) if genannt else self.leer
        return self.widget.gelesen

    def _genannt(self, werte: list[str] | None) -> list[str]:
        """The values as far as they can be read, without those left empty."""
        gesendet = [wert for wert in (werte or [])[: WERTE_HOECHSTENS * 5] if wert.strip()]
        zeilen = [saubere_zeile(wert) for wert in gesendet]
        if "" in zeilen:
            self._ignorieren("", _("Bei „%(name)s“ standen nur Zeichen, die niemand lesen kann; wir suchen ohne."))
        return [zeile for zeile in zeilen if zeile]

    def lesen(self, wert: str) -> Any:
        return wert or self.leer

    def _ignorieren(self, wert: str, satz: str = "") -> None:
        """Note that a value was ignored; only the first of several is worth a line."""
        satz = satz or _("Mit „%(wert)s“ bei „%(name)s“ können wir nichts anfangen; wir suchen ohne.")
        if not self.hinweise:
            wert = saubere_zeile(wert)
            self.hinweise.append(satz % {"wert": wert[:40] + ("…" if len(wert) > 40 else ""), "name": self.label})


class Text(Suchfeld):
    def clean(self, werte: list[str]) -> str | None:
        if werte and len(werte[0]) > TEXT_HOECHSTENS:
            self._ignorieren(werte[0], _("Der Suchtext war sehr lang; wir suchen mit dem Anfang: „%(wert)s“."))
        return super().clean(werte)


class Zahl(Suchfeld):
    """A number in a range; a comma is fine where `dezimal`."""

    def __init__(self, *, von: float, bis: float, dezimal: bool = False, **kwargs) -> None:
        eingabe = Zahleneingabe({"min": von if dezimal else int(von), "max": bis, "step": von if dezimal else 1})
        super().__init__(**({"widget": eingabe} | kwargs))
        self.von, self.bis, self.dezimal = von, bis, dezimal

    def lesen(self, wert: str) -> float | int | None:
        zahl = re.fullmatch(r"\d{1,6}([.,]\d{1,3})?", wert, re.ASCII) and float(wert.replace(",", "."))
        if not isinstance(zahl, float) or not self.von <= zahl <= self.bis or (not self.dezimal and zahl % 1):
            return self._ignorieren(wert)
        return zahl if zahl % 1 else int(zahl)


class Datum(Suchfeld):
    """An ISO date or a German one (24.12.2026)."""

    widget = Datumseingabe

    def lesen(self, wert: str) -> date | None:
        try:
            if deutsch := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", wert, re.ASCII):
                tag, monat, jahr = map(int, deutsch.groups())
                return date(jahr, monat, tag)
            return date.fromisoformat(wert)
        except ValueError:
            return self._ignorieren(wert)


class Schalter(Suchfeld):
    def lesen(self, wert: str) -> bool | None:
        if wert.lower() in JA:
            return True
        return None if wert.lower() in NEIN else self._ignorieren(wert)


class Wahl(Suchfeld):
    """One of some codes; `auswahl`: code → label."""

    def __init__(self, auswahl: dict[str, Any], **kwargs) -> None:
        super().__init__(**kwargs)
        self.auswahl = auswahl

    def lesen(self, wert: str) -> str | None:
        return wert if wert in self.auswahl else self._ignorieren(wert)


class Mehrfachwahl(Wahl):
    """Several codes, in the order of the choices, each once."""

    leer: list[str] = []

    def clean(self, werte: list[str]) -> list[str]:
        genannt = set(self._genannt(werte))
        for fremd in sorted(genannt - self.auswahl.keys()):
            self._ignorieren(fremd)
        return [code for code in self.auswahl if code in genannt][:WERTE_HOECHSTENS]


class Codes(Suchfeld):
    """Several short codes that only the database knows (AGS, slugs)."""

    leer: list[str] = []

    def clean(self, werte: list[str]) -> list[str]:
        genannt = list(dict.fromkeys(wert.lower() for wert in self._genannt(werte)))
        for fremd in (code for code in genannt if not re.fullmatch(r"[a-z0-9-]{1,120}", code)):
            self._ignorieren(fremd)
        return sorted(code for code in genannt if re.fullmatch(r"[a-z0-9-]{1,120}", code))[:WERTE_HOECHSTENS]


class Nummern(Suchfeld):
    leer: list[int] = []

    def clean(self, werte: list[str]) -> list[int]:
        genannt = set(self._genannt(werte))
        for fremd in sorted(w for w in genannt if not re.fullmatch(r"\d{1,12}", w, re.ASCII)):
            self._ignorieren(fremd)
        return sorted({int(w) for w in genannt if re.fullmatch(r"\d{1,12}", w, re.ASCII)})[:WERTE_HOECHSTENS]
