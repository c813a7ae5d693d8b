"""Is the portal where the books are? Read from its tables directly, past all of its own queries."""

from collections import Counter
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from boerse.models import Anfrage, Angebot, Fassung
from ehrenamt.models import Verlaufseintrag
from organisationen.models import Organisation

from .anfragenbuch import Anfragenbuch
from .angebotsbuch import Angebotsbuch


def zeilen(sql: str, *werte) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, werte)
        return cursor.fetchall()


class Pruefung:
    def __init__(self, anfragen: Anfragenbuch, angebote: Angebotsbuch) -> None:
        self.anfragen, self.angebote = anfragen, angebote
        self.modelle = {
            ContentType.objects.get_for_model(modell).pk: modell for modell in (Anfrage, Angebot, Fassung, Organisation)
        }
        self.zuletzt = Verlaufseintrag.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        self.staende: dict[tuple[int, int], str] = {}
        self.geschehen: Counter[str] = Counter()

    def tag(self, heute: date) -> None:
        self._staende(heute)
        self._persoenliches(heute)
        self._verlauf()

    def _staende(self, heute: date) -> None:
        for tabelle, buch in (("boerse_anfrage", self.anfragen.alle), ("boerse_angebot", self.angebote.alle)):
            ist = dict(zeilen(f"SELECT id, status FROM {tabelle}"))
            soll = {nummer: eintrag.stand for nummer, eintrag in buch.items()}
            abweichend = {n: (soll.get(n), ist.get(n)) for n in soll.keys() | ist.keys() if soll.get(n) != ist.get(n)}
            assert not abweichend, f"{heute}, {tabelle} (Buch, Portal): {dict(list(abweichend.items())[:10])}"

    def _persoenliches(self, heute: date) -> None:
        """Neither longer than promised nor gone before."""
        ist = {
            n: angaben for n, *angaben in zeilen("SELECT id, name, email, telefon FROM boerse_anfrage WHERE name <> ''")
        }
        soll = {n: [e.name, e.email, e.telefon] for n, e in self.anfragen.alle.items() if not e.fort}
        assert ist == soll, f"{heute}: zu lange {ist.keys() - soll.keys()}, zu kurz {soll.keys() - ist.keys()}"
        reste = zeilen(
            "SELECT count(*) FROM boerse_anfrage WHERE name = ''"
            " AND (email || telefon || nachricht || absage_grund) <> ''"
        )
        assert reste == [(0,)], heute
        alte = zeilen("SELECT count(*) FROM ehrenamt_nachricht WHERE erstellt_am::date < %s - 31", heute)
        assert alte == [(0,)], heute
        adressen = {e.email for e in self.anfragen.alle.values() if not e.fort}
        mails = {an for (an,) in zeilen("SELECT empfaenger FROM ehrenamt_nachricht WHERE empfaenger LIKE 'buerger%%'")}
        assert mails <= adressen, f"{heute}: Mails an {list(mails - adressen)[:5]}"

    def _verlauf(self) -> None:
        """Every step stands in the tables, starts where the last one ended, and may be taken by who took it."""
        schritte = zeilen(
            "SELECT id, objekt_art_id, objekt_id, vorgang, von, nach, rolle FROM ehrenamt_verlaufseintrag"
            " WHERE id > %s ORDER BY id",
            self.zuletzt,
        )
        for nummer, art, objekt, vorgang, von, nach, rolle in schritte:
            self.zuletzt = nummer
            self.geschehen[f"{self.modelle[art].__name__}.{vorgang}"] += 1
            if von:
                uebergang = self.modelle[art].ABLAUF[vorgang]
                richtig = von in uebergang.von and nach == uebergang.nach and rolle in uebergang.wer
                assert richtig, (self.modelle[art].__name__, objekt, vorgang, von, nach, rolle)
                assert self.staende.get((art, objekt), von) == von, (objekt, vorgang, von)
            if nach:
                self.staende[art, objekt] = nach
