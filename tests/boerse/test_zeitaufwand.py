"""Is the free text on time read as people mean it, and left alone where it is unclear?"""

import pytest

from boerse.auswahl import Haeufigkeit
from boerse.zeitaufwand import lesen

W, Z, M, S = "woechentlich", "vierzehntaegig", "monatlich", "seltener"


@pytest.mark.parametrize(
    ("text", "stunden", "haeufigkeit"),
    [
        ("2 Std./Woche", 2, W),
        ("2-3 h/Woche", 3, W),
        ("1,5 Std./Woche", 1.5, W),
        ("1 bis 2 Stunden pro Woche", 2, W),
        ("wöchentlich 1–2 Std.", 2, W),
        ("jeden Dienstag eine Stunde", 1, W),
        ("samstags 2 Stunden, gern auch nur jede zweite Woche", 2, W),
        ("ein Vormittag in der Woche, 3 Stunden", 3, W),
        ("einmal die Woche 90 Minuten, gern auch nur jede zweite", 1.5, W),
        ("ein- bis zweimal pro Woche 40 Minuten", 0.67, W),
        ("Eine Dreiviertelstunde pro Woche", 0.75, W),
        ("zweimal wöchentlich 90 Min.", 1.5, "mehrmals"),
        ("drei Mal in der Woche", None, "mehrmals"),
        ("eine halbe Stunde täglich", 0.5, "mehrmals"),
        ("alle zwei Wochen 90 Minuten", 1.5, Z),
        ("14-tägig 2h", 2, Z),
        ("jeder zweite Samstag, 3 Stunden", 3, Z),
        ("jede oder jede zweite Woche 3,5 Stunden", 3.5, Z),
        ("zweimal im Monat 4 Stunden", 4, Z),
        ("zwei Schichten zu je 4 Stunden im Monat", 4, Z),
        ("2 bis 3 Dienste im Monat, je 3 Stunden, Mai bis Oktober", 3, Z),
        ("alle zehn Tage etwa 2 Stunden", 2, Z),
        ("1-2 Stunden pro Monat", 2, M),
        ("ca. 3 Std. im Monat", 3, M),
        ("einmal im Monat 3 Stunden", 3, M),
        ("ein bis zwei Führungen im Monat", None, M),
        ("alle drei Wochen 2 Stunden", 2, M),
        ("nach Absprache, etwa 2 Stunden im Monat", 2, M),
        ("viermal im Jahr 3 bis 6 Stunden", 6, S),
        ("alle zwölf Wochen eine Dienstwoche, etwa 4 Stunden", 4, S),
        ("zweimal im Jahr ein Tag, sonst nach Bedarf", None, S),
        ("nach Absprache", None, "absprache"),
        ("1 Stunde, so oft Sie mögen", 1, "absprache"),
        ("ein Samstag, 5 Stunden", 5, None),
        ("ein Wochenende, drei Einsätze von 3 Stunden", 3, None),
        ("2 Std./Woche, dazu zwei Wochenenden im Jahr", 2, W),
        ("½ Stunde", 0.5, None),
        ("1½ Stunden", 1.5, None),
        ("2stündig", 2, None),
        # Unclear, or a sum and no occasion
        ("", None, None),
        ("halbstündlich", None, None),
        ("2:30 Std.", None, None),
        ("von 14 bis 16 Uhr", None, None),
        ("ca. 40 Stunden", None, None),
        ("insgesamt etwa 30 Stunden bis Oktober", None, None),
        ("insgesamt 8 Stunden", None, None),
        ("ein halber Tag", None, None),
        ("0 Stunden, 0 mal im Monat", None, M),
        ("viel Zeit und gute Laune", None, None),
    ],
)
def test_zeitaufwand(text, stunden, haeufigkeit):
    angaben = lesen(text)
    assert (angaben.get("stunden"), angaben.get("haeufigkeit")) == (stunden, haeufigkeit)
    assert haeufigkeit in [None, *Haeufigkeit.values]
