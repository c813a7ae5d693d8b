"""What does a person say about themselves? Only the name, and only if they like."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Konto


class KontoForm(forms.ModelForm):
    class Meta:
        model = Konto
        fields = ["name"]
        labels = {"name": _("Ihr Name")}
        help_texts = {"name": _("Ihr Team sieht ihn. Öffentlich ist er nirgends.")}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}
