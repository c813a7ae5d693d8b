"""Which jobs does the exchange run? Its duties, every hour."""

from procrastinate.contrib.django import app

from ehrenamt.tasks import VORRANG


@app.periodic(cron="7 * * * *")
@app.task(queue="pflichten", queueing_lock="pflichten", priority=VORRANG)
def pflichten(timestamp: int) -> None:
    """Hourly instead of at a fixed hour: a run that is missed is made up by the next one."""
    from .pflichten import faelliges_erledigen

    faelliges_erledigen()
