"""What would somebody like? The answers that listings are measured by, wherever they come from."""

from dataclasses import dataclass, field

from .auswahl import Art, Digital, Haeufigkeit, WieOft
from .zeitmaske import maske

Punkt = tuple[float, float]
REICHWEITE = 15.0  # km, where nobody said how to get there
REICHWEITE_AEHNLICH = 20.0
# How somebody gets there, and how many km that is without trouble.
WEGE = {"fuss": 3, "rad": 8, "ohne_auto": 12, "auto": 30}
# Nobody is asked for their age exactly.
KIND_BIS = 15


@dataclass(frozen=True)
class Vorlieben:
    """Empty means "not answered" and counts nowhere. `reichweite`: km that are no trouble."""

    themen: list[str] = field(default_factory=list)
    taetigkeiten: list[str] = field(default_factory=list)
    zielgruppen: list[str] = field(default_factory=list)
    zeiten: int = 0
    wie_oft: str = ""
    stunden: float | None = None
    punkte: tuple[Punkt, ...] = ()
    reichweite: float = REICHWEITE
    ohne_auto: bool = False
    digital: str = ""
    allein_gruppe: list[str] = field(default_factory=list)
    alter: int | None = None
    deutsch: str = ""
    ohne_nachweise: bool = False
    barrierefrei: list[str] = field(default_factory=list)
    leistungen: list[str] = field(default_factory=list)

    @classmethod
    def aus_wunsch(cls, wunsch) -> "Vorlieben":
        """Of an Engagementwunsch; a child is taken as of the highest age that needs a parent."""
        namen = ["themen", "taetigkeiten", "zielgruppen", "wie_oft", "stunden", "digital"]
        zeit = wunsch.wochentage or wunsch.tageszeiten
        return cls(
            **{name: getattr(wunsch, name) for name in namen},
            zeiten=maske(wunsch.wochentage, wunsch.tageszeiten) if zeit else 0,
            punkte=() if wunsch.lat is None else ((wunsch.lat, wunsch.lon),),
            reichweite=float(wunsch.umkreis or REICHWEITE),
            alter=None if wunsch.mindestens_16 else KIND_BIS,
        )

    @classmethod
    def aus_angebot(cls, angebot) -> "Vorlieben":
        """Of whoever likes this listing: what it is, when and where it takes place."""
        namen = ["themen", "taetigkeiten", "zielgruppen"]
        von_zu_hause = angebot.digital == Digital.NUR
        return cls(
            **{name: getattr(angebot, name) for name in namen},
            zeiten=angebot.zeitmaske,
            wie_oft=_wie_oft(angebot),
            allein_gruppe=[angebot.allein_gruppe] if angebot.allein_gruppe else [],
            punkte=() if von_zu_hause else tuple((ort.lat, ort.lon) for ort in angebot.einsatzorte.all()),
            reichweite=REICHWEITE_AEHNLICH,
            digital=Digital.NUR if von_zu_hause else Digital.NEIN,
        )


def _wie_oft(angebot) -> str:
    if angebot.art == Art.EINMALIG:
        return WieOft.EINMALIG
    gleich = {Haeufigkeit.SELTENER: WieOft.EINMALIG, Haeufigkeit.WOECHENTLICH_MEHRMALS: WieOft.WOECHENTLICH}
    oft = gleich.get(angebot.haeufigkeit, angebot.haeufigkeit)
    return oft if oft in WieOft.values else ""
