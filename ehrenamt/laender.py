"""What does the law of a Land ask of the portal about accessibility? Defaults, which configuration may change."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Land:
    """`antwort_wochen`: when whoever reports a barrier gets an answer, or an interim notice; `hoechstens_wochen`: the
    answer itself. The body (`stelle_…`) helps where no answer comes; `verfahren` is what it does, and the law."""

    name: str = ""
    regelwerk: str = ""
    verfahren: str = ""
    stelle_name: str = ""
    stelle_email: str = ""
    stelle_adresse: str = ""
    antwort_wochen: int = 2
    hoechstens_wochen: int = 4


# By the first two digits of the AGS. A Land that is not here gets no facts, only periods; its office enters the body.
LAENDER = {
    "05": Land(
        name="Nordrhein-Westfalen",
        regelwerk="§ 10b BGG NRW, BITVNRW",
        verfahren="Ombudsverfahren nach § 10d BGG NRW",
        stelle_name="Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen",
        stelle_email="ombudsstelle-barrierefreie-it@mags.nrw.de",
        stelle_adresse="https://www.lbbp.nrw.de/ombudsstelle",
        hoechstens_wochen=6,  # § 5 Absatz 2 BITVNRW: two to six, with an interim notice
    ),
}


def land(regionen: Sequence[str]) -> Land:
    """The Land of the first region served."""
    return LAENDER.get(regionen[0][:2], Land()) if regionen else Land()
