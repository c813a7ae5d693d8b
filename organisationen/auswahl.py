"""Which fixed choices do the models of this app offer?"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationStatus(TextChoices):
    IN_PRUEFUNG = "in_pruefung", _("in Prüfung")
    FREIGEGEBEN = "freigegeben", _("freigegeben")
    ABGELEHNT = "abgelehnt", _("abgelehnt")
    GESPERRT = "gesperrt", _("gesperrt")
    AUSGETRAGEN = "ausgetragen", _("ausgetragen")


# Whose texts nobody can hand in or approve, and which no import brings back.
AUSGESCHLOSSEN = (OrganisationStatus.ABGELEHNT, OrganisationStatus.GESPERRT, OrganisationStatus.AUSGETRAGEN)


class OrganisationArt(TextChoices):
    VEREIN = "verein", _("Verein")
    INITIATIVE = "initiative", _("Initiative oder Gruppe")
    KOMMUNE = "kommune", _("Stadt oder Gemeinde")
    KIRCHE = "kirche", _("Kirche oder Religionsgemeinschaft")
    WOHLFAHRT = "wohlfahrt", _("Wohlfahrtsverband")
    STIFTUNG = "stiftung", _("Stiftung")
    SCHULE = "schule", _("Schule, Kita oder Bildungseinrichtung")
    SONSTIGE = "sonstige", _("Andere gemeinnützige Organisation")


class TeamRolle(TextChoices):
    LEITUNG = "leitung", _("Leitung")
    REDAKTION = "redaktion", _("Redaktion")
