"""Are forms drawn so that everybody can fill them in: label, hint, error, field, and a summary with links?"""

import re

from django import forms

from ehrenamt.formulare import Gruppiert


class Probe(forms.Form):
    name = forms.CharField(label="Ihr Name", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(label="E-Mail-Adresse", required=False, help_text="Für den Link.")
    weg = forms.ChoiceField(label="Antwort", widget=forms.RadioSelect, choices=[("e", "E-Mail"), ("t", "Telefon")])
    themen = forms.MultipleChoiceField(
        label="Themen", required=False, widget=forms.CheckboxSelectMultiple, choices=[("a", "A"), ("b", "B")]
    )
    ja = forms.BooleanField(label="Einverstanden", required=False)


def eingabe(html: str, name: str) -> str:
    return re.search(rf'<input[^>]*name="{name}"[^>]*>', html).group()


def test_a_field_has_label_hint_and_autocomplete():
    html = Probe().render()
    assert re.search(r'<label class="kern-label" for="id_name">\s*Ihr Name\s*</label>', html)
    assert 'autocomplete="name"' in eingabe(html, "name")
    assert 'class="kern-form-input__input"' in eingabe(html, "name")
    assert 'aria-describedby="id_email_helptext"' in eingabe(html, "email")
    assert html.index("id_email_helptext") < html.index('id="id_email"')


def test_only_optional_fields_are_marked():
    formular = Probe()
    assert formular.render().count("(freiwillig)") == 2
    formular.fields["email"].bedingt = True
    assert formular.render().count("(freiwillig)") == 1


def test_a_choice_stands_in_a_fieldset_with_legend():
    html = Probe().render()
    assert re.search(r'<fieldset[^>]*id="id_weg"', html)
    assert 'class="kern-form-check__radio"' in eingabe(html, "weg")
    assert 'class="kern-form-check__checkbox"' in eingabe(html, "themen")
    assert '<label for="id_weg_1">Telefon</label>' in html


def test_mistakes_stand_at_the_field_and_in_the_summary():
    html = Probe({"name": "", "email": "kim@", "weg": "e"}).render()
    assert 'aria-invalid="true"' in eingabe(html, "email")
    assert 'aria-describedby="id_email_helptext id_email_error"' in eingabe(html, "email")
    assert 'id="id_email_error"' in html
    assert re.search(r'role="alert"\s+tabindex="-1"\s+autofocus', html)
    assert '<a href="#id_name">' in html
    assert "zwei Angaben" in html and "Ihre übrigen Eingaben sind noch da." in html


def test_a_form_without_mistakes_has_no_summary():
    assert "kern-alert" not in Probe({"name": "Kim", "weg": "e"}).render()


def test_groups_show_each_field_once():
    class Gruppenprobe(Gruppiert, Probe):
        gruppierung = [("Wer sind Sie?", "Nur das Nötige.", ["name", "email", "gibt_es_nicht"])]

    html = Gruppenprobe().render()
    assert "<h2>Wer sind Sie?</h2>" in html
    for name in Probe.base_fields:
        assert len(re.findall(rf'id="id_{name}"', html)) == 1


def test_a_form_with_a_password_promises_nothing():
    class Anmeldung(forms.Form):
        passwort = forms.CharField(widget=forms.PasswordInput(attrs={"placeholder": "Passwort"}))

    html = Anmeldung({}).render()
    assert "kern-alert" in html and "noch da" not in html
    assert "placeholder" not in html
