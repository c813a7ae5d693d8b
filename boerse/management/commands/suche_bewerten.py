"""manage.py suche_bewerten: how good is the search, beside three simple ones, over the judged questions?"""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict

from boerse.bewertung import (
    QUELLE,
    STELLEN,
    VERGLEICHE,
    Dokument,
    Folge,
    Frage,
    beantwortbare,
    benoten,
    dokumente,
    fragen_laden,
    ndcg,
)
from boerse.filters import AngebotFilter
from boerse.trefferliste import Treffer

TEILE = ["abstimmung", "pruefung"]
SUCHE = "Suche"


def portalsuche(frage: str) -> Folge:
    """The first page of the public list; what is not of the demonstration keeps its place, unjudged."""
    anfrage = QueryDict(mutable=True)
    anfrage["q"] = frage
    seite = Treffer(AngebotFilter(anfrage)).seite
    return [a.externe_id if a.quelle == QUELLE else f"{a.quelle}:{a.pk}" for a in seite.object_list]


class Command(BaseCommand):
    help = (
        "Misst die Suche des Portals an den beurteilten Fragen (boerse/daten/suchurteile.json) und daneben drei "
        "einfache Verfahren. Braucht die Demodaten."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--arten", action="store_true", help="auch je Art der Frage")
        parser.add_argument("--einzeln", action="store_true", help="auch jede Frage mit ihren ersten fünf Treffern")
        parser.add_argument("--teil", choices=TEILE, help="nur diesen Teil; zum Abstimmen also --teil abstimmung")

    def handle(self, *, arten: bool, einzeln: bool, teil: str | None, **_optionen) -> None:
        vorrat = dokumente()
        if not vorrat:
            raise CommandError("Es fehlen die Demodaten, über die geurteilt wurde: erst »demodaten_laden« aufrufen.")
        fragen = self._fragen(vorrat, teil)
        texte = [frage.frage for frage in fragen]
        folgen = {SUCHE: [portalsuche(text) for text in texte]}
        folgen |= {name: verfahren(vorrat, texte) for name, verfahren in VERGLEICHE.items()}
        gruppen = {"gesamt": fragen} | {t: [f for f in fragen if f.teil == t] for t in TEILE if not teil}
        if arten:
            gruppen |= {art: [f for f in fragen if f.art == art] for art in dict.fromkeys(f.art for f in fragen)}
        self._tabelle(fragen, folgen, gruppen)
        if einzeln:
            self._einzeln(fragen, folgen[SUCHE], {d.kennung: d.text.partition("\n")[0] for d in vorrat})

    def _fragen(self, vorrat: list[Dokument], teil: str | None) -> list[Frage]:
        alle = [frage for frage in fragen_laden() if teil in (None, frage.teil)]
        fragen = beantwortbare(alle, {d.kennung for d in vorrat})
        if not fragen:
            raise CommandError("Von dem, was beurteilt wurde, ist nichts mehr öffentlich: Demodaten neu laden.")
        self.stdout.write(f"{len(fragen)} Fragen über {len(vorrat)} öffentliche Angebote.")
        if ausgelassen := len(alle) - len(fragen):
            self.stdout.write(f"{ausgelassen} Fragen ausgelassen: Was sie meinen, ist nicht mehr öffentlich.")
        return fragen

    def _tabelle(self, fragen: list[Frage], folgen: dict[str, list[Folge]], gruppen: dict[str, list[Frage]]) -> None:
        self.stdout.write(f"\n{'':30}{f'nDCG@{STELLEN}':>10}{f'Recall@{STELLEN}':>12}{'leer':>9}")
        for gruppe, mitglieder in gruppen.items():
            if not mitglieder:
                continue
            self.stdout.write(f"{gruppe} ({len(mitglieder)})")
            stellen = [fragen.index(frage) for frage in mitglieder]
            for name, alle in folgen.items():
                note = benoten(mitglieder, [alle[stelle] for stelle in stellen])
                zeile = f"  {name:28}{note.ndcg:>10.3f}{note.recall:>12.3f}{note.leer:>7.0%}"
                self.stdout.write(zeile.replace(".", ",").replace("%", " %"))

    def _einzeln(self, fragen: list[Frage], folgen: list[Folge], titel: dict[str, str]) -> None:
        for frage, folge in zip(fragen, folgen, strict=True):
            note = f"{ndcg(folge, frage.urteile):.3f}".replace(".", ",")
            self.stdout.write(f"\n{note}  {frage.frage}  [{frage.art}, {frage.teil}]")
            for kennung in folge[:5]:
                self.stdout.write(f"    {frage.urteile.get(kennung, 0)}  {kennung}  {titel.get(kennung, '')}")
            if not folge:
                self.stdout.write("    keine Treffer")
