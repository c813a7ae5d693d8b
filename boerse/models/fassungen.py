"""How does a text begin, and how do texts go online? For one and for many at once."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _t

from ehrenamt.ablauf import AblaufFehler, NichtMoeglich, alle_wechseln
from ehrenamt.rollen import PORTAL, Akteur, Rolle
from organisationen.auswahl import AUSGESCHLOSSEN

from .. import inhalt as format
from ..auswahl import AngebotStatus, FassungStatus
from ..querysets import OFFENE_FASSUNG, FassungQuerySet
from ..ratgeber import Befund, Schwere, alle_befunde
from .angebot import alle_uebernehmen, bestaetigt

if TYPE_CHECKING:
    from .fassung import Fassung


class InhaltUnvollstaendig(Exception):
    """The document cannot go online; `fehler` says why, by field."""

    def __init__(self, fehler: format.Fehler) -> None:
        super().__init__(str(fehler))
        self.fehler = fehler


class InhaltGesperrt(AblaufFehler):
    """A rule of the coach stands against the text; the message says which and how to mend it."""

    def __init__(self, befunde: list[Befund]) -> None:
        saetze = [f"{befund.regel.titel}: {befund.regel.grund}" for befund in befunde]
        super().__init__(_t("So kann der Text noch nicht eingereicht werden.") + " " + " ".join(saetze))
        self.befunde = befunde


class InzwischenGeaendert(Exception):
    """Somebody else saved the text after this person had begun; `fassung` is what stands there now."""

    def __init__(self, fassung: "Fassung") -> None:
        super().__init__(str(fassung.pk))
        self.fassung = fassung


class FassungManager(models.Manager.from_queryset(FassungQuerySet)):
    def anlegen(self, organisation, inhalt: dict | None = None, konto=None) -> "Fassung":
        """A new listing: nobody sees it, its first text is a draft."""
        with transaction.atomic():
            angebot = self.model._meta.get_field("angebot").related_model(organisation=organisation)
            angebot.zustaendig_ags = angebot.zustaendig_nach(inhalt or {})
            angebot.save()
            return self.beginnen(angebot, inhalt or {}, konto)

    def bearbeiten(self, angebot, inhalt: dict, konto=None, stand: str = "") -> "Fassung":
        """Save what somebody wrote into the listing's text in work, which begins now where there is none.

        `stand` is the text this person started from; raises InzwischenGeaendert where it is another one now, and
        AblaufFehler where it is being reviewed. Nothing is written then.
        """
        with transaction.atomic():
            type(angebot).objects.select_for_update().only("pk").get(pk=angebot.pk)
            fassung = self.beginnen(angebot, konto=konto)
            if stand and stand != stand_von(fassung.inhalt):
                raise InzwischenGeaendert(fassung)
            fassung.schreiben(inhalt)
        return fassung

    def letzter_text(self, angebot) -> dict:
        """Where a change starts from: the text in work, else the one that is public, else the one before."""
        fassungen = list(angebot.fassungen.all())
        for gesucht in (OFFENE_FASSUNG, [FassungStatus.UEBERNOMMEN], FassungStatus.values):
            passend = [f for f in fassungen if f.status in gesucht]
            if passend:
                return max(passend, key=lambda f: f.nummer).inhalt
        return {}

    def beginnen(self, angebot, inhalt: dict | None = None, konto=None) -> "Fassung":
        """The listing's text in work: the open Fassung, else a new one that starts from the last text."""
        offen = angebot.offene_fassung
        if offen is not None:
            return offen
        letzte = angebot.fassungen.order_by("-nummer").first()
        if inhalt is None:
            inhalt = self.letzter_text(angebot)
        nummer = letzte.nummer + 1 if letzte else 1
        return self.create(angebot=angebot, nummer=nummer, inhalt=format.dokument(inhalt), erstellt_von=konto)

    def alle_einreichen(
        self, fassungen: Sequence["Fassung"], akteur: Akteur, *, mail: bool = True
    ) -> list[list[Befund]]:
        """Hand in for review; what may go online at once does (see Fassung.geht_sofort_online).

        Gives what the coach found in each. Raises InhaltUnvollstaendig or AblaufFehler (InhaltGesperrt where an
        organisation hands in what a rule stands against) and changes nothing then.
        """
        _vollstaendig(fassung.inhalt for fassung in fassungen)
        if any(f.angebot.organisation.status in AUSGESCHLOSSEN for f in fassungen):
            raise NichtMoeglich(_t("Ihre Organisation ist nicht freigegeben. Bitte sprechen Sie die Kontaktstelle an."))
        befunde = alle_befunde([(fassung.inhalt, fassung.angebot_id) for fassung in fassungen])
        if akteur.rolle == Rolle.ORGANISATION:
            _ohne_sperre(fassungen, befunde)
        with transaction.atomic():
            self._befunde_festhalten(fassungen, befunde)
            alle_wechseln(
                fassungen, "einreichen", akteur=akteur, mail=mail, eingereicht_am=timezone.now(), rueckgabe_grund=""
            )
            for fassung in fassungen:
                fassung.zustaendigkeit_festhalten()
            sofort = [fassung for fassung in fassungen if akteur != PORTAL and fassung.geht_sofort_online]
            self.alle_freigeben(sofort, PORTAL, nachzupruefen=True, mail=mail)
        return befunde

    def _befunde_festhalten(self, fassungen: Sequence["Fassung"], befunde: list[list[Befund]]) -> None:
        geaendert = []
        for fassung, funde in zip(fassungen, befunde, strict=True):
            vorher, fassung.auffaellig = fassung.auffaellig, list(dict.fromkeys(b.regel.schluessel for b in funde))
            if fassung.auffaellig != vorher:
                geaendert.append(fassung)
        self.bulk_update(geaendert, ["auffaellig"])

    def alle_freigeben(
        self,
        fassungen: Sequence["Fassung"],
        akteur: Akteur,
        *,
        nachzupruefen: bool = False,
        mail: bool = True,
        **felder,
    ) -> None:
        """Put the texts online; a new organisation is approved with its text. `felder`: a corrected inhalt.

        Raises InhaltUnvollstaendig or AblaufFehler and changes nothing then.
        """
        if not fassungen:
            return
        _vollstaendig(felder.get("inhalt", fassung.inhalt) for fassung in fassungen)
        felder |= {"entschieden_am": timezone.now(), "nachzupruefen": nachzupruefen}
        with transaction.atomic():
            for fassung in fassungen:
                fassung.freigabe_pruefen()
            alle_wechseln(fassungen, "freigeben", akteur=akteur, mail=mail, **felder)
            neue = {f.angebot.organisation_id: f.angebot.organisation for f in fassungen if f.organisation_ist_neu}
            for organisation in neue.values():
                organisation.freigeben(akteur, mail=mail)
            alle_uebernehmen([(fassung.angebot, fassung.inhalt) for fassung in fassungen])
            _online_stellen([fassung.angebot for fassung in fassungen], akteur, mail)


