"""Which Führungszeugnis does a role need, and why? Advice from five answers; the organisation decides.

What counts is art, intensity and duration of the contact (§ 72a Abs. 3 SGB VIII). The extended certificate may only
be asked for where the law allows it (§ 30a Abs. 1 BZRG): for minors, and for adults where another law refers to it.
"""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .auswahl import Fuehrungszeugnis


class Kontakt(TextChoices):
    KINDER = "kinder", _("mit Kindern oder Jugendlichen unter 18")
    HILFEN = "hilfen", _("mit Erwachsenen, in der Eingliederungshilfe oder Sozialhilfe (Wohnheim, Werkstatt, Dienst)")
    ERWACHSENE = "erwachsene", _("mit anderen Erwachsenen, die Schutz brauchen (Alter, Krankheit, Demenz, Notlage)")
    KEIN = "kein", _("mit niemandem davon")


class Aufgabe(TextChoices):
    NAH = "nah", _("Sie betreut, beaufsichtigt, pflegt, unterrichtet oder trainiert sie, oder kommt ihnen ähnlich nah.")
    RAND = "rand", _("Sie begegnet ihnen nur am Rand, zum Beispiel am Kuchenstand.")


class Oft(TextChoices):
    SELTEN = "selten", _("einmal oder ab und zu")
    REGELMAESSIG = "regelmaessig", _("regelmäßig")


class Grund(TextChoices):
    """What the organisation certifies."""

    KINDER = "kinder", _("erweitert, für die Arbeit mit Kindern oder Jugendlichen")
    HILFEN = "hilfen", _("erweitert, für die Arbeit mit Erwachsenen in der Eingliederungshilfe oder Sozialhilfe")
    EINFACH = "einfach", _("einfach")


@dataclass(frozen=True)
class Rat:
    art: Fuehrungszeugnis
    gruende: list[str | Promise]
    quelle: str | Promise
    schein: Grund | None = field(default=None)


_NAH = {
    "allein": _("Die Person ist zeitweise allein mit ihnen. Niemand sonst sieht dann, was geschieht."),
    "nacht": _("Sie übernachtet mit ihnen. Das schafft besondere Nähe."),
    "oft": _("Sie kommt regelmäßig. So wächst Vertrauen, das jemand ausnutzen könnte."),
}
_MINDERJAEHRIGE = _("§ 72a Absatz 3 und 4 SGB VIII, § 30a Absatz 1 Nummer 2 BZRG")
_HILFEN = _("§ 124 Absatz 2 SGB IX, § 75 Absatz 2 SGB XII, § 30a Absatz 1 Nummer 1 BZRG")
_EINFACH = _("§ 30 Absatz 1 BZRG. Ein erweitertes sieht § 30a BZRG für diese Aufgabe nicht vor.")
_UMFANG = _("§ 72a Absatz 3 SGB VIII: Es kommt auf Art, Intensität und Dauer des Kontakts an.")
_KEIN_GESETZ = _("Kein Gesetz verlangt hier ein Führungszeugnis.")


def rat(kontakt: str, aufgabe: str, *, allein: bool, nacht: bool, oft: str) -> Rat:
    """`aufgabe` counts only where there is a Kontakt."""
    if kontakt == Kontakt.KEIN:
        satz = _("Die Person hat nicht mit Menschen zu tun, die besonderen Schutz brauchen.")
        return Rat(Fuehrungszeugnis.KEINS, [satz], _KEIN_GESETZ)
    quelle = _UMFANG if kontakt == Kontakt.KINDER else _KEIN_GESETZ
    if aufgabe == Aufgabe.RAND:
        return Rat(Fuehrungszeugnis.KEINS, [_("Der Kontakt ist flüchtig: keine Aufsicht, keine Betreuung.")], quelle)
    naehe = {"allein": allein, "nacht": nacht, "oft": oft == Oft.REGELMAESSIG}
    gruende = [_NAH[name] for name, trifft in naehe.items() if trifft]
    if not gruende:
        satz = _("Andere sind immer dabei, niemand übernachtet, und der Einsatz ist selten.")
        return Rat(Fuehrungszeugnis.KEINS, [satz], quelle)
    if kontakt == Kontakt.KINDER:
        return Rat(Fuehrungszeugnis.ERWEITERT, gruende, _MINDERJAEHRIGE, Grund.KINDER)
    if kontakt == Kontakt.HILFEN and naehe["oft"]:  # the laws speak of work that lasts
        return Rat(Fuehrungszeugnis.ERWEITERT, gruende, _HILFEN, Grund.HILFEN)
    return Rat(Fuehrungszeugnis.EINFACH, gruende, _EINFACH, Grund.EINFACH)
