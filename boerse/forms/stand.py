"""Which text was somebody looking at when they decided?"""

from django import forms


class StandForm(forms.Form):
    """Carries the sign of the text (models/fassung.py: stand_von) through the button."""

    stand = forms.CharField(required=False, widget=forms.HiddenInput)
