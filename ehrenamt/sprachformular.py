"""How is a text in several languages edited? One ordinary field per language instead of a JSON object."""

from typing import Any

from django import forms
from django.conf import settings


class SprachForm(forms.ModelForm):
    """Reads and writes `mehrsprachig` fields of the model; a language that is not offered keeps its text."""

    mehrsprachig: list[str] = []

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in self.mehrsprachig:
            texte = getattr(self.instance, name)
            for code, _sprache in settings.LANGUAGES:
                if f"{name}_{code}" in self.fields:
                    self.initial.setdefault(f"{name}_{code}", texte.get(code, ""))

    def texte(self, name: str) -> dict[str, str]:
        """All languages of a field as they would be saved."""
        eingabe = {code: self.cleaned_data.get(f"{name}_{code}", "") for code, _sprache in settings.LANGUAGES}
        return {code: text for code, text in (getattr(self.instance, name) | eingabe).items() if text}

    def _post_clean(self) -> None:
        for name in self.mehrsprachig:
            setattr(self.instance, name, self.texte(name))
        super()._post_clean()


def sprachform(**felder: dict[str, Any]) -> type[SprachForm]:
    """A SprachForm for these JSON fields; the values are arguments of their CharFields. German is required where
    `required` is set, every other language is not."""
    einzelne = {}
    for name, angaben in felder.items():
        for code, sprache in settings.LANGUAGES:
            pflicht = angaben.get("required", False) and code == settings.LANGUAGE_CODE
            titel = f"{angaben['label']} ({sprache})" if len(settings.LANGUAGES) > 1 else angaben["label"]
            einzelne[f"{name}_{code}"] = forms.CharField(**angaben | {"required": pflicht, "label": titel})
    return type("SprachForm", (SprachForm,), einzelne | {"mehrsprachig": list(felder)})


def sprachfelder(name: str) -> list[str]:
    """The names of the form's fields for a JSON field, for `fieldsets`."""
    return [f"{name}_{code}" for code, _sprache in settings.LANGUAGES]
