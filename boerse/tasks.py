"""Which jobs does the exchange run? Its duties, every hour; and what takes too long for a page."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from ehrenamt.tasks import VORRANG


@app.periodic(cron="7 * * * *")
@app.task(queue="pflichten", queueing_lock="pflichten", priority=VORRANG)
def pflichten(timestamp: int) -> None:
    """Hourly instead of at a fixed hour: a run that is missed is made up by the next one."""
    from .pflichten import faelliges_erledigen

    faelliges_erledigen()


@app.task(queue="ordnung", priority=VORRANG, retry=RetryStrategy(max_attempts=5, linear_wait=60))
def begriff_umbenannt(feld: str, slug: str) -> None:
    """Make the listings with this term known to the search by its new name; what a run leaves, the duty does."""
    from django.utils import timezone

    from .models import Angebot
    from .wartung import SUCHTEXTE

    Angebot.objects.filter(**{f"{feld}__contains": [slug]}).update(suchtext_version=0)
    SUCHTEXTE.erledigen(timezone.now())