def stand_von(inhalt: dict) -> str:
    """A short sign for a text: whoever saves says which one was read."""
    return hashlib.sha256(json.dumps(inhalt, sort_keys=True).encode()).hexdigest()[:16]


def _vollstaendig(inhalte: Iterable[dict]) -> None:
    for inhalt in inhalte:
        if fehler := format.pruefen(inhalt):
            raise InhaltUnvollstaendig(fehler)


def _ohne_sperre(fassungen: Sequence["Fassung"], befunde: list[list[Befund]]) -> None:
    """Whoever needs no approval is looked at beforehand instead: the Kontaktstelle trusts them, and decides."""
    for fassung, funde in zip(fassungen, befunde, strict=True):
        sperren = [befund for befund in funde if befund.schwere == Schwere.SPERRE]
        if sperren and not fassung.hat_direktfreigabe:
            raise InhaltGesperrt(sperren)


def _online_stellen(angebote: Sequence, akteur: Akteur, mail: bool) -> None:
    """What was not public goes online, what had ended is renewed; whoever rewrites a listing says it is true."""
    jetzt = timezone.now()
    wahr = bestaetigt(timezone.localdate(jetzt))
    je_stand: dict[str, list] = {}
    alte = []
    for angebot in angebote:
        (alte if angebot.kommt_wieder else je_stand.setdefault(angebot.status, [])).append(angebot)
    neue = je_stand.pop(AngebotStatus.UNVEROEFFENTLICHT, [])
    alle_wechseln(neue, "veroeffentlichen", akteur=akteur, mail=mail, veroeffentlicht_am=jetzt, **wahr)
    alle_wechseln(alte, "erneuern", akteur=akteur, mail=mail, beendet_grund="", ruht_seit=None, **wahr)
    for stand, andere in je_stand.items():
        # A paused one stays paused; its way to the archive begins anew.
        ruht = {"ruht_seit": wahr["zuletzt_bestaetigt_am"]} if stand == AngebotStatus.PAUSIERT else {}
        type(andere[0]).objects.filter(pk__in=[angebot.pk for angebot in andere]).update(**wahr, **ruht)
