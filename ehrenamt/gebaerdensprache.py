"""Which films explain the portal in sign language? Part of the page /gebaerdensprache/."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .kontext import Portal


def als_videos() -> SafeString:
    return render_to_string("seiten/_gebaerden.html", {"portal": Portal(), "filme": []})
