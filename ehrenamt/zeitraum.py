"""How far is a period of months? Calendar months: the same day of another month, or the last one it has."""

import calendar
from datetime import datetime

from django.utils import timezone


def monate_weiter(zeitpunkt: datetime, monate: int) -> datetime:
    """The same day and time in Berlin so many months later; negative: earlier. 31 January and one month is
    28 February, in leap years 29."""
    ort = timezone.localtime(zeitpunkt)
    jahr, monat = divmod(ort.year * 12 + ort.month - 1 + monate, 12)
    tag = min(ort.day, calendar.monthrange(jahr, monat + 1)[1])
    return ort.replace(year=jahr, month=monat + 1, day=tag)
