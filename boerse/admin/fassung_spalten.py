"""What does the queue say about each text?"""

from collections import Counter
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from organisationen.auswahl import OrganisationStatus

from ..auswahl import FassungStatus
from ..models import Fassung
from ..ratgeber import REGELN, Schwere
from ..risiko import Risiko, mit_risiko
from .spalten import Ortsspalte, seit


class FassungsSpalten(Ortsspalte):
    @admin.display(description=_("Titel"))
    def name(self, fassung: Fassung) -> str:
        return fassung.titel

    @admin.display(description=_("Was"))
    def was(self, fassung: Fassung) -> str:
        return _t("Neu") if fassung.angebot.veroeffentlicht_am is None else _t("Änderung")

    @admin.display(description=_("Organisation"), ordering="angebot__organisation__sortiername")
    def organisation(self, fassung: Fassung) -> str:
        organisation = fassung.angebot.organisation
        if organisation.status == OrganisationStatus.IN_PRUEFUNG:
            return format_html('{} <span class="marke">{}</span>', organisation.name, _t("neu"))
        return organisation.name

    @admin.display(description=_("Wartet"), ordering="eingereicht_am")
    def wartet(self, fassung: Fassung) -> str:
        return seit(fassung.eingereicht_am) if offen(fassung) else ""

    @admin.display(description=_("Stand"), ordering="status")
    def stand(self, fassung: Fassung) -> str:
        return fassung.get_status_display()

    @admin.display(description=_("Hinweise"))
    def hinweise(self, fassung: Fassung) -> str:
        saetze = []
        if fassung.braucht_blick:
            saetze.append(_t("schutzbedürftige Menschen"))
        if fassung.fehler():
            saetze.append(_t("unvollständig"))
        return ", ".join(saetze)

    @admin.display(description=_("Befunde"))
    def befunde(self, fassung: Fassung) -> str:
        """How many rules of the coach found something, the gravest first; single hints are no risk."""
        je_schwere = Counter(REGELN[name].schwere for name in fassung.auffaellig if name in REGELN)
        sperren, warnungen = je_schwere[Schwere.SPERRE], je_schwere[Schwere.WARNUNG]
        saetze = []
        if sperren:
            satz = ngettext("%(n)s Sperre", "%(n)s Sperren", sperren) % {"n": sperren}
            saetze.append(format_html('<span class="marke marke--gesperrt">{}</span>', satz))
        if warnungen:
            saetze.append(ngettext("%(n)s Warnung", "%(n)s Warnungen", warnungen) % {"n": warnungen})
        return format_html_join(" ", "{}", ((satz,) for satz in saetze))


class Risikofilter(admin.SimpleListFilter):
    """The queue by risk, as of each text's submission."""

    title = _("Risiko")
    parameter_name = "risiko"

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, Any]]:
        return Risiko.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return mit_risiko(queryset).filter(risiko=self.value()) if self.value() in Risiko.values else queryset


def offen(fassung: Fassung) -> bool:
    """Whether it waits for staff, before or after going online."""
    return fassung.status == FassungStatus.EINGEREICHT or fassung.nachzupruefen
