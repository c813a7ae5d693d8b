"""Which part of a list does staff see first? What is waiting; everything else is one click away."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ListenFilter(admin.SimpleListFilter):
    """Named parts of a list, the first of which is shown when nothing else is asked for."""

    title = _("Liste")
    parameter_name = "liste"
    teile: dict[str, tuple[Any, Callable[[QuerySet], QuerySet]]] = {}

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, Any]]:
        return [(name, text) for name, (text, _teil) in self.teile.items()]

    @property
    def gewaehlt(self) -> str:
        wert = self.value()
        return wert if wert in self.teile else next(iter(self.teile))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return self.teile[self.gewaehlt][1](queryset)

    def choices(self, changelist):
        for name, text in self.lookup_choices:
            yield {
                "selected": name == self.gewaehlt,
                "query_string": changelist.get_query_string({self.parameter_name: name}),
                "display": text,
            }


def alles(queryset: QuerySet) -> QuerySet:
    return queryset
