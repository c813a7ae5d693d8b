"""Why does a waiting text need a closer look? Its gravest risk, for the first page, the queue and its filter."""

from django.db.models import Case, Q, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from organisationen.auswahl import OrganisationStatus
from organisationen.models import Organisation

from .ratgeber import Schwere, von_schwere
from .ratgeber.schutz import SCHUTZBEDUERFTIG


class Risiko(TextChoices):
    """The gravest first."""

    SPERRE = "sperre", _("mit Sperre")
    SCHUTZ = "schutz", _("schutzbedürftige Menschen")
    NEU = "neu", _("neue Organisation")
    WARNUNG = "warnung", _("mit Warnung")
    OHNE = "ohne", _("unauffällig")


def mit_risiko(fassungen: QuerySet) -> QuerySet:
    """With `risiko`, as of each text's submission."""
    # Asked for by number: a condition across tables without a common key would have PostgreSQL pair all with all.
    neue = Organisation.objects.filter(status=OrganisationStatus.IN_PRUEFUNG).order_by().values("pk")
    bedingungen = {
        Risiko.SPERRE: Q(auffaellig__overlap=von_schwere(Schwere.SPERRE)),
        Risiko.SCHUTZ: Q(inhalt__zielgruppen__has_any_keys=sorted(SCHUTZBEDUERFTIG)),
        Risiko.NEU: Q(angebot__organisation_id__in=neue),
        Risiko.WARNUNG: Q(auffaellig__overlap=von_schwere(Schwere.WARNUNG)),
    }
    faelle = [When(bedingung, then=Value(risiko.value)) for risiko, bedingung in bedingungen.items()]
    return fassungen.alias(risiko=Case(*faelle, default=Value(Risiko.OHNE.value)))
