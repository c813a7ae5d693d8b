"""Which films explain the portal in sign language? Part of the page /gebaerdensprache/."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .kontext import Portal
from .models import Gebaerdenfilm


def als_filme() -> SafeString:
    """The films as HTML, each with its text; a notice while there is none."""
    filme = [film for film in Gebaerdenfilm.objects.all() if film.ist_da]
    return render_to_string("seiten/_gebaerden.html", {"portal": Portal(), "filme": filme})
