"""Which fields help with the typing errors that cost an answer?"""

import re
import string
from contextlib import suppress

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_KLEIN = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)

# Endings that do not exist, and what was meant.
VERTIPPT = {
    "con": "com",
    "cmo": "com",
    "comm": "com",
    "ogr": "org",
    "orq": "org",
    "d": "de",
    "ed": "de",
    "dee": "de",
    "nte": "net",
}


class EmailFeld(forms.EmailField):
    """Says what is wrong with an address instead of "invalid"."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("label", _("E-Mail-Adresse"))
        kwargs.setdefault("max_length", 254)
        kwargs["error_messages"] = {
            "required": _("Bitte tragen Sie Ihre E-Mail-Adresse ein."),
            "invalid": _("Die Adresse ist nicht vollständig. Sie sieht so aus: name@example.org"),
        } | kwargs.get("error_messages", {})
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("autocomplete", "email")

    def clean(self, value):
        wert = self.to_python(value)
        if wert and (fehler := _tippfehler(wert)):
            raise ValidationError(fehler, code="tippfehler")
        return super().clean(value)


def klein(adresse: str) -> str:
    """An address for comparing: A to Z alone become small. Other letters stay, since some of them turn into plain
    ones ("ı" into "I"), and would make strangers' addresses look alike."""
    return adresse.translate(_KLEIN)


def postfach(adresse: str) -> str:
    """Which mailbox an address ends in, as far as the address tells: without "+…", without quotes, without the dots
    that Google leaves out, and with the domain as the mail server writes it (müller.de is xn--mller-kva.de)."""
    name, _at, domain = klein(adresse.strip()).rpartition("@")
    name = name.strip('"').replace("\\", "").partition("+")[0]
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode()
    if domain in ("gmail.com", "googlemail.com"):
        name, domain = name.replace(".", ""), "gmail.com"
    return f"{name}@{domain}"


def _tippfehler(adresse: str):
    name, at, domain = adresse.rpartition("@")
    if not at:
        return _("In der Adresse fehlt das @-Zeichen, zum Beispiel name@example.org")
    if re.search(r"\s", adresse):
        return _("In der Adresse steht ein Leerzeichen. Bitte nehmen Sie es heraus.")
    if "," in adresse:
        return _("In der Adresse steht ein Komma. Gemeint ist vermutlich ein Punkt.")
    if "@" in name:
        return _("In der Adresse stehen zwei @-Zeichen. Eines gehört dort nicht hin.")
    if not name:
        return _("Vor dem @-Zeichen fehlt der Name, zum Beispiel name@example.org")
    if "." not in domain.strip("."):
        return _("Das Ende der Adresse fehlt, zum Beispiel „.org“ oder „.de“.")
    if domain.endswith("."):
        return _("Am Ende der Adresse steht ein Punkt zu viel.")
    if gemeint := VERTIPPT.get(domain.rpartition(".")[2].lower()):
        return _("Diese Endung gibt es nicht. Gemeint ist vermutlich „.%(endung)s“.") % {"endung": gemeint}
    return None


class TelefonFeld(forms.CharField):
    """A number that somebody can call, written as people write it."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("label", _("Telefonnummer"))
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)

    def clean(self, value) -> str:
        wert = super().clean(value)
        if wert and (not re.fullmatch(r"[0-9 +()/.–-]+", wert) or len(re.sub(r"\D", "", wert)) < 6):
            raise ValidationError(_("Bitte schreiben Sie die Nummer mit Vorwahl, zum Beispiel 0221 4710-120."))
        return wert
