"""Which Gemeinden does a text field suggest?"""

from django import template

from ..models import Gemeinde

register = template.Library()
HOECHSTENS = 500


@register.inclusion_tag("bausteine/_gemeindeliste.html")
def gemeindeliste() -> dict:
    """The datalist for all GemeindeFields of a page. A whole Land has too many to send along: then the server asks."""
    return {"namen": list(Gemeinde.objects.bediente().values_list("name", flat=True)[:HOECHSTENS])}
