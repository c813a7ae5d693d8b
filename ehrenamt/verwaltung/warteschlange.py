"""What is waiting for a decision, how much of it, since when?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone


@dataclass(frozen=True)
class Warteschlange:
    """One line of the first page. `adresse` leads to exactly what was counted."""

    rang: int
    titel: Any
    anzahl: int
    seit: datetime | None
    adresse: str

    @property
    def tage(self) -> int:
        return (timezone.localdate() - timezone.localdate(self.seit)).days if self.seit else 0
