"""Which columns do several lists of the desk share?"""

from datetime import datetime

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from organisationen.models import Gemeinde


def ortsname(feld: str) -> Subquery:
    """The name of the Gemeinde whose AGS stands in a field, for annotate(ort=…)."""
    return Subquery(Gemeinde.objects.filter(ags=OuterRef(feld)).values("name")[:1])


def seit(zeitpunkt: datetime | None) -> str:
    """How long something waits, in whole days of Berlin."""
    if zeitpunkt is None:
        return ""
    tage = (timezone.localdate() - timezone.localdate(zeitpunkt)).days
    return ngettext("seit %(n)s Tag", "seit %(n)s Tagen", tage) % {"n": tage} if tage > 0 else _t("seit heute")


class Ortsspalte:
    """For lists whose queryset carries the annotation `ort`."""

    @admin.display(description=_("Gemeinde"), ordering="ort")
    def gemeinde(self, objekt) -> str:
        return objekt.ort
