"""What does the queue say about each text?"""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from organisationen.auswahl import OrganisationStatus

from ..auswahl import FassungStatus
from ..models import Fassung
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


def offen(fassung: Fassung) -> bool:
    """Whether it waits for staff, before or after going online."""
    return fassung.status == FassungStatus.EINGEREICHT or fassung.nachzupruefen
