"""Which lists of listings, texts, enquiries and reports can be narrowed by place?"""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from organisationen.models import Gemeinde


class GemeindeFilter(admin.SimpleListFilter):
    """The Gemeinden that occur in this list; `feld` holds their AGS."""

    title = _("Gemeinde")
    parameter_name = "gemeinde"
    feld = "zustaendig_ags"

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, str]]:
        vorkommende = model_admin.get_queryset(request).order_by().values(self.feld)
        return list(Gemeinde.objects.filter(ags__in=vorkommende).values_list("ags", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(**{self.feld: self.value()}) if self.value() else queryset


class GemeindeDesAngebots(GemeindeFilter):
    feld = "angebot__zustaendig_ags"
