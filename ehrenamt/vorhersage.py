"""What will happen when? The duties' own question, asked about moments to come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from .pflichten import Pflicht

LAUF = "boerse.tasks.pflichten"
# The duties run every hour. What was due before two runs should have been done.
UEBERFAELLIG = timedelta(hours=2)


@dataclass(frozen=True)
class Faelliges:
    """What one duty will do on one day: the numbers of its rows, and those of them that are overdue."""

    pflicht: Pflicht
    nummern: set
    ueberfaellig: set = field(default_factory=set)

    @property
    def objekte(self) -> str:
        """The rows by number; what is known by a secret instead of a number stays unnamed."""
        nummern = sorted(nummer for nummer in self.nummern if isinstance(nummer, int))
        return ", ".join(map(str, nummern))


def vorhersagen(pflichten: Iterable[Pflicht], jetzt: datetime, tage: int) -> Iterator[tuple[date | None, Faelliges]]:
    """For each day (None: now) what each duty will do then, as things stand today; days without anything are left
    out. What only follows from what is done until then is not known yet."""
    pflichten = list(pflichten)
    bekannt: dict[str, set] = {}
    for tag, moment in [(None, jetzt), *_tagesenden(jetzt, tage)]:
        for pflicht in pflichten:
            nummern = set(pflicht.faellig(moment).values_list("pk", flat=True))
            neue = nummern - bekannt.get(pflicht.name, set())
            bekannt[pflicht.name] = bekannt.get(pflicht.name, set()) | neue
            if neue:
                yield tag, Faelliges(pflicht, neue, neue & _vorher(pflicht, jetzt) if tag is None else set())


def naechster_lauf(jetzt: datetime) -> datetime:
    """When a worker does the duties next."""
    aufgabe = next(a for a in app.periodic_registry.periodic_tasks.values() if a.task.name == LAUF)
    minute = int(aufgabe.cron.split()[0])
    lauf = jetzt.replace(minute=minute, second=0, microsecond=0)
    return lauf if lauf > jetzt else lauf + timedelta(hours=1)


def _vorher(pflicht: Pflicht, jetzt: datetime) -> set:
    return set(pflicht.faellig(jetzt - UEBERFAELLIG).values_list("pk", flat=True))


def _tagesenden(jetzt: datetime, tage: int) -> Iterator[tuple[date, datetime]]:
    heute = timezone.localdate(jetzt)
    for tag in (heute + timedelta(days=n) for n in range(tage)):
        yield tag, timezone.make_aware(datetime.combine(tag, time.max))
